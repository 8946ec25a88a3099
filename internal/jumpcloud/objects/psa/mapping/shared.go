// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
)

// quantities are what the plans of this process bill in one integration, so that two
// organizations are seen which write one quantity.
type quantities struct {
	mu     sync.Mutex
	billed map[string]string // by organization: the ids from the company down
	told   map[string]bool   // pairs of organizations
}

var billedQuantities = collections.NewFact[*quantities]()

// plan notes what an organization bills, and returns the others that bill the same: those
// that were planned before, and of those that are mapped now the ones that nobody plans.
// Each pair is returned once.
func (q *quantities) plan(organization, what string, mapped map[string]string) []string {
	q.mu.Lock()
	defer q.mu.Unlock()

	q.billed[organization] = what
	all := maps.Clone(mapped)

	if all == nil {
		all = map[string]string{}
	}

	maps.Copy(all, q.billed)

	others := []string{}

	for _, other := range slices.Sorted(maps.Keys(all)) {
		pair := min(organization, other) + " " + max(organization, other)
		if other != organization && all[other] == what && !q.told[pair] {
			q.told[pair] = true

			others = append(others, other)
		}
	}

	return others
}

// lister reads all mappings of an integration.
type lister func(ctx context.Context, l collections.Listing[record]) ([]record, error)

// shared warns of organizations that write one quantity: each sync would leave the users of
// whichever came last. list reads the present mappings of others; nil where these do not
// count: while an organization moves, the other may be about to move as well.
func shared[M any, F form[M]](ctx context.Context, p *jumpcloud.Portal, v psa.Vendor, m F, list lister, say *sayings) {
	spots := m.spots()
	lowest := spots[len(spots)-1]

	if say.organization == "" || m.common().IntegrationID.IsUnknown() || lowest.id.ValueString() == "" {
		return
	}

	i := integration{v, m.common().IntegrationID.ValueString()}

	q := billedQuantities.Keep(p.Client(), v.Type+" "+i.id, func() *quantities {
		return &quantities{billed: map[string]string{}, told: map[string]bool{}}
	})

	mapped := map[string]string{}

	if list != nil && lowest.member != "" {
		all, _ := list(ctx, i.listing(p)) // without it, what is planned is known all the same
		for _, r := range all {
			mapped[r.Organization.ID] = recorded[M](m, &r)
		}
	}

	what := []string{}
	for _, s := range spots {
		what = append(what, s.id.ValueString())
	}

	for _, other := range q.plan(say.organization, strings.Join(what, " "), mapped) {
		say.diags.AddAttributeWarning(lowest.at, fmt.Sprintf("One Quantity, Two Organizations: %q", say.organization), fmt.Sprintf(
			"Organizations %s and %s are both mapped to the %s %s (%s) of %s in %s, unless this run changes the latter's mapping: both write its "+
				"quantity, and the customer is billed for the users of one of them. Give each its own.",
			say.who(), say.name(other), lowest.noun, lowest.name, lowest.id.ValueString(), m.common().CompanyName, v.Title))
	}
}

// recorded are the ids of a record, as they are noted of a plan.
func recorded[M any, F form[M]](m F, r *record) string {
	what := []string{}

	for _, s := range shown[M](m) {
		if t := r.target(s.member); t != nil {
			what = append(what, t.ID)
		}
	}

	return strings.Join(what, " ")
}
