// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// index is the answer of GET /__sim/: what there is, and how much has happened. Whoever
// looks on asks for it again, and for the rest only when a number has changed.
type index struct {
	Now         time.Time           `json:"now"`
	Writes      uint64              `json:"writes"`   // changes of documents so far
	Requests    int                 `json:"requests"` // in the log
	LastRequest int                 `json:"last_request"`
	Violations  int                 `json:"violations"`
	Faults      int                 `json:"faults"`
	Fired       int                 `json:"fired"`    // effects of the faults at work
	Switched    map[string]string   `json:"switched"` // switches that are not at their defaults
	Collections []indexedCollection `json:"collections"`
	Scopes      []indexedScope      `json:"scopes"`
	Routes      []adminRoute        `json:"routes"`
	Fault       []faultMember       `json:"fault"` // what POST faults takes
}

// indexedCollection is a collection, with the number of its documents in each scope.
type indexedCollection struct {
	Name   string         `json:"name"`
	Title  string         `json:"title"`
	Scopes map[string]int `json:"scopes"`
}

// indexedScope is what documents belong to. Collection is where it stands itself.
type indexedScope struct {
	ID         string `json:"id"`
	Label      string `json:"label"`
	Collection string `json:"collection"`
	Title      string `json:"title"`
}

// adminRoute is one of the simulator's own routes.
type adminRoute struct {
	Route string `json:"route"`
	About string `json:"about,omitempty"`
}

func (s *Server) index() index {
	ix := index{
		Now: s.Clock.Now(), Writes: s.Store.Writes(), Violations: len(s.Violations()),
		Switched: map[string]string{}, Collections: []indexedCollection{}, Scopes: []indexedScope{},
		Routes: s.adminRoute, Fault: faultMembers,
	}

	ix.Requests, ix.LastRequest = s.log.size()

	for _, f := range s.Faults() {
		ix.Faults++
		ix.Fired += f.Fired
	}

	for _, row := range s.Switches.List() {
		if row.Value != row.Default {
			ix.Switched[row.Name] = row.Value
		}
	}

	sets := s.contents().sets

	for _, name := range s.collections() {
		c := indexedCollection{Name: name, Title: s.noun(name).Title, Scopes: map[string]int{}}

		for key, set := range sets {
			if key.collection == name && len(set.order) > 0 {
				c.Scopes[key.scope] = len(set.order)
			}
		}

		ix.Collections = append(ix.Collections, c)
	}

	ix.Scopes = s.scopes(sets)

	return ix
}

// collections are the names of those that are described, in that order, then of any others
// with documents.
func (s *Server) collections() []string {
	var all, others []string

	for _, n := range s.about.Nouns {
		all = append(all, n.Collection)
	}

	s.Store.mu.Lock()

	for key, set := range s.Store.sets {
		if len(set.order) > 0 && !slices.Contains(all, key.collection) {
			others = append(others, key.collection)
		}
	}

	s.Store.mu.Unlock()

	slices.Sort(others)

	return append(all, slices.Compact(others)...)
}

// scopes are those that are documents themselves, in the order of [About], then any others.
func (s *Server) scopes(sets map[setKey]*set) []indexedScope {
	all := []indexedScope{}
	seen := map[string]bool{"": true}

	for _, collection := range s.about.Scopes {
		noun := s.noun(collection)

		for _, within := range s.Store.Scopes(collection) {
			set := sets[setKey{collection, within}]
			for _, id := range set.order {
				seen[id] = true

				all = append(all, indexedScope{id, noun.of(id, set.docs[id], nil), collection, noun.Title})
			}
		}
	}

	known := len(all)

	for key, set := range sets {
		if len(set.order) > 0 && !seen[key.scope] {
			seen[key.scope] = true

			all = append(all, indexedScope{ID: key.scope, Label: key.scope, Title: "Others"})
		}
	}

	slices.SortFunc(all[known:], func(a, b indexedScope) int { return cmp.Compare(a.ID, b.ID) })

	return all
}

// describeRoute adds a route to the index.
func (s *Server) describeRoute(method, path, about string) {
	s.adminRoute = append(s.adminRoute, adminRoute{method + " " + AdminPrefix + strings.TrimSuffix(path, "{$}"), about})
}
