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

type contractsModel struct {
	IntegrationID types.String   `tfsdk:"integration_id"`
	CompanyID     types.String   `tfsdk:"company_id"`
	NameContains  types.String   `tfsdk:"name_contains"`
	Contracts     []contractItem `tfsdk:"contracts"`
	IDByName      types.Map      `tfsdk:"id_by_name"`
}

type contractItem struct {
	ID        types.String `tfsdk:"id"`
	Name      types.String `tfsdk:"name"`
	CompanyID types.String `tfsdk:"company_id"`
}

// NewContracts returns jumpcloud_autotask_contracts.
func NewContracts() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_autotask_contracts", Title: "Autotask Contracts"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the contracts of an Autotask integration, of all companies or of one.",
		Attributes: map[string]schema.Attribute{
			"integration_id": psa.IntegrationIDAttribute(psa.Autotask),
			"company_id":     psa.ParentAttribute("company"),
			"name_contains":  psa.NameContainsAttribute(),
			"contracts":      psa.ItemsAttribute("Contracts.", map[string]string{"id": "Contract ID.", "name": "Contract name.", "company_id": "ID of the company that it belongs to."}),
			"id_by_name":     psa.IDByNameAttribute(),
		},
	}, lookContracts)
}

func lookContracts(ctx context.Context, p *jumpcloud.Portal, m *contractsModel) error {
	all, err := collections.All(ctx, psa.Contracts(p, m.IntegrationID.ValueString()))
	if err != nil {
		return err
	}

	kept, ids := psa.Select(all, m.NameContains, func(one psa.Contract) bool { return psa.Is(one.CompanyID, m.CompanyID) })
	m.Contracts, m.IDByName = []contractItem{}, ids

	for _, one := range kept {
		m.Contracts = append(m.Contracts, contractItem{types.StringValue(one.ID), types.StringValue(one.Name), types.StringValue(one.CompanyID)})
	}

	return nil
}
