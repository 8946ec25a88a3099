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

	// ID returns the id of an element.
	ID func(T) string

	// Single reads one element; nil where the API has no such call or the list must be used.
	Single func(ctx context.Context, id string) (T, error)
}

// page is one answer to a list.
type page[T any] struct {
	items []T
	total int // -1 where the answer does not tell
}

// Each calls the list page by page until a short one. It sees no snapshot and leaves none.
func Each[T any](ctx context.Context, l Listing[T]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for skip := 0; ; {
			p, err := l.fetch(ctx, skip)
			if err != nil {
				yield(*new(T), err)

				return
			}

			for _, item := range p.items {
				if !yield(item, nil) {
					return
				}
			}

			skip += len(p.items)

			if l.last(p, skip) {
				return
			}
		}
	}
}

// last tells that no page follows. The rule is a short page: GET /policies sends no Link
// header, and a client that waited for one lost everything after the first page. A total
// only saves the request for an empty page after a full one.
func (l Listing[T]) last(p page[T], skip int) bool {
	return l.Whole || len(p.items) < pageSize || p.total >= 0 && skip >= p.total
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

	p, err := decodePage[T](resp)
	if err != nil {
		return page[T]{}, route.unexpected(http.MethodGet, resp, err)
	}

	return p, nil
}

// wrappers are the members under which lists hide (jumpcloud.md 2.4).
var wrappers = []string{"results", "records", "options", "domains", "users"}

// decodePage reads a bare array, or an object that wraps one.
func decodePage[T any](resp *rest.Response) (page[T], error) {
	p := page[T]{total: -1}

	if n, err := strconv.Atoi(resp.Header.Get("X-Total-Count")); err == nil {
		p.total = n
	}

	body := bytes.TrimSpace(resp.Body)
	if string(body) == "null" {
		return p, nil // an empty list, as below
	}

	if bytes.HasPrefix(body, []byte("[")) {
		return p, json.Unmarshal(body, &p.items)
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

		// A list of one is documented as that one, bare (jumpcloud.md 6).
		if bytes.HasPrefix(bytes.TrimSpace(raw), []byte("{")) {
			p.items = make([]T, 1)

			return p, json.Unmarshal(raw, &p.items[0])
		}

		// An empty list is sometimes null.
		return p, json.Unmarshal(raw, &p.items)
	}

	return p, fmt.Errorf("neither an array nor an object with one of %q", wrappers)
}
