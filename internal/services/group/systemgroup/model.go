// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroup

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/group"
)

// model is a device group in HCL.
type model struct {
	OrganizationID          types.String `tfsdk:"organization_id"`
	ID                      types.String `tfsdk:"id"`
	Name                    types.String `tfsdk:"name"`
	Description             types.String `tfsdk:"description"`
	Email                   types.String `tfsdk:"email"`
	MembershipMethod        types.String `tfsdk:"membership_method"`
	MemberQuery             *memberQuery `tfsdk:"member_query"`
	MemberQueryExemptions   types.Set    `tfsdk:"member_query_exemptions"`
	MemberSuggestionsNotify types.Bool   `tfsdk:"member_suggestions_notify"`
}

// memberQuery is the query of a dynamic group.
type memberQuery struct {
	QueryType types.String  `tfsdk:"query_type"`
	Filters   anyjson.Value `tfsdk:"filters"`
	DSL       types.String  `tfsdk:"dsl"`
}

func ref(id types.String) group.Ref { return group.Ref{Type: group.SystemGroup, ID: id.ValueString()} }

func isDynamic(method string) bool {
	return method == group.ReviewRequired || method == group.Automated
}

// toAPI writes the model over what the service holds: of that, attributes stay.
func (m model) toAPI(ctx context.Context, now group.Whole) (b group.Body, dsl string, err error) {
	b = now.Body()
	b.Name, b.Description, b.Email = m.Name.ValueString(), m.Description.ValueString(), m.Email.ValueString()
	b.MembershipMethod = m.MembershipMethod.ValueString()
	b.MemberSuggestionsNotify = m.MemberSuggestionsNotify.ValueBool()
	b.MemberQuery, b.MemberQueryExemptions = nil, []group.Exemption{}

	ids := kit.Strings(m.MemberQueryExemptions)
	slices.Sort(ids) // a set has no order; the request should not change from run to run

	for _, id := range ids {
		b.MemberQueryExemptions = append(b.MemberQueryExemptions, group.Exemption{ID: id, Type: group.System})
	}

	if m.MemberQuery == nil {
		return b, "", nil
	}

	filters, err := m.MemberQuery.Filters.JSON(ctx)
	if err != nil {
		return b, "", err
	}

	raw, err := json.Marshal(filters)
	b.MemberQuery = &group.Query{QueryType: m.MemberQuery.QueryType.ValueString(), Filters: raw}

	return b, m.MemberQuery.DSL.ValueString(), err
}

func (m *model) fromAPI(ctx context.Context, g group.Whole) error {
	m.ID = types.StringValue(g.ID)
	m.Name = types.StringValue(g.Name)
	m.Description = types.StringValue(g.Description)
	m.Email = types.StringValue(g.Email)
	m.MembershipMethod = types.StringValue(g.MembershipMethod)
	m.MemberSuggestionsNotify = types.BoolValue(g.MemberSuggestionsNotify)

	ids := []string{}
	for _, e := range g.MemberQueryExemptions {
		ids = append(ids, e.ID)
	}

	if len(ids) > 0 || !m.MemberQueryExemptions.IsNull() {
		m.MemberQueryExemptions = kit.StringSet(ids)
	} else {
		m.MemberQueryExemptions = types.SetNull(types.StringType)
	}

	// Whether a static group keeps the query that it once had is not documented; it has no effect.
	if g.MemberQuery == nil || !isDynamic(g.MembershipMethod) {
		m.MemberQuery = nil

		return nil
	}

	query, err := queryFromAPI(ctx, *g.MemberQuery)
	if err != nil {
		return err
	}

	if m.MemberQuery != nil {
		query.DSL = m.MemberQuery.DSL // no answer tells it
		query.Filters = anyjson.Keep(ctx, m.MemberQuery.Filters, query.Filters)
	}

	m.MemberQuery = query

	return nil
}

func queryFromAPI(ctx context.Context, q group.Query) (*memberQuery, error) {
	query := &memberQuery{QueryType: types.StringValue(q.QueryType), Filters: anyjson.NewNull(), DSL: types.StringNull()}

	if len(q.Filters) == 0 {
		return query, nil
	}

	filters, err := anyjson.Decode(q.Filters)
	if err != nil {
		return nil, err
	}

	query.Filters, err = anyjson.FromJSON(ctx, filters)

	return query, err
}
