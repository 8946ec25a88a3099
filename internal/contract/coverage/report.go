// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package coverage

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Report prints one row an endpoint, then the calls that no row knows, then how
// many of each origin are exercised.
func Report(w io.Writer, endpoints []Endpoint, calls map[Call]bool) error {
	out := bufio.NewWriter(w) // keeps the first error for Flush

	rest := maps.Clone(calls)
	maps.DeleteFunc(rest, func(c Call, _ bool) bool { return c.Type != "" })
	exercised, total := map[string]int{}, map[string]int{}

	for _, e := range endpoints {
		mark := "not exercised"
		total[e.Origin]++

		if calls[e.Call] {
			mark = "exercised"
			exercised[e.Origin]++
		}

		delete(rest, e.Call)
		fmt.Fprintf(out, "%-13s  %-6s  %s  (%s, %s)\n", mark, e.Method, e.Template, e.Operation, e.Origin)
	}

	for _, call := range slices.SortedFunc(maps.Keys(rest), func(a, b Call) int {
		return cmp.Or(cmp.Compare(a.Template, b.Template), cmp.Compare(a.Method, b.Method))
	}) {
		fmt.Fprintf(out, "%-13s  %-6s  %s\n", "not in list", call.Method, call.Template)
	}

	fmt.Fprintln(out)

	allExercised := 0

	for _, origin := range slices.Sorted(maps.Keys(total)) {
		fmt.Fprintf(out, "%-10s  %d of %d exercised\n", origin, exercised[origin], total[origin])
		allExercised += exercised[origin]
	}

	fmt.Fprintf(out, "%-10s  %d of %d exercised\n", "total", allExercised, len(endpoints))

	return out.Flush()
}

// Unexercised are the calls of each type that were declared and that no test has made.
func Unexercised(declared []Call, calls map[Call]bool) []error {
	var all []error

	for _, call := range declared {
		if !calls[call] {
			all = append(all, fmt.Errorf("%s declares %s %s, and no test of it sends that", call.Type, call.Method, call.Template))
		}
	}

	return all
}
