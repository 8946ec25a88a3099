// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"sync"
	"time"
)

// Clock is the server's time: an injected source plus what it was advanced by.
type Clock struct {
	source func() time.Time

	mu     sync.Mutex
	offset time.Duration
}

// Now is the server's time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()

	return c.source().Add(c.offset)
}

// Advance moves the clock, forward or back.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()

	c.offset += d
}

func (c *Clock) reset() {
	c.mu.Lock()
	defer c.mu.Unlock()

	c.offset = 0
}
