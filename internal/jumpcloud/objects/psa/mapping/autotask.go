// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/int64default"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type autotaskModel struct {
	base

	Contract         types.String `tfsdk:"contract"`
	ContractID       types.String `tfsdk:"contract_id"`
	ContractName     types.String `tfsdk:"contract_name"`
	Service          types.String `tfsdk:"service"`
	ServiceID        types.String `tfsdk:"service_id"`
	ServiceName      types.String `tfsdk:"service_name"`
	NonBillableUsers types.Int64  `tfsdk:"non_billable_users"`
}

func (m *autotaskModel) spots() []spot {
	return []spot{
		m.companySpot(psa.Autotask),
		{target{
			noun: "contract", member: "contract", at: path.Root("contract"),
			advice: "Contracts are those of the company in Autotask.",
			candidates: func(ctx context.Context, p *jumpcloud.Portal, i integration, companyID string) ([]kit.Candidate, error) {
				all, err := collections.All(ctx, psa.Contracts(p, i.id))

				return children(all, func(c psa.Contract) bool { return c.CompanyID == companyID }), err
			},
		}, &m.Contract, &m.ContractID, &m.ContractName},
		{target{
			noun: "service", member: "service", at: path.Root("service"),
			advice: "JumpCloud only updates services that already exist on the contract: add the service in Autotask, or " +
				"correct `service`.",
			candidates: func(ctx context.Context, p *jumpcloud.Portal, i integration, contractID string) ([]kit.Candidate, error) {
				all, err := collections.All(ctx, psa.Services(p, i.id))

				return children(all, func(s psa.Service) bool { return s.ContractID == contractID }), err
			},
		}, &m.Service, &m.ServiceID, &m.ServiceName},
	}
}

func (m *autotaskModel) settle() {}

func (m *autotaskModel) same(prior *autotaskModel) bool {
	return m.NonBillableUsers.Equal(prior.NonBillableUsers)
}

func (m *autotaskModel) extend(e element) {
	if one, ok := e["service"].(pair); ok {
		e["service"] = struct {
			pair

			NonBillableUsers int64 `json:"nonBillableUsers"`
		}{one, m.NonBillableUsers.ValueInt64()}
	}
}

func (m *autotaskModel) shows(r *record) (same, visible bool) {
	return r.Service == nil || r.Service.NonBillableUsers == m.NonBillableUsers.ValueInt64(), true
}

func (m *autotaskModel) take(r *record) {
	m.NonBillableUsers = types.Int64Value(0)
	if r.Service != nil {
		m.NonBillableUsers = types.Int64Value(r.Service.NonBillableUsers)
	}
}

// NewAutotask returns jumpcloud_autotask_mapping.
func NewAutotask() resource.Resource { return newResource[autotaskModel](psa.Autotask, autotaskSchema) }

func autotaskSchema() schema.Schema {
	s := baseSchema(psa.Autotask, "")
	part(s.Attributes, "contract", "Contract: the contract of the company that is billed, by its exact name or its id. Left out, nothing is billed.", false)
	part(s.Attributes, "service", "Service: the service on the contract whose quantity follows usage, by its exact name or its id. "+
		"JumpCloud updates the quantity of one that exists and adds none.", false, needs("contract"))
	s.Attributes["non_billable_users"] = schema.Int64Attribute{
		MarkdownDescription: "Non-billable users: how many users are not billed, 0 or more. Defaults to 0. Needs `service`.",
		Optional:            true,
		Computed:            true,
		Default:             int64default.StaticInt64(0),
		Validators:          []validator.Int64{int64validator.AtLeast(0), someNeed{int64validator.AlsoRequires(path.MatchRoot("service"))}},
	}

	return s
}

// someNeed asks nothing of 0, which is what an import finds where no service is billed.
type someNeed struct{ validator.Int64 }

func (v someNeed) ValidateInt64(ctx context.Context, req validator.Int64Request, resp *validator.Int64Response) {
	if !req.ConfigValue.Equal(types.Int64Value(0)) {
		v.Int64.ValidateInt64(ctx, req, resp)
	}
}
