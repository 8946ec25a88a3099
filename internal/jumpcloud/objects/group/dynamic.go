// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Dynamic is how a device group or a user group gets its members, in HCL. A method that is null
// is not managed: the group keeps its own, with its query.
type Dynamic struct {
	MembershipMethod        types.String  `tfsdk:"membership_method"`
	MemberQuery             anyjson.Value `tfsdk:"member_query"`
	MemberQueryExemptions   types.Set     `tfsdk:"member_query_exemptions"`
	MemberSuggestionsNotify types.Bool    `tfsdk:"member_suggestions_notify"`
}

// IsDynamic tells whether a query has a say in who is a member.
func IsDynamic(method string) bool { return method == ReviewRequired || method == Automated }

// ToAPI writes the model over what the service holds, and returns the language of the query: of
// that, attributes stay, and what is not in state and a group by hand keeps without effect.
// member is the type of the members.
func (d Dynamic) ToAPI(ctx context.Context, prior Dynamic, now Whole, member string) (b Body, dsl string, err error) {
	b = now.Body()

	if !d.MemberSuggestionsNotify.IsNull() {
		b.MemberSuggestionsNotify = d.MemberSuggestionsNotify.ValueBool()
	}

	if d.MembershipMethod.IsNull() {
		return b, "", nil
	}

	b.MembershipMethod = d.MembershipMethod.ValueString()
	byHand := !IsDynamic(b.MembershipMethod)

	if !byHand || !d.MemberQueryExemptions.IsNull() || !prior.MemberQueryExemptions.IsNull() {
		b.MemberQueryExemptions = exemptionsToAPI(d.MemberQueryExemptions, prior.MemberQueryExemptions, now.MemberQueryExemptions, member)
	}

	if byHand && d.MemberQuery.IsNull() && prior.MemberQuery.IsNull() {
		return b, "", nil
	}

	b.MemberQuery, dsl, err = queryToAPI(ctx, d.MemberQuery, now.MemberQuery)

	return b, dsl, err
}

// FromAPI takes over how a group gets its members; notify only where it is managed.
func (d *Dynamic) FromAPI(ctx context.Context, g Whole) error {
	d.MembershipMethod = types.StringValue(g.MembershipMethod)

	if !d.MemberSuggestionsNotify.IsNull() {
		d.MemberSuggestionsNotify = types.BoolValue(g.MemberSuggestionsNotify)
	}

	// Whether a group whose members are added by hand keeps the query and the exemptions that it
	// once had is not documented; they have no effect, and state does not show them.
	if !IsDynamic(g.MembershipMethod) {
		d.MemberQuery = anyjson.Keep(ctx, d.MemberQuery, anyjson.NewNull())

		// An empty set is what a configuration may say of such a group.
		if len(d.MemberQueryExemptions.Elements()) > 0 || d.MemberQueryExemptions.IsNull() {
			d.MemberQueryExemptions = NoExemptions()
		}

		return nil
	}

	d.MemberQueryExemptions = exemptionsFromAPI(d.MemberQueryExemptions, g)

	if g.MemberQuery == nil {
		d.MemberQuery = anyjson.Keep(ctx, d.MemberQuery, anyjson.NewNull())

		return nil
	}

	query, err := queryFromAPI(ctx, g.MemberQuery, d.MemberQuery)
	d.MemberQuery = query

	return err
}

// WarnOfFlags tells what the service says is wrong with the query of a group, which it does not
// refuse: such a query finds other members than it seems to, or none.
func WarnOfFlags(ctx context.Context, r Ref, g Whole) {
	if len(g.MemberQueryErrorFlags) == 0 || !IsDynamic(g.MembershipMethod) {
		return
	}

	kit.Warn(ctx, fmt.Sprintf("Query With Errors: %q", r.ID), fmt.Sprintf("JumpCloud marks the member_query of %s %q (%s): %s. Its members may not be those "+
		"that the query seems to describe. Look at the group's conditions in the console, and correct the query.",
		kinds[r.Type].noun, g.Name, r.ID, strings.Join(g.MemberQueryErrorFlags, ", ")))
}
