// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package role

import (
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type model struct {
	ID            types.String `tfsdk:"id"`
	Name          types.String `tfsdk:"name"`
	Description   types.String `tfsdk:"description"`
	Scopes        types.Set    `tfsdk:"scopes"`
	ProviderID    types.String `tfsdk:"provider_id"`
	Custom        types.Bool   `tfsdk:"custom"`
	CreatedBy     types.String `tfsdk:"created_by"`
	LastUpdatedBy types.String `tfsdk:"last_updated_by"`

	AllowDuplicate types.Bool `tfsdk:"allow_duplicate_name"`
}

func (m model) toAPI() roleBody {
	return roleBody{Name: m.Name.ValueString(), Description: m.Description.ValueString(), Scopes: kit.Strings(m.Scopes)}
}

func (m *model) fromAPI(r role) {
	m.ID = types.StringValue(r.ID)
	m.Name = types.StringValue(r.Name)
	m.Description = types.StringValue(r.Description)
	m.Scopes = kit.StringSet(r.Scopes)
	m.ProviderID = types.StringValue(r.ProviderID)
	m.Custom = types.BoolValue(r.Custom)
	m.CreatedBy = types.StringValue(r.CreatedBy)
	m.LastUpdatedBy = types.StringValue(r.LastUpdatedBy)
}

// keep fills in what a plan leaves open from what was there before.
func (m *model) keep(prior model) {
	m.ProviderID, m.Custom, m.CreatedBy, m.LastUpdatedBy = prior.ProviderID, prior.Custom, prior.CreatedBy, prior.LastUpdatedBy
}
