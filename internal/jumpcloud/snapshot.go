// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Lookup finds one element of a list for a refresh. Many look-ups of one list share one
// snapshot of it: the first page tells how large the list is, and the rest is listed only
// when that keeps the calls within twice the better of "one GET each" and "list it all".
// The error matches [rest.ErrNotFound] where there is no such element.
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

		return s.find(ctx, l, id)
	}
}

func (s *listing[T]) find(ctx context.Context, l Listing[T], id string) (T, error) {
	item, found, single, err := s.lookup(ctx, l, id)

	switch {
	case err != nil:
		return item, err
	case found:
		return item, nil
	case single:
		return l.Single(ctx, id)
	}

	return item, rest.NotFound(http.MethodGet, l.Route.Path(), fmt.Sprintf("the list holds no %q", id))
}

// All returns the whole list from its snapshot, in the list's order.
func All[T any](ctx context.Context, l Listing[T]) ([]T, error) {
	s := snapshotOf(l)

	return s.all(ctx, l)
}

// AllOnce returns the whole list as it was when this process first asked, whatever it has
// written since: for checks at plan, which are about what was there before.
func AllOnce[T any](ctx context.Context, l Listing[T]) ([]T, error) {
	// No scope has this name, so no write drops the entry.
	return entry(l.Route.client, "once "+l.Route.org, l.Route.url().RequestURI(), newListing[T]).all(ctx, l)
}

// First returns the first element of a list's snapshot, to see what the service shows of
// one. It reads no more than the first page; ok is false where the list is empty.
func First[T any](ctx context.Context, l Listing[T]) (item T, ok bool, err error) {
	s := snapshotOf(l)

	if err := s.acquire(ctx); err != nil {
		return item, false, err
	}
	defer s.release()

	if s.calls == 0 {
		if err := s.next(ctx, l); err != nil {
			return item, false, err
		}
	}

	if len(s.items) == 0 {
		return item, false, nil
	}

	return s.items[0], true, nil
}

// listing is the snapshot of one list.
type listing[T any] struct {
	lock  chan struct{} // of capacity 1
	reads atomic.Int64  // look-ups so far, those that wait included

	items []T
	index map[string]int
	total int
	calls int  // requests made for this snapshot, single GETs included
	whole bool // everything is here
	sound bool // nothing was missing or doubled while the pages were read
	err   error
}

