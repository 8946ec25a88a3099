// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// What destroying an organization means.
const (
	prevent = "prevent"
	abandon = "abandon"
)

type model struct {
	ID                 types.String `tfsdk:"id"`
	Name               types.String `tfsdk:"name"`
	MaxSystemUsers     types.Int64  `tfsdk:"max_system_users"`
	AllowDuplicateName types.Bool   `tfsdk:"allow_duplicate_name"`
	DeletionPolicy     types.String `tfsdk:"deletion_policy"`
	ConsoleURL         types.String `tfsdk:"console_url"`
}

func (m model) toAPI() organizationBody {
	return organizationBody{Name: m.Name.ValueString(), MaxSystemUsers: kit.Int64Pointer(m.MaxSystemUsers)}
}

// from returns what fills the model in with an organization of the portal.
func (m *model) from(p *jumpcloud.Portal) func(o jumpcloud.Organization) {
	return func(o jumpcloud.Organization) {
		m.ID = types.StringValue(o.ID)
		m.Name = types.StringValue(o.Name)
		m.MaxSystemUsers = types.Int64PointerValue(o.MaxSystemUsers)
		m.ConsoleURL = types.StringValue(p.Client().Root())

		// These two are Terraform's own; an import begins with the defaults.
		m.AllowDuplicateName = kit.BoolOr(m.AllowDuplicateName, false)
		m.DeletionPolicy = kit.StringOr(m.DeletionPolicy, prevent)
	}
}
