// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

type connectwiseModel struct {
	base

	Agreement     types.String `tfsdk:"agreement"`
	AgreementID   types.String `tfsdk:"agreement_id"`
	AgreementName types.String `tfsdk:"agreement_name"`
	Addition      types.String `tfsdk:"addition"`
	AdditionID    types.String `tfsdk:"addition_id"`
	AdditionName  types.String `tfsdk:"addition_name"`
}

func (m *connectwiseModel) spots() []spot {
	return []spot{
		m.companySpot(psa.ConnectWise),
		{target{
			noun: "agreement", member: "agreement", at: path.Root("agreement"),
			advice: "Agreements are those of the company in ConnectWise.",
			candidates: func(ctx context.Context, p *jumpcloud.Portal, i integration, companyID string) ([]kit.Candidate, error) {
				all, err := collections.All(ctx, psa.Agreements(p, i.id))

				return children(all, func(a psa.Agreement) bool { return a.CompanyID == companyID }), err
			},
		}, &m.Agreement, &m.AgreementID, &m.AgreementName},
		{target{
			noun: "addition", member: "addition", at: path.Root("addition"),
			advice: "JumpCloud only updates additions that already exist on the agreement: add the product in ConnectWise, or " +
				"correct `addition`.",
			candidates: func(ctx context.Context, p *jumpcloud.Portal, i integration, agreementID string) ([]kit.Candidate, error) {
				all, err := collections.All(ctx, psa.Additions(p, i.id, agreementID))
				if errors.Is(err, rest.ErrNotFound) && !errors.Is(psa.ConnectWise.Absent(ctx, p, i.id, err), rest.ErrNotFound) {
					return nil, nil // the agreement is gone
				}

				return psa.Candidates(all), err
			},
		}, &m.Addition, &m.AdditionID, &m.AdditionName},
	}
}

func (m *connectwiseModel) settle() {}

func (m *connectwiseModel) same(*connectwiseModel) bool { return true }

func (m *connectwiseModel) extend(element) {}

func (m *connectwiseModel) shows(*record) (same, visible bool) { return true, true }

func (m *connectwiseModel) take(*record) {}

// children are the candidates that belong to a parent.
func children[T interface{ Candidate() kit.Candidate }](all []T, belongs func(T) bool) []kit.Candidate {
	var found []kit.Candidate

	for _, one := range all {
		if belongs(one) {
			found = append(found, one.Candidate())
		}
	}

	return found
}

// NewConnectWise returns jumpcloud_connectwise_mapping.
func NewConnectWise() resource.Resource {
	return newResource[connectwiseModel](psa.ConnectWise, connectwiseSchema)
}

func connectwiseSchema() schema.Schema {
	s := baseSchema(psa.ConnectWise, "")
	part(s.Attributes, "agreement", "Agreement: the agreement of the company that is billed, by its exact name or its id. Left out, nothing is billed.", false)
	part(s.Attributes, "addition", "Addition: the product on the agreement whose quantity follows usage, by its exact name or its id. "+
		"JumpCloud updates the quantity of one that exists and adds none.", false, needs("agreement"))

	return s
}

func needs(name string) validator.String { return stringvalidator.AlsoRequires(path.MatchRoot(name)) }
