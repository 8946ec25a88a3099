// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package license

import (
	"context"
	"fmt"
	"maps"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/scope"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{
	Type: "bindplaneadmin_organization_license", Title: "Organization License", Keys: []kit.Key{{Name: "organization_id", Form: scope.ID}},
	Hidden: []string{"create_license_type", secret + "_wo_version"},
}

// NewResource returns bindplaneadmin_organization_license.
func NewResource() resource.Resource {
	r := kit.NewResource(object, scope.Instance, resourceSchema, operations{})

	return &r
}

type operations struct{}

func (operations) Create(ctx context.Context, c *bindplaneadmin.Client, plan *model) error {
	return set(ctx, c, *plan)
}

func set(ctx context.Context, c *bindplaneadmin.Client, m model) error {
	c.Redact(m.key().Value())

	body, at := m.toAPI()
	if err := c.SetLicense(ctx, m.OrganizationID.ValueString(), body); err != nil {
		return &kit.AttributeError{Path: at, Err: err}
	}

	return nil
}

// Read finds out whether the organization is there; of its licence nothing can be read.
func (operations) Read(ctx context.Context, c *bindplaneadmin.Client, m *model) error {
	_, err := collections.Lookup(ctx, c.Organizations(), m.OrganizationID.ValueString())

	return err
}

// Update sends a licence that is another.
func (operations) Update(ctx context.Context, c *bindplaneadmin.Client, plan *model, prior model) error {
	if plan.CreateLicenseType.Equal(prior.CreateLicenseType) && !plan.key().Changed(prior.key()) {
		return nil
	}

	return set(ctx, c, *plan)
}

// Delete leaves the licence: an organization always has one.
func (operations) Delete(ctx context.Context, _ *bindplaneadmin.Client, prior model) error {
	id := prior.OrganizationID.ValueString()
	kit.Warn(ctx, fmt.Sprintf("License Stays: %q", id), fmt.Sprintf(
		"The licence of the organization %s is not managed any more and stays as it is: Bindplane's API takes no licence away.", id))

	return nil
}

func resourceSchema() schema.Schema {
	s := schema.Schema{
		MarkdownDescription: "Manages the licence of an organization that exists already, such as one that was made by hand. An organization that " +
			"`bindplaneadmin_organization` manages has its own `license_key_wo`; use one or the other. Bindplane shows nothing of a licence, so drift " +
			"is not seen. A destroy leaves the licence and says so.",
		Attributes: map[string]schema.Attribute{
			"organization_id": kit.RequiresReplace(kit.RequiredString("ID of the organization. Another one gives the licence there.", scope.ValidID())),
			"create_license_type": kit.OptionalString("Type of a new licence to make for the organization, instead of a key. Bindplane documents "+
				"no list of types. Exactly one of this and `license_key_wo` is given.",
				stringvalidator.LengthAtLeast(1), stringvalidator.ExactlyOneOf(path.MatchRoot("create_license_type"), path.MatchRoot(secret+"_wo"))),
		},
	}

	maps.Copy(s.Attributes, kit.WriteOnlyAttributes(secret, "Licence key. Bindplane never shows it; raise `license_key_wo_version` to send "+
		"another. The first apply after an import sends none. Write-only: it is in no plan and no state, which needs Terraform 1.11 or later."))

	return s
}
