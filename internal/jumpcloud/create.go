// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// clockSlack is how much earlier than its request an object may seem to be born: ids and
// the Date header have whole seconds.
const clockSlack = 2 * time.Second

// Creation is a POST that creates one object, with what is needed to find the object
// again when the answer is lost.
type Creation[T any] struct {
	// List is where the object will appear; its route is posted to, unless At says otherwise.
	List Listing[T]
	At   *Route
	Body any

	// Name keeps two creations of the same name from being taken for each other: they
	// are made one after the other.
	Name string

	// Alone makes a second creation of the same name in this process an error.
	Alone bool

	// Before lists what is there before the request, to tell the new object from older ones
	// where ids hold no birth time. For short lists.
	Before bool

	// Same tells whether a listed object carries everything that Body has. It may read
	// the object where the list shows less; an error means that nobody can tell.
	Same func(ctx context.Context, listed T) (bool, error)
}

// UnclearError is a creation of which nobody knows whether it happened.
type UnclearError struct {
	Err        error    // what the service answered
	Candidates []string // ids of objects that may be the one
	Looked     error    // why looking for it failed, or nil
}

// Error says what happened and what was found.
func (e *UnclearError) Error() string {
	switch {
	case e.Looked != nil:
		return fmt.Sprintf("%s; the object may exist all the same, and looking for it failed: %s", e.Err, e.Looked)
	case len(e.Candidates) > 0:
		return fmt.Sprintf("%s; the object may exist all the same: found %s, which cannot be told from one made by somebody else",
			e.Err, strings.Join(e.Candidates, ", "))
	}

	return e.Err.Error()
}

// Unwrap gives the service's answer.
func (e *UnclearError) Unwrap() error { return e.Err }

// ImportCandidates returns the ids of objects that may be the one.
func (e *UnclearError) ImportCandidates() []string { return e.Candidates }

// Create creates an object and returns the service's answer. When that is lost, garbled
// or a failure of the service, the object is looked for: one that carries everything that
// was sent, was born after the request and belongs to nobody else is ours and is
// returned; if there is none, the request is repeated; if nobody can tell, the error is
// an [*UnclearError].
func Create[T any](ctx context.Context, c Creation[T]) (T, error) {
	route := c.List.Route
	client := route.client

	if client.pending != nil {
		return *new(T), client.pending
	}

	unlock, err := client.creations.lockName(ctx, route.org+" "+route.Path()+" "+c.Name)
	if err != nil {
		return *new(T), err
	}
	defer unlock()

	key := route.org + " " + route.Path() + " " + c.Name
	if other := client.creations.madeAs(key); c.Alone && other != "" {
		return *new(T), fmt.Errorf("this run has just created %q (%s), and the name must not be used twice", c.Name, other)
	}

	made, err := c.create(ctx)
	if err == nil {
		client.creations.claim(key, c.List.ID(made))
	}

	return made, err
}

func (c Creation[T]) create(ctx context.Context) (T, error) {
	route := c.List.Route
	if c.At != nil {
		route = *c.At
	}

	client := route.client

	before, err := c.before(ctx)
	if err != nil {
		return *new(T), err
	}

	for tries := 1; ; tries++ {
		begun := time.Now()

		made, err := Post[T](ctx, route, c.Body)
		if err == nil && c.List.ID(made) != "" {
			return made, nil
		}

		if err != nil && !errors.Is(err, rest.ErrUnclear) {
			return made, err
		}

		if err == nil {
			err = rest.Garbled(http.MethodPost, route.Path(), http.StatusOK, "", "the answer does not tell the new object's id")
		}

		found, ok, lookErr := c.find(ctx, begun, before)
		if lookErr != nil {
			unclear := &UnclearError{Err: err}
			if !errors.As(lookErr, &unclear) {
				unclear.Looked = lookErr
			}

			unclear.Err = err

			return made, unclear
		}

		if ok {
			return found, nil
		}

		if tries > client.sender.Retries() {
			return made, err
		}

		if err := client.sender.Pause(ctx, tries); err != nil {
			return made, err
		}
	}
}

