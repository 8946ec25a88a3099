// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package syncro

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

type billingOptionsModel struct {
	IntegrationID types.String   `tfsdk:"integration_id"`
	Schedules     []scheduleItem `tfsdk:"schedules"`
}

type scheduleItem struct {
	Option    types.String   `tfsdk:"option"`
	ID        types.Int64    `tfsdk:"id"`
	Name      types.String   `tfsdk:"name"`
	LineItems []lineItemItem `tfsdk:"line_items"`
}

type lineItemItem struct {
	ID   types.Int64  `tfsdk:"id"`
	Name types.String `tfsdk:"name"`
}

// NewBillingOptions returns jumpcloud_syncro_billing_options.
func NewBillingOptions() datasource.DataSource {
	number := func(description string) schema.Attribute {
		return schema.Int64Attribute{MarkdownDescription: description, Computed: true}
	}

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_syncro_billing_options", Title: "Syncro Billing Options"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the billing schedules of a Syncro integration with their line items: what a mapping can update.",
		Attributes: map[string]schema.Attribute{
			"integration_id": psa.IntegrationIDAttribute(psa.Syncro),
			"schedules": kit.ShownObjects("Billing schedules (recurring invoices).", map[string]schema.Attribute{
				"option": kit.ShownString("Name of the option under which Syncro lists the schedule."),
				"id":     number("Schedule ID."),
				"name":   kit.ShownString("Schedule name."),
				"line_items": kit.ShownObjects("Line items of the schedule.", map[string]schema.Attribute{
					"id":   number("Line item ID."),
					"name": kit.ShownString("Line item name."),
				}),
			}),
		},
	}, lookBillingOptions)
}

func lookBillingOptions(ctx context.Context, p *jumpcloud.Portal, m *billingOptionsModel) error {
	all, err := collections.All(ctx, psa.BillingOptions(p, m.IntegrationID.ValueString()))
	if err != nil {
		return err
	}

	m.Schedules = []scheduleItem{}

	for _, option := range all {
		for _, s := range option.Values {
			item := scheduleItem{
				Option: types.StringValue(option.Name), ID: types.Int64Value(s.Value), Name: types.StringValue(s.Label), LineItems: []lineItemItem{},
			}
			for _, l := range s.Lines {
				item.LineItems = append(item.LineItems, lineItemItem{types.Int64Value(l.Value), types.StringValue(l.Label)})
			}

			m.Schedules = append(m.Schedules, item)
		}
	}

	return nil
}
