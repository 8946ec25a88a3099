// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroup

import (
	"context"
	"reflect"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var _ resource.ResourceWithValidateConfig = (*systemGroupResource)(nil)

var object = kit.Object{Type: "jumpcloud_system_group", Title: "System Group", Keys: tenancy.Keys, Moved: []kit.Moved{
	// nfernal and agilize have the id in id; heyjobs and its relatives have the name there.
	{Type: "jumpcloud_system_group", Keys: map[string][]string{"id": {"jc_id", "id"}}},
	{Type: "jumpcloud_devicegroup"}, // techjavelin
}}

type systemGroupResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_system_group.
func NewResource() resource.Resource {
	r := &systemGroupResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema, operations{})}
	r.Named(group.Names(group.SystemGroup))
	r.FoundBy(group.Finder(group.SystemGroup))

	return r
}

// ValidateConfig checks that a query stands where members are computed, and only there.
func (r *systemGroupResource) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	group.ValidateQuery(ctx, req.Config, &resp.Diagnostics)
}

// ModifyPlan checks that the exemptions are devices of the organization.
func (r *systemGroupResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)
	group.RefuseShared(ctx, group.SystemGroup, r, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	if t, _, ok := r.Client(ctx, resp.Plan.GetAttribute); ok {
		group.PlanExemptions(ctx, t, group.System, req.State, resp)
	}
}

type operations struct{}

func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	body, dsl, err := plan.toAPI(ctx, model{}, group.Whole{})
	if err != nil {
		return err
	}

	g, err := group.Create(ctx, t, group.SystemGroup, dsl, plan.AllowDuplicateName.ValueBool(), body)
	if err != nil {
		return err
	}

	plan.ID = types.StringValue(g.ID)

	if g.MembershipMethod != "" {
		return plan.fromAPI(ctx, g)
	}

	// Found again in a short list after a lost answer: what was planned stands until the
	// next refresh, which reads the rest.
	return nil
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	g, err := group.Refresh(ctx, t, ref(m.ID))
	if err != nil {
		return err
	}

	group.WarnOfFlags(ctx, ref(m.ID), g)

	return m.fromAPI(ctx, g)
}

// Update reads the group first: PUT replaces everything, and what nobody manages here must
// not get lost.
func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, prior model) error {
	now, err := group.Get(ctx, t, ref(plan.ID))
	if err != nil {
		return err
	}

	body, dsl, err := plan.toAPI(ctx, prior, now)
	if err != nil {
		return err
	}

	if reflect.DeepEqual(body, now.Body()) && plan.MemberQuery.Equal(prior.MemberQuery) {
		return plan.fromAPI(ctx, now)
	}

	g, err := group.Replace(ctx, t, ref(plan.ID), dsl, body)
	if err != nil {
		return err
	}

	return plan.fromAPI(ctx, g)
}

func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior model) error {
	return group.Delete(ctx, t, ref(prior.ID))
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages a device group (system group): the devices that policies are bound to together. Devices enroll by " +
			"themselves, so the members of a static group are added in the console, or one by one with `jumpcloud_system_group_membership`; " +
			"those of a dynamic group come from its query.\n\n" +
			"One that something still uses, such as a policy group, may be refused to be destroyed. " + tenancy.TwoApplies,
		Attributes: map[string]schema.Attribute{
			"id": kit.KeptString("ID of the device group, 24 hexadecimal digits."),
			"name": kit.RequiredString("Device Group Name. No other device group of the organization has it; the API documents no limit.",
				kit.VisibleName()),
			kit.AllowDuplicateName: group.AllowTwin("device group"),
			"description":          text("Description: free text."),
			"email":                text("Email: an address of the group."),
			"membership_method": kit.DefaultString(group.Static, "Membership: `STATIC` (members are added by hand), `DYNAMIC_AUTOMATED` (the query "+
				"decides), `DYNAMIC_REVIEW_REQUIRED` (the query suggests, a person decides) or `NOTSET`. Defaults to `STATIC`.",
				kit.OneOf("membership method", group.Methods...)),
			"member_query":            group.QuerySchema(),
			"member_query_exemptions": group.ExemptionsSchema("devices", "Left out, there are none."),
			"member_suggestions_notify": kit.DefaultBool(false, "Whether administrators are told of suggested changes of the members. Defaults to "+
				"false."),
		},
	}
}

func text(description string) schema.Attribute {
	return kit.DefaultString("", description+" Defaults to an empty string.")
}
