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
	taken    map[string]bool
	original map[string]string
}

var kept = collections.NewFact[*takeovers]()

func takeoversOf(p *jumpcloud.Portal) *takeovers {
	return kept.Keep(p.Client(), "", func() *takeovers {
		return &takeovers{taken: map[string]bool{}, original: map[string]string{}}
	})
}

// Take notes that a resource has taken something over. It returns what was known of it by
// the resource that this run has destroyed; ok is false where another has taken it already.
func Take(ctx context.Context, p *jumpcloud.Portal, what string) (original string, ok bool) {
	t := takeoversOf(p)

	t.mu.Lock()
	defer t.mu.Unlock()

	if t.taken[what] {
		return "", false
	}

	t.taken[what] = true

	return t.original[what], true
}

// Leave notes that a resource is destroyed which knows how something was originally. taken
// tells that another resource has taken it over in this run: it must be left as it is.
func Leave(ctx context.Context, p *jumpcloud.Portal, what, original string) (taken bool) {
	t := takeoversOf(p)

	t.mu.Lock()
	defer t.mu.Unlock()

	t.original[what] = original

	return t.taken[what]
}
