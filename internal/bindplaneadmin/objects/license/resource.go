// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package license

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/scope"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var (
	_ resource.ResourceWithConfigure   = (*licenseResource)(nil)
	_ resource.ResourceWithImportState = (*licenseResource)(nil)
	_ resource.ResourceWithIdentity    = (*licenseResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*licenseResource)(nil)
)

var object = kit.Object{
	Type: "bindplaneadmin_organization_license", Title: "Organization License", Keys: []kit.Key{{Name: "organization_id", Form: scope.ID}},
	Hidden: []string{"create_license_type", secret + "_wo_version"},
}

type licenseResource struct {
	kit.Resource[*bindplaneadmin.Client]
}

// NewResource returns bindplaneadmin_organization_license.
func NewResource() resource.Resource {
	return &licenseResource{kit.NewResource(object, scope.Instance, resourceSchema(), operations{})}
}

// model is a licence as Terraform knows it: the service tells nothing of it.
type model struct {
	OrganizationID      types.String `tfsdk:"organization_id"`
	LicenseKeyWO        types.String `tfsdk:"license_key_wo"`
	LicenseKeyWOVersion types.Int64  `tfsdk:"license_key_wo_version"`
	CreateLicenseType   types.String `tfsdk:"create_license_type"`
}

// secret is the name of the licence key's attributes.
const secret = "license_key"

func (m model) key() kit.Secret {
	return kit.Secret{Name: secret, WriteOnly: m.LicenseKeyWO, Version: m.LicenseKeyWOVersion}
}

// toAPI has the key, or the type of a licence to make; never both.
func (m model) toAPI() collections.Members {
	if m.key().Known() {
		return collections.Members{"licenseKey": m.key().Value()}
	}

	return collections.Members{"createLicenseType": m.CreateLicenseType.ValueString()}
}

// at is the attribute that says which licence it is.
func (m model) at() path.Path {
	if m.key().Known() {
		return m.key().Path()
	}

	return path.Root("create_license_type")
}

type operations struct{}

func (operations) Create(ctx context.Context, c *bindplaneadmin.Client, plan *model) error {
	return set(ctx, c, *plan)
}

func set(ctx context.Context, c *bindplaneadmin.Client, m model) error {
	c.Redact(m.key().Value())

	if err := c.SetLicense(ctx, m.OrganizationID.ValueString(), m.toAPI()); err != nil {
		return &kit.AttributeError{Path: m.at(), Err: err}
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
			"organization_id": schema.StringAttribute{
				MarkdownDescription: "ID of the organization. Another one gives the licence there.",
				Required:            true,
				Validators:          []validator.String{scope.ValidID()},
				PlanModifiers:       []planmodifier.String{stringplanmodifier.RequiresReplace()},
			},
			"create_license_type": schema.StringAttribute{
				MarkdownDescription: "Type of a new licence to make for the organization, instead of a key. Bindplane documents no list of types. Exactly " +
					"one of this and `license_key_wo` is given.",
				Optional: true,
				Validators: []validator.String{
					stringvalidator.LengthAtLeast(1), stringvalidator.ExactlyOneOf(path.MatchRoot("create_license_type"), path.MatchRoot(secret+"_wo")),
				},
			},
		},
	}

	licence := kit.SecretAttributes(secret, "", "Licence key. Bindplane never shows it; raise `license_key_wo_version` to send another. The first "+
		"apply after an import sends none. Write-only: it is in no plan and no state, which needs Terraform 1.11 or later.")
	for _, name := range []string{secret + "_wo", secret + "_wo_version"} {
		s.Attributes[name] = licence[name]
	}

	return s
}
