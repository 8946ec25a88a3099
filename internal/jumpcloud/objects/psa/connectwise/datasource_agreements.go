// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package connectwise

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

type agreementsModel struct {
	IntegrationID types.String    `tfsdk:"integration_id"`
	CompanyID     types.String    `tfsdk:"company_id"`
	NameContains  types.String    `tfsdk:"name_contains"`
	Agreements    []agreementItem `tfsdk:"agreements"`
	IDByName      types.Map       `tfsdk:"id_by_name"`
}

type agreementItem struct {
	ID        types.String `tfsdk:"id"`
	Name      types.String `tfsdk:"name"`
	CompanyID types.String `tfsdk:"company_id"`
}

// NewAgreements returns jumpcloud_connectwise_agreements.
func NewAgreements() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_connectwise_agreements", Title: "ConnectWise Agreements"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the agreements of a ConnectWise integration, of all companies or of one.",
		Attributes: map[string]schema.Attribute{
			"integration_id": psa.IntegrationIDAttribute(psa.ConnectWise),
			"company_id":     psa.ParentAttribute("company"),
			"name_contains":  psa.NameContainsAttribute(),
			"agreements":     psa.ItemsAttribute("Agreements.", map[string]string{"id": "Agreement ID.", "name": "Agreement name.", "company_id": "ID of the company that it belongs to."}),
			"id_by_name":     psa.IDByNameAttribute(),
		},
	}, lookAgreements)
}

func lookAgreements(ctx context.Context, p *jumpcloud.Portal, m *agreementsModel) error {
	all, err := collections.All(ctx, psa.Agreements(p, m.IntegrationID.ValueString()))
	if err != nil {
		return err
	}

	kept, ids := psa.Select(all, m.NameContains, func(one psa.Agreement) bool { return psa.Is(one.CompanyID, m.CompanyID) })
	m.Agreements, m.IDByName = []agreementItem{}, ids

	for _, one := range kept {
		m.Agreements = append(m.Agreements, agreementItem{types.StringValue(one.ID), types.StringValue(one.Name), types.StringValue(one.CompanyID)})
	}

	return nil
}
