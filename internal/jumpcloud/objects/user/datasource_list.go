// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var states = []string{"STAGED", "ACTIVATED", "SUSPENDED"}

// listModel is the users of an organization, or some of them.
type listModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	State          types.String `tfsdk:"state"`
	Company        types.String `tfsdk:"company"`
	CostCenter     types.String `tfsdk:"cost_center"`
	Department     types.String `tfsdk:"department"`
	EmployeeType   types.String `tfsdk:"employee_type"`
	JobTitle       types.String `tfsdk:"job_title"`
	Location       types.String `tfsdk:"location"`
	ManagerID      types.String `tfsdk:"manager_id"`
	Users          []listItem   `tfsdk:"users"`
	IDs            types.List   `tfsdk:"ids"`
	IDsByUsername  types.Map    `tfsdk:"ids_by_username"`
	IDsByEmail     types.Map    `tfsdk:"ids_by_email"`
}

type listItem struct {
	ID          types.String `tfsdk:"id"`
	Username    types.String `tfsdk:"username"`
	Email       types.String `tfsdk:"email"`
	State       types.String `tfsdk:"state"`
	Firstname   types.String `tfsdk:"firstname"`
	Lastname    types.String `tfsdk:"lastname"`
	Displayname types.String `tfsdk:"displayname"`
	Department  types.String `tfsdk:"department"`
	ManagerID   types.String `tfsdk:"manager_id"`
}

// filters are what narrows the list, by the names on the wire.
func (m listModel) filters() map[string]types.String {
	return map[string]types.String{
		"state": m.State, "company": m.Company, "costCenter": m.CostCenter, "department": m.Department, "employeeType": m.EmployeeType,
		"jobTitle": m.JobTitle, "location": m.Location, "manager": m.ManagerID,
	}
}

// NewListDataSource returns the data source jumpcloud_users.
func NewListDataSource() datasource.DataSource {
	byName := func(of string) schema.Attribute {
		return kit.ShownMap("IDs by " + of + " of the user, as JumpCloud writes it.")
	}

	item := map[string]schema.Attribute{}
	for _, name := range []string{"id", "username", "email", "state", "firstname", "lastname", "displayname", "department", "manager_id"} {
		item[name] = schema.StringAttribute{MarkdownDescription: helps[name], Computed: true}
	}

	attributes := map[string]schema.Attribute{
		"users":           kit.ShownObjects("The users, the oldest first.", item),
		"ids":             kit.ShownList("IDs of the users, the oldest first."),
		"ids_by_username": byName("username"),
		"ids_by_email":    byName("email"),
		"state": schema.StringAttribute{
			MarkdownDescription: "Only users in this state: `STAGED`, `ACTIVATED` or `SUSPENDED`.",
			Optional:            true,
			Validators:          []validator.String{kit.OneOf("state", states...)},
		},
		"manager_id": schema.StringAttribute{
			MarkdownDescription: "Only users whom this user manages.", Optional: true, Validators: []validator.String{tenancy.ValidID()},
		},
	}

	for _, name := range []string{"company", "cost_center", "department", "employee_type", "job_title", "location"} {
		attributes[name] = schema.StringAttribute{
			MarkdownDescription: "Only users who have exactly this value; an empty one is that of users who have none. " + helps[name], Optional: true,
		}
	}

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_users", Title: "Users"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads the users of an organization, all or those who fit every given argument. All data sources of one " +
			"organization share one listing, of 100 users a call.",
		Attributes: attributes,
	}, lookAll)
}

// lookAll filters here: which fields the service can filter by is not documented.
func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	all, err := collections.All(ctx, listing(t))
	if err != nil {
		return err
	}

	m.Users = []listItem{}
	ids, usernames, emails := []string{}, map[string]string{}, map[string]string{}

	for _, u := range all {
		if !u.fits(m.filters()) {
			continue
		}

		text := func(name string) types.String { return types.StringValue(u.text(name)) }
		m.Users = append(m.Users, listItem{
			types.StringValue(u.id()), text("username"), text("email"), text("state"), text("firstname"), text("lastname"),
			text("displayname"), text("department"), text("manager"),
		})
		ids = append(ids, u.id())
		usernames[u.username()], emails[u.email()] = u.id(), u.id()
	}

	m.IDs, m.IDsByUsername, m.IDsByEmail = kit.StringList(ids), kit.StringMap(usernames), kit.StringMap(emails)

	return nil
}

func (u user) fits(filters map[string]types.String) bool {
	for name, want := range filters {
		if !want.IsNull() && u.text(name) != want.ValueString() {
			return false
		}
	}

	return true
}
