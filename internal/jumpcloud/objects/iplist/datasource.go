// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// NewDataSource returns the data source jumpcloud_iplist.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one IP list, by `id` or by exact `name`.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the IP list, 24 hexadecimal digits. Exactly one of `id` and `name` is given.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot("name")), tenancy.ValidID()},
			},
			"name": schema.StringAttribute{
				MarkdownDescription: "List name. A name that several lists have is an error that lists their ids.",
				Optional:            true,
				Computed:            true,
			},
			"description": schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
			"ips": schema.SetAttribute{
				MarkdownDescription: "IP addresses, CIDR blocks and ranges, as they were written.",
				ElementType:         types.StringType,
				Computed:            true,
			},
		},
	}, lookOne)
}

func lookOne(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	id := m.ID.ValueString()

	if id == "" {
		found, err := resolve(ctx, t, m.Name.ValueString())
		if err != nil {
			return err
		}

		id = found
	}

	l, err := collections.Lookup(ctx, listing(t), id)
	if err != nil {
		return err
	}

	m.fromAPI(l)

	return nil
}

func resolve(ctx context.Context, t *jumpcloud.Tenant, name string) (string, error) {
	all, err := collections.All(ctx, listing(t))
	if err != nil {
		return "", err
	}

	candidates := make([]kit.Candidate, 0, len(all))
	for _, l := range all {
		candidates = append(candidates, kit.Candidate{ID: l.ID, Name: l.Name})
	}

	found, err := kit.Resolve("IP list", name, candidates)

	return found.ID, err
}

// listModel is all IP lists of an organization.
type listModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	IPLists        []listItem   `tfsdk:"iplists"`
	IDsByName      types.Map    `tfsdk:"ids_by_name"`
}

type listItem struct {
	ID          types.String `tfsdk:"id"`
	Name        types.String `tfsdk:"name"`
	Description types.String `tfsdk:"description"`
	IPs         types.Set    `tfsdk:"ips"`
}

// NewListDataSource returns the data source jumpcloud_iplists.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_iplists", Title: "IP Lists"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads all IP lists of an organization.",
		Attributes: map[string]schema.Attribute{
			"iplists": schema.ListNestedAttribute{
				MarkdownDescription: "IP lists, the oldest first.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":          schema.StringAttribute{MarkdownDescription: "ID of the IP list.", Computed: true},
					"name":        schema.StringAttribute{MarkdownDescription: "List name.", Computed: true},
					"description": schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
					"ips": schema.SetAttribute{
						MarkdownDescription: "IP addresses, CIDR blocks and ranges, as they were written.",
						ElementType:         types.StringType,
						Computed:            true,
					},
				}},
			},
			"ids_by_name": schema.MapAttribute{
				MarkdownDescription: "IDs by list name; of lists that share a name, the oldest one's.",
				ElementType:         types.StringType,
				Computed:            true,
			},
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	all, err := collections.All(ctx, listing(t))
	if err != nil {
		return err
	}

	ids := map[string]string{}
	m.IPLists = []listItem{}

	for _, l := range all {
		m.IPLists = append(m.IPLists, listItem{
			ID: types.StringValue(l.ID), Name: types.StringValue(l.Name),
			Description: types.StringValue(l.Description), IPs: kit.StringSet(l.IPs),
		})

		if _, taken := ids[l.Name]; !taken {
			ids[l.Name] = l.ID
		}
	}

	m.IDsByName = kit.StringMap(ids)

	return nil
}
