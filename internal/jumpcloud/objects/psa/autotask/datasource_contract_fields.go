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

type contractFieldsModel struct {
	IntegrationID  types.String        `tfsdk:"integration_id"`
	ContractFields []contractFieldItem `tfsdk:"contract_fields"`
}

type contractFieldItem struct {
	Name   types.String        `tfsdk:"name"`
	Values []contractFieldWord `tfsdk:"values"`
}

type contractFieldWord struct {
	Value types.String `tfsdk:"value"`
	Label types.String `tfsdk:"label"`
}

// NewContractFields returns jumpcloud_autotask_contract_fields.
func NewContractFields() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_autotask_contract_fields", Title: "Autotask Contract Fields"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the pick-list fields of Autotask contracts with their values.",
		Attributes: map[string]schema.Attribute{
			"integration_id": psa.IntegrationIDAttribute(psa.Autotask),
			"contract_fields": kit.ShownObjects("Contract fields.", map[string]schema.Attribute{
				"name": kit.ShownString("Field name."),
				"values": kit.ShownObjects("Values that the field can have.", map[string]schema.Attribute{
					"value": kit.ShownString("Value, as Autotask stores it."),
					"label": kit.ShownString("Label, as people see it."),
				}),
			}),
		},
	}, lookContractFields)
}

func lookContractFields(ctx context.Context, p *jumpcloud.Portal, m *contractFieldsModel) error {
	all, err := collections.All(ctx, psa.ContractFields(p, m.IntegrationID.ValueString()))
	if err != nil {
		return err
	}

	m.ContractFields = []contractFieldItem{}

	for _, field := range all {
		item := contractFieldItem{Name: types.StringValue(field.Name), Values: []contractFieldWord{}}
		for _, v := range field.Values {
			item.Values = append(item.Values, contractFieldWord{types.StringValue(v.Value), types.StringValue(v.Label)})
		}

		m.ContractFields = append(m.ContractFields, item)
	}

	return nil
}
