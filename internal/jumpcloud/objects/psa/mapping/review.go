// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// sayings are what a plan has to say of an organization's mapping.
type sayings struct {
	vendor       psa.Vendor
	organization string
	name         func(organization string) string // as people know it
	diags        *diag.Diagnostics
}

func (say *sayings) who() string { return say.name(say.organization) }

// review looks whether what a mapping stays with is still what its configuration names. A
// mapping follows ids, so an agreement that ended, or that was renewed under its name, goes
// on being mapped and bills nothing. Where the configured name has one new bearer, the plan
// moves to it. A company is never moved: which ones are listed, this very run may change.
// Whatever the PSA has lost is a warning and no error, since nothing was asked to change.
func review[M any, F form[M]](ctx context.Context, p *jumpcloud.Portal, v psa.Vendor, m, prior F, say *sayings) {
	defer m.settle()

	if m.common().IntegrationID.IsUnknown() {
		return
	}

	i := integration{v, m.common().IntegrationID.ValueString()}
	before := prior.spots()
	parent := root()

	for at, s := range m.spots() {
		if s.id.ValueString() == "" {
			return
		}

		if s.id.Equal(*before[at].id) {
			there, ok := say.stands(ctx, p, i, s, parent)
			if !ok {
				return
			}

			if there.ID != s.id.ValueString() {
				move(ctx, p, i, m.spots()[at:], there, say)

				return
			}
		}

		parent = s
	}
}

// stands looks for a spot's id among the things of its parent. It returns what the spot is
// to name now; ok is false where nobody can tell, or there is nothing.
func (say *sayings) stands(ctx context.Context, p *jumpcloud.Portal, i integration, s, parent spot) (there kit.Candidate, ok bool) {
	if s.noun == "addition" && !i.doubtful(ctx, p, say.organization) {
		return kit.Candidate{ID: s.id.ValueString(), Name: s.name.ValueString()}, true
	}

	all, err := s.candidates(ctx, p, i, parent.id.ValueString())
	if err != nil && !errors.Is(err, rest.ErrNotFound) {
		say.unread(p, i, s, err)

		return there, false
	}

	id, spelled := s.id.ValueString(), s.spelled.ValueString()
	others := slices.DeleteFunc(slices.Clone(all), func(c kit.Candidate) bool { return c.ID == id || c.Name != spelled || spelled == id })
	at := slices.IndexFunc(all, func(c kit.Candidate) bool { return c.ID == id })

	switch {
	case at < 0 && len(others) == 1 && s.noun != company:
		return others[0], true
	case at < 0:
		say.gone(s, others)

		return there, false
	case spelled != id && spelled != all[at].Name:
		say.renamed(s, all[at].Name)
	case len(others) > 0:
		say.ambiguous(s, others)
	}

	return all[at], true
}

// move plans what is named now, and what is below it. Where that is not all there, the
// mapping stays as it is, with a warning.
func move(ctx context.Context, p *jumpcloud.Portal, i integration, spots []spot, to kit.Candidate, say *sayings) {
	found := []kit.Candidate{to}
	above := spot{spots[0].target, spots[0].spelled, new(types.StringValue(to.ID)), new(types.StringValue(to.Name))}

	for _, s := range spots[1:] {
		if s.spelled.ValueString() == "" {
			break
		}

		c, err := lookUp(ctx, p, i, s, above)
		if err != nil {
			say.gone(spots[0], []kit.Candidate{to})

			return
		}

		found = append(found, c)
		above = spot{s.target, s.spelled, new(types.StringValue(c.ID)), new(types.StringValue(c.Name))}
	}

	say.warn(spots[0], fmt.Sprintf("has its name now: the plan moves the mapping to %s %s", spots[0].noun, to.ID), []kit.Candidate{to})

	for at, c := range found {
		*spots[at].id, *spots[at].name = types.StringValue(c.ID), types.StringValue(c.Name)
	}
}

// gone says that what is mapped is offered no longer.
func (say *sayings) gone(s spot, others []kit.Candidate) {
	say.warn(s, fmt.Sprintf("has its name now; write the id of the %s that is meant", s.noun), others)
}

// warn says that what is mapped is not offered, and what to do.
func (say *sayings) warn(s spot, advice string, others []kit.Candidate) {
	text := fmt.Sprintf("The %s that organization %s is mapped to, %s (%s), is not among those that %s offers: it ended, was removed, or is hidden. "+
		"What is gone is not billed any more.", s.noun, say.who(), s.name, s.id.ValueString(), say.vendor.Title)

	if len(others) == 0 {
		text += fmt.Sprintf(" Nothing else has the configured name: write the %s that is billed now. %s", s.noun, s.advice)
	} else {
		text += fmt.Sprintf(" %s %s %s.", strings.ToUpper(s.noun[:1])+s.noun[1:], ids(others), advice)
	}

	say.diags.AddAttributeWarning(s.at, fmt.Sprintf("No Longer Offered: %q", say.organization), strings.TrimSpace(text))
}

// ambiguous says that what is mapped shares its configured name.
func (say *sayings) ambiguous(s spot, others []kit.Candidate) {
	say.diags.AddAttributeWarning(s.at, fmt.Sprintf("Name Is Not Unique: %q", say.organization), fmt.Sprintf("Organization %s is mapped to the %s %s (%s), and %s has that name "+
		"too in %s. The mapping stays with %s. If that has ended or was renewed, it is not billed any more: write the id of the one "+
		"that is meant.", say.who(), s.noun, s.name, s.id.ValueString(), ids(others), say.vendor.Title, s.id.ValueString()))
}

// renamed says that a name of the configuration is not the PSA's any more.
func (say *sayings) renamed(s spot, now string) {
	say.diags.AddAttributeWarning(s.at, fmt.Sprintf("Renamed in the PSA: %q", say.organization), fmt.Sprintf(
		"The %s that organization %s is mapped to, %s, is named %q in %s now, and %s in the configuration. The mapping follows the id and stays: "+
			"write the new name or the id to end this warning.", s.noun, say.who(), s.id.ValueString(), now, say.vendor.Title, s.spelled))
}

// unreadOnce are the integrations of which that was said.
var unreadOnce = collections.NewFact[bool]()

// unread says once that the PSA could not be asked. Nothing changes, so nothing fails.
func (say *sayings) unread(p *jumpcloud.Portal, i integration, s spot, err error) {
	told := true

	unreadOnce.Keep(p.Client(), i.vendor.Type+" "+i.id, func() bool {
		told = false

		return true
	})

	if !told {
		say.diags.AddWarning("Mappings Were Not Checked", fmt.Sprintf("Whether mappings name what %s still bills could not be checked, since "+
			"looking up %s %s failed: %s", say.vendor.Title, s.noun, s.spelled, err.Error()))
	}
}

func ids(all []kit.Candidate) string {
	texts := make([]string, 0, len(all))
	for _, c := range all {
		texts = append(texts, c.ID)
	}

	return strings.Join(texts, ", ")
}
