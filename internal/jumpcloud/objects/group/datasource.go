// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Item is what every list of groups shows of one.
type Item struct {
	ID          types.String `tfsdk:"id"`
	Name        types.String `tfsdk:"name"`
	Description types.String `tfsdk:"description"`
	Owner       types.String `tfsdk:"owner_organization_id"`
}

// OwnerAttribute declares owner_organization_id of data sources.
func OwnerAttribute() schema.Attribute {
	return schema.StringAttribute{
		MarkdownDescription: "ID of the organization that owns the group: another than `organization_id` where that organization shares it with " +
			"this one. Null where the service does not say.",
		Computed: true,
	}
}

// Owner is the organization that owns a group, null where the service does not say.
func Owner(g Whole) types.String {
	if g.OrganizationObjectID == "" {
		return types.StringNull()
	}

	return types.StringValue(g.OrganizationObjectID)
}

// ListSchema is the schema of a data source of all groups of a type, which stand in the
// attribute; noun is what people call one.
func ListSchema(attribute, noun string) schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Reads all " + noun + "s of an organization.",
		Attributes: map[string]schema.Attribute{
			attribute: schema.ListNestedAttribute{
				MarkdownDescription: "The " + noun + "s, the oldest first.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":          schema.StringAttribute{MarkdownDescription: "ID of the " + noun + ".", Computed: true},
					"name":        schema.StringAttribute{MarkdownDescription: "Name of the " + noun + ".", Computed: true},
					"description": schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},

					"owner_organization_id": OwnerAttribute(),
				}},
			},
			"ids_by_name": schema.MapAttribute{
				MarkdownDescription: "IDs by name of the " + noun + ".",
				ElementType:         types.StringType,
				Computed:            true,
			},
		},
	}
}

// Items lists the groups of a type, and their ids by name.
func Items(ctx context.Context, t *jumpcloud.Tenant, of string) ([]Item, types.Map, error) {
	all, err := collections.All(ctx, Groups(t, of))
	items, ids := []Item{}, map[string]string{}

	for _, g := range all {
		items = append(items, Item{types.StringValue(g.ID), types.StringValue(g.Name), types.StringValue(g.Description), Owner(g)})
		ids[g.Name] = g.ID
	}

	return items, kit.StringMap(ids), err
}

// Resolve returns the id of the group of a type that a data source names, by id or by name.
func Resolve(ctx context.Context, t *jumpcloud.Tenant, of string, id, name types.String) (Ref, error) {
	if id.ValueString() != "" {
		return Ref{of, id.ValueString()}, nil
	}

	all, err := collections.All(ctx, Groups(t, of))
	if err != nil {
		return Ref{}, err
	}

	candidates := make([]kit.Candidate, 0, len(all))
	for _, g := range all {
		candidates = append(candidates, kit.Candidate{ID: g.ID, Name: g.Name})
	}

	found, err := kit.Resolve(kinds[of].noun, name.ValueString(), candidates)

	return Ref{of, found.ID}, err
}
