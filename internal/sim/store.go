// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"sync"
)

// Doc is one JSON document. Numbers in it are [json.Number], so that nothing is rounded.
type Doc = map[string]any

// Store keeps collections of JSON documents, each divided into scopes (such as
// tenants). Documents are copied on their way in and out; one that is stored is replaced,
// never written to, so that snapshots may share it.
type Store struct {
	mu     sync.Mutex
	sets   map[setKey]*set
	writes uint64
}

type setKey struct{ collection, scope string }

// set keeps insertion order: what a service shows without an explicit sort.
type set struct {
	order []string
	docs  map[string]Doc
}

func newStore() *Store { return &Store{sets: map[setKey]*set{}} }

// Docs is the part of a collection that belongs to one scope.
func (s *Store) Docs(collection, scope string) Collection {
	return Collection{store: s, key: setKey{collection, scope}}
}

// Scopes lists the scopes in which a collection has documents, sorted.
func (s *Store) Scopes(collection string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()

	var scopes []string

	for k, set := range s.sets {
		if k.collection == collection && len(set.order) > 0 {
			scopes = append(scopes, k.scope)
		}
	}

	slices.Sort(scopes)

	return scopes
}

// Writes counts the changes so far: whoever saves the documents sees whether there is
// anything new.
func (s *Store) Writes() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()

	return s.writes
}

// Collection is a view on the documents of one collection in one scope.
type Collection struct {
	store *Store
	key   setKey
	// wrote is set by a write; a handler's view reports to its request so that
	// the log knows which requests changed something.
	wrote *bool
}

// All returns the documents in insertion order.
func (c Collection) All() []Doc {
	stored := c.stored()

	docs := make([]Doc, len(stored))
	for i, d := range stored {
		docs[i] = cloneDoc(d)
	}

	return docs
}

// IDs lists the ids in insertion order.
func (c Collection) IDs() []string {
	c.store.mu.Lock()
	defer c.store.mu.Unlock()

	set := c.store.sets[c.key]
	if set == nil {
		return nil
	}

	return slices.Clone(set.order)
}

// Get returns the document with this id.
func (c Collection) Get(id string) (Doc, bool) {
	c.store.mu.Lock()
	defer c.store.mu.Unlock()

	set := c.store.sets[c.key]
	if set == nil {
		return nil, false
	}

	d, ok := set.docs[id]

	return cloneDoc(d), ok
}

// Find returns the first document that matches. The match may not write to it.
func (c Collection) Find(match func(Doc) bool) (Doc, bool) {
	for _, d := range c.stored() {
		if match(d) {
			return cloneDoc(d), true
		}
	}

	return nil, false
}

// stored returns the documents themselves, in insertion order; nobody may write to them.
func (c Collection) stored() []Doc {
	c.store.mu.Lock()
	defer c.store.mu.Unlock()

	set := c.store.sets[c.key]
	if set == nil {
		return nil
	}

	docs := make([]Doc, 0, len(set.order))
	for _, id := range set.order {
		docs = append(docs, set.docs[id])
	}

	return docs
}

// Len is the number of documents.
func (c Collection) Len() int {
	c.store.mu.Lock()
	defer c.store.mu.Unlock()

	set := c.store.sets[c.key]
	if set == nil {
		return 0
	}

	return len(set.order)
}

// Put stores a document: at the end when it is new, in its place otherwise.
// The document may hold any Go value that encodes to JSON.
func (c Collection) Put(id string, d Doc) {
	stored := ToDoc(d)

	c.store.mu.Lock()
	defer c.store.mu.Unlock()

	set := c.store.sets[c.key]
	if set == nil {
		set = newSet()
		c.store.sets[c.key] = set
	}

	set.put(id, stored)
	c.mark()
}

// Remove drops a document and tells whether it was there.
func (c Collection) Remove(id string) bool {
	c.store.mu.Lock()
	defer c.store.mu.Unlock()

	set := c.store.sets[c.key]
	if set == nil {
		return false
	}

	if _, ok := set.docs[id]; !ok {
		return false
	}

	delete(set.docs, id)
	set.order = slices.DeleteFunc(set.order, func(o string) bool { return o == id })
	c.mark()

	return true
}

func (c Collection) mark() {
	c.store.writes++

	if c.wrote != nil {
		*c.wrote = true
	}
}

func newSet() *set { return &set{docs: map[string]Doc{}} }

// copied shares the documents.
func (s *set) copied() *set {
	if s == nil {
		return newSet()
	}

	return &set{slices.Clone(s.order), maps.Clone(s.docs)}
}

func (s *set) put(id string, d Doc) {
	if _, ok := s.docs[id]; !ok {
		s.order = append(s.order, id)
	}

	s.docs[id] = d
}

// ToDoc turns a Go value that encodes to a JSON object into a document.
// It panics on anything else: documents come from program code or from decoded JSON.
func ToDoc(v any) Doc {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("sim: not a JSON document: %v", err))
	}

	var d Doc
	if err := decodeJSON(raw, &d); err != nil {
		panic(fmt.Sprintf("sim: not a JSON document: %v", err))
	}

	return d
}

// decodeJSON decodes exactly one JSON value and keeps numbers as they are written.
func decodeJSON(raw []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()

	if err := dec.Decode(into); err != nil {
		return err
	}

	if dec.More() {
		return fmt.Errorf("more than one JSON value")
	}

	return nil
}

func cloneDoc(d Doc) Doc {
	if d == nil {
		return nil
	}

	out := maps.Clone(d)
	for k, v := range out {
		out[k] = Clone(v)
	}

	return out
}

// Clone copies a JSON value deeply.
func Clone(v any) any {
	switch v := v.(type) {
	case Doc:
		return cloneDoc(v)
	case []any:
		out := slices.Clone(v)
		for i := range out {
			out[i] = Clone(out[i])
		}

		return out
	default:
		return v
	}
}
