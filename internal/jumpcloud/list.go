// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"net/http"
	"slices"
	"strconv"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

const (
	// pageSize is the most that the API documents.
	pageSize = 100

	// SortID is the order that JumpCloud advises for paging: without one, pages can overlap.
	SortID = "_id"
)

// Listing is a list of the API.
type Listing[T any] struct {
	Route Route

	// Sort keeps pages from overlapping; "" where the list documents no sort parameter.
	Sort string

	// Whole says that the list documents no paging and always answers with everything.
	Whole bool

	// ID returns the id of an element; nil where an element has none. Then elements are
	// told from each other by all that the service says of them.
	ID func(T) string

	// Single reads one element; nil where the API has no such call or the list must be used.
	Single func(ctx context.Context, id string) (T, error)
}

// page is one answer to a list.
type page[T any] struct {
	items []T
	keys  []string // what tells the items from each other
	rows  int      // that came, those that are no item included
	total int      // -1 where the answer does not tell
	doubt string   // why it proves nothing, or ""
}

// Each calls the list page by page. It sees no snapshot and leaves none. A list that
// proves nothing is read again, and what has come already is not shown twice; a second
// such reading is an error.
func Each[T any](ctx context.Context, l Listing[T]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var shown map[string]int

		for {
			r := newReading[T]()

			for !r.whole {
				at := len(r.items)

				if err := r.next(ctx, l); err != nil {
					yield(*new(T), err)

					return
				}

				for i, item := range r.items[at:] {
					if _, before := shown[r.keys[at+i]]; !before && !yield(item, nil) {
						return
					}
				}
			}

			switch {
			case r.doubt == "":
				return
			case shown != nil:
				yield(*new(T), l.unsound(r.doubt))

				return
			}

			shown = r.index
		}
	}
}

func (l Listing[T]) fetch(ctx context.Context, skip int) (page[T], error) {
	route := l.Route
	if !l.Whole {
		route = route.With("limit", strconv.Itoa(pageSize)).With("skip", strconv.Itoa(skip))
		if l.Sort != "" {
			route = route.With("sort", l.Sort)
		}
	}

	resp, err := route.do(ctx, http.MethodGet, nil)
	if err != nil {
		return page[T]{}, err
	}

	p, err := decodePage(resp, l.ID)
	if err != nil {
		return page[T]{}, route.unexpected(http.MethodGet, resp, err)
	}

	return p, nil
}

// unsound is the error of a list that proves nothing although it was read again.
func (l Listing[T]) unsound(doubt string) error {
	return rest.Garbled(http.MethodGet, l.Route.Path(), http.StatusOK, "",
		"the list cannot be relied on, although it was read twice: "+doubt+
			"; nothing is concluded from it. Somebody may be changing it just now: try again")
}

// wrappers are the members under which lists hide (evidence: lists 3.1).
var wrappers = []string{"results", "records", "options", "domains", "users"}

// decodePage reads a bare array, or an object that wraps one.
func decodePage[T any](resp *rest.Response, id func(T) string) (page[T], error) {
	p := page[T]{total: -1}

	if n, err := strconv.Atoi(resp.Header.Get("X-Total-Count")); err == nil {
		p.total = n
	}

	body := bytes.TrimSpace(resp.Body)
	if bytes.HasPrefix(body, []byte("[")) || string(body) == "null" {
		return p, p.decode(body, id)
	}

	var wrapped map[string]json.RawMessage
	if err := json.Unmarshal(body, &wrapped); err != nil {
		return p, err
	}

	var total json.Number
	if json.Unmarshal(wrapped["totalCount"], &total) == nil {
		if n, err := total.Float64(); err == nil {
			p.total = int(n)
		}
	}

	for _, name := range wrappers {
		raw, ok := wrapped[name]
		if !ok {
			continue
		}

		// A list of one is documented as that one, bare (evidence: lists 3.2).
		raw = bytes.TrimSpace(raw)
		if bytes.HasPrefix(raw, []byte("{")) {
			raw = slices.Concat([]byte("["), raw, []byte("]"))
		}

		return p, p.decode(raw, id)
	}

	return p, fmt.Errorf("neither an array nor an object with one of %q", wrappers)
}

// decode reads an array. A service written in Go says null for an empty one, which is
// believed where it says beside it that the list is empty; alone it may be a failure in
// disguise.
func (p *page[T]) decode(array []byte, id func(T) string) error {
	var rows []*T
	if err := json.Unmarshal(array, &rows); err != nil {
		return err
	}

	var raw []json.RawMessage
	if id == nil {
		if err := json.Unmarshal(array, &raw); err != nil {
			return err
		}
	}

	if rows == nil && p.total != 0 {
		p.doubt = "it is null instead of an array"
	}

	p.rows = len(rows)

	for i, row := range rows {
		var key string

		switch {
		case row == nil:
			p.doubt = "an element of it is null"

			continue
		case id == nil:
			key = string(raw[i])
		default:
			key = id(*row)
		}

		if key == "" {
			p.doubt = "an element of it has no id"

			continue
		}

		p.items, p.keys = append(p.items, *row), append(p.keys, key)
	}

	return nil
}
