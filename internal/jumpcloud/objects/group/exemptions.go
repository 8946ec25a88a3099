// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	datasource "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

const exemptionsAttribute = "member_query_exemptions"

// exemptionType is an exemption in HCL. It has no type: the group's kind decides over that.
var exemptionType = types.ObjectType{AttrTypes: map[string]attr.Type{"id": types.StringType, tenancy.OrganizationID: types.StringType}}

// NoExemptions is a set that is null.
func NoExemptions() types.Set { return types.SetNull(exemptionType) }

// ExemptionsSchema declares the objects, such as devices, that the query of a group does not
// decide over; absent says what leaving them out means.
func ExemptionsSchema(objects, absent string) schema.SetNestedAttribute {
	return schema.SetNestedAttribute{
		MarkdownDescription: "Exemptions: " + objects + " that the query does not decide over. " + absent,
		Optional:            true,
		NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID, 24 hexadecimal digits. One ID stands in the set once.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
			tenancy.OrganizationID: schema.StringAttribute{
				MarkdownDescription: "ID of the organization that it belongs to, 24 hexadecimal digits. Left out: not sent, and what the group " +
					"already says of it is kept. Needed only for a group whose members are of several organizations.",
				Optional:   true,
				Validators: []validator.String{tenancy.ValidID()},
			},
		}},
	}
}

// ExemptionsDataSchema shows them.
func ExemptionsDataSchema(objects string) datasource.SetNestedAttribute {
	return datasource.SetNestedAttribute{
		MarkdownDescription: "Exemptions: " + objects + " that the query does not decide over; null where there are none.",
		Computed:            true,
		NestedObject: datasource.NestedAttributeObject{Attributes: map[string]datasource.Attribute{
			"id":                   kit.ShownString("ID."),
			tenancy.OrganizationID: kit.ShownString("ID of the organization that it belongs to; null where it is the group's own, or not said."),
		}},
	}
}

// exempted is one exemption of a configuration or a state.
type exempted struct {
	id, organization types.String
	at               path.Path
}

// exemptedBy are the elements of a set that are known as such; their members may be unknown.
func exemptedBy(set types.Set) []exempted {
	var all []exempted

	for _, e := range set.Elements() {
		o, ok := e.(types.Object)
		if !ok || o.IsNull() || o.IsUnknown() {
			continue
		}

		id, _ := o.Attributes()["id"].(types.String)
		organization, _ := o.Attributes()[tenancy.OrganizationID].(types.String)
		all = append(all, exempted{id, organization, path.Root(exemptionsAttribute).AtSetValue(o)})
	}

	return all
}

// find returns the exemption of an object, or one that says nothing.
func find(all []exempted, id string) (e exempted, ok bool) {
	i := slices.IndexFunc(all, func(e exempted) bool { return e.id.ValueString() == id })
	if i < 0 {
		return exempted{}, false
	}

	return all[i], true
}

// exemptionsToAPI are those of the set, each as the service holds it where it does. An
// organization that the configuration once named and leaves out now is cleared.
func exemptionsToAPI(want, prior types.Set, now []Exemption, member string) []Exemption {
	wanted, before := exemptedBy(want), exemptedBy(prior)

	// A set has no order; the request should not change from run to run.
	slices.SortFunc(wanted, func(a, b exempted) int { return strings.Compare(a.id.ValueString(), b.id.ValueString()) })

	all := []Exemption{}

	for _, w := range wanted {
		id := w.id.ValueString()
		e := Exemption{"id": id, "type": member}

		if i := slices.IndexFunc(now, func(e Exemption) bool { return e.ID() == id }); i >= 0 {
			e = maps.Clone(now[i])
		}

		if was, _ := find(before, id); !w.organization.IsNull() {
			e[organizationID] = w.organization.ValueString()
		} else if !was.organization.IsNull() {
			delete(e, organizationID)
		}

		all = append(all, e)
	}

	return all
}

// exemptionsFromAPI shows what a group holds. The group's own organization is shown where
// state names it: whether the service says it of an exemption that was sent without one is not
// documented (evidence: groups 1.6).
func exemptionsFromAPI(state types.Set, g Whole) types.Set {
	if len(g.MemberQueryExemptions) == 0 && state.IsNull() {
		return NoExemptions()
	}

	before := exemptedBy(state)
	all := make([]attr.Value, 0, len(g.MemberQueryExemptions))

	for _, e := range g.MemberQueryExemptions {
		was, known := find(before, e.ID())
		organization := e.OrganizationID()

		if own := organization == "" || organization == g.OrganizationObjectID; own && was.organization.ValueString() == g.OrganizationObjectID {
			organization = was.organization.ValueString()
		} else if own || known && was.organization.IsNull() {
			organization = ""
		}

		shown := types.StringNull()
		if organization != "" {
			shown = types.StringValue(organization)
		}

		all = append(all, types.ObjectValueMust(exemptionType.AttrTypes, map[string]attr.Value{
			"id": types.StringValue(e.ID()), tenancy.OrganizationID: shown,
		}))
	}

	return types.SetValueMust(exemptionType, all)
}

// validateExemptions refuses one object twice, which could name it in two organizations.
func validateExemptions(set types.Set, diags *diag.Diagnostics) {
	seen := map[string]bool{}

	for _, e := range exemptedBy(set) {
		if id := e.id.ValueString(); id != "" && seen[id] {
			diags.AddAttributeError(e.at, "Exempted Twice", fmt.Sprintf("%s stands twice in %s, with another organization_id each time. "+
				"Keep the one of the organization that it belongs to.", id, exemptionsAttribute))
		} else {
			seen[id] = true
		}
	}
}

// PlanExemptions checks that the new exemptions of a planned group are objects, of the type of
// its members, of the organization that they name, or of the group's own. An organization that
// the provider may not read is not asked.
func PlanExemptions(ctx context.Context, t *jumpcloud.Tenant, member string, state tfsdk.State, resp *resource.ModifyPlanResponse) {
	plan, prior := NoExemptions(), NoExemptions()

	at := path.Root(exemptionsAttribute)
	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, at, &plan)...)

	if !state.Raw.IsNull() {
		resp.Diagnostics.Append(state.GetAttribute(ctx, at, &prior)...)
	}

	before := exemptedBy(prior)

	for _, e := range exemptedBy(plan) {
		if was, ok := find(before, e.id.ValueString()); ok && was.organization.Equal(e.organization) || e.organization.IsUnknown() {
			continue
		}

		of := t
		if id := e.organization.ValueString(); id != "" && id != t.ID() {
			of = t.Client().Tenant(id)
		}

		if t.Client().Allow(of.ID()) != nil {
			continue
		}

		if err := here(ctx, of, Ref{member, e.id.ValueString()}); err != nil {
			resp.Diagnostics.AddAttributeError(e.at, foreign, err.Error()+" An exemption alone may be of another one, which its organization_id names.")
		}
	}
}
