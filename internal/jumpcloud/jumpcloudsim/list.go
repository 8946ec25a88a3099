// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloudsim

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Query parameters that most lists take [S].
const (
	Limit          = "limit"
	Skip           = "skip"
	Filter         = "filter"
	Sort           = "sort"
	SortIgnoreCase = "sortIgnoreCase"
	FieldList      = "fields"
)

// List says how one list may be queried.
type List struct {
	// Filterable are the fields that a filter may name; only some are [S].
	Filterable []string
	// Small are the fields that an item shows unless fields= asks otherwise; nil: all.
	Small []string
}

const (
	defaultLimit = 10  // [S]
	maxLimit     = 100 // [S]
)

// Array answers a bare array; the total is in the response header x-total-count ([ps] Get-JCResults).
func (c *Call) Array(docs []sim.Doc, l List) sim.Response {
	page, total, refused := c.page(docs, l)
	if refused != nil {
		return *refused
	}

	return sim.JSON(http.StatusOK, page).With("X-Total-Count", strconv.Itoa(total))
}

// Wrapped answers {totalCount, <key>: […]}.
func (c *Call) Wrapped(key string, docs []sim.Doc, l List) sim.Response {
	page, total, refused := c.page(docs, l)
	if refused != nil {
		return *refused
	}

	return sim.JSON(http.StatusOK, sim.Doc{"totalCount": total, key: page})
}

func (c *Call) page(docs []sim.Doc, l List) (page []sim.Doc, total int, refused *sim.Response) {
	limit, refused := c.number(Limit, defaultLimit, 1)
	if refused != nil {
		return nil, 0, refused
	}

	skip, refused := c.number(Skip, 0, 0)
	if refused != nil {
		return nil, 0, refused
	}

	if limit > maxLimit {
		if c.Switch("limit-over-100") == "refuse" {
			return nil, 0, new(BadRequest("limit is above 100", "", Limit))
		}

		limit = maxLimit
	}

	docs, refused = c.filter(docs, l)
	if refused != nil {
		return nil, 0, refused
	}

	c.sort(docs)

	if skip > 0 && c.Switch("list-skip") == "ignore" {
		skip = 0
	}

	total = len(docs)
	docs = docs[min(skip, total):]

	if short := max(1, limit/2); len(docs) > short && c.Switch("list-page") == "short" {
		limit = short
	}

	docs = docs[:min(limit, len(docs))]
	page = make([]sim.Doc, 0, len(docs))

	for _, d := range docs {
		page = append(page, c.Project(d, l.Small))
	}

	return page, total, nil
}

func (c *Call) number(name string, missing, least int) (int, *sim.Response) {
	if !c.URL.Query().Has(name) {
		return missing, nil
	}

	n, err := strconv.Atoi(c.URL.Query().Get(name))
	if err != nil || n < least {
		c.Violate("query", name+" is not a number of at least "+strconv.Itoa(least))

		return 0, new(BadRequest(name+" is invalid", "", name))
	}

	return n, nil
}

// words splits a list parameter: v2 by comma [S], v1 by space, where commas are
// silently part of the word [kb], or into name[0], name[1] and so on ([ps] fields).
func (c *Call) words(name string) []string {
	query := c.URL.Query()

	if isV1(c.Request.Request) {
		words := strings.Fields(query.Get(name))
		for i := 0; query.Has(fmt.Sprintf("%s[%d]", name, i)); i++ {
			words = append(words, query.Get(fmt.Sprintf("%s[%d]", name, i)))
		}

		return words
	}

	var out []string

	for _, v := range c.URL.Query()[name] {
		out = append(out, strings.FieldsFunc(v, func(r rune) bool { return r == ',' })...)
	}

	return out
}

// Project keeps the fields that fields= asks for, and the id [I]; without
// fields= the small ones, or all if small is nil.
func (c *Call) Project(d sim.Doc, small []string) sim.Doc {
	keep := c.words(FieldList)
	if len(keep) == 0 {
		keep = small
	}

	if keep == nil {
		return d
	}

	out := maps.Clone(d)
	maps.DeleteFunc(out, func(name string, _ any) bool {
		return name != "id" && name != "_id" && !slices.Contains(keep, name)
	})

	return out
}

// sort applies sort= and sortIgnoreCase=; a minus turns the order round.
func (c *Call) sort(docs []sim.Doc) {
	by, fold := c.words(Sort), false
	if len(by) == 0 {
		by, fold = c.words(SortIgnoreCase), true
	}

	order := func(a, b sim.Doc) int {
		for _, field := range by {
			name, down := strings.CutPrefix(field, "-")

			order := compare(member(a, name), member(b, name), fold)
			if down {
				order = -order
			}

			if order != 0 {
				return order
			}
		}

		return 0
	}

	slices.SortStableFunc(docs, order)

	// What sorts alike comes in the default order.
	for i := range max(1, len(docs)) - 1 {
		if order(docs[i], docs[i+1]) == 0 {
			if c.Switch("default-order") == "reverse" {
				slices.Reverse(docs)
				slices.SortStableFunc(docs, order)
			}

			return
		}
	}
}

// member reads a field; v2 objects show their _id as id, and both names sort.
func member(d sim.Doc, name string) any {
	if v, ok := d[name]; ok {
		return v
	}

	switch name {
	case "_id":
		return d["id"]
	case "id":
		return d["_id"]
	default:
		return nil
	}
}

func compare(a, b any, fold bool) int {
	if x, ok := rational(a); ok {
		if y, ok := rational(b); ok {
			return x.Cmp(y)
		}
	}

	x, y := plain(a), plain(b)
	if fold {
		x, y = strings.ToLower(x), strings.ToLower(y)
	}

	return cmp.Compare(x, y)
}

func rational(v any) (*big.Rat, bool) {
	n, ok := v.(json.Number)
	if !ok {
		return nil, false
	}

	return new(big.Rat).SetString(n.String())
}

func plain(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	default:
		raw, _ := json.Marshal(v)

		return string(raw)
	}
}
