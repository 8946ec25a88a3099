// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/semaphore"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// listing is the snapshot of one list, shared by all who look something up in it.
type listing struct {
	lock     *semaphore.Weighted
	reads    atomic.Int64 // look-ups so far, those that wait included
	failures atomic.Int64 // how often reading it has failed

	now    *reading
	before map[string]int // the keys of the sound reading before, or nil
	calls  int            // requests made for this snapshot, single GETs included
	absent int            // look-ups that found nothing in a whole reading
	err    error          // of the last failure
}

func newListing() *listing {
	return &listing{lock: semaphore.NewWeighted(1), now: newReading()}
}

// acquire waits until the snapshot is free. failed is what became of the reading that was
// waited for, where it failed: those who wait together fail together, or each would wait
// for all tries of its own.
func (s *listing) acquire(ctx context.Context) (failed, err error) {
	seen := s.failures.Load()

	if err := s.lock.Acquire(ctx, 1); err != nil {
		return nil, err
	}

	if s.failures.Load() > seen {
		failed = s.err
	}

	return failed, nil
}

func (s *listing) release() { s.lock.Release(1) }

// find looks an element up.
func (s *listing) find(ctx context.Context, l list, id string) (any, error) {
	item, found, single, err := s.held(ctx, l, id)

	switch {
	case found || err != nil:
		return item, err
	case single:
		return s.single(ctx, l, id)
	}

	return s.twice(ctx, l, id)
}

// held finds an element in what is there or, where that is worth its calls, in the rest;
// else it tells whether to ask for the element itself.
func (s *listing) held(ctx context.Context, l list, id string) (item any, found, single bool, err error) {
	failed, err := s.acquire(ctx)
	if err != nil {
		return item, false, false, err
	}
	defer s.release()

	at, found := s.now.index[id]

	for failed == nil && !found && !s.now.whole && (l.Single == nil || s.worthListing(l.size())) {
		failed = s.next(ctx, l)
		at, found = s.now.index[id]
	}

	if found {
		return s.now.items[at], true, false, nil
	}

	// A list that is not there says nothing of the element where that can be asked for.
	missing := errors.Is(failed, rest.ErrNotFound)

	if failed != nil && !missing || l.Single == nil {
		return item, false, false, failed
	}

	// Where many seem to be gone, another listing costs less than asking for each.
	if s.now.whole {
		s.absent++

		if s.before != nil || s.absent > s.pages(l.size()) {
			return item, false, false, nil
		}
	}

	s.calls++

	return item, false, true, nil
}

// single asks for an element itself. That it is not there is believed where a sound listing
// has not got it either.
func (s *listing) single(ctx context.Context, l list, id string) (any, error) {
	item, gone := l.Single(ctx, id)

	switch {
	case gone == nil && l.ID != nil && l.ID(item) != id:
		return item, rest.Garbled(http.MethodGet, l.Route.Join(id).Path(), http.StatusOK, "",
			fmt.Sprintf("the answer is of %q, and %q was asked for", l.ID(item), id))
	case !errors.Is(gone, rest.ErrNotFound):
		return item, gone
	}

	failed, err := s.acquire(ctx)
	if err != nil {
		return item, err
	}
	defer s.release()

	if failed == nil {
		failed = s.settle(ctx, l)
	}

	if at, ok := s.now.index[id]; ok {
		return s.now.items[at], nil
	}

	if failed != nil {
		return item, failed
	}

	return item, gone
}

// twice finds an element that seems to be gone in a second listing, and is not there when
// that has not got it either.
func (s *listing) twice(ctx context.Context, l list, id string) (item any, err error) {
	failed, err := s.acquire(ctx)
	if err != nil {
		return item, err
	}
	defer s.release()

	for failed == nil {
		failed = s.settle(ctx, l)

		if at, ok := s.now.index[id]; ok {
			return s.now.items[at], nil
		}

		if _, was := s.before[id]; failed == nil && s.before != nil && !was {
			return item, rest.NotFound(http.MethodGet, l.Route.Path(), fmt.Sprintf("the list holds no %q", id))
		}

		if failed == nil {
			s.before, s.now = s.now.index, newReading()
		}
	}

	return item, failed
}

// settle reads the list until there is a whole and sound reading. One that proves nothing
// is read again, once.
func (s *listing) settle(ctx context.Context, l list) error {
	for again := false; ; again = true {
		for !s.now.whole {
			if err := s.next(ctx, l); err != nil {
				return err
			}
		}

		switch {
		case s.now.doubt == "":
			return nil
		case again:
			return s.failed(ctx, l.unsound(s.now.doubt))
		}

		s.now = newReading()
	}
}

// next reads one page. A refusal is kept, so that the many look-ups of a list that may not
// be read cost one call; any other failure is shared by those who wait for it.
func (s *listing) next(ctx context.Context, l list) error {
	if errors.Is(s.err, rest.ErrRefused) {
		return s.err
	}

	s.calls++

	if err := s.now.next(ctx, l); err != nil {
		return s.failed(ctx, err)
	}

	return nil
}

func (s *listing) failed(ctx context.Context, err error) error {
	if ctx.Err() == nil {
		s.err = err
		s.failures.Add(1)
	}

	return err
}

// worthListing compares what listing the rest would bring the calls to with twice the
// better choice for the look-ups known so far.
func (s *listing) worthListing(size int) bool {
	if s.now.total < 0 {
		return true // nobody knows; a short page ends it
	}

	remaining := s.pages(size) - (s.now.rows+size-1)/size

	return int64(s.calls+remaining) <= 2*min(s.reads.Load(), int64(s.pages(size)))
}

// pages are the calls that reading the whole list takes, by what is known of it.
func (s *listing) pages(size int) int {
	return max(1, (max(s.now.total, s.now.rows)+size-1)/size)
}

func (s *listing) all(ctx context.Context, l list) ([]any, error) {
	failed, err := s.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer s.release()

	if failed == nil {
		failed = s.settle(ctx, l)
	}

	if failed != nil {
		return nil, failed
	}

	return slices.Clone(s.now.items), nil
}
