// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

const (
	// window is how long a batch waits for others to join. It begins anew whenever some
	// do, up to patience in all: Terraform hands out what it has in flight within milliseconds.
	window   = 50 * time.Millisecond
	patience = time.Second

	// most is how many mappings one PATCH takes. No limit is documented; lists have this one.
	most = 100
)

// change is what shall become of one organization's mapping.
type change struct {
	organization string
	body         element

	// done tells whether a listing shows the change; there is nil where the organization
	// has no mapping. nil means that no listing can tell.
	done func(there *record) bool
}

// member is a change on its way, with the resource that waits for it.
type member struct {
	change

	ctx    context.Context //nolint:containedctx // whoever waits may give up; the batch goes on for the others
	result chan error      // of capacity 1
}

func (m *member) answer(err error) { m.result <- err }

// batcher writes the mappings of one integration: the service has one bulk upsert for
// them, so changes that are made at the same time go out as one PATCH, one after the other.
type batcher struct {
	// patch sends one PATCH, and list reads all mappings as they are now.
	patch func(ctx context.Context, elements []element) error
	list  func(ctx context.Context) (map[string]*record, error)

	// retries and pause are the client's.
	retries func() int
	pause   func(ctx context.Context, tries int) error

	mu      sync.Mutex
	waiting []*member
	running bool
	made    map[string]bool // organizations: mapped by this run (true), or unmapped by it (false)
}

var batchers = collections.NewFact[*batcher]()

// batcherOf returns the one batcher that an integration has as long as the client lives.
func batcherOf(p *jumpcloud.Portal, i integration) *batcher {
	return batchers.Keep(p.Client(), i.vendor.Type+" "+i.id, func() *batcher {
		return &batcher{
			patch:   func(ctx context.Context, all []element) error { return i.patch(ctx, p, all) },
			list:    func(ctx context.Context) (map[string]*record, error) { return i.fresh(ctx, p) },
			retries: p.Client().Retries, pause: p.Client().Pause, made: map[string]bool{},
		}
	})
}

// do makes a change and returns what became of it. A change that is not on its way yet is
// taken back when ctx ends; one that is on its way is waited for, since it may happen.
func (b *batcher) do(ctx context.Context, c change) error {
	m := &member{c, ctx, make(chan error, 1)}

	b.mu.Lock()
	b.waiting = append(b.waiting, m)

	if !b.running {
		b.running = true

		go b.run() //nolint:contextcheck // a batch has a context of its own, that of all its members
	}

	b.mu.Unlock()

	select {
	case err := <-m.result:
		return err
	case <-ctx.Done():
	}

	b.mu.Lock()
	at := slices.Index(b.waiting, m)

	if at >= 0 {
		b.waiting = slices.Delete(b.waiting, at, at+1)
	}

	b.mu.Unlock()

	if at >= 0 {
		return ctx.Err()
	}

	return <-m.result
}

// claim makes an organization's mapping this run's own; ok is false where it is already.
// gone tells that this run has removed the mapping that was there before.
func (b *batcher) claim(organization string) (gone, ok bool) {
	b.mu.Lock()
	defer b.mu.Unlock()

	made, known := b.made[organization]
	if made {
		return false, false
	}

	b.made[organization] = true

	return known, true
}

// mine tells whether this run has mapped an organization.
func (b *batcher) mine(organization string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()

	return b.made[organization]
}

// removed tells whether this run has removed the mapping of an organization.
func (b *batcher) removed(organization string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()

	made, known := b.made[organization]

	return known && !made
}

// disclaim gives it up: the mapping was not made, or is removed.
func (b *batcher) disclaim(organization string, removed bool) {
	b.mu.Lock()
	defer b.mu.Unlock()

	if removed {
		b.made[organization] = false
	} else {
		delete(b.made, organization)
	}
}

// run sends batches until nobody waits.
func (b *batcher) run() {
	for b.more() {
		b.gather()

		if batch := b.take(); len(batch) > 0 {
			b.settle(batch)
		}
	}
}

// more tells whether anybody waits; if not, the next change starts anew.
func (b *batcher) more() bool {
	b.mu.Lock()
	defer b.mu.Unlock()

	b.running = len(b.waiting) > 0

	return b.running
}

// gather waits until no more changes join.
func (b *batcher) gather() {
	for waited, last := time.Duration(0), -1; waited < patience; waited += window {
		b.mu.Lock()
		n := len(b.waiting)
		b.mu.Unlock()

		if n == last || n >= most {
			return
		}

		last = n

		time.Sleep(window)
	}
}

// take takes the next batch, with one change of each organization at most, so that two
// cannot overtake each other.
func (b *batcher) take() []*member {
	b.mu.Lock()
	defer b.mu.Unlock()

	var batch, rest []*member

	seen := map[string]bool{}

	for _, m := range b.waiting {
		if seen[m.organization] || len(batch) == most {
			rest = append(rest, m)

			continue
		}

		seen[m.organization] = true
		batch = append(batch, m)
	}

	b.waiting = rest

	return batch
}
