// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

// Documents are prepared once for many stores, such as a catalogue that every world has.
type Documents struct{ set *set }

// NewDocuments returns the documents that fill puts into a collection.
func NewDocuments(fill func(Collection)) Documents {
	s := newStore()
	c := s.Docs("", "")
	fill(c)

	return Documents{s.sets[c.key]}
}

// Documents returns those of the collection, for other stores.
func (c Collection) Documents() Documents {
	c.store.mu.Lock()
	defer c.store.mu.Unlock()

	return Documents{c.store.sets[c.key].copied()}
}

// Fill replaces the collection by prepared documents.
func (c Collection) Fill(d Documents) {
	c.store.mu.Lock()
	defer c.store.mu.Unlock()

	c.store.sets[c.key] = d.set.copied()
	c.mark()
}
