// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroup

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
)

// model is a device group in HCL.
type model struct {
	OrganizationID     types.String `tfsdk:"organization_id"`
	ID                 types.String `tfsdk:"id"`
	Name               types.String `tfsdk:"name"`
	Description        types.String `tfsdk:"description"`
	AllowDuplicateName types.Bool   `tfsdk:"allow_duplicate_name"`
	Email              types.String `tfsdk:"email"`

	group.Dynamic
}

func ref(id types.String) group.Ref { return group.Ref{Type: group.SystemGroup, ID: id.ValueString()} }

// toAPI writes the model over what the service holds.
func (m model) toAPI(ctx context.Context, prior model, now group.Whole) (group.Body, string, error) {
	b, dsl, err := m.ToAPI(ctx, prior.Dynamic, now, group.System)
	b.Name, b.Description, b.Email = m.Name.ValueString(), m.Description.ValueString(), m.Email.ValueString()

	return b, dsl, err
}

func (m *model) fromAPI(ctx context.Context, g group.Whole) error {
	m.ID = types.StringValue(g.ID)
	m.Name = group.Text(m.Name, g.Name)
	m.Description = group.Text(m.Description, g.Description)
	m.Email = group.Text(m.Email, g.Email)
	m.MemberSuggestionsNotify = types.BoolValue(g.MemberSuggestionsNotify)

	return m.FromAPI(ctx, g)
}
