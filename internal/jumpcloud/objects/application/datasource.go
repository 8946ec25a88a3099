// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package application

import (
	"cmp"
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// application is an application as the API returns it, as far as it is shown here. Its
// configuration holds keys and certificates, and is left alone.
type application struct {
	ID           string `json:"_id"`
	Name         string `json:"name"`
	DisplayName  string `json:"displayName"`
	DisplayLabel string `json:"displayLabel"`
	Description  string `json:"description"`
	SSOURL       string `json:"ssoUrl"`
	Active       bool   `json:"active"`
	Created      string `json:"created"`
	SSO          struct {
		Type string `json:"type"`
	} `json:"sso"`
}

// label is what the console calls the application: the label that somebody gave it, else the
// name of the template that it was made from.
func (a application) label() string { return cmp.Or(a.DisplayLabel, a.DisplayName, a.Name) }

// candidate is what a name can mean.
func (a application) candidate() kit.Candidate { return kit.Candidate{ID: a.ID, Name: a.label()} }

// listing asks for whole applications: the contract requires more members of an answer than are
// shown here.
func listing(t *jumpcloud.Tenant) collections.Listing[application] {
	return collections.Listing[application]{
		Route: t.V1("applications"),
		Sort:  jumpcloud.SortID,
		ID:    func(a application) string { return a.ID },
		Single: func(ctx context.Context, id string) (application, error) {
			return collections.Get[application](ctx, t.V1("applications", id))
		},
	}
}

// item is an application as both data sources show it.
type item struct {
	ID           types.String `tfsdk:"id"`
	Name         types.String `tfsdk:"name"`
	TemplateName types.String `tfsdk:"template_name"`
	Description  types.String `tfsdk:"description"`
	SSOType      types.String `tfsdk:"sso_type"`
	SSOURL       types.String `tfsdk:"sso_url"`
	Active       types.Bool   `tfsdk:"active"`
	Created      types.String `tfsdk:"created"`
}

type model struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	item
}

func newItem(a application) item {
	text := types.StringValue

	return item{
		text(a.ID), text(a.label()), text(a.Name), text(a.Description), text(a.SSO.Type), text(a.SSOURL), types.BoolValue(a.Active),
		text(a.Created),
	}
}

func shown() map[string]schema.Attribute {
	return map[string]schema.Attribute{
		"id":            kit.ShownString("ID of the application, 24 hexadecimal digits."),
		"name":          kit.ShownString("Display label: what the console calls the application (`displayLabel`, else `displayName`, else `name`)."),
		"template_name": kit.ShownString("Name of the template that the application was made from (`name`)."),
		"description":   kit.ShownString("Description."),
		"sso_type":      kit.ShownString("How people log in, such as `saml`, `oidc` or `bookmark`."),
		"sso_url":       kit.ShownString("Address at which people log in."),
		"active":        schema.BoolAttribute{MarkdownDescription: "Whether the application is active.", Computed: true},
		"created":       kit.ShownString("When the application was added, in RFC 3339."),
	}
}

// NewDataSource returns the data source jumpcloud_application.
func NewDataSource() datasource.DataSource {
	attributes := shown()
	attributes["id"] = tenancy.IDOr("name", "application")
	attributes["name"] = kit.Sought(attributes["name"].GetMarkdownDescription() + " One that several applications have is an error that lists their ids.")

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_application", Title: "Application"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one application of an organization, by `id` or by exact `name`.",
		Attributes:          attributes,
	}, lookOne)
}

func lookOne(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	id, err := tenancy.Find(ctx, listing(t), "application", m.ID, m.Name, application.candidate)
	if err != nil {
		return err
	}

	a, err := collections.Lookup(ctx, listing(t), id)
	if err != nil {
		return err
	}

	m.item = newItem(a)

	return nil
}

// listModel is all applications of an organization.
type listModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	Applications   []item       `tfsdk:"applications"`
	IDsByName      types.Map    `tfsdk:"ids_by_name"`
}

// NewListDataSource returns the data source jumpcloud_applications.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_applications", Title: "Applications"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads all applications of an organization.",
		Attributes: map[string]schema.Attribute{
			"applications": kit.ShownObjects("The applications, the oldest first.", shown()),
			"ids_by_name":  kit.ShownMap("IDs by name; of applications that share a name, the oldest one's."),
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	all, err := collections.All(ctx, listing(t))
	if err != nil {
		return err
	}

	m.Applications = []item{}

	for _, a := range all {
		m.Applications = append(m.Applications, newItem(a))
	}

	m.IDsByName = kit.IDsByName(kit.Candidates(all, application.candidate))

	return nil
}
