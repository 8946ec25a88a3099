// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemassociation

import (
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
)

// model is one association in HCL, for the resource and the data source alike.
type model struct {
	OrganizationID      types.String `tfsdk:"organization_id"`
	SystemID            types.String `tfsdk:"system_id"`
	TargetType          types.String `tfsdk:"target_type"`
	TargetID            types.String `tfsdk:"target_id"`
	SudoEnabled         types.Bool   `tfsdk:"sudo_enabled"`
	SudoWithoutPassword types.Bool   `tfsdk:"sudo_without_password"`
}

// Edges are the associations of the device with targets of the type.
func (m model) Edges() group.Edges {
	return group.Associations(group.Ref{Type: group.System, ID: m.SystemID.ValueString()}, m.TargetType.ValueString())
}

// Target is the other end.
func (m model) Target() string { return m.TargetID.ValueString() }

func (m model) sudo() group.Sudo {
	return group.Sudo{Enabled: m.SudoEnabled.ValueBool(), WithoutPassword: m.SudoWithoutPassword.ValueBool()}
}

func (m *model) fromAPI(s group.Sudo) {
	m.SudoEnabled, m.SudoWithoutPassword = types.BoolValue(s.Enabled), types.BoolValue(s.WithoutPassword)
}
