// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
)

// person is what the resource and the data sources have alike.
type person struct {
	ID                  types.String `tfsdk:"id"`
	Login               types.String `tfsdk:"login"`
	OwnerOrganizationID types.String `tfsdk:"owner_organization_id"`
	FirstName           types.String `tfsdk:"first_name"`
	MiddleName          types.String `tfsdk:"middle_name"`
	LastName            types.String `tfsdk:"last_name"`
	Email               types.String `tfsdk:"email"`
	TitlePrefix         types.String `tfsdk:"title_prefix"`
	Nickname            types.String `tfsdk:"nickname"`
}

// resourceModel is a user whom Terraform manages.
type resourceModel struct {
	person

	Password        types.String `tfsdk:"password_wo"`
	PasswordVersion types.Int64  `tfsdk:"password_wo_version"`
}

// toEdit is all that can be edited. Nobody documents whether the service keeps what is left
// out, so nothing is.
func (p person) toEdit() collections.Members {
	return collections.Members{
		"first_name": p.FirstName.ValueString(), "middle_name": p.MiddleName.ValueString(), "last_name": p.LastName.ValueString(),
		"email": p.Email.ValueString(), "title_prefix": p.TitlePrefix.ValueString(), "nickname": p.Nickname.ValueString(),
	}
}

func (m resourceModel) toCreate() collections.Members {
	body := m.toEdit()
	body["owner_org_id"], body["login"], body["password"] = m.OwnerOrganizationID.ValueString(), m.Login.ValueString(), m.Password.ValueString()

	return body
}

func (p *person) fromAPI(u user) {
	p.ID = types.StringValue(u.id())
	p.Login = scope.Served(u.Login, p.Login)

	for at, now := range map[*types.String]*nexport.Text{
		&p.OwnerOrganizationID: u.OwnerOrgID, &p.FirstName: u.FirstName, &p.MiddleName: u.MiddleName, &p.LastName: u.LastName,
		&p.Email: u.Email, &p.TitlePrefix: u.TitlePrefix, &p.Nickname: u.Nickname,
	} {
		switch {
		case now != nil && (at == &p.OwnerOrganizationID || at == &p.Email):
			*at = scope.Served(*now, *at)
		case now != nil && now.String() != at.ValueString():
			*at = types.StringValue(now.String())
		case at.IsUnknown():
			*at = types.StringNull()
		}
	}
}
