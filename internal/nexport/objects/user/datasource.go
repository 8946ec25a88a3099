// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
)

// shownAttributes are those of a user who is read.
func shownAttributes() map[string]schema.Attribute {
	text := func(description string) schema.StringAttribute {
		return schema.StringAttribute{MarkdownDescription: description, Computed: true}
	}

	return map[string]schema.Attribute{
		"id":                    text("ID of the user, a UUID."),
		"login":                 text("Login."),
		"owner_organization_id": text("ID of the organization that owns the user, if the service shows it."),
		"first_name":            text("First name."),
		"middle_name":           text("Middle name."),
		"last_name":             text("Last name."),
		"email":                 text("Email address."),
		"title_prefix":          text("Title before the name."),
		"nickname":              text("Nickname."),
	}
}

// oneModel is a user with contact information.
type oneModel struct {
	person

	Contact types.Map `tfsdk:"contact_information"`
}

// NewDataSource returns the data source nexport_user.
func NewDataSource() datasource.DataSource {
	attributes := shownAttributes()
	attributes["id"] = schema.StringAttribute{
		MarkdownDescription: "ID of the user, a UUID. Exactly one of `id` and `login` is given.",
		Optional:            true, Computed: true,
		Validators: []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot("login")), scope.ValidID()},
	}
	attributes["login"] = schema.StringAttribute{MarkdownDescription: "Login.", Optional: true, Computed: true, Validators: []validator.String{kit.VisibleName()}}
	attributes["contact_information"] = schema.MapAttribute{
		MarkdownDescription: "Address and contact information: whatever texts the service shows, by its own names.",
		ElementType:         types.StringType, Computed: true,
	}

	return kit.NewDataSource(kit.Object{Type: "nexport_user", Title: "User"}, scope.Site, schema.Schema{
		MarkdownDescription: scope.Experimental + "Reads one user, by `id` or by `login`, with contact information.",
		Attributes:          attributes,
	}, lookOne)
}

func lookOne(ctx context.Context, c *nexport.Client, m *oneModel) error {
	by, value := "user_id", m.ID.ValueString()
	if value == "" {
		by, value = "login", m.Login.ValueString()
	}

	u, err := get(ctx, c, by, value)
	if err != nil {
		return err
	}

	written := m.person
	m.fromAPI(u)

	if !written.ID.IsNull() {
		m.ID = written.ID // a data source stands by its configuration
	}

	texts, err := contact(ctx, c, u.id())
	m.Contact = kit.StringMap(texts)

	return err
}

// listModel is the users who match a term.
type listModel struct {
	Term       types.String `tfsdk:"search_term"`
	Users      []person     `tfsdk:"users"`
	IDsByLogin types.Map    `tfsdk:"ids_by_login"`
}

// NewListDataSource returns the data source nexport_users.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "nexport_users", Title: "Users"}, scope.Site, schema.Schema{
		MarkdownDescription: scope.Experimental + "Finds users in the organizations in which the provider's user may view users.",
		Attributes: map[string]schema.Attribute{
			"search_term": schema.StringAttribute{
				MarkdownDescription: "Text that is part of the login, the first or last name or the email address.", Required: true,
				Validators: []validator.String{kit.VisibleName()},
			},
			"users": schema.ListNestedAttribute{
				MarkdownDescription: "Users, by last name, first name and login.", Computed: true,
				NestedObject: schema.NestedAttributeObject{Attributes: shownAttributes()},
			},
			"ids_by_login": schema.MapAttribute{MarkdownDescription: "IDs by login.", ElementType: types.StringType, Computed: true},
		},
	}, lookAll)
}

func lookAll(ctx context.Context, c *nexport.Client, m *listModel) error {
	all, err := collections.All(ctx, search(c, m.Term.ValueString()))
	ids := map[string]string{}
	m.Users = []person{}

	for _, u := range all {
		var shown person

		shown.fromAPI(u)
		m.Users = append(m.Users, shown)
		ids[u.Login.String()] = u.id()
	}

	m.IDsByLogin = kit.StringMap(ids)

	return err
}
