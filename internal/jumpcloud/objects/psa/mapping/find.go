// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// absentError says that there is nothing of that name or id.
type absentError struct{ err error }

func (e *absentError) Error() string { return e.err.Error() }

func (e *absentError) Unwrap() error { return e.err }

const company = "company"

// lookUp finds what a spot names among the children of its parent.
func lookUp(ctx context.Context, p *jumpcloud.Portal, i integration, s, parent spot) (kit.Candidate, error) {
	all, err := s.candidates(ctx, p, i, parent.id.ValueString())
	if err != nil {
		return kit.Candidate{}, fmt.Errorf("looking up %s %s: %w", s.noun, s.spelled, i.vendor.Absent(ctx, p, i.id, err))
	}

	found, err := kit.Resolve(s.noun, s.spelled.ValueString(), all)
	if err == nil {
		return found, nil
	}

	absent := !slices.ContainsFunc(all, func(c kit.Candidate) bool {
		return c.Name == s.spelled.ValueString() || c.ID == s.spelled.ValueString()
	})
	if absent && !s.first {
		err = errors.New(missing(s, parent, all))
	}

	err = &kit.AttributeError{Path: s.at, Err: fmt.Errorf("%w\n\n%s", err, s.advice)}
	if absent {
		err = &absentError{err}
	}

	return found, err
}

// atPlan finds what a spot names. A company that is not offered may be once this run has
// written the integration's company types; then it is looked up while applying.
func (say *sayings) atPlan(ctx context.Context, p *jumpcloud.Portal, i integration, s, parent spot) (kit.Candidate, bool, error) {
	found, err := lookUp(ctx, p, i, s, parent)

	if errors.As(err, new(*absentError)) && s.noun == company && psa.MayOfferMore(ctx, p, i.vendor, i.id) {
		say.diags.AddAttributeWarning(s.at, "Company Is Not Offered", fmt.Sprintf("%s\n\nThe integration offers companies of some company types "+
			"only, and this run may be about to change these: the company is looked up again while applying, which fails if it is not "+
			"offered then. Where integration_id is taken from jumpcloud_%s_settings, the settings are written first.",
			err.Error(), i.vendor.Type))

		return found, false, nil
	}

	return found, err == nil, err
}

// atApply finds what a spot names. What is not there gets a second look: the settings that
// decide which companies are offered may have been written meanwhile.
func atApply(ctx context.Context, p *jumpcloud.Portal, i integration, s, parent spot) (kit.Candidate, bool, error) {
	found, err := lookUp(ctx, p, i, s, parent)

	if errors.As(err, new(*absentError)) && s.noun == company {
		if err := psa.OfferedNow(ctx, p, i.vendor, i.id); err != nil {
			return found, false, err
		}

		found, err = lookUp(ctx, p, i, s, parent)
	}

	return found, err == nil, err
}

// missing says what a parent has instead.
func missing(s, parent spot, all []kit.Candidate) string {
	const shown = 12

	names, lines := []string{}, []string{}

	for _, c := range all {
		names = append(names, c.Name)
		lines = append(lines, fmt.Sprintf("%q (%s)", c.Name, c.ID))
	}

	text := fmt.Sprintf("%s%s %q (%s) has no %s %s.", strings.ToUpper(parent.noun[:1]), parent.noun[1:], parent.name.ValueString(),
		parent.id.ValueString(), s.noun, s.spelled)

	if near, ok := nearest.Match(s.spelled.ValueString(), names); ok {
		text += fmt.Sprintf(" Did you mean %q?", near)
	}

	if len(lines) == 0 {
		return text + " It has none."
	}

	text += " It has: " + strings.Join(lines[:min(shown, len(lines))], ", ")
	if len(lines) > shown {
		text += fmt.Sprintf(" and %d more", len(lines)-shown)
	}

	return text + "."
}