func (s *listing[T]) acquire(ctx context.Context) error {
	select {
	case s.lock <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (s *listing[T]) release() { <-s.lock }

// lookup finds id, or tells that a single GET is the way.
func (s *listing[T]) lookup(ctx context.Context, l Listing[T], id string) (item T, found, single bool, err error) {
	if err := s.acquire(ctx); err != nil {
		return item, false, false, err
	}
	defer s.release()

	if s.calls == 0 {
		if err := s.next(ctx, l); err != nil {
			return item, false, false, err
		}
	}

	if i, ok := s.index[id]; ok {
		return s.items[i], true, false, nil
	}

	if !s.whole && l.Single != nil && !s.worthListing() {
		s.calls++

		return item, false, true, nil
	}

	if err := s.rest(ctx, l); err != nil {
		return item, false, false, err
	}

	if i, ok := s.index[id]; ok {
		return s.items[i], true, false, nil
	}

	// Rows that were missing or doubled mean that the list changed under the paging: then
	// absence proves nothing, and the object itself is asked for. Where that cannot be, it
	// is not there when a second listing does not have it either.
	if s.sound || l.Single != nil {
		return item, false, !s.sound, nil
	}

	s.items, s.index, s.whole, s.sound = nil, map[string]int{}, false, true
	if err := s.rest(ctx, l); err != nil {
		return item, false, false, err
	}

	if i, ok := s.index[id]; ok {
		return s.items[i], true, false, nil
	}

	s.sound = true // or every further look-up would list it again

	return item, false, false, nil
}

// worthListing compares what listing the rest would bring the calls to with twice the
// better choice for the look-ups known so far.
func (s *listing[T]) worthListing() bool {
	pages := (s.total + pageSize - 1) / pageSize
	if s.total < 0 {
		return true // nobody knows; a short page ends it
	}

	remaining := pages - (len(s.items)+pageSize-1)/pageSize

	return int64(s.calls+remaining) <= 2*min(s.reads.Load(), int64(pages))
}

func (s *listing[T]) all(ctx context.Context, l Listing[T]) ([]T, error) {
	if err := s.acquire(ctx); err != nil {
		return nil, err
	}
	defer s.release()

	if err := s.rest(ctx, l); err != nil {
		return nil, err
	}

	return slices.Clone(s.items), nil
}

// rest fetches the pages that are not here yet.
func (s *listing[T]) rest(ctx context.Context, l Listing[T]) error {
	for !s.whole {
		if err := s.next(ctx, l); err != nil {
			return err
		}
	}

	return nil
}

// next fetches one page. A refusal is kept, so that the many look-ups of a list that may
// not be read cost one call.
func (s *listing[T]) next(ctx context.Context, l Listing[T]) error {
	if s.err != nil {
		return s.err
	}

	p, err := l.fetch(ctx, len(s.items))
	s.calls++

	if err != nil {
		if ctx.Err() == nil && errors.As(err, new(*rest.Error)) {
			s.err = err
		}

		return err
	}

	for _, item := range p.items {
		id := l.ID(item)
		if _, ok := s.index[id]; ok {
			s.sound = false
		}

		s.index[id] = len(s.items)
		s.items = append(s.items, item)
	}

	if len(s.items) > len(p.items) && p.total != s.total {
		s.sound = false // the list grew or shrank since the page before
	}

	s.total = p.total
	s.whole = l.last(p, len(s.items))

	if s.whole && s.total >= 0 && s.total != len(s.items) {
		s.sound = false
	}

	return nil
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
	scope string // the organization, "" for the portal
	uri   string
	kind  string
}

// snapshotOf returns the list's snapshot, empty where none was begun.
func snapshotOf[T any](l Listing[T]) *listing[T] {
	return entry(l.Route.client, l.Route.org, l.Route.url().RequestURI(), newListing[T])
}

func newListing[T any]() *listing[T] {
	return &listing[T]{lock: make(chan struct{}, 1), index: map[string]int{}, sound: true, total: -1}
}

// drop forgets the snapshots that a write to r makes stale: those of the lists on its path.
func (s *snapshots) drop(r Route) {
	s.mu.Lock()
	defer s.mu.Unlock()

	written := r.url().EscapedPath() + "/"

	for key := range s.entries {
		path, _, _ := strings.Cut(key.uri, "?")

		if key.scope == r.org && strings.HasPrefix(written, path+"/") {
			delete(s.entries, key)
		}
	}
}

// Drop forgets the snapshots of lists that a write elsewhere makes stale, such as v1
// writes to objects that are listed by v2.
func Drop(r Route) { r.client.snapshots.drop(r) }

// GetShared reads an object of JumpCloud's catalogue once and keeps it for all
// organizations: the same id means the same object in each.
func GetShared[T any](ctx context.Context, r Route) (T, error) {
	return once[T](ctx, r, "")
}

// GetOnce reads an object once and keeps it until it is written.
func GetOnce[T any](ctx context.Context, r Route) (T, error) {
	return once[T](ctx, r, r.org)
}

// Learn finds something out about the service once and keeps it as long as the client
// lives. A failure is not kept. No write makes it stale: name is no list's address.
func Learn[T any](ctx context.Context, c *Client, name string, ask func(context.Context) (T, error)) (T, error) {
	return entry(c, "learnt", name, func() *lazy[T] {
		l := newLazy[T]()

		return &l
	}).get(ctx, ask)
}

func once[T any](ctx context.Context, r Route, scope string) (T, error) {
	return entry(r.client, scope, r.url().RequestURI(), func() *lazy[T] {
		l := newLazy[T]()

		return &l
	}).get(ctx, func(ctx context.Context) (T, error) { return Get[T](ctx, r) })
}

// entry returns what the snapshots hold of that type, made where there is nothing.
func entry[S any](c *Client, scope, uri string, fresh func() *S) *S {
	c.snapshots.mu.Lock()
	defer c.snapshots.mu.Unlock()

	key := snapshotKey{scope, uri, fmt.Sprintf("%T", (*S)(nil))}
	if s, ok := c.snapshots.entries[key].(*S); ok {
		return s
	}

	s := fresh()
	c.snapshots.entries[key] = s

	return s
}
