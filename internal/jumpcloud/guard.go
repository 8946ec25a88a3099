// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"
)

// Guards are limits that a person sets on what a run may do.
type Guards struct {
	// ReadOnly refuses every write before it is sent.
	ReadOnly bool

	// Explicit lets no object take its organization from the provider's default.
	Explicit bool

	// Allowed are the only organizations that may be read or written; empty allows all.
	Allowed []string

	// MaxOrganizations is how many organizations one plan may change; 0 sets no limit.
	MaxOrganizations int
}

// ReadOnly tells whether the client refuses every write.
func (c *Client) ReadOnly() bool { return c.config.Guards.ReadOnly }

// ErrReadOnly says that a write was not sent because the provider is set to read_only.
var ErrReadOnly = errors.New("the provider is set to read_only (JUMPCLOUD_READ_ONLY): the request was not sent, nothing was changed")

// Allow returns an error for an organization that the provider block does not allow.
func (c *Client) Allow(organization string) error {
	allowed := c.config.Guards.Allowed
	if organization == "" || len(allowed) == 0 || slices.Contains(allowed, organization) {
		return nil
	}

	return fmt.Errorf("organization %s is not one of the provider's allowed_organization_ids (%s)", organization, strings.Join(allowed, ", "))
}

// Allowed returns the only organizations that may be read or written; none allows all.
func (c *Client) Allowed() []string { return slices.Clone(c.config.Guards.Allowed) }

// blast counts which organizations a plan changes, and why.
type blast struct {
	began time.Time // when the client was configured, by our clock

	mu       sync.Mutex
	orgs     map[string]bool            // by name or id, as a person knows them
	causes   map[string]map[string]bool // what changes, to the organizations in which it does
	last     time.Time                  // when the latest change was counted
	reported bool
}

// TooManyError says that a plan changes more organizations than it may.
type TooManyError struct {
	Organizations []string
	Limit         int
	Cause         string // what changes in the most organizations
	CauseCount    int
}

// Error lists the organizations and the commonest cause.
func (e *TooManyError) Error() string {
	return fmt.Sprintf("This plan changes at least %d organizations; blast_radius.max_organizations is %d.\n\n"+
		"Changed: %s.\nLargest cause: %s in %d organizations.\n"+
		"Raise it for this run: JUMPCLOUD_MAX_ORGANIZATIONS=%d, or roll out by ring.",
		len(e.Organizations), e.Limit, strings.Join(e.Organizations, ", "), e.Cause, e.CauseCount, len(e.Organizations))
}

const (
	// quiet is how long nothing new must have been counted before the list of
	// organizations is taken for whole: a provider is not told when planning ends.
	quiet = 500 * time.Millisecond

	// longestQuiet bounds the wait for it.
	longestQuiet = 10 * time.Second
)

// Touch counts a planned change in an organization, by its id, or by its name where this plan
// makes it. It returns a [*TooManyError], once, when the plan changes too many; that call waits
// until planning has gone quiet, so that the error can list them all.
//
// Terraform plans each object again while it applies. What was made by then, here or by
// another provider block, was counted when it was planned; and once this process has written
// it refuses nothing any more: half of a roll-out is worse than all of it.
func (c *Client) Touch(ctx context.Context, organization, cause string) error {
	limit := c.config.Guards.MaxOrganizations
	if limit <= 0 || c.Wrote() || c.MadeHere(organization) || c.BornSince(organization, c.blast.began) {
		return nil
	}

	b := &c.blast

	b.mu.Lock()

	if b.causes[cause] == nil {
		b.causes[cause] = map[string]bool{}
	}

	b.orgs[organization], b.causes[cause][organization], b.last = true, true, time.Now()
	first := len(b.orgs) > limit && !b.reported
	b.reported = b.reported || first
	b.mu.Unlock()

	if !first {
		return nil
	}

	b.waitQuiet(ctx)

	b.mu.Lock()
	defer b.mu.Unlock()

	most := slices.MaxFunc(slices.Sorted(maps.Keys(b.causes)), func(x, y string) int {
		return cmp.Compare(len(b.causes[x]), len(b.causes[y]))
	})

	return &TooManyError{
		Organizations: slices.Sorted(maps.Keys(b.orgs)), Limit: limit, Cause: most, CauseCount: len(b.causes[most]),
	}
}

func (b *blast) waitQuiet(ctx context.Context) {
	for begun := time.Now(); time.Since(begun) < longestQuiet; {
		b.mu.Lock()
		since := time.Since(b.last)
		b.mu.Unlock()

		if since >= quiet {
			return
		}

		timer := time.NewTimer(quiet - since)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()

			return
		}
	}
}
