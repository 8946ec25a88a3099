// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package supportcase

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Whose cases are read.
const (
	ofProvider     = "provider"
	ofOrganization = "organization"
)

type listModel struct {
	Of    types.String `tfsdk:"of"`
	Cases []caseModel  `tfsdk:"cases"`
}

type caseModel struct {
	CaseNumber                types.String `tfsdk:"case_number"`
	Label                     types.String `tfsdk:"label"`
	Status                    types.String `tfsdk:"status"`
	Date                      types.String `tfsdk:"date"`
	Subject                   types.String `tfsdk:"subject"`
	Description               types.String `tfsdk:"description"`
	Reporter                  types.String `tfsdk:"reporter"`
	ReporterEmail             types.String `tfsdk:"reporter_email"`
	Organization              types.String `tfsdk:"organization"`
	OS                        types.String `tfsdk:"os"`
	CaseSubmissionProductType types.String `tfsdk:"case_submission_product_type"`
}

// NewListDataSource returns the data source jumpcloud_cases.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_cases", Title: "Cases"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads support cases: the provider's, or those of the credential's own organization. The API cannot open " +
			"cases.\n\n~> With `of = \"organization\"` the call names no organization and acts in the credential's own. JumpCloud may " +
			"answer 401 to a credential that reaches several; use an API key of the organization's own administrator.",
		Attributes: map[string]schema.Attribute{
			"of": schema.StringAttribute{
				MarkdownDescription: "Whose cases: `provider` (default) or `organization`.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.String{kit.OneOf("choice", ofProvider, ofOrganization)},
			},
			"cases": kit.ShownObjects("Cases, in JumpCloud's order.", map[string]schema.Attribute{
				"case_number":    schema.StringAttribute{MarkdownDescription: "Case number.", Computed: true},
				"label":          schema.StringAttribute{MarkdownDescription: "Label.", Computed: true},
				"status":         schema.StringAttribute{MarkdownDescription: "Status, one of the `statuses` of `jumpcloud_case_metadata`.", Computed: true},
				"date":           schema.StringAttribute{MarkdownDescription: "Date, as JumpCloud writes it.", Computed: true},
				"subject":        schema.StringAttribute{MarkdownDescription: "Subject.", Computed: true},
				"description":    schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
				"reporter":       schema.StringAttribute{MarkdownDescription: "Name of who reported it.", Computed: true},
				"reporter_email": schema.StringAttribute{MarkdownDescription: "E-mail address of who reported it.", Computed: true},
				"organization":   schema.StringAttribute{MarkdownDescription: "Organization that it is about, as JumpCloud writes it.", Computed: true},
				"os":             schema.StringAttribute{MarkdownDescription: "Operating system.", Computed: true},
				"case_submission_product_type": schema.StringAttribute{
					MarkdownDescription: "Product type that was chosen when it was submitted.",
					Computed:            true,
				},
			}),
		},
	}, lookCases)
}

func lookCases(ctx context.Context, p *jumpcloud.Portal, m *listModel) error {
	m.Of = kit.StringOr(m.Of, ofProvider)

	all, err := cases(ctx, p, m.Of.ValueString())
	if err != nil {
		return err
	}

	m.Cases = []caseModel{}
	for _, c := range all {
		m.Cases = append(m.Cases, caseModel{
			CaseNumber: types.StringValue(c.CaseNumber), Label: types.StringValue(c.Label), Status: types.StringValue(c.Status),
			Date: types.StringValue(c.Date), Subject: types.StringValue(c.Subject), Description: types.StringValue(c.Description),
			Reporter: types.StringValue(c.Reporter), ReporterEmail: types.StringValue(c.ReporterEmail),
			Organization: types.StringValue(c.Organization), OS: types.StringValue(c.OS),
			CaseSubmissionProductType: types.StringValue(c.CaseSubmissionProductType),
		})
	}

	return nil
}

func cases(ctx context.Context, p *jumpcloud.Portal, of string) ([]supportCase, error) {
	if of == ofOrganization {
		// The vendor's SDK sends no x-org-id below /api/v2/organizations (evidence: transport 3.2).
		all, err := collections.All(ctx, listing(p.V2("organizations", "cases")))
		if errors.Is(err, rest.ErrUnauthorized) {
			return nil, fmt.Errorf("%w\n\nThis call names no organization, and JumpCloud may refuse it to a credential that reaches several. "+
				"If the credential works elsewhere, use an API key of the organization's own administrator here", err)
		}

		return all, err
	}

	route, err := p.Own(ctx, "cases")
	if err != nil {
		return nil, err
	}

	return collections.All(ctx, listing(route))
}

type metadataModel struct {
	CaseTypes                  types.List `tfsdk:"case_types"`
	CaseSubmissionProductTypes types.List `tfsdk:"case_submission_product_types"`
	Statuses                   types.List `tfsdk:"statuses"`
	ProductServiceGroups       types.List `tfsdk:"product_service_groups"`
	Products                   types.List `tfsdk:"products"`
	Severities                 types.List `tfsdk:"severities"`
	PreferredResponseTimes     types.List `tfsdk:"preferred_response_times"`
	OS                         types.List `tfsdk:"os"`
}

// NewMetadataDataSource returns the data source jumpcloud_case_metadata.
func NewMetadataDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_case_metadata", Title: "Case Metadata"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the words that support cases are made of: types, statuses, products and so on.",
		Attributes: map[string]schema.Attribute{
			"case_types":                    kit.ShownList("Case types."),
			"case_submission_product_types": kit.ShownList("Product types to choose from when a case is submitted."),
			"statuses":                      kit.ShownList("Statuses."),
			"product_service_groups":        kit.ShownList("Groups of products and services."),
			"products":                      kit.ShownList("Products."),
			"severities":                    kit.ShownList("Severities."),
			"preferred_response_times":      kit.ShownList("Preferred response times."),
			"os":                            kit.ShownList("Operating systems."),
		},
	}, lookMetadata)
}

func lookMetadata(ctx context.Context, p *jumpcloud.Portal, m *metadataModel) error {
	found, err := getMetadata(ctx, p)
	if err != nil {
		return err
	}

	m.CaseTypes = kit.StringList(found.CaseTypes)
	m.CaseSubmissionProductTypes = kit.StringList(found.CaseSubmissionProductTypes)
	m.Statuses = kit.StringList(found.Statuses)
	m.ProductServiceGroups = kit.StringList(found.ProductServiceGroups)
	m.Products = kit.StringList(found.Products)
	m.Severities = kit.StringList(found.Severities)
	m.PreferredResponseTimes = kit.StringList(found.PreferredResponseTimes)
	m.OS = kit.StringList(found.OS)

	return nil
}
