// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package role

import (
	"context"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type oneModel struct {
	ID          types.String `tfsdk:"id"`
	Name        types.String `tfsdk:"name"`
	Description types.String `tfsdk:"description"`
	Custom      types.Bool   `tfsdk:"custom"`
	Scopes      types.List   `tfsdk:"scopes"`
}

type listModel struct {
	Roles []oneModel `tfsdk:"roles"`
}

// NewListDataSource returns the data source jumpcloud_roles.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_roles", Title: "Roles"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the roles of the provider, built-in and custom.",
		Attributes: map[string]schema.Attribute{
			"roles": kit.ShownObjects("Roles, in the order of the service.", map[string]schema.Attribute{
				"id":          schema.StringAttribute{MarkdownDescription: "Role ID.", Computed: true},
				"name":        schema.StringAttribute{MarkdownDescription: "Role Name.", Computed: true},
				"description": schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
				"custom":      schema.BoolAttribute{MarkdownDescription: "Whether it is a custom role; else it is built in.", Computed: true},
				"scopes":      kit.ShownList("Permissions: scopes."),
			}),
		},
	}, func(ctx context.Context, p *jumpcloud.Portal, m *listModel) error {
		l, err := listing(ctx, p)
		if err != nil {
			return err
		}

		found, err := collections.All(ctx, l)
		m.Roles = make([]oneModel, 0, len(found))

		for _, r := range found {
			m.Roles = append(m.Roles, oneModel{
				ID: types.StringValue(r.ID), Name: types.StringValue(r.Name), Description: types.StringValue(r.Description),
				Custom: types.BoolValue(r.Custom), Scopes: kit.StringList(r.Scopes),
			})
		}

		return err
	})
}

type groupModel struct {
	Name        types.String `tfsdk:"name"`
	Key         types.String `tfsdk:"key"`
	Description types.String `tfsdk:"description"`
	FullAccess  types.List   `tfsdk:"full_access_scopes"`
	Scopes      types.List   `tfsdk:"scopes"`

	Permissions []permissionModel `tfsdk:"permissions"`
}

type permissionModel struct {
	Key         types.String `tfsdk:"key"`
	Label       types.String `tfsdk:"label"`
	Subgroup    types.String `tfsdk:"subgroup"`
	Description types.String `tfsdk:"description"`
	Kind        types.String `tfsdk:"permission_type"`
	Scopes      types.List   `tfsdk:"scopes"`
}

// permissionAttributes are those of a line of a group of scopes.
func permissionAttributes() map[string]schema.Attribute {
	text := kit.ShownString

	return map[string]schema.Attribute{
		"key":             text("Key of the permission."),
		"label":           text("Label that the console shows."),
		"subgroup":        text("Label of the part of the group that it stands in; empty where there is none."),
		"description":     text("What the permission lets somebody do, as the console describes it."),
		"permission_type": text("How the console offers it: `granular`, `access_level` or `actions`."),
		"scopes": schema.ListAttribute{
			MarkdownDescription: "Scopes of the permission, of all its levels, sorted.", ElementType: types.StringType, Computed: true,
		},
	}
}

type groupsModel struct {
	Groups []groupModel `tfsdk:"scope_groups"`
	Scopes types.Set    `tfsdk:"scopes"`
}

// NewScopeGroupsDataSource returns the data source jumpcloud_scope_groups.
func NewScopeGroupsDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_scope_groups", Title: "Scope Groups"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the groups of scopes that roles are made of.",
		Attributes: map[string]schema.Attribute{
			"scope_groups": kit.ShownObjects("Groups of scopes, in the order of the service.", map[string]schema.Attribute{
				"name":               schema.StringAttribute{MarkdownDescription: "Name of the group.", Computed: true},
				"key":                schema.StringAttribute{MarkdownDescription: "Key of the group.", Computed: true},
				"description":        schema.StringAttribute{MarkdownDescription: "Description of the group.", Computed: true},
				"full_access_scopes": kit.ShownList("Scopes that give full access to all of the group."),
				"scopes":             kit.ShownList("All scopes of the group, sorted."),
				"permissions":        kit.ShownObjects("What the scopes are for: the lines of the group, in the order of the service.", permissionAttributes()),
			}),
			"scopes": kit.ShownSet("All scopes of all groups."),
		},
	}, lookGroups)
}

func lookGroups(ctx context.Context, p *jumpcloud.Portal, m *groupsModel) error {
	groups, err := scopeGroups(ctx, p)
	if err != nil {
		return err
	}

	all := map[string]bool{}
	m.Groups = make([]groupModel, 0, len(groups))

	for _, g := range groups {
		lines := []permissionModel{}
		for _, s := range g.Scopes {
			lines = append(lines, permissionModel{
				types.StringValue(s.Key), types.StringValue(s.Label), types.StringValue(s.Subgroup), types.StringValue(s.Description),
				types.StringValue(s.Kind), kit.StringList(s.scopes()),
			})
		}

		m.Groups = append(m.Groups, groupModel{
			Permissions: lines,
			Name:        types.StringValue(g.Name), Key: types.StringValue(g.Key), Description: types.StringValue(g.Description),
			FullAccess: kit.StringList(g.FullAccess), Scopes: kit.StringList(g.all()),
		})

		for _, s := range g.all() {
			all[s] = true
		}
	}

	m.Scopes = kit.StringSet(slices.Sorted(maps.Keys(all)))

	return nil
}
