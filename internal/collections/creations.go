// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import "sync"

// creations knows which objects this process created, so that a look-up does not take one
// for another.
type creations struct {
	mu      sync.Mutex
	claimed map[string]bool
	made    map[string]string // list and name to id
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
