// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"maps"
	"slices"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/scope"
)

// model is an organization in HCL, for the resource and the data sources alike.
type model struct {
	ID               types.String `tfsdk:"id"`
	Name             types.String `tfsdk:"name"`
	Shared           types.Bool   `tfsdk:"shared"`
	Domain           types.String `tfsdk:"domain"`
	DomainAssignment types.Bool   `tfsdk:"domain_assignment"`
	Active           types.Bool   `tfsdk:"active"`
	VIP              types.Bool   `tfsdk:"vip"`
	Note             types.String `tfsdk:"note"`
	CustomAttributes types.Map    `tfsdk:"custom_attributes"`
	MemberIDs        types.Set    `tfsdk:"member_ids"`
}

// resourceModel is an organization that Terraform manages.
type resourceModel struct {
	model

	CreatedAt types.String `tfsdk:"created_at"`
	OnDestroy types.String `tfsdk:"on_destroy"`
}

func (m *resourceModel) fromAPI(o organization) {
	m.model.fromAPI(o)

	m.CreatedAt = types.StringNull()
	if created := o.created(); created != "" {
		m.CreatedAt = types.StringValue(created)
	}
}

// toAPI is what Terraform manages of the organization. Members are the users' business and
// are never sent.
func (m model) toAPI() collections.Members {
	body := collections.Members{
		"name":              m.Name.ValueString(),
		"shared":            m.Shared.ValueBool(),
		"domain":            normal(m.Domain.ValueString()),
		"domain_assignment": m.DomainAssignment.ValueBool(),
		"active":            m.Active.ValueBool(),
		"vip":               m.VIP.ValueBool(),
		"note":              m.Note.ValueString(),
	}

	for name, value := range custom(m.CustomAttributes) {
		body[name] = value
	}

	return body
}

// since has the members that differ from prior, and null for custom attributes that are not
// there any more.
func (m model) since(prior model) collections.Members {
	now, before := m.toAPI(), prior.toAPI()
	changed := collections.Members{}

	for name, value := range now {
		if value != before[name] {
			changed[name] = value
		}
	}

	if scope.SameNote(m.Note.ValueString(), prior.Note.ValueString()) {
		delete(changed, "note")
	}

	for name := range before {
		if _, still := now[name]; !still {
			changed[name] = nil
		}
	}

	return changed
}

func (m *model) fromAPI(o organization) {
	m.ID = types.StringValue(o.id())
	m.Name = served(o.Name, m.Name, sameName)
	m.Shared = types.BoolValue(o.Shared)
	m.Domain = served(o.Domain, m.Domain, sameDomain)
	m.DomainAssignment = types.BoolValue(o.DomainAssignment)
	m.Active = types.BoolValue(o.Active)
	m.VIP = types.BoolValue(o.VIP)
	m.Note = served(o.Note, m.Note, scope.SameNote)
	m.MemberIDs = ids(o.MemberIDs)

	// Of the attributes that an installation has, those that Terraform manages.
	if managed := custom(m.CustomAttributes); len(managed) > 0 {
		for name := range managed {
			text, there := o.text(name)
			managed[name] = text

			if !there {
				delete(managed, name)
			}
		}

		m.CustomAttributes = kit.StringMap(managed)
	}
}

// show is an organization with every attribute that the installation has.
func (m *model) show(o organization) {
	m.CustomAttributes = types.MapNull(types.StringType)
	m.fromAPI(o)

	all := map[string]string{}

	for name := range maps.Keys(o.members) {
		if text, there := o.text(name); there && !slices.Contains(own, name) {
			all[name] = text
		}
	}

	m.CustomAttributes = kit.StringMap(all)
}

// custom are the attributes of the Object Manager that a configuration sets.
func custom(m types.Map) map[string]string {
	all := map[string]string{}

	for name, v := range m.Elements() {
		if text, ok := v.(types.String); ok {
			all[name] = text.ValueString()
		}
	}

	return all
}

func ids(numbers []int64) types.Set {
	all := make([]string, 0, len(numbers))
	for _, n := range numbers {
		all = append(all, strconv.FormatInt(n, 10))
	}

	return kit.StringSet(all)
}
