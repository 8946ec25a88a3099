// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"
	"net/http"
	"reflect"
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
	item, err := expect(untyped(l))(ctx, id)

	return typed[T](item), err
}

// Expect announces a look-up and returns it. Whoever has to ask something else first
// announces, so that those who wait meanwhile count when the first of them decides whether
// to list.
func Expect[T any](l Listing[T]) func(ctx context.Context, id string) (T, error) {
	find := expect(untyped(l))

	return func(ctx context.Context, id string) (T, error) {
		item, err := find(ctx, id)

		return typed[T](item), err
	}
}

func expect(l list) func(ctx context.Context, id string) (any, error) {
	announced := snapshotOf(l)
	announced.reads.Add(1)

	return func(ctx context.Context, id string) (any, error) {
		s := snapshotOf(l)
		if s != announced {
			s.reads.Add(1) // a write has dropped the one before
		}

		return s.find(ctx, l, id)
	}
}

// All returns the whole list from its snapshot, in the list's order.
func All[T any](ctx context.Context, l Listing[T]) ([]T, error) {
	u := untyped(l)

	return typedAll[T](snapshotOf(u).all(ctx, u))
}

// AllOnce returns the whole list as it was when this process first asked, whatever it has
// written since: for checks at plan, which are about what was there before.
func AllOnce[T any](ctx context.Context, l Listing[T]) ([]T, error) {
	return typedAll[T](allOnce(ctx, untyped(l)))
}

func allOnce(ctx context.Context, l list) ([]any, error) {
	return listingOf(l, onceScope(l)).all(ctx, l)
}

// LookupOnce is [Lookup] in the list as it was when this process first asked, whatever it has
// written since: for what never changes of an element that was there before.
func LookupOnce[T any](ctx context.Context, l Listing[T], id string) (T, error) {
	item, err := lookupOnce(ctx, untyped(l), id)

	return typed[T](item), err
}

func lookupOnce(ctx context.Context, l list, id string) (any, error) {
	s := listingOf(l, onceScope(l))
	s.reads.Add(1)

	return s.find(ctx, l, id)
}

// onceScope is the name of a scope that none has, so no write drops the entry.
func onceScope(l list) string { return "once " + l.Route.scope }

// First returns the first element of a list's snapshot, to see what the service shows of
// one. It reads no more than the first page of a list that holds any; ok is false where
// the list is empty.
func First[T any](ctx context.Context, l Listing[T]) (item T, ok bool, err error) {
	one, ok, err := first(ctx, untyped(l))

	return typed[T](one), ok, err
}

func first(ctx context.Context, l list) (item any, ok bool, err error) {
	s := snapshotOf(l)

	failed, err := s.acquire(ctx)
	if err != nil {
		return item, false, err
	}
	defer s.release()

	if s.calls == 0 && failed == nil {
		failed = s.next(ctx, l)
	}

	if failed == nil && len(s.now.items) == 0 {
		failed = s.settle(ctx, l)
	}

	if failed != nil || len(s.now.items) == 0 {
		return item, false, failed
	}

	return s.now.items[0], true, nil
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
	as    reflect.Type
}

// snapshotOf returns the list's snapshot, empty where none was begun.
func snapshotOf(l list) *listing { return listingOf(l, l.Route.scope) }

func listingOf(l list, scope string) *listing {
	key := snapshotKey{scope, l.Route.url().RequestURI(), "listing", l.element}

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
	v, err := r.once(ctx, "", reflect.TypeFor[T]())

	return typed[T](v), err
}

// GetOnce reads an object once and keeps it until it is written.
func GetOnce[T any](ctx context.Context, r Route) (T, error) {
	v, err := r.once(ctx, r.scope, reflect.TypeFor[T]())

	return typed[T](v), err
}

func (r Route) once(ctx context.Context, scope string, as reflect.Type) (any, error) {
	key := snapshotKey{scope, r.url().RequestURI(), "object", as}

	return entry(r.client, key, newLazy).get(ctx, func(ctx context.Context) (any, error) { return r.answer(ctx, http.MethodGet, nil, as) })
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
