// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// snapshot is the form of a state file.
type snapshot struct {
	Version int           `json:"version"`
	NextID  uint64        `json:"next_id"`
	Sets    []snapshotSet `json:"sets"`
}

type snapshotSet struct {
	Collection string        `json:"collection"`
	Scope      string        `json:"scope"`
	Documents  []snapshotDoc `json:"documents"`
}

type snapshotDoc struct {
	ID       string `json:"id"`
	Document Doc    `json:"document"`
}

const snapshotVersion = 1

// Snapshot encodes all documents and the id counter as JSON.
func (s *Server) Snapshot() ([]byte, error) {
	snap := snapshot{Version: snapshotVersion, NextID: s.IDs.next.Load(), Sets: []snapshotSet{}}

	s.Store.mu.Lock()

	for k, set := range s.Store.sets {
		docs := make([]snapshotDoc, 0, len(set.order))
		for _, id := range set.order {
			docs = append(docs, snapshotDoc{id, set.docs[id]})
		}

		snap.Sets = append(snap.Sets, snapshotSet{k.collection, k.scope, docs})
	}

	s.Store.mu.Unlock()

	slices.SortFunc(snap.Sets, func(a, b snapshotSet) int {
		return strings.Compare(a.Collection+"\x00"+a.Scope, b.Collection+"\x00"+b.Scope)
	})

	return json.MarshalIndent(snap, "", " ")
}

// Restore replaces all documents and the id counter by those of a snapshot.
func (s *Server) Restore(raw []byte) error {
	var snap snapshot
	if err := decodeJSON(raw, &snap); err != nil {
		return fmt.Errorf("state: %w", err)
	}

	if snap.Version != snapshotVersion {
		return fmt.Errorf("state: version %d is not %d", snap.Version, snapshotVersion)
	}

	sets := map[setKey]*set{}

	for _, in := range snap.Sets {
		out := newSet()
		for _, d := range in.Documents {
			out.put(d.ID, d.Document)
		}

		sets[setKey{in.Collection, in.Scope}] = out
	}

	s.replace(contents{snap.NextID, sets})

	return nil
}

// contents are all documents and the id counter in memory.
type contents struct {
	nextID uint64
	sets   map[setKey]*set
}

func (s *Server) contents() contents {
	s.Store.mu.Lock()
	defer s.Store.mu.Unlock()

	return contents{s.IDs.next.Load(), copiedSets(s.Store.sets)}
}

func (s *Server) replace(by contents) {
	s.Store.mu.Lock()
	defer s.Store.mu.Unlock()

	s.Store.sets = copiedSets(by.sets)
	s.Store.writes++
	s.IDs.next.Store(by.nextID)
}

func copiedSets(sets map[setKey]*set) map[setKey]*set {
	out := make(map[setKey]*set, len(sets))
	for k, set := range sets {
		out[k] = set.copied()
	}

	return out
}
