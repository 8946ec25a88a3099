// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// target is one thing of the PSA that a mapping names, such as its company. All vendors'
// mappings are chains of them: each is looked up among those of the one before it.
type target struct {
	noun   string // as people say it
	member string // of the API's records; "" where no record has it
	at     path.Path
	advice string // what to do where it does not exist
	first  bool   // it is not one of the things of the target before it

	// candidates are those of a parent, whose id is "" for the company.
	candidates func(ctx context.Context, p *jumpcloud.Portal, i integration, parentID string) ([]kit.Candidate, error)
}

// spot is a target in a model: how the configuration spells it, and id and name in the PSA.
type spot struct {
	target

	spelled, id, name *types.String
}

// base is what the mappings of all vendors have.
type base struct {
	IntegrationID  types.String `tfsdk:"integration_id"`
	OrganizationID types.String `tfsdk:"organization_id"`
	Company        types.String `tfsdk:"company"`
	CompanyID      types.String `tfsdk:"company_id"`
	CompanyName    types.String `tfsdk:"company_name"`
}

// form is a vendor's model; M is its struct.
type form[M any] interface {
	*M

	common() *base

	// spots are the chain, the company first.
	spots() []spot

	// settle writes the spots back where they are copies.
	settle()

	// same tells whether prior asks for the same in what is the vendor's own.
	same(prior *M) bool

	// extend adds to an element of PATCH what is the vendor's own, and shows tells whether
	// a record has it; visible is false where no record can tell.
	extend(e element)
	shows(r *record) (same, visible bool)

	// take takes over from a record what is the vendor's own.
	take(r *record)
}

func (m *base) common() *base { return m }

func (m *base) companySpot(v psa.Vendor) spot {
	return spot{target{
		noun: company, member: company, at: path.Root(company), first: true,
		advice: "A company that the integration's company types leave out is not offered.",
		candidates: func(ctx context.Context, p *jumpcloud.Portal, i integration, _ string) ([]kit.Candidate, error) {
			all, err := collections.All(ctx, psa.Companies(p, v, i.id))

			return psa.Candidates(all), err
		},
	}, &m.Company, &m.CompanyID, &m.CompanyName}
}

// toAPI is the whole mapping, as PATCH takes it.
func toAPI[M any, F form[M]](m F) element {
	e := element{"organization": pair{ID: new(m.common().OrganizationID.ValueString())}}

	for _, s := range shown[M](m) {
		e[s.member] = nil
		if id := s.id.ValueString(); id != "" {
			e[s.member] = pair{&id, new(s.name.ValueString())}
		}
	}

	m.extend(e)

	return e
}

// holds tells whether a record is what the model asks for; visible is false where a part
// of it is in no record.
func holds[M any, F form[M]](m F, r *record) (same, visible bool) {
	if !r.mapped() {
		return false, true
	}

	for _, s := range shown[M](m) {
		there := ""
		if t := r.target(s.member); t != nil {
			there = t.ID
		}

		if there != s.id.ValueString() {
			return false, true
		}
	}

	return m.shows(r)
}

// shown are the spots that records have.
func shown[M any, F form[M]](m F) []spot {
	return slices.DeleteFunc(m.spots(), func(s spot) bool { return s.member == "" })
}

// fromAPI takes over a record. What is where it was keeps the spelling of configuration or
// state: by id, or by a name that the PSA may have changed since.
func fromAPI[M any, F form[M]](m F, r *record) {
	for _, s := range shown[M](m) {
		there := r.target(s.member)

		if there == nil || there.ID == "" {
			*s.spelled, *s.id, *s.name = types.StringNull(), types.StringNull(), types.StringNull()

			continue
		}

		if s.spelled.IsNull() || s.id.ValueString() != there.ID {
			*s.spelled = types.StringValue(there.Name)
		}

		*s.id, *s.name = types.StringValue(there.ID), types.StringValue(there.Name)
	}

	m.take(r)
}
