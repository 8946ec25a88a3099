// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloudsim

import (
	"encoding/json"
	"path"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// filter applies filter=field:operator:value. Repeated or comma-separated
// parts are all to hold; values are case sensitive and may hold wildcards [S].
// A comma or colon inside a value cannot be escaped [U].
func (c *Call) filter(docs []sim.Doc, l List) ([]sim.Doc, *sim.Response) {
	for _, part := range c.filterParts() {
		field, rest, _ := strings.Cut(part, ":")
		op, value, ok := strings.Cut(rest, ":")
		op = strings.TrimPrefix(op, "$") // v1 writes $eq

		test := operators[op]

		if !ok || test == nil {
			if c.Switch("filter-malformed") == "ignore" {
				continue
			}

			return nil, new(BadRequest("invalid filter "+part, "", Filter))
		}

		if !slices.Contains(l.Filterable, field) {
			switch c.Switch("filter-other-fields") {
			case "ignore":
				continue
			case "refuse":
				return nil, new(BadRequest("cannot filter by "+field, "", Filter))
			}
		}

		docs = slices.DeleteFunc(docs, func(d sim.Doc) bool { return !test(member(d, field), value) })
	}

	return docs, nil
}

func (c *Call) filterParts() []string {
	whole := c.URL.Query()[Filter]
	if isV1(c.Request.Request) {
		return whole
	}

	parts := c.words(Filter)
	if !slices.Equal(parts, whole) && c.Switch("filter-comma") == "literal" {
		return whole
	}

	return parts
}

// operators of filters (evidence: lists 5.1, 5.3). Those of v1 have the same names but
// for nin, gte, lte and sw.
var operators = map[string]func(v any, want string) bool{
	"eq":      equals,
	"ne":      func(v any, want string) bool { return !equals(v, want) },
	"gt":      func(v any, want string) bool { return order(v, want) > 0 },
	"ge":      func(v any, want string) bool { return order(v, want) >= 0 },
	"gte":     func(v any, want string) bool { return order(v, want) >= 0 },
	"lt":      func(v any, want string) bool { return order(v, want) < 0 },
	"le":      func(v any, want string) bool { return order(v, want) <= 0 },
	"lte":     func(v any, want string) bool { return order(v, want) <= 0 },
	"sw":      func(v any, want string) bool { return strings.HasPrefix(plain(v), want) },
	"in":      isIn,
	"nin":     func(v any, want string) bool { return !isIn(v, want) },
	"between": between,
	// Which part of the value search looks at is not written down; anywhere and without case is how its users use it ([ps] Get-JCPolicy) [I].
	"search": func(v any, want string) bool {
		return strings.Contains(strings.ToLower(plain(v)), strings.ToLower(want))
	},
}

func equals(v any, want string) bool {
	if !strings.Contains(want, "*") {
		return plain(v) == want
	}

	// Only the asterisk is taken for a wildcard [I]; the rest is literal.
	pattern := strings.NewReplacer(`\`, `\\`, `?`, `\?`, `[`, `\[`).Replace(want)
	// path.Match keeps * from crossing a slash; names have no such notion.
	swap := strings.NewReplacer("/", "\x00")
	ok, err := path.Match(swap.Replace(pattern), swap.Replace(plain(v)))

	return err == nil && ok
}

// isIn takes alternatives separated by |, as system insights do [S].
func isIn(v any, want string) bool { return slices.Contains(strings.Split(want, "|"), plain(v)) }

// between takes two bounds, separated like the alternatives of in [I].
func between(v any, want string) bool {
	low, high, ok := strings.Cut(want, "|")

	return ok && order(v, low) >= 0 && order(v, high) <= 0
}

// order compares as numbers if the stored value is one.
func order(v any, want string) int {
	if _, ok := v.(json.Number); ok {
		return compare(v, json.Number(want), false)
	}

	return compare(v, want, false)
}
