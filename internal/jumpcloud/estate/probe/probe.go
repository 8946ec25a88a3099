// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package probe finds out how a real JumpCloud behaves where nobody documents it: for each
// switch of the simulator it has an experiment, or a reason why there is none. Decision
// record 0018 says why the experiments stand here and not beside the simulator's rules.
//
// It changes and deletes nothing but what it has made itself, which a journal remembers.
package probe

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Kind says what an experiment does to a service.
type Kind int

// The kinds. Objects of a provider are seen from all of its organizations.
const (
	Reads Kind = iota
	Writes
	WritesProvider
)

// Experiment finds out the value of one switch, or says why nobody can.
type Experiment struct {
	Switch string
	Kind   Kind

	// Does says in a few words what is done, and Needs what has to be there.
	Does  string
	Needs string

	// Sends are all requests that it may send, as METHOD /path/{id}. What it makes is
	// deleted as well.
	Sends []string

	// Reason is given instead of the rest where the value cannot be found out.
	Reason string

	find func(*trial) string
}

// Experiments returns all of them, sorted by switch.
func Experiments() []Experiment {
	all := slices.Concat(lists, headers, ipLists, authnPolicies, groups, graph, policies, policyValues, radiusServers, directories, users,
		administrators, policyGroupTemplates, organizations, integrations, mappings)

	slices.SortFunc(all, func(a, b Experiment) int { return strings.Compare(a.Switch, b.Switch) })

	return all
}

// Options of a run.
type Options struct {
	// Organization is the id of the organization to act in; "" reads in the first that the
	// credential sees.
	Organization string

	Write    bool // run the experiments that write, in the organization
	Provider bool // and those that make objects of the provider
	People   bool // although the organization has users or devices

	// Only are the switches to find out; all, if it is empty.
	Only []string

	// MaxRequests ends the experiments; what was made is removed beyond it.
	MaxRequests int

	// ServiceAccount says that the credential is one's.
	ServiceAccount bool

	// Journal remembers what is made. It is needed to write.
	Journal *Journal

	Say func(format string, args ...any)
}

// Finding is the value of a switch, or the reason why it is not known.
type Finding struct {
	Switch, Value, Reason string

	// Other says that the service does something that is none of the switch's values.
	Other bool
}

// Report is what a run has found out.
type Report struct {
	Findings   []Finding
	Transcript string // without anything that names a tenant
	Requests   int

	// Left says what could not be removed.
	Left []string
}

// ErrPeople says that an organization is in use.
var ErrPeople = errors.New("the organization has users or devices")

// Run carries out the experiments one after the other. An error says why nothing could be
// found out at all, or is that of ctx; the report holds then what was found out before, and
// what was made is removed in either case. An organization that is in use is [ErrPeople].
func Run(ctx context.Context, service Service, o Options) (*Report, error) {
	wanted, err := chosen(o)
	if err != nil {
		return nil, err
	}

	l := newLab(service, o)
	if err := l.enter(ctx); err != nil {
		return nil, err
	}

	report := &Report{}

	for i, e := range wanted {
		if ctx.Err() != nil {
			break
		}

		f := Finding{Switch: e.Switch, Reason: l.hindrance(e)}
		if f.Reason == "" {
			l.options.Say("[%d/%d] %s: %s", i+1, len(wanted), e.Switch, e.Does)
			f = l.try(ctx, e)
		}

		if ctx.Err() == nil || f.Value != "" {
			report.Findings = append(report.Findings, f)
		}
	}

	report.Left = l.left
	report.Requests = l.requests
	report.Transcript = l.transcript.String()

	return report, ctx.Err()
}

// chosen are the experiments that were asked for.
func chosen(o Options) ([]Experiment, error) {
	if o.Write && (o.Organization == "" || o.Journal == nil) {
		return nil, errors.New("writing needs an organization and a journal")
	}

	all := Experiments()
	if len(o.Only) == 0 {
		return all, nil
	}

	for _, name := range o.Only {
		if !slices.ContainsFunc(all, func(e Experiment) bool { return e.Switch == name }) {
			return nil, fmt.Errorf("there is no switch %q", name)
		}
	}

	return slices.DeleteFunc(all, func(e Experiment) bool { return !slices.Contains(o.Only, e.Switch) }), nil
}

// hindrance says why an experiment is not carried out, or "".
func (l *lab) hindrance(e Experiment) string {
	switch {
	case e.Reason != "":
		return e.Reason
	case e.Kind != Reads && !l.options.Write:
		return "it writes: run with --write --organization ID"
	case e.Kind == WritesProvider && !l.options.Provider:
		return "it makes objects of the provider: run with --with-provider"
	case e.Kind == WritesProvider && l.provider == "":
		return "the credential belongs to no provider"
	case l.spent():
		return l.limit()
	}

	return ""
}
