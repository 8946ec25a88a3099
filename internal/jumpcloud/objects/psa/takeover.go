// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"
	"sync"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// takeovers are what a run does with things that exist always, such as settings: resources
// take them over and leave them. Terraform may do both for one of them in one run, in either
// order, when a resource is replaced or renamed.
type takeovers struct {
	mu       sync.Mutex
	planned  map[string]bool
	taken    map[string]bool
	original map[string]string
	leaving  map[string]chan struct{} // closed when what is left is as it shall be
}

var kept = collections.NewFact[*takeovers]()

func takeoversOf(p *jumpcloud.Portal) *takeovers {
	return kept.Keep(p.Client(), "", func() *takeovers {
		return &takeovers{
			planned: map[string]bool{}, taken: map[string]bool{}, original: map[string]string{}, leaving: map[string]chan struct{}{},
		}
	})
}

// PlanTwice tells whether another resource of this plan creates the same. Terraform plans a
// creation once in a process.
func PlanTwice(ctx context.Context, p *jumpcloud.Portal, what string) bool {
	t := takeoversOf(p)

	t.mu.Lock()
	defer t.mu.Unlock()

	before := t.planned[what]
	t.planned[what] = true

	return before
}

// Take notes that a resource has taken something over, once nobody is leaving it: whoever reads it
// afterwards sees what there is to be taken. It returns what was known of it by the resource that
// this run has destroyed; ok is false where another has taken it already. The error is that of ctx.
func Take(ctx context.Context, p *jumpcloud.Portal, what string) (original string, ok bool, err error) {
	t := takeoversOf(p)

	t.mu.Lock()
	defer t.mu.Unlock()

	if t.taken[what] {
		return "", false, nil
	}

	t.taken[what] = true

	if left := t.leaving[what]; left != nil {
		t.mu.Unlock()

		select {
		case <-left:
		case <-ctx.Done():
			err = ctx.Err()
		}

		t.mu.Lock()
	}

	return t.original[what], true, err
}

// Leave notes that a resource is destroyed which knows how something was originally. taken
// tells that another resource has taken it over in this run: it must be left as it is. Who
// takes it over next waits until done is called.
func Leave(ctx context.Context, p *jumpcloud.Portal, what, original string) (taken bool, done func()) {
	t := takeoversOf(p)

	t.mu.Lock()
	defer t.mu.Unlock()

	t.original[what] = original

	if t.taken[what] {
		return true, func() {}
	}

	left := make(chan struct{})
	t.leaving[what] = left

	return false, func() { close(left) }
}
