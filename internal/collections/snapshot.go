// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"
	"fmt"
	"strings"
	"sync"
)

// Lookup finds one element of a list for a refresh. Many look-ups of one list share one
// snapshot of it: the first page tells how large the list is, and the rest is listed only
// when that keeps the calls within twice the better of "one GET each" and "list it all".
// The error matches [rest.ErrNotFound] where there is no such element.
//
// That an element is not there is believed only of two looks: a listing that is sound, and
// a GET of the element or, where there is none, a second such listing, which all elements
// that seem to be gone share.
//
// A snapshot is as old as the first look-up. It is dropped by any write to the list, so
// it must not be used to read back what was just written: call Single for that.
func Lookup[T any](ctx context.Context, l Listing[T], id string) (T, error) {
	return Expect(l)(ctx, id)
}

// Expect announces a look-up and returns it. Whoever has to ask something else first
// announces, so that those who wait meanwhile count when the first of them decides whether
// to list.
func Expect[T any](l Listing[T]) func(ctx context.Context, id string) (T, error) {
	announced := snapshotOf(l)
	announced.reads.Add(1)

	return func(ctx context.Context, id string) (T, error) {
		s := snapshotOf(l)
		if s != announced {
			s.reads.Add(1) // a write has dropped the one before
		}

		item, err := s.find(ctx, l.untyped(), id)

		return typed[T](item), err
	}
}

// All returns the whole list from its snapshot, in the list's order.
func All[T any](ctx context.Context, l Listing[T]) ([]T, error) {
	all, err := snapshotOf(l).all(ctx, l.untyped())
	if err != nil {
		return nil, err
	}

	return typedAll[T](all), nil
}

// AllOnce returns the whole list as it was when this process first asked, whatever it has
// written since: for checks at plan, which are about what was there before.
func AllOnce[T any](ctx context.Context, l Listing[T]) ([]T, error) {
	all, err := listingOf(l, onceScope(l)).all(ctx, l.untyped())
	if err != nil {
		return nil, err
	}

	return typedAll[T](all), nil
}

// LookupOnce is [Lookup] in the list as it was when this process first asked, whatever it has
// written since: for what never changes of an element that was there before.
func LookupOnce[T any](ctx context.Context, l Listing[T], id string) (T, error) {
	s := listingOf(l, onceScope(l))
	s.reads.Add(1)

	item, err := s.find(ctx, l.untyped(), id)

	return typed[T](item), err
}

// onceScope is the name of a scope that none has, so no write drops the entry.
func onceScope[T any](l Listing[T]) string { return "once " + l.Route.scope }

// First returns the first element of a list's snapshot, to see what the service shows of
// one. It reads no more than the first page of a list that holds any; ok is false where
// the list is empty.
func First[T any](ctx context.Context, l Listing[T]) (item T, ok bool, err error) {
	s, u := snapshotOf(l), l.untyped()

	failed, err := s.acquire(ctx)
	if err != nil {
		return item, false, err
	}
	defer s.release()

	if s.calls == 0 && failed == nil {
		failed = s.next(ctx, u)
	}

	if failed == nil && len(s.now.items) == 0 {
		failed = s.settle(ctx, u)
	}

	if failed != nil || len(s.now.items) == 0 {
		return item, false, failed
	}

	return typed[T](s.now.items[0]), true, nil
}

// snapshot is a listing of whatever type.
type snapshot any

// snapshots are a client's, by scope and route.
type snapshots struct {
	mu      sync.Mutex
	entries map[snapshotKey]snapshot
}

// snapshotKey names a snapshot. Two objects may list one address, each as its own type.
type snapshotKey struct {
	scope string
	uri   string
	kind  string
}

// snapshotOf returns the list's snapshot, empty where none was begun.
func snapshotOf[T any](l Listing[T]) *listing { return listingOf(l, l.Route.scope) }

func listingOf[T any](l Listing[T], scope string) *listing {
	key := snapshotKey{scope, l.Route.url().RequestURI(), "listing of " + l.untyped().kind}

	return entry(l.Route.client, key, newListing)
}

// drop forgets the snapshots that a write to r makes stale: those of the lists on its path.
func (s *snapshots) drop(r Route) {
	s.mu.Lock()
	defer s.mu.Unlock()

	written := r.url().EscapedPath() + "/"

	for key := range s.entries {
		path, _, _ := strings.Cut(key.uri, "?")

		if key.scope == r.scope && strings.HasPrefix(written, path+"/") {
			delete(s.entries, key)
		}
	}
}

// Drop forgets the snapshots of lists that a write elsewhere makes stale, such as one
// to another version of the API.
func Drop(r Route) { r.client.snapshots.drop(r) }

// GetShared reads an object that is the same in every scope, such as a part of the
// service's catalogue, once for all of them.
func GetShared[T any](ctx context.Context, r Route) (T, error) {
	return once[T](ctx, r, "")
}

// GetOnce reads an object once and keeps it until it is written.
func GetOnce[T any](ctx context.Context, r Route) (T, error) {
	return once[T](ctx, r, r.scope)
}

func once[T any](ctx context.Context, r Route, scope string) (T, error) {
	return entry(r.client, snapshotKey{scope, r.url().RequestURI(), fmt.Sprintf("object of %T", (*T)(nil))}, NewLazy[T]).Get(ctx, func(ctx context.Context) (T, error) { return Get[T](ctx, r) })
}

// entry returns what the snapshots hold of that type, made where there is nothing.
func entry[S any](c *Client, key snapshotKey, fresh func() *S) *S {
	c.snapshots.mu.Lock()
	defer c.snapshots.mu.Unlock()

	if s, ok := c.snapshots.entries[key].(*S); ok {
		return s
	}

	s := fresh()
	c.snapshots.entries[key] = s

	return s
}
