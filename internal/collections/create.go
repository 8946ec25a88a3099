// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"
	"errors"
	"fmt"
	"net/http"
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

	// Name is the object's. It keeps two creations of the same name from being taken for
	// each other: they are made one after the other.
	Name string

	// NameOf returns the name of a listed object; nil where it has none. A name that another
	// object has, which this process did not make, is an [*ExistsError] before anything is
	// sent, and so is a refusal with 409.
	NameOf func(listed T) string

	// AllowTwin lets another object have the same name.
	AllowTwin bool

	// Alone makes a second creation of the same name in this process an error.
	Alone bool

	// Born reads the time of an object's creation out of what the list shows of it; nil where
	// only its id may tell.
	Born func(listed T) (at time.Time, known bool)

	// Before lists what is there before the request, to tell the new object from older ones
	// where ids hold no birth time. For short lists.
	Before bool

	// Same tells whether a listed object carries everything that Body has. It may read
	// the object where the list shows less; an error means that nobody can tell.
	Same func(ctx context.Context, listed T) (bool, error)
}

// Create creates an object and returns the service's answer. When that is lost, garbled
// or a failure of the service, the object is looked for: one that carries everything that
// was sent, was born after the request and belongs to nobody else is ours and is
// returned; if there is none, the request is repeated; if nobody can tell, the error is
// an [*UnclearError].
func Create[T any](ctx context.Context, c Creation[T]) (T, error) {
	made, err := untypedCreation(c).run(ctx)

	return typed[T](made), err
}

func (c creation) run(ctx context.Context) (any, error) {
	route := c.List.Route
	client := route.client

	if client.config.Pending != nil {
		return nil, client.config.Pending
	}

	ctx, done := rest.Graceful(ctx)
	defer done()

	key := route.scope + " " + route.Path() + " " + c.Name

	// Creations of one name in one list could take each other's object.
	end, err := Turn(ctx, client, "create "+key)
	if err != nil {
		return nil, err
	}
	defer end()

	if other := client.creations.madeAs(key); c.Alone && other != "" {
		return nil, fmt.Errorf("this run has just created %q (%s), and the name must not be used twice", c.Name, other)
	}

	if err := c.free(ctx); err != nil {
		return nil, err
	}

	made, err := c.create(ctx)
	if err == nil {
		client.creations.claim(key, c.List.ID(made))
	}

	return made, err
}

func (c creation) create(ctx context.Context) (any, error) {
	route, client := c.List.Route, c.List.Route.client
	if c.At != nil {
		route = *c.At
	}

	before, err := c.before(ctx)
	if err != nil {
		return nil, err
	}

	begun := time.Now()

	for tries := 1; ; tries++ {
		made, err := route.answer(ctx, http.MethodPost, c.Body, c.List.element)
		if err == nil && c.List.ID(made) != "" {
			return made, nil
		}

		if err == nil {
			err = rest.Garbled(http.MethodPost, route.Path(), http.StatusOK, "", "the answer does not tell the new object's id")
		}

		// A conflict after a try whose outcome was never found out may be with ourselves.
		conflict := client.taken(err)
		if !errors.Is(err, rest.ErrUnclear) && (!conflict || tries == 1) {
			return made, c.refused(ctx, err, false)
		}

		found, ok, lookErr := c.find(ctx, begun, before)

		switch {
		case lookErr != nil:
			return made, unclear(err, lookErr)
		case ok:
			return found, nil
		case conflict:
			return made, c.refused(ctx, err, true)
		case tries > client.config.Sender.Retries(), rest.Interrupted(ctx):
			return made, err
		}

		if err := client.config.Sender.Pause(ctx, tries); err != nil {
			return made, err
		}
	}
}

// bornAt is when a listed object was created, by the service's clock.
func (c creation) bornAt(listed any) (at time.Time, known bool) {
	if c.Born != nil {
		return c.Born(listed)
	}

	return c.List.Route.client.bornAt(c.List.ID(listed))
}

// before returns the ids that are there before the request, or nil where nobody asked.
func (c creation) before(ctx context.Context) (map[string]bool, error) {
	if !c.Before {
		return nil, nil
	}

	var failed error

	ids := map[string]bool{}

	each(ctx, c.List, func(item any, err error) bool {
		if err != nil {
			failed = err
		} else {
			ids[c.List.ID(item)] = true
		}

		return err == nil
	})

	return ids, failed
}

// find looks for the object that a request begun at that time, by our clock, may have
// created; before are the ids that were there, or nil. An [*UnclearError] lists what may
// be it when nobody can tell.
func (c creation) find(ctx context.Context, begun time.Time, before map[string]bool) (any, bool, error) {
	for again := false; ; again = true {
		r := newReading()
		if err := r.finish(ctx, c.List); err != nil {
			return nil, false, err
		}

		// A list that changed under the paging may have hidden the object once.
		found, ok, err := c.among(ctx, r.items, begun, before)

		switch {
		case ok || err != nil || r.doubt == "":
			return found, ok, err
		case again:
			return found, false, c.List.unsound(r.doubt)
		}
	}
}

// among looks through a listing.
func (c creation) among(ctx context.Context, listed []any, begun time.Time, before map[string]bool) (any, bool, error) {
	var (
		ours   []any
		unsure []string
		client = c.List.Route.client
	)

	for _, item := range listed {
		id := c.List.ID(item)
		if before[id] || client.creations.isClaimed(id) {
			continue
		}

		// By the service's clock, which is known now at the latest: the page told it.
		born, known := c.bornAt(item)
		if known && born.Before(client.config.Sender.ServiceTime(begun).Add(-clockSlack)) {
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
		return nil, false, nil
	}

	for _, item := range ours {
		unsure = append(unsure, c.List.ID(item))
	}

	return nil, false, &UnclearError{Candidates: unsure}
}
