// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"time"
)

const (
	markPrefix = "probe-"
	markLength = 6 // of what is drawn: names of Samba domains have 15 characters at the most
)

// NewMark draws what the names of a run's objects begin with.
func NewMark() string { return markPrefix + random(markLength) }

// random draws as many hexadecimal digits.
func random(digits int) string {
	raw := make([]byte, (digits+1)/2)
	_, _ = rand.Read(raw) // never fails

	return hex.EncodeToString(raw)[:digits]
}

// lab is what the experiments of a run share.
type lab struct {
	service    Service
	options    Options
	transcript *transcript

	provider      string         // the credential's, or ""
	organization  string         // in which tenant routes act; "" for a credential of a single one
	organizations int            // how many the credential sees
	catalogue     []doc          // the policy templates, once they were read
	templates     map[string]doc // with their fields, by id

	mine     map[string]bool // paths of what the run has made
	names    int
	requests int
	removed  int
	left     []string
}

func newLab(service Service, o Options) *lab {
	if o.Say == nil {
		o.Say = func(string, ...any) {}
	}

	mark := NewMark()
	if o.Journal != nil {
		mark = o.Journal.Mark
	}

	return &lab{
		service: service, options: o, transcript: newTranscript(mark), mine: map[string]bool{}, templates: map[string]doc{},
		organization: o.Organization, organizations: 1,
	}
}

// send sends one request of an experiment, and records it.
func (l *lab) send(ctx context.Context, r Request) (Answer, error) {
	l.requests++

	a, err := l.service.Send(ctx, r)
	if err == nil {
		l.transcript.add(r, a)
	}

	return a, err
}

// spent tells that no further request of an experiment may be begun.
func (l *lab) spent() bool { return l.requests >= l.options.MaxRequests }

func (l *lab) limit() string {
	return fmt.Sprintf("the limit of %d requests was reached (--max-requests)", l.options.MaxRequests)
}

// enter finds the provider and the organization to act in, and refuses to write in one
// that is in use.
func (l *lab) enter(ctx context.Context) error {
	l.transcript.title("to begin with")

	if err := l.introduce(ctx); err != nil {
		return err
	}

	if err := l.choose(ctx); err != nil || !l.options.Write {
		return err
	}

	if !l.options.People {
		if err := l.deserted(ctx); err != nil {
			return err
		}
	}

	return l.options.Journal.enter(home{l.provider, l.organization})
}

// introduce finds the credential's provider.
func (l *lab) introduce(ctx context.Context) error {
	a, err := l.send(ctx, Request{Method: http.MethodGet, Path: "/api/v2/providers"})
	if err != nil {
		return err
	}

	if a.Status == http.StatusUnauthorized {
		return errors.New("JumpCloud does not take the credential (401)")
	}

	if found := a.items(); len(found) > 0 {
		l.provider = idOf(found[0])
	}

	return nil
}

// deserted returns [ErrPeople] where somebody works in the organization.
func (l *lab) deserted(ctx context.Context) error {
	for _, collection := range []string{"/api/systems", "/api/systemusers"} {
		a, err := l.send(ctx, l.tenant(Request{Method: http.MethodGet, Path: collection + "?limit=1"}))

		switch {
		case err != nil:
			return err
		case !a.ok():
			return fmt.Errorf("nobody can tell whether the organization is in use: GET %s answered %d", collection, a.Status)
		case len(a.items()) > 0:
			return ErrPeople
		}
	}

	return nil
}

// choose holds the organization to those that the credential sees.
func (l *lab) choose(ctx context.Context) error {
	if l.provider == "" {
		return nil
	}

	all, err := l.all(ctx, Request{Path: "/api/v2/providers/" + l.provider + "/organizations"})
	if errors.Is(err, errForbidden) {
		return nil // of a service account that may not see its provider
	}

	if err != nil {
		return err
	}

	l.organizations = len(all)

	for _, o := range all {
		if l.organization == "" || l.organization == idOf(o) {
			l.organization = idOf(o)
			l.options.Say("Acting in the organization %s (%s), one of %d.", text(o, "name"), l.organization, len(all))

			return nil
		}
	}

	return fmt.Errorf("the credential sees no organization %q", l.organization)
}

// tenant is a request that acts in the organization.
func (l *lab) tenant(r Request) Request {
	r.Organization = l.organization

	return r
}

var errForbidden = errors.New("the credential may not do this (403)")

// all reads a whole list, from a service that may answer short pages or ignore skip.
func (l *lab) all(ctx context.Context, r Request) ([]doc, error) {
	var (
		all  []doc
		seen = map[string]bool{}
	)

	path := r.Path
	r.Method = http.MethodGet

	for {
		r.Path = fmt.Sprintf("%s?limit=100&skip=%d", path, len(all))

		a, err := l.send(ctx, r)
		if err != nil {
			return nil, err
		}

		if a.Status == http.StatusForbidden {
			return nil, fmt.Errorf("GET %s: %w", path, errForbidden)
		}

		if !a.ok() {
			return nil, fmt.Errorf("GET %s answered %d", path, a.Status)
		}

		before := len(all)

		for _, d := range a.items() {
			if id := idOf(d); !seen[id] {
				seen[id] = true

				all = append(all, d)
			}
		}

		if len(all) == before {
			return all, nil
		}
	}
}

// removing is how long removing what was made may take once a run was interrupted.
const removing = 2 * time.Minute

// try carries out an experiment, and removes what it has made, whatever happens.
func (l *lab) try(ctx context.Context, e Experiment) Finding {
	l.transcript.title(e.Switch)

	t := &trial{ctx: ctx, lab: l, experiment: e}
	f := Finding{Switch: e.Switch, Value: e.find(t)}

	if l.options.Journal != nil && l.options.Journal.Pending() > 0 {
		cleaning, cancel := context.WithTimeout(context.WithoutCancel(ctx), removing)
		defer cancel()

		if ctx.Err() != nil {
			l.options.Say("Interrupted: removing what was made. Another Ctrl-C gives that up, and leaves it to --clean.")
		}

		left := l.clean(cleaning, l.options.Journal)
		for _, problem := range left {
			l.options.Say("  %s", problem)
		}

		l.left = left
	}

	switch {
	case t.err != nil:
		f.Value, f.Reason, f.Other = "", t.err.Error(), errors.Is(t.err, errOther)
	case f.Value == "":
		f.Reason = "the experiment came to no conclusion"
	}

	return f
}
