// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist

import (
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// model is an IP list in HCL, for the resource and the data source alike.
type model struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	ID             types.String `tfsdk:"id"`
	Name           types.String `tfsdk:"name"`
	Description    types.String `tfsdk:"description"`
	IPs            types.Set    `tfsdk:"ips"`
}

// resourceModel is an IP list that Terraform manages.
type resourceModel struct {
	model

	AllowDuplicateName types.Bool `tfsdk:"allow_duplicate_name"`
}

func (m model) toAPI() ipListBody {
	ips := kit.Strings(m.IPs)
	for i, s := range ips {
		ips[i] = wire(s)
	}

	slices.Sort(ips) // a set has no order; the request should not change from run to run

	return ipListBody{Name: m.Name.ValueString(), Description: m.Description.ValueString(), IPs: slices.Compact(ips)}
}

func (m *model) fromAPI(l ipList) {
	m.ID = types.StringValue(l.ID)
	m.Name = types.StringValue(l.Name)
	m.Description = types.StringValue(l.Description)
	m.IPs = kit.StringSet(spelled(l.IPs, kit.Strings(m.IPs)))
}
