// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

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

// Listing is a list of the API.
type Listing[T any] struct {
	Route Route

	// Sort keeps pages from overlapping; "" where the list documents no order.
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
type page struct {
	items []any
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
		each(ctx, untyped(l), func(item any, err error) bool { return yield(typed[T](item), err) })
	}
}

func each(ctx context.Context, l list, yield func(any, error) bool) {
	var shown map[string]int

	for {
		r := newReading()

		for !r.whole {
			at := len(r.items)

			if err := r.next(ctx, l); err != nil {
				yield(nil, err)

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
			yield(nil, l.unsound(r.doubt))

			return
		}

		shown = r.index
	}
}

func fetch(ctx context.Context, l list, skip int) (page, error) {
	route, dialect := l.Route, l.Route.client.config.Dialect
	if !l.Whole {
		route = dialect.Page(route, skip, dialect.PageSize, l.Sort)
	}

	resp, err := route.do(ctx, http.MethodGet, nil)
	if err != nil {
		return page{}, err
	}

	p, err := decodePage(resp, dialect, l)
	if err != nil {
		return page{}, route.unexpected(http.MethodGet, resp, err)
	}

	return p, nil
}

// decodePage reads a bare array, or an object that wraps one.
func decodePage(resp *rest.Response, dialect Dialect, l list) (page, error) {
	p := page{total: -1}

	if n, err := strconv.Atoi(resp.Header.Get(dialect.TotalHeader)); err == nil {
		p.total = n
	}

	body := bytes.TrimSpace(resp.Body)
	if bytes.HasPrefix(body, []byte("[")) || string(body) == "null" {
		return p, p.decode(body, l)
	}

	var wrapped map[string]json.RawMessage
	if err := json.Unmarshal(body, &wrapped); err != nil {
		return p, err
	}

	var total json.Number
	if json.Unmarshal(wrapped[dialect.TotalMember], &total) == nil {
		if n, err := total.Float64(); err == nil {
			p.total = int(n)
		}
	}

	for _, name := range dialect.Wrappers {
		raw, ok := wrapped[name]
		if !ok {
			continue
		}

		// A service may give a list of one as that one, bare.
		raw = bytes.TrimSpace(raw)
		if bytes.HasPrefix(raw, []byte("{")) {
			raw = slices.Concat([]byte("["), raw, []byte("]"))
		}

		return p, p.decode(raw, l)
	}

	return p, fmt.Errorf("neither an array nor an object with one of %q", dialect.Wrappers)
}

// decode reads an array. A service written in Go says null for an empty one, which is
// believed where it says beside it that the list is empty; alone it may be a failure in
// disguise.
func (p *page) decode(array []byte, l list) error {
	rows, err := l.decode(array)
	if err != nil {
		return err
	}

	var raw []json.RawMessage
	if l.ID == nil {
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
		case l.ID == nil:
			key = string(raw[i])
		default:
			key = l.ID(*row)
		}

		if key == "" {
			p.doubt = "an element of it has no id"

			continue
		}

		p.items, p.keys = append(p.items, *row), append(p.keys, key)
	}

	return nil
}
