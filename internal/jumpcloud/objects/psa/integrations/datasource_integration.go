// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package integrations

import (
	"context"
	"fmt"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type oneModel struct {
	ID                 types.String `tfsdk:"id"`
	Type               types.String `tfsdk:"type"`
	Username           types.String `tfsdk:"username"`
	URL                types.String `tfsdk:"url"`
	CompanyID          types.String `tfsdk:"company_id"`
	Subdomain          types.String `tfsdk:"subdomain"`
	Configured         types.Bool   `tfsdk:"msp_auth_configured"`
	AutomaticTicketing types.Bool   `tfsdk:"automatic_ticketing"`
	CompanyTypeIDs     types.List   `tfsdk:"company_type_ids"`
}

// one is an integration of any vendor; each has the members that are the vendor's. No
// answer has a secret (evidence: psa 1.2).
type one struct {
	Username   string `json:"username"`
	URL        string `json:"url"`
	CompanyID  string `json:"companyId"`
	Subdomain  string `json:"subdomain"`
	Configured bool   `json:"isMspAuthConfigured"`
}

// NewIntegration returns jumpcloud_integration.
func NewIntegration() datasource.DataSource {
	text := kit.ShownString

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_integration", Title: "Integration"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads one PSA integration of the provider with its settings, by `id`, or by `type` where the vendor has one. Secrets " +
			"are never shown.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the integration, a UUID. Exactly one of `id` and `type` is given.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot("type")), tenancy.ValidUUID()},
			},
			"type": schema.StringAttribute{
				MarkdownDescription: "Vendor: `autotask`, `connectwise` or `syncro`.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.String{kit.OneOf("vendor", psa.Types...)},
			},
			"username":   text("Username of the API user; null but for Autotask."),
			"url":        text("Address of the PSA; null but for ConnectWise."),
			"company_id": text("Company ID, with which the MSP logs in to the PSA; null but for ConnectWise."),
			"subdomain":  text("Subdomain; null but for Syncro."),
			"msp_auth_configured": schema.BoolAttribute{
				MarkdownDescription: "Whether JumpCloud holds credentials for the PSA.", Computed: true,
			},
			"automatic_ticketing": schema.BoolAttribute{
				MarkdownDescription: "Automatic Ticketing: whether alerts can make tickets in the PSA.", Computed: true,
			},
			"company_type_ids": schema.ListAttribute{
				MarkdownDescription: "Company Types: numbers of those whose companies are considered, sorted; null for Syncro, which has none.",
				ElementType:         types.Int64Type,
				Computed:            true,
			},
		},
	}, lookOne)
}

func lookOne(ctx context.Context, p *jumpcloud.Portal, m *oneModel) error {
	listing, err := psa.Integrations(ctx, p)
	if err != nil {
		return err
	}

	all, err := collections.All(ctx, listing)
	if err != nil {
		return err
	}

	found, err := choose(m, all)
	if err != nil {
		return err
	}

	v, err := psa.VendorOf(found.Type)
	if err != nil {
		return err
	}

	i, err := collections.Get[one](ctx, v.Of(p, found.ID))
	if err != nil {
		return err
	}

	s, err := psa.GetSettings(ctx, p, v, found.ID)
	if err != nil {
		return err
	}

	m.ID, m.Type = types.StringValue(found.ID), types.StringValue(found.Type)
	m.Username, m.URL = textOrNull(i.Username), textOrNull(i.URL)
	m.CompanyID, m.Subdomain = textOrNull(i.CompanyID), textOrNull(i.Subdomain)
	m.Configured, m.AutomaticTicketing = types.BoolValue(i.Configured), types.BoolValue(s.AutomaticTicketing)
	m.CompanyTypeIDs = types.ListNull(types.Int64Type)

	if v.Type != psa.Syncro.Type {
		m.CompanyTypeIDs = numbers(s.CompanyTypeIDs)
	}

	return nil
}

// choose finds the integration that is asked for.
func choose(m *oneModel, all []psa.Integration) (psa.Integration, error) {
	var ids []string

	fits := slices.DeleteFunc(slices.Clone(all), func(i psa.Integration) bool {
		return !m.ID.IsNull() && i.ID != m.ID.ValueString() || !m.Type.IsNull() && i.Type != m.Type.ValueString()
	})

	for _, i := range fits {
		ids = append(ids, i.ID)
	}

	switch {
	case len(fits) == 1:
		return fits[0], nil
	case len(fits) > 1:
		return psa.Integration{}, fmt.Errorf("the provider has %d integrations with %s: give id instead, one of %q", len(fits), m.Type.ValueString(), ids)
	}

	return psa.Integration{}, fmt.Errorf("the provider has no integration %s; the data source jumpcloud_integrations lists what it has",
		m.ID.ValueString()+m.Type.ValueString())
}

func textOrNull(s string) types.String {
	if s == "" {
		return types.StringNull()
	}

	return types.StringValue(s)
}

// numbers is a list of numbers, sorted.
func numbers(ids []int64) types.List {
	elements := []attr.Value{}
	for _, id := range slices.Sorted(slices.Values(ids)) {
		elements = append(elements, types.Int64Value(id))
	}

	return types.ListValueMust(types.Int64Type, elements)
}
