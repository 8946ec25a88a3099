// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package autotask

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type servicesModel struct {
	IntegrationID types.String  `tfsdk:"integration_id"`
	ContractID    types.String  `tfsdk:"contract_id"`
	NameContains  types.String  `tfsdk:"name_contains"`
	Services      []serviceItem `tfsdk:"services"`
	IDByName      types.Map     `tfsdk:"id_by_name"`
}

type serviceItem struct {
	ID         types.String `tfsdk:"id"`
	Name       types.String `tfsdk:"name"`
	ContractID types.String `tfsdk:"contract_id"`
}

// NewServices returns jumpcloud_autotask_services.
func NewServices() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_autotask_services", Title: "Autotask Services"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the services on the contracts of an Autotask integration, of all contracts or of one.",
		Attributes: map[string]schema.Attribute{
			"integration_id": psa.IntegrationIDAttribute(psa.Autotask),
			"contract_id":    psa.ParentAttribute("contract"),
			"name_contains":  psa.NameContainsAttribute(),
			"services":       psa.ItemsAttribute("Services.", map[string]string{"id": "Service ID.", "name": "Service name.", "contract_id": "ID of the contract that it belongs to."}),
			"id_by_name":     psa.IDByNameAttribute(),
		},
	}, lookServices)
}

func lookServices(ctx context.Context, p *jumpcloud.Portal, m *servicesModel) error {
	all, err := collections.All(ctx, psa.Services(p, m.IntegrationID.ValueString()))
	if err != nil {
		return err
	}

	kept, ids := psa.Select(all, m.NameContains, func(one psa.Service) bool { return psa.Is(one.ContractID, m.ContractID) })
	m.Services, m.IDByName = []serviceItem{}, ids

	for _, one := range kept {
		m.Services = append(m.Services, serviceItem{types.StringValue(one.ID), types.StringValue(one.Name), types.StringValue(one.ContractID)})
	}

	return nil
}
