// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package billing

import (
	"context"
	"encoding/json"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type detailsModel struct {
	ContractType      types.String   `tfsdk:"contract_type"`
	HasContract       types.Bool     `tfsdk:"has_contract"`
	AssignedLicenses  types.Int64    `tfsdk:"assigned_licenses"`
	PurchasedLicenses types.Int64    `tfsdk:"purchased_licenses"`
	IncludedLicenses  types.Int64    `tfsdk:"included_licenses"`
	Products          []productModel `tfsdk:"products"`
}

type productModel struct {
	Name              types.String `tfsdk:"name"`
	Capabilities      types.List   `tfsdk:"capabilities"`
	IncludedLicenses  types.Int64  `tfsdk:"included_licenses"`
	PurchasedLicenses types.Int64  `tfsdk:"purchased_licenses"`
}

// NewDetailsDataSource returns the data source jumpcloud_billing_details.
func NewDetailsDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_billing_details", Title: "Billing Details"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads what the provider (MSP) has bought and how much of it is in use.",
		Attributes: map[string]schema.Attribute{
			"contract_type": schema.StringAttribute{MarkdownDescription: "Contract type, in JumpCloud's words.", Computed: true},
			"has_contract": schema.BoolAttribute{
				MarkdownDescription: "Whether there is a contract, which `jumpcloud_billing_contract` downloads.",
				Computed:            true,
			},
			"assigned_licenses": schema.Int64Attribute{MarkdownDescription: "Licenses in use.", Computed: true},
			"purchased_licenses": schema.Int64Attribute{
				MarkdownDescription: "Licenses purchased, the sum over `products`. Where several products are bought for the same " +
					"users, look at the products instead.",
				Computed: true,
			},
			"included_licenses": schema.Int64Attribute{
				MarkdownDescription: "Licenses that come with the products, the sum over `products`.",
				Computed:            true,
			},
			"products": kit.ShownObjects("Products, in JumpCloud's order.", map[string]schema.Attribute{
				"name":               schema.StringAttribute{MarkdownDescription: "Name of the product.", Computed: true},
				"capabilities":       kit.ShownList("What the product can do, in JumpCloud's words."),
				"included_licenses":  schema.Int64Attribute{MarkdownDescription: "Licenses that come with the product.", Computed: true},
				"purchased_licenses": schema.Int64Attribute{MarkdownDescription: "Licenses purchased.", Computed: true},
			}),
		},
	}, lookDetails)
}

func lookDetails(ctx context.Context, p *jumpcloud.Portal, m *detailsModel) error {
	d, err := getDetails(ctx, p)
	if err != nil {
		return err
	}

	m.ContractType = types.StringValue(d.ContractType)
	m.HasContract = types.BoolValue(d.HasContract)
	m.AssignedLicenses = whole(d.AssignedLicenses)
	m.Products = []productModel{}

	var purchased, included int64

	for _, one := range d.Products {
		row := productModel{
			Name: types.StringValue(one.Name), Capabilities: kit.StringList(one.Capabilities),
			IncludedLicenses: whole(one.IncludedLicenses), PurchasedLicenses: whole(one.PurchasedLicenses),
		}

		m.Products = append(m.Products, row)
		purchased += row.PurchasedLicenses.ValueInt64()
		included += row.IncludedLicenses.ValueInt64()
	}

	m.PurchasedLicenses = types.Int64Value(purchased)
	m.IncludedLicenses = types.Int64Value(included)

	return nil
}

// whole is a number, or 0 where there is none: a gRPC gateway leaves zeroes out.
func whole(n json.Number) types.Int64 {
	i, err := n.Int64()
	if err != nil {
		return types.Int64Value(0)
	}

	return types.Int64Value(i)
}

type invoicesModel struct {
	Invoices []invoiceRow `tfsdk:"invoices"`
	IDs      types.List   `tfsdk:"ids"`
}

type invoiceRow struct {
	ID              types.String `tfsdk:"id"`
	DueDate         types.String `tfsdk:"due_date"`
	Status          types.String `tfsdk:"status"`
	AmountBilled    types.String `tfsdk:"amount_billed"`
	AmountPaid      types.String `tfsdk:"amount_paid"`
	AmountRemaining types.String `tfsdk:"amount_remaining"`
	Currency        types.String `tfsdk:"currency"`
}

// NewInvoicesDataSource returns the data source jumpcloud_invoices.
func NewInvoicesDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_invoices", Title: "Invoices"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the list of the provider's invoices. `jumpcloud_invoice` downloads one.",
		Attributes: map[string]schema.Attribute{
			"invoices": kit.ShownObjects("Invoices, in JumpCloud's order.", map[string]schema.Attribute{
				"id":               schema.StringAttribute{MarkdownDescription: "Invoice ID.", Computed: true},
				"due_date":         schema.StringAttribute{MarkdownDescription: "Due date, as JumpCloud writes it.", Computed: true},
				"status":           schema.StringAttribute{MarkdownDescription: "Status, in JumpCloud's words.", Computed: true},
				"amount_billed":    schema.StringAttribute{MarkdownDescription: "Amount billed, as JumpCloud writes it.", Computed: true},
				"amount_paid":      schema.StringAttribute{MarkdownDescription: "Amount paid, as JumpCloud writes it.", Computed: true},
				"amount_remaining": schema.StringAttribute{MarkdownDescription: "Amount due, as JumpCloud writes it.", Computed: true},
				"currency":         schema.StringAttribute{MarkdownDescription: "Currency of the amounts.", Computed: true},
			}),
			"ids": kit.ShownList("Invoice IDs, in the same order."),
		},
	}, lookInvoices)
}

func lookInvoices(ctx context.Context, p *jumpcloud.Portal, m *invoicesModel) error {
	listing, err := invoices(ctx, p)
	if err != nil {
		return err
	}

	all, err := collections.All(ctx, listing)
	if err != nil {
		return err
	}

	m.Invoices = []invoiceRow{}
	ids := []string{}

	for _, i := range all {
		m.Invoices = append(m.Invoices, invoiceRow{
			ID: types.StringValue(i.ID), DueDate: types.StringValue(i.DueDate), Status: types.StringValue(i.Status),
			AmountBilled: types.StringValue(i.AmountBilled), AmountPaid: types.StringValue(i.AmountPaid),
			AmountRemaining: types.StringValue(i.AmountRemaining), Currency: types.StringValue(i.Currency),
		})
		ids = append(ids, i.ID)
	}

	m.IDs = kit.StringList(ids)

	return nil
}
