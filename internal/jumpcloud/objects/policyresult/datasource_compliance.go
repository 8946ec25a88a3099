// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyresult

import (
	"maps"

	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type complianceModel struct {
	OrganizationIDs types.Set                    `tfsdk:"organization_ids"`
	PolicyGroup     types.String                 `tfsdk:"policy_group"`
	ByOrganization  map[string]organizationModel `tfsdk:"by_organization"`
	Missing         types.Map                    `tfsdk:"missing_organizations"`
}

type organizationModel struct {
	counts

	Name     types.String  `tfsdk:"name"`
	Policies []policyModel `tfsdk:"policies"`
}

type policyModel struct {
	counts

	PolicyID     types.String `tfsdk:"policy_id"`
	Name         types.String `tfsdk:"name"`
	TemplateName types.String `tfsdk:"template_name"`
}

// NewComplianceDataSource returns the data source jumpcloud_policy_compliance.
func NewComplianceDataSource() datasource.DataSource {
	perPolicy := countAttributes()
	maps.Copy(perPolicy, map[string]schema.Attribute{
		"policy_id":     schema.StringAttribute{MarkdownDescription: "ID of the policy.", Computed: true},
		"name":          schema.StringAttribute{MarkdownDescription: "Policy name.", Computed: true},
		"template_name": schema.StringAttribute{MarkdownDescription: "Machine name of the policy template.", Computed: true},
	})

	perOrganization := map[string]schema.Attribute{
		"name": schema.StringAttribute{
			MarkdownDescription: "Organization name; empty where the credential cannot list organizations.",
			Computed:            true,
		},
		"success":            schema.Int64Attribute{MarkdownDescription: "Sum of the policies' `success`: devices times policies.", Computed: true},
		"failed":             schema.Int64Attribute{MarkdownDescription: "Sum of the policies' `failed`.", Computed: true},
		"pending":            schema.Int64Attribute{MarkdownDescription: "Sum of the policies' `pending`.", Computed: true},
		"other":              schema.Int64Attribute{MarkdownDescription: "Sum of the policies' `other`.", Computed: true},
		"failing_system_ids": kit.ShownList("IDs of the devices on which any policy fails, each once."),
		"policies":           kit.ShownObjects("Policies, the oldest first.", perPolicy),
	}

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_policy_compliance", Title: "Policy Compliance"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Counts, for many organizations at once, on how many devices each policy succeeded, failed and is pending. It costs " +
			"one request a policy (one more for every further 100 devices) and one for every 100 policies of an organization, several " +
			"at a time within the provider's `requests_per_second`. An organization that cannot be read is left out and named in a warning; " +
			"that none can is an error.",
		Attributes: map[string]schema.Attribute{
			"organization_ids": schema.SetAttribute{
				MarkdownDescription: "IDs of the organizations, each 24 hexadecimal digits. All of the provider's when left out, as far as " +
					"`allowed_organization_ids` allows them.",
				ElementType: types.StringType,
				Optional:    true,
				Validators:  []validator.Set{setvalidator.SizeAtLeast(1), setvalidator.ValueStringsAre(tenancy.ValidID())},
			},
			"policy_group": schema.StringAttribute{
				MarkdownDescription: "Counts only policies that are direct members of the policy group with this exact name, which every " +
					"organization must have.",
				Optional:   true,
				Validators: []validator.String{stringvalidator.LengthAtLeast(1)},
			},
			"by_organization": schema.MapNestedAttribute{
				MarkdownDescription: "Counts by organization id.",
				Computed:            true,
				NestedObject:        schema.NestedAttributeObject{Attributes: perOrganization},
			},
			"missing_organizations": kit.ShownMap("Why an organization is left out, by organization id."),
		},
	}, lookCompliance)
}
