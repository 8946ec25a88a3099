// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"
	"sync"

	"golang.org/x/sync/semaphore"
)

// creations knows which objects this process created, so that a look-up does not take one
// for another.
type creations struct {
	mu      sync.Mutex
	claimed map[string]bool
	made    map[string]string // list and name to id
	locks   map[string]*semaphore.Weighted
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
		lock = semaphore.NewWeighted(1)
		c.locks[name] = lock
	}

	c.mu.Unlock()

	if err := lock.Acquire(ctx, 1); err != nil {
		return nil, err
	}

	return func() { lock.Release(1) }, nil
}
