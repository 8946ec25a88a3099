// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemgroup

import (
	"context"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// model is a device group in HCL.
type model struct {
	OrganizationID          types.String  `tfsdk:"organization_id"`
	ID                      types.String  `tfsdk:"id"`
	Name                    types.String  `tfsdk:"name"`
	Description             types.String  `tfsdk:"description"`
	AllowDuplicateName      types.Bool    `tfsdk:"allow_duplicate_name"`
	Email                   types.String  `tfsdk:"email"`
	MembershipMethod        types.String  `tfsdk:"membership_method"`
	MemberQuery             anyjson.Value `tfsdk:"member_query"`
	MemberQueryExemptions   types.Set     `tfsdk:"member_query_exemptions"`
	MemberSuggestionsNotify types.Bool    `tfsdk:"member_suggestions_notify"`
}

func ref(id types.String) group.Ref { return group.Ref{Type: group.SystemGroup, ID: id.ValueString()} }

func isDynamic(method string) bool {
	return method == group.ReviewRequired || method == group.Automated
}

// toAPI writes the model over what the service holds: of that, attributes stay, and what is not
// in state and a group by hand keeps without effect.
func (m model) toAPI(ctx context.Context, prior model, now group.Whole) (b group.Body, dsl string, err error) {
	b = now.Body()
	b.Name, b.Description, b.Email = m.Name.ValueString(), m.Description.ValueString(), m.Email.ValueString()
	b.MembershipMethod = m.MembershipMethod.ValueString()
	b.MemberSuggestionsNotify = m.MemberSuggestionsNotify.ValueBool()

	byHand := !isDynamic(b.MembershipMethod)

	if !byHand || !m.MemberQueryExemptions.IsNull() || !prior.MemberQueryExemptions.IsNull() {
		b.MemberQueryExemptions = exemptions(m.MemberQueryExemptions, now.MemberQueryExemptions)
	}

	if byHand && isNull(m.MemberQuery) && isNull(prior.MemberQuery) {
		return b, "", nil
	}

	b.MemberQuery, dsl, err = queryToAPI(ctx, m.MemberQuery, now.MemberQuery)

	return b, dsl, err
}

// exemptions are those of the set, each as the service holds it where it does.
func exemptions(want types.Set, now []group.Exemption) []group.Exemption {
	ids := kit.Strings(want)
	slices.Sort(ids) // a set has no order; the request should not change from run to run

	all := []group.Exemption{}

	for _, id := range ids {
		e := group.Exemption{"id": id, "type": group.System}

		if i := slices.IndexFunc(now, func(e group.Exemption) bool { return e.ID() == id }); i >= 0 {
			e = now[i]
		}

		all = append(all, e)
	}

	return all
}

// isNull tells that there is no value, whatever type a null has.
func isNull(v anyjson.Value) bool { return v.IsNull() || v.IsUnderlyingValueNull() }

func (m *model) fromAPI(ctx context.Context, g group.Whole) error {
	m.ID = types.StringValue(g.ID)
	m.Name = group.Text(m.Name, g.Name)
	m.Description = group.Text(m.Description, g.Description)
	m.Email = group.Text(m.Email, g.Email)
	m.MembershipMethod = types.StringValue(g.MembershipMethod)
	m.MemberSuggestionsNotify = types.BoolValue(g.MemberSuggestionsNotify)

	// Whether a group whose members are added by hand keeps the query and the exemptions that it
	// once had is not documented; they have no effect, and state does not show them.
	if !isDynamic(g.MembershipMethod) {
		m.MemberQuery = anyjson.NewNull()

		// An empty set is what a configuration may say of such a group.
		if len(m.MemberQueryExemptions.Elements()) > 0 || m.MemberQueryExemptions.IsNull() {
			m.MemberQueryExemptions = types.SetNull(types.StringType)
		}

		return nil
	}

	ids := []string{}
	for _, e := range g.MemberQueryExemptions {
		ids = append(ids, e.ID())
	}

	if len(ids) > 0 || !m.MemberQueryExemptions.IsNull() {
		m.MemberQueryExemptions = kit.StringSet(ids)
	} else {
		m.MemberQueryExemptions = types.SetNull(types.StringType)
	}

	if g.MemberQuery == nil {
		m.MemberQuery = anyjson.NewNull()

		return nil
	}

	query, err := queryFromAPI(ctx, g.MemberQuery, m.MemberQuery)
	m.MemberQuery = query

	return err
}
