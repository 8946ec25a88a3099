// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/scope"
)

// shownAttributes are those of an organization that is read.
func shownAttributes() map[string]schema.Attribute {
	return map[string]schema.Attribute{
		"id":                schema.StringAttribute{MarkdownDescription: "ID of the organization, a number.", Computed: true},
		"name":              schema.StringAttribute{MarkdownDescription: "Name.", Computed: true},
		"shared":            schema.BoolAttribute{MarkdownDescription: "Whether members see each other's tickets.", Computed: true},
		"domain":            schema.StringAttribute{MarkdownDescription: "Domain of the members' email addresses, in lower case.", Computed: true},
		"domain_assignment": schema.BoolAttribute{MarkdownDescription: "Whether new users of `domain` become members.", Computed: true},
		"active":            schema.BoolAttribute{MarkdownDescription: "Whether the organization is in use.", Computed: true},
		"vip":               schema.BoolAttribute{MarkdownDescription: "Whether agents see that the organization is important.", Computed: true},
		"note":              schema.StringAttribute{MarkdownDescription: "Note for agents, as the HTML that Zammad keeps.", Computed: true},
		"custom_attributes": schema.MapAttribute{
			MarkdownDescription: "Attributes that the installation has added in its Object Manager, by name: text as it is, anything else as JSON.",
			ElementType:         types.StringType, Computed: true,
		},
		"member_ids": schema.SetAttribute{
			MarkdownDescription: "IDs of the users who belong to the organization.", ElementType: types.StringType, Computed: true,
		},
	}
}

// NewDataSource returns the data source zammad_organization.
func NewDataSource() datasource.DataSource {
	attributes := shownAttributes()
	attributes["id"] = schema.StringAttribute{
		MarkdownDescription: "ID of the organization, a number. Exactly one of `id` and `name` is given.",
		Optional:            true,
		Computed:            true,
		Validators:          []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot("name")), scope.ValidID()},
	}
	attributes["name"] = schema.StringAttribute{
		MarkdownDescription: "Name, whatever the case of its letters.",
		Optional:            true,
		Computed:            true,
	}

	return kit.NewDataSource(object, scope.Instance, schema.Schema{
		MarkdownDescription: "Reads one organization, by `id` or by `name`. It lists instead of searching, since what was just written cannot be searched for yet.",
		Attributes:          attributes,
	}, lookOne)
}

func lookOne(ctx context.Context, c *zammad.Client, m *model) error {
	id := m.ID.ValueString()
	written := m.Name

	if id == "" {
		found, err := resolve(ctx, c, m.Name.ValueString())
		if err != nil {
			return err
		}

		id = found
	}

	o, err := collections.Lookup(ctx, listing(c), id)
	if err != nil {
		return err
	}

	m.show(o)

	if !written.IsNull() {
		m.Name = written // a data source stands by its configuration
	}

	return nil
}

// resolve finds an organization by its name, of which the case of letters means nothing.
func resolve(ctx context.Context, c *zammad.Client, name string) (string, error) {
	all, err := collections.All(ctx, listing(c))
	if err != nil {
		return "", err
	}

	candidates := make([]kit.Candidate, 0, len(all))

	for _, o := range all {
		if strings.EqualFold(o.Name, name) {
			return o.id(), nil
		}

		candidates = append(candidates, kit.Candidate{Name: o.Name})
	}

	_, err = kit.Resolve("organization", name, candidates)

	return "", err
}

// listModel is all organizations, or those that a filter leaves.
type listModel struct {
	Active        types.Bool   `tfsdk:"active"`
	Domain        types.String `tfsdk:"domain"`
	Organizations []model      `tfsdk:"organizations"`
	IDsByName     types.Map    `tfsdk:"ids_by_name"`
}

// NewListDataSource returns the data source zammad_organizations.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "zammad_organizations", Title: "Organizations"}, scope.Instance, schema.Schema{
		MarkdownDescription: "Reads all organizations that the credential sees, or those that a filter leaves.",
		Attributes: map[string]schema.Attribute{
			"active": schema.BoolAttribute{
				MarkdownDescription: "Only organizations that are in use, or only those that are not. All when left out.", Optional: true,
			},
			"domain": schema.StringAttribute{
				MarkdownDescription: "Only organizations of this domain; `@`, white space and the case of letters mean nothing. All when left out.",
				Optional:            true,
			},
			"organizations": schema.ListNestedAttribute{
				MarkdownDescription: "Organizations, by their ids.",
				Computed:            true,
				NestedObject:        schema.NestedAttributeObject{Attributes: shownAttributes()},
			},
			"ids_by_name": schema.MapAttribute{MarkdownDescription: "IDs by name.", ElementType: types.StringType, Computed: true},
		},
	}, lookAll)
}

func lookAll(ctx context.Context, c *zammad.Client, m *listModel) error {
	all, err := collections.All(ctx, listing(c))
	if err != nil {
		return err
	}

	byName := map[string]string{}
	m.Organizations = []model{}

	for _, o := range all {
		if !m.Active.IsNull() && m.Active.ValueBool() != o.Active || !m.Domain.IsNull() && !sameDomain(m.Domain.ValueString(), o.Domain) {
			continue
		}

		var shown model

		shown.show(o)
		m.Organizations = append(m.Organizations, shown)
		byName[o.Name] = o.id()
	}

	m.IDsByName = kit.StringMap(byName)

	return nil
}
