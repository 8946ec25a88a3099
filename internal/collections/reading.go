// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"context"
	"fmt"
	"reflect"
	"slices"
)

// reading is what came of a list so far, and whether it can be relied on. It is the one
// loop that all who list go through.
type reading struct {
	items []any
	keys  []string
	index map[string]int // key to its place

	first []string // keys of the first page
	rows  int      // that came: where the next page begins
	total int      // what the last page told, -1 for nothing
	full  bool     // a page as long as asked for has come
	whole bool     // there is no further page
	doubt string   // why it proves nothing, or ""
}

func newReading() *reading {
	return &reading{index: map[string]int{}, total: -1}
}

// next reads one page.
func (r *reading) next(ctx context.Context, l list) error {
	p, err := fetch(ctx, l, r.rows)
	if err != nil {
		return err
	}

	again := r.rows > 0 && slices.Equal(p.keys, r.first)
	if r.rows == 0 {
		r.first = p.keys
	}

	// A service that knows no skip shows everything again, which is the end where no total
	// says that there is more.
	if again && max(p.total, r.total) <= r.rows {
		r.whole = true

		return nil
	}

	fresh := r.add(p, l.Whole)
	r.count(p)
	r.whole = r.last(p, l, fresh)

	if r.whole && r.total > len(r.items) {
		r.distrust(fmt.Sprintf("it holds %d of the %d elements that it announces", len(r.items), r.total))
	}

	return nil
}

// add takes the page's items, and returns how many of them are new.
func (r *reading) add(p page, whole bool) int {
	if p.doubt != "" {
		r.distrust(p.doubt)
	}

	begin, fresh := len(r.items), 0

	for i, item := range p.items {
		key := p.keys[i]
		at, known := r.index[key]

		// Two of one key within one answer that say different things are two: the key is not
		// the service's. Anything else that comes twice has moved under the paging.
		two := known && (whole || at >= begin && !reflect.DeepEqual(item, r.items[at]))
		if known && !two {
			r.distrust("an element of it came twice")

			continue
		}

		if !known {
			r.index[key] = len(r.items)
		}

		r.items, r.keys = append(r.items, item), append(r.keys, key)
		fresh++
	}

	return fresh
}

// count keeps the total. One that is less than what has come is none.
func (r *reading) count(p page) {
	r.rows += p.rows

	if p.total >= 0 && r.total >= 0 && p.total != r.total {
		r.distrust(fmt.Sprintf("its total changed from %d to %d", r.total, p.total))
	}

	if p.total >= 0 {
		r.total = p.total
	}

	if r.total < r.rows {
		r.total = -1
	}
}

// last tells that no page follows. A total decides, whatever the length of a page: a
// service may give fewer elements than were asked for. Without one a short page is the
// end, once a page has shown, or [Dialect] says, that the service gives as many as asked
// for. There is no
// waiting for a Link header, which not every list has.
func (r *reading) last(p page, l list, fresh int) bool {
	size := l.size()
	full := p.rows == size
	r.full = r.full || full

	switch {
	case l.Whole || fresh == 0 || p.rows > size && r.total < 0:
		return true
	case r.total >= 0:
		return r.rows >= r.total
	}

	return (r.full || l.Route.client.config.Dialect.FullPages) && !full
}

func (r *reading) distrust(why string) {
	if r.doubt == "" {
		r.doubt = why
	}
}

// finish reads the pages that are not here yet.
func (r *reading) finish(ctx context.Context, l list) error {
	for !r.whole {
		if err := r.next(ctx, l); err != nil {
			return err
		}
	}

	return nil
}
