// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyresult

import (
	"context"
	"maps"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
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

type resultsModel struct {
	OrganizationID types.String  `tfsdk:"organization_id"`
	ID             types.String  `tfsdk:"id"`
	PolicyID       types.String  `tfsdk:"policy_id"`
	MaxResults     types.Int64   `tfsdk:"max_results"`
	Results        []resultModel `tfsdk:"results"`
}

// NewResultsDataSource returns the data source jumpcloud_policy_results.
func NewResultsDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_policy_results", Title: "Policy Results"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads what devices reported about policies: of the whole organization, of one policy, or one result. It is a " +
			"history; for the latest result of each device use `jumpcloud_policy_statuses`.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the one result to read, 24 hexadecimal digits. Conflicts with `policy_id` and `max_results`.",
				Optional:            true,
				Validators: []validator.String{
					tenancy.ValidID(), stringvalidator.ConflictsWith(path.MatchRoot("policy_id"), path.MatchRoot("max_results")),
				},
			},
			"policy_id": schema.StringAttribute{
				MarkdownDescription: "ID of the policy whose results to read, 24 hexadecimal digits. All policies' when left out.",
				Optional:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
			"max_results": schema.Int64Attribute{
				MarkdownDescription: "Most results to read, the newest ones, at least 1. All when left out, 100 a request.",
				Optional:            true,
				Validators:          []validator.Int64{int64validator.AtLeast(1)},
			},
			"results": schema.ListNestedAttribute{
				MarkdownDescription: "Results, the newest first.",
				Computed:            true,
				NestedObject:        resultAttributes(),
			},
		},
	}, lookResults)
}

func lookResults(ctx context.Context, t *jumpcloud.Tenant, m *resultsModel) error {
	m.Results = []resultModel{}

	if !m.ID.IsNull() {
		r, err := get(ctx, t, m.ID.ValueString())
		m.Results = append(m.Results, r.model())

		return err
	}

	route := t.V2("policyresults")
	if !m.PolicyID.IsNull() {
		route = t.V2("policies", m.PolicyID.ValueString(), "policyresults")
	}

	// An id begins with the second of its creation, so that this is the newest first.
	for r, err := range collections.Each(ctx, listing(route, "-"+jumpcloud.SortID)) {
		if err != nil {
			return err
		}

		m.Results = append(m.Results, r.model())

		if !m.MaxResults.IsNull() && int64(len(m.Results)) == m.MaxResults.ValueInt64() {
			return nil
		}
	}

	return nil
}

type statusesModel struct {
	counts

	OrganizationID types.String  `tfsdk:"organization_id"`
	PolicyID       types.String  `tfsdk:"policy_id"`
	Statuses       []resultModel `tfsdk:"statuses"`
}

// NewStatusesDataSource returns the data source jumpcloud_policy_statuses.
func NewStatusesDataSource() datasource.DataSource {
	attributes := countAttributes()
	maps.Copy(attributes, map[string]schema.Attribute{
		"policy_id": tenancy.RequiredID("ID of the policy, 24 hexadecimal digits."),
		"statuses": schema.ListNestedAttribute{
			MarkdownDescription: "Latest result of each device, the oldest first.",
			Computed:            true,
			NestedObject:        resultAttributes(),
		},
	})

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_policy_statuses", Title: "Policy Statuses"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads the latest result of one policy on each device that it reaches, and counts them. For many policies or " +
			"organizations use `jumpcloud_policy_compliance`.",
		Attributes: attributes,
	}, lookStatuses)
}

func lookStatuses(ctx context.Context, t *jumpcloud.Tenant, m *statusesModel) error {
	all, err := statuses(ctx, t, m.PolicyID.ValueString())
	if err != nil {
		return err
	}

	m.counts = count(all)
	m.Statuses = []resultModel{}

	for _, r := range all {
		m.Statuses = append(m.Statuses, r.model())
	}

	return nil
}
