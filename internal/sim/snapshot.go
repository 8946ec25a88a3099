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
			docs = append(docs, snapshotDoc{id, cloneDoc(set.docs[id])})
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

	s.Store.mu.Lock()
	defer s.Store.mu.Unlock()

	s.Store.sets = sets
	s.Store.writes++
	s.IDs.next.Store(snap.NextID)

	return nil
}
