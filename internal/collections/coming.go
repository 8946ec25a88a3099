// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import "sync"

// Coming is what a plan gives names to in one collection. Other objects of the same plan
// may name them already, although no listing has them before the apply.
type Coming struct {
	mu  sync.Mutex
	ids map[string]string
}

// ComingTo returns what is planned in the collection of that name.
func (c *Client) ComingTo(collection string) *Coming {
	return entry(c, snapshotKey{"coming", collection, "", nil}, func() *Coming { return &Coming{ids: map[string]string{}} })
}

// Name notes that an object will have a name; id is "" until it is made.
func (c *Coming) Name(name, id string) {
	c.mu.Lock()
	defer c.mu.Unlock()

	c.ids[name] = id
}

// Find returns the id of what will have a name.
func (c *Coming) Find(name string) (id string, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()

	id, ok = c.ids[name]

	return id, ok
}

// NameOf returns the name that the object with an id will have.
func (c *Coming) NameOf(id string) (name string, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()

	for n, other := range c.ids {
		if id != "" && other == id {
			return n, true
		}
	}

	return "", false
}
