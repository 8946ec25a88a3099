// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroupfromtemplate

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{Type: "jumpcloud_policy_group_from_template", Title: "Policy Group from Template", Keys: tenancy.Keys}

type fromTemplateResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_policy_group_from_template.
func NewResource() resource.Resource {
	return &fromTemplateResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema, operations{})}
}

type model struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	ID             types.String `tfsdk:"id"`
	TemplateID     types.String `tfsdk:"template_id"`
	Name           types.String `tfsdk:"name"`
}

func (m *model) fromAPI(g group) {
	m.ID = types.StringValue(g.ID)
	m.Name = types.StringValue(g.Name)
}

type operations struct{}

func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	return kit.Fill(plan.fromAPI)(create(ctx, t, plan.TemplateID.ValueString()))
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	return kit.Fill(m.fromAPI)(collections.Lookup(ctx, listing(t), m.ID.ValueString()))
}

// Update has only one thing to do: to take template_id into the state of an imported group.
func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, _ model) error {
	return operations{}.Read(ctx, t, plan)
}

func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior model) error {
	if err := remove(ctx, t, prior.ID.ValueString()); err != nil {
		return err
	}

	kit.Warn(ctx, fmt.Sprintf("Copied Policies Remain: %q", prior.ID.ValueString()), fmt.Sprintf("Policy group %q was deleted in organization %s. The policies that were copied from the "+
		"template with it remain: nothing tells them from others. Delete them in the console if nobody needs them.",
		prior.Name.ValueString(), t.ID()))

	return nil
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Makes a policy group in an organization from a policy group template of the Multi-Tenant Portal, with copies of the " +
			"template's policies. It is for the first day of a tenant only: the service copies once, refuses a second copy, and brings " +
			"no later change of the template to the group. To keep tenants alike, use `jumpcloud_policy` with `for_each`.\n\n" +
			"~> **Experimental.** The call that is used (`POST /organizations/{organization_id}/policygroups/fromtemplate` with `templateId`) is not " +
			"documented; the only evidence is an old version of JumpCloud's own PowerShell module. The service may refuse it or stop taking " +
			"it without notice; the error then says so.\n\n" +
			"Destroying it deletes the group and leaves the copied policies, which nothing tells from others.",
		Attributes: map[string]schema.Attribute{
			"id": kit.KeptString("ID of the policy group, 24 hexadecimal digits."),
			"template_id": kit.RequiresReplaceIfKnown("Replaces the group unless it was imported.", kit.OptionalString("ID of the policy group "+
				"template, 24 hexadecimal digits. Required to make a group. The group does not remember it: it is not read back, and a group "+
				"that was imported does without it, or takes it from the configuration. Changing it replaces the group.", tenancy.ValidID())),
			"name": kit.KeptString("Group name: the template's, unless somebody renamed the group."),
		},
	}
}