// before returns the ids that are there before the request, or nil where nobody asked.
func (c Creation[T]) before(ctx context.Context) (map[string]bool, error) {
	if !c.Before {
		return nil, nil
	}

	ids := map[string]bool{}

	for item, err := range Each(ctx, c.List) {
		if err != nil {
			return nil, err
		}

		ids[c.List.ID(item)] = true
	}

	return ids, nil
}

// find looks for the object that a request begun at that time, by our clock, may have
// created; before are the ids that were there, or nil. An [*UnclearError] lists what may
// be it when nobody can tell.
func (c Creation[T]) find(ctx context.Context, begun time.Time, before map[string]bool) (T, bool, error) {
	for again := false; ; again = true {
		s := newListing[T]()
		if err := s.rest(ctx, c.List); err != nil {
			return *new(T), false, err
		}

		// A list that changed under the paging may have hidden the object once.
		found, ok, err := c.among(ctx, s.items, begun, before)
		if ok || err != nil || s.sound || again {
			return found, ok, err
		}
	}
}

// among looks through a listing.
func (c Creation[T]) among(ctx context.Context, listed []T, begun time.Time, before map[string]bool) (T, bool, error) {
	var (
		ours   []T
		unsure []string
		seen   = map[string]bool{}
		client = c.List.Route.client
	)

	for _, item := range listed {
		id := c.List.ID(item)
		if seen[id] || before[id] || client.creations.isClaimed(id) {
			continue
		}

		seen[id] = true // pages can overlap

		// By the service's clock, which is known now at the latest: the page told it.
		born, known := bornAt(id)
		if known && born.Before(client.sender.ServiceTime(begun).Add(-clockSlack)) {
			continue
		}

		known = known || before != nil // what was not there before is new

		same, err := c.Same(ctx, item)

		switch {
		case errors.Is(err, rest.ErrNotFound):
		case err != nil:
			return item, false, err
		case same && known:
			ours = append(ours, item)
		case same:
			unsure = append(unsure, id)
		}
	}

	switch {
	case len(ours) == 1 && len(unsure) == 0:
		return ours[0], true, nil
	case len(ours)+len(unsure) == 0:
		return *new(T), false, nil
	}

	for _, item := range ours {
		unsure = append(unsure, c.List.ID(item))
	}

	return *new(T), false, &UnclearError{Candidates: unsure}
}

// bornAt reads the creation time that the first four bytes of an ObjectID hold. Other ids
// tell none.
func bornAt(id string) (time.Time, bool) {
	const objectID = 12

	raw, err := hex.DecodeString(id)
	if err != nil || len(raw) != objectID {
		return time.Time{}, false
	}

	return time.Unix(int64(binary.BigEndian.Uint32(raw)), 0), true
}

// creations knows which objects this process created, so that a look-up does not take one
// for another.
type creations struct {
	mu      sync.Mutex
	claimed map[string]bool
	made    map[string]string // list and name to id
	locks   map[string]chan struct{}
}

func (c *creations) claim(key, id string) {
	c.mu.Lock()
	defer c.mu.Unlock()

	c.claimed[id] = true
	c.made[key] = id
}

func (c *creations) madeAs(key string) string {
	c.mu.Lock()
	defer c.mu.Unlock()

	return c.made[key]
}

func (c *creations) isClaimed(id string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()

	return c.claimed[id]
}

// lockName serialises creations of one name in one list.
func (c *creations) lockName(ctx context.Context, name string) (unlock func(), err error) {
	c.mu.Lock()

	lock, ok := c.locks[name]
	if !ok {
		lock = make(chan struct{}, 1)
		c.locks[name] = lock
	}

	c.mu.Unlock()

	select {
	case lock <- struct{}{}:
		return func() { <-lock }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
