// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package integrations

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type listModel struct {
	Type         types.String `tfsdk:"type"`
	Integrations []listItem   `tfsdk:"integrations"`
	IDsByType    types.Map    `tfsdk:"ids_by_type"`
}

type listItem struct {
	ID   types.String `tfsdk:"id"`
	Type types.String `tfsdk:"type"`
}

// NewIntegrations returns jumpcloud_integrations.
func NewIntegrations() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_integrations", Title: "Integrations"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the PSA integrations of the provider.",
		Attributes: map[string]schema.Attribute{
			"type": schema.StringAttribute{
				MarkdownDescription: "Keeps integrations of this vendor: `autotask`, `connectwise` or `syncro`.",
				Optional:            true,
				Validators:          []validator.String{kit.OneOf("vendor", psa.Types...)},
			},
			"integrations": psa.ItemsAttribute("Integrations.", map[string]string{
				"id": "ID of the integration, a UUID.", "type": "Vendor: `autotask`, `connectwise` or `syncro`.",
			}),
			"ids_by_type": schema.MapAttribute{
				MarkdownDescription: "IDs by vendor: a list for each, normally of one.",
				ElementType:         types.ListType{ElemType: types.StringType},
				Computed:            true,
			},
		},
	}, look)
}

func look(ctx context.Context, p *jumpcloud.Portal, m *listModel) error {
	listing, err := psa.Integrations(ctx, p)
	if err != nil {
		return err
	}

	all, err := collections.All(ctx, listing)
	if err != nil {
		return err
	}

	m.Integrations = []listItem{}
	ids := map[string][]string{}

	for _, i := range all {
		if psa.Is(i.Type, m.Type) {
			m.Integrations = append(m.Integrations, listItem{types.StringValue(i.ID), types.StringValue(i.Type)})
			ids[i.Type] = append(ids[i.Type], i.ID)
		}
	}

	m.IDsByType = listMap(ids)

	return nil
}

func listMap(all map[string][]string) types.Map {
	elements := map[string]attr.Value{}
	for key, list := range all {
		elements[key] = kit.StringList(list)
	}

	return types.MapValueMust(types.ListType{ElemType: types.StringType}, elements)
}
