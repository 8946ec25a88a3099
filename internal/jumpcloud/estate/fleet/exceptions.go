// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package fleet

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// ReadExceptions reads a file of exceptions, YAML or JSON:
//
//	exceptions:
//	  - organization: Globex # its name or id
//	    policy: macOS - Lock screen
//	    reason: CAD renders, ticket 48213
//	    owner: helpdesk
//	    until: 2026-12-31 # the last day
//
// An error names the line of a member that is not one of these.
func ReadExceptions(raw []byte) ([]Exception, error) {
	var file struct {
		Exceptions []Exception `yaml:"exceptions"`
	}

	d := yaml.NewDecoder(bytes.NewReader(raw))
	d.KnownFields(true)

	if err := d.Decode(&file); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}

	return file.Exceptions, nil
}

// Excuse takes these exceptions instead of the report's own, and ranks tenants and policies
// by what they do not cover. An error lists the exceptions that lack an owner, a reason, a
// policy, an organization or a day, or that are there twice.
func (r *Report) Excuse(all []Exception) error {
	if err := check(all); err != nil {
		return err
	}

	r.Exceptions = append([]Exception{}, all...)

	for i := range r.Tenants {
		t := &r.Tenants[i]
		t.Totals = Totals{}

		for j := range t.Policies {
			p := &t.Policies[j]
			p.Exception, p.Excused = r.excused(t.Reference, p.Name), 0

			if p.Exception {
				p.Excused = p.Failed
			}

			t.count(p.Totals)
		}
	}

	r.rank()

	return nil
}

func check(all []Exception) error {
	var (
		problems []string
		seen     = map[[2]string]bool{}
	)

	for i, e := range all {
		where := fmt.Sprintf("exception %d (%s, %s)", i+1, cmp.Or(e.Organization, "no organization"), cmp.Or(e.Policy, "no policy"))

		for _, member := range [][2]string{
			{"organization", e.Organization}, {"policy", e.Policy}, {"reason", e.Reason}, {"owner", e.Owner}, {"until", e.Until},
		} {
			if strings.TrimSpace(member[1]) == "" {
				problems = append(problems, where+" has no "+member[0])
			}
		}

		if _, err := time.Parse(time.DateOnly, e.Until); e.Until != "" && err != nil {
			problems = append(problems, fmt.Sprintf("%s: until %q is not a day such as 2026-12-31", where, e.Until))
		}

		key := [2]string{e.Organization, e.Policy}
		if seen[key] {
			problems = append(problems, where+" is there twice")
		}

		seen[key] = true
	}

	if len(problems) > 0 {
		return errors.New(strings.Join(problems, "\n"))
	}

	return nil
}

// excused tells whether a valid exception names the policy, and settles the state of every
// exception that does.
func (r *Report) excused(tenant Reference, policy string) bool {
	valid := false
	today := r.GeneratedAt.Format(time.DateOnly)

	for i := range r.Exceptions {
		e := &r.Exceptions[i]
		if e.Policy != policy || e.Organization != tenant.ID && e.Organization != tenant.Name {
			continue
		}

		e.State = Valid
		if e.Until < today {
			e.State = Expired
		}

		valid = valid || e.State == Valid
	}

	return valid
}

// rank sums up, and puts the worst first.
func (r *Report) rank() {
	r.Totals = Totals{}
	policies := map[string]Totals{}

	for _, t := range r.Tenants {
		r.Totals.count(t.Totals)

		for _, p := range t.Policies {
			sum := policies[p.Name]
			sum.count(p.Totals)
			policies[p.Name] = sum
		}
	}

	r.Policies = []string{}
	for name := range policies {
		r.Policies = append(r.Policies, name)
	}

	slices.SortFunc(r.Policies, func(a, b string) int { return cmp.Or(worse(policies[a], policies[b]), compareNames(a, b)) })
	slices.SortFunc(r.Tenants, func(a, b Tenant) int {
		return cmp.Or(worse(a.Totals, b.Totals), compareNames(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})

	for i, e := range r.Exceptions {
		r.Exceptions[i].State = cmp.Or(e.State, Unmatched)
	}

	slices.SortStableFunc(r.Exceptions, func(a, b Exception) int {
		return cmp.Or(cmp.Compare(a.Until, b.Until), compareNames(a.Organization, b.Organization), compareNames(a.Policy, b.Policy))
	})
}

// worse orders by the share of what is aligned, then of what fails. What has no results comes
// last.
func worse(a, b Totals) int {
	share := func(n int64, t Totals) float64 { return float64(n) / float64(max(1, t.Results())) }

	return cmp.Or(
		cmp.Compare(min(b.Results(), 1), min(a.Results(), 1)),
		cmp.Compare(share(a.Success, a), share(b.Success, b)),
		cmp.Compare(share(b.Failures(), b), share(a.Failures(), a)),
		cmp.Compare(b.Failures(), a.Failures()),
	)
}
