// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

var object = kit.Object{Type: "jumpcloud_organization", Title: "Organization", Keys: tenancy.Keys, Lasting: true, Moved: []kit.Moved{
	{Type: "jumpcloud_organization"}, // agilize
}}

type organizationResource struct {
	kit.Resource[*jumpcloud.Portal]
}

// NewResource returns jumpcloud_organization.
func NewResource() resource.Resource {
	r := &organizationResource{kit.NewResource(object, tenancy.Portal{}, resourceSchema, operations{})}
	r.Named(kit.Names[*jumpcloud.Portal]{Noun: "organization", Existing: existing, Strict: true})
	r.FoundBy(finder())

	return r
}

type operations struct{}

func (operations) Create(ctx context.Context, p *jumpcloud.Portal, plan *model) error {
	return kit.Fill(plan.from(p))(create(ctx, p, plan.toAPI(), !plan.AllowDuplicateName.ValueBool()))
}

func (operations) Read(ctx context.Context, p *jumpcloud.Portal, m *model) error {
	o, err := find(ctx, p, m.ID.ValueString())
	if errors.Is(err, rest.ErrNotFound) {
		tenancy.WarnGone(ctx, p, m.ID.ValueString(), m.Name.ValueString())
	}

	return kit.Fill(m.from(p))(o, err)
}

// Update sends what the service knows of; the rest is Terraform's own.
func (o operations) Update(ctx context.Context, p *jumpcloud.Portal, plan *model, prior model) error {
	if plan.Name.Equal(prior.Name) && plan.MaxSystemUsers.Equal(prior.MaxSystemUsers) {
		return o.Read(ctx, p, plan)
	}

	now, err := update(ctx, p, plan.ID.ValueString(), plan.toAPI())
	if err == nil && plan.MaxSystemUsers.IsNull() && now.MaxSystemUsers != nil {
		return &kit.AttributeError{Path: path.Root("max_system_users"), Err: fmt.Errorf(
			"the service kept the seat cap of %d although the request had none: the API documents no value that lifts a cap. "+
				"Set max_system_users to the number you want, or lift the cap in the console", *now.MaxSystemUsers)}
	}

	return kit.Fill(plan.from(p))(now, err)
}

// Delete forgets the organization, since the API cannot delete one (evidence: organizations 3.4).
func (operations) Delete(ctx context.Context, p *jumpcloud.Portal, prior model) error {
	id, name := prior.ID.ValueString(), prior.Name.ValueString()
	_, err := find(ctx, p, id)

	switch {
	case errors.Is(err, rest.ErrNotFound):
		tenancy.WarnGone(ctx, p, id, name)

		return err
	case prior.DeletionPolicy.ValueString() != abandon:
		return errors.New(wayOut)
	case err != nil:
		kit.Warn(ctx, fmt.Sprintf("Organization Left Behind: %q", name), fmt.Sprintf(
			"%q (%s) is no longer managed by Terraform. Whether it still exists, and is billable, could not be told: %s.", name, id, err))
	default:
		kit.Warn(ctx, fmt.Sprintf("Organization Left Alive: %q", name), fmt.Sprintf(
			"%q (%s) is no longer managed by Terraform, but it exists and stays billable: the API cannot delete organizations. "+
				"To have it deleted, remove its users and devices and ask JumpCloud's support.", name, id))
	}

	return nil
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages an organization (tenant) of the provider.\n\n" +
			"~> The API can create and change organizations but not delete them. See `deletion_policy`.",
		Attributes: map[string]schema.Attribute{
			"id":   kit.KeptString("Organization ID, 24 hexadecimal digits: the `organization_id` of everything in it."),
			"name": kit.RequiredString("Organization name. Must not be blank.", kit.VisibleName()),
			"max_system_users": schema.Int64Attribute{
				MarkdownDescription: "Seat cap: the most users the organization may have, at least 0. Unlimited when left out. " +
					"Setting it needs a role with billing. It belongs to this resource alone: `jumpcloud_organization_settings` has no such attribute.",
				Optional:   true,
				Validators: []validator.Int64{int64validator.AtLeast(0)},
			},
			"allow_duplicate_name": kit.DefaultBool(false, "Whether to create the organization although one of that name exists. The API accepts "+
				"twins, so this guard is Terraform's. Defaults to `false`."),
			"deletion_policy": kit.DefaultString(prevent, "What destroying means, since the API cannot delete an organization: `prevent` (default) "+
				"fails the plan, `abandon` removes the organization from state with a warning and leaves it alive and billable. To forget one, "+
				"apply `abandon` first.", kit.OneOf("deletion policy", prevent, abandon)),
			"console_url": kit.KeptString("Root of the admin console in which the organization is managed."),
		},
	}
}
