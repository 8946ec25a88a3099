// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
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
			"id":          tenancy.IDOr("name", "IP list"),
			"name":        kit.Sought("List name. A name that several lists have is an error that lists their ids."),
			"description": schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
			"ips":         kit.ShownSet("IP addresses, CIDR blocks and ranges, as they were written."),
		},
	}, lookOne)
}

func lookOne(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	id, err := tenancy.Find(ctx, listing(t), "IP list", m.ID, m.Name, ipList.candidate)
	if err != nil {
		return err
	}

	return kit.Fill(m.fromAPI)(collections.Lookup(ctx, listing(t), id))
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
			"iplists": kit.ShownObjects("IP lists, the oldest first.", map[string]schema.Attribute{
				"id":          schema.StringAttribute{MarkdownDescription: "ID of the IP list.", Computed: true},
				"name":        schema.StringAttribute{MarkdownDescription: "List name.", Computed: true},
				"description": schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
				"ips":         kit.ShownSet("IP addresses, CIDR blocks and ranges, as they were written."),
			}),
			"ids_by_name": kit.ShownMap("IDs by list name; of lists that share a name, the oldest one's."),
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	all, err := collections.All(ctx, listing(t))
	if err != nil {
		return err
	}

	m.IPLists = []listItem{}

	for _, l := range all {
		m.IPLists = append(m.IPLists, listItem{
			ID: types.StringValue(l.ID), Name: types.StringValue(l.Name),
			Description: types.StringValue(l.Description), IPs: kit.StringSet(l.IPs),
		})
	}

	m.IDsByName = kit.IDsByName(kit.Candidates(all, ipList.candidate))

	return nil
}
