// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// ExistsError is a creation that was not asked for, or that the service refused, because
// the name is taken.
type ExistsError struct {
	Name  string
	Taken []string // ids of the objects that have it
	Err   error    // the service's refusal, or nil where nothing was sent
	Lost  bool     // a request before the one that was refused got no answer
}

// Error says who has the name and what can be done.
func (e *ExistsError) Error() string {
	var (
		b       strings.Builder
		refusal *rest.Error
	)

	switch {
	case errors.As(e.Err, &refusal):
		b.WriteString(refusal.Message + "\n\n")
	case e.Err != nil:
		b.WriteString(e.Err.Error() + "\n\n")
	}

	made := "nothing was created"
	if e.Lost {
		made = "whether this creation made it nobody can tell, since the answer to its first request was lost and it is not all that was asked for"
	}

	fmt.Fprintf(&b, "The name %q is taken already, by %s; %s. "+
		"If this configuration manages it under another address, a `moved` block keeps it.", e.Name, strings.Join(e.Taken, ", "), made)

	if e.Err == nil {
		b.WriteString(" If two of one name are wanted, set allow_duplicate_name = true " +
			"(create_before_destroy needs it: for a moment there are two).")
	}

	return b.String()
}

// Unwrap gives the service's refusal, if there was one.
func (e *ExistsError) Unwrap() error { return e.Err }

// ImportCandidates returns the ids of the objects that have the name.
func (e *ExistsError) ImportCandidates() []string { return e.Taken }

// Twins returns the elements of a list that have exactly that name, but for ownID and for
// what this process created itself. It reads the list once for the whole run, so this run
// may have renamed or deleted what it returns: ask [StillNamed] before refusing anything.
func Twins[T any](ctx context.Context, l Listing[T], nameOf func(T) string, name, ownID string) ([]T, error) {
	named := func(item any) string { return nameOf(typed[T](item)) }

	return typedAll[T](twins(ctx, untyped(l), named, name, ownID))
}

func twins(ctx context.Context, l list, nameOf func(item any) string, name, ownID string) ([]any, error) {
	all, err := allOnce(ctx, l)
	if err != nil {
		return nil, err
	}

	var found []any

	for _, item := range all {
		if id := l.ID(item); nameOf(item) == name && id != ownID && !l.Route.client.MadeHere(id) {
			found = append(found, item)
		}
	}

	return found, nil
}

// free makes sure that nobody else has the name, before anything is sent. An organization
// that this process made holds nothing else.
func (c creation) free(ctx context.Context) error {
	client := c.List.Route.client
	if c.NameOf == nil || c.AllowTwin || client.MadeHere(c.List.Route.scope) {
		return nil
	}

	taken, err := twins(ctx, c.List, c.NameOf, c.Name, "")
	if err == nil {
		taken, err = stillNamed(ctx, c.List, c.NameOf, c.Name, taken)
	}

	switch {
	case errors.Is(err, rest.ErrRefused):
		return nil // who may not list may create all the same
	case err != nil:
		return fmt.Errorf("nothing was created, since it could not be found out whether the name %q is free: %w", c.Name, err)
	case len(taken) > 0:
		return c.exists(taken, nil, false)
	}

	return nil
}

// refused completes a conflict by who has the name, where that can be told. One after a
// request whose answer was lost may be with what that request made.
func (c creation) refused(ctx context.Context, err error, lost bool) error {
	if c.NameOf == nil || !c.List.Route.client.taken(err) {
		return err
	}

	all, listErr := snapshotOf(c.List).all(ctx, c.List)
	if listErr != nil {
		return err
	}

	var same, alike []any

	for _, item := range all {
		switch name := c.NameOf(item); {
		case name == c.Name:
			same = append(same, item)
		case strings.EqualFold(strings.TrimSpace(name), strings.TrimSpace(c.Name)):
			alike = append(alike, item)
		}
	}

	if len(same) == 0 {
		same = alike // the service may look at names with other eyes
	}

	if len(same) == 0 {
		return err
	}

	return c.exists(same, err, lost)
}

func (c creation) exists(taken []any, err error, lost bool) error {
	e := &ExistsError{Name: c.Name, Err: err, Lost: lost}
	for _, item := range taken {
		e.Taken = append(e.Taken, c.List.ID(item))
	}

	return e
}

// StillNamed returns those of some elements that are there now and have that name.
func StillNamed[T any](ctx context.Context, l Listing[T], nameOf func(T) string, name string, twins []T) ([]T, error) {
	all := make([]any, 0, len(twins))
	for _, twin := range twins {
		all = append(all, twin)
	}

	named := func(item any) string { return nameOf(typed[T](item)) }

	return typedAll[T](stillNamed(ctx, untyped(l), named, name, all))
}

func stillNamed(ctx context.Context, l list, nameOf func(item any) string, name string, twins []any) ([]any, error) {
	var still []any

	for _, twin := range twins {
		// A snapshot is dropped by whatever this run writes to the list.
		ask := l.Single
		if ask == nil {
			ask = expect(l)
		}

		now, err := ask(ctx, l.ID(twin))

		switch {
		case errors.Is(err, rest.ErrNotFound):
		case err != nil:
			return nil, err
		case nameOf(now) == name:
			still = append(still, now)
		}
	}

	return still, nil
}
