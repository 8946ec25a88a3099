// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// row is a document with what people call it. Names are those of the ids that it mentions.
type row struct {
	ID       string            `json:"id"`
	Label    string            `json:"label"`
	Document Doc               `json:"document"`
	Names    map[string]string `json:"names"`
}

// storedRoutes adds the routes that show and change what is stored.
func (s *Server) storedRoutes() {
	route := s.describedAdmin

	route("GET rows/{collection}", "stored documents of ?scope= in order, each with its id, label and the names of the ids in it",
		func(r *http.Request) (any, error) {
			if _, err := s.addressed(r); err != nil {
				return nil, err
			}

			return s.rows(r.PathValue("collection"), r.URL.Query().Get("scope")), nil
		})
	route("GET documents/{collection}", "stored documents of ?scope= in order",
		func(r *http.Request) (any, error) {
			c, err := s.addressed(r)
			if err != nil {
				return nil, err
			}

			return c.All(), nil
		})
	route("PUT documents/{collection}/{id}", "store one, as if changed in the vendor's console",
		func(r *http.Request) (any, error) {
			c, err := s.addressed(r)
			if err != nil {
				return nil, err
			}

			var d Doc
			if err := adminBody(r, &d); err != nil {
				return nil, err
			}

			if d == nil {
				return nil, errors.New("the document must be an object")
			}

			c.Put(r.PathValue("id"), d)

			return Doc{"ok": true}, nil
		})
	route("PATCH documents/{collection}/{id}", "merge top-level members into one",
		func(r *http.Request) (any, error) {
			c, err := s.addressed(r)
			if err != nil {
				return nil, err
			}

			var change Doc
			if err := adminBody(r, &change); err != nil {
				return nil, err
			}

			d, ok := c.Get(r.PathValue("id"))
			if !ok {
				return nil, fmt.Errorf("no document %q", r.PathValue("id"))
			}

			maps.Copy(d, change)
			c.Put(r.PathValue("id"), d)

			return d, nil
		})
	route("DELETE documents/{collection}/{id}", "remove one",
		func(r *http.Request) (any, error) {
			c, err := s.addressed(r)
			if err != nil {
				return nil, err
			}

			if !c.Remove(r.PathValue("id")) {
				return nil, fmt.Errorf("no document %q", r.PathValue("id"))
			}

			return Doc{"ok": true}, nil
		})
}

// addressed is the collection that a request names, which must be one that exists: an
// empty answer for a misspelt name would pass for an empty collection.
func (s *Server) addressed(r *http.Request) (Collection, error) {
	name := r.PathValue("collection")
	if all := s.collections(); !slices.Contains(all, name) {
		return Collection{}, errors.New(nearest.Unknown("collection", name, all))
	}

	return s.Store.Docs(name, r.URL.Query().Get("scope")), nil
}

func (s *Server) rows(collection, scope string) []row {
	noun, names := s.noun(collection), s.names(scope)
	docs := s.Store.Docs(collection, scope)
	rows := []row{}

	for _, id := range docs.IDs() {
		d, ok := docs.Get(id)
		if !ok {
			continue // removed meanwhile
		}

		own := map[string]string{}
		mentioned(d, names, own)
		delete(own, id)

		if s.about.Names != nil {
			maps.Copy(own, s.about.Names(collection, d))
		}

		rows = append(rows, row{id, noun.of(id, d, names), d, own})
	}

	return rows
}
