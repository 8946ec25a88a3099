// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package coverage

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
)

// Report prints one row an endpoint, then the calls that no row knows, then how
// many of each origin are exercised. reasons say why nobody needs an endpoint; one for what is
// exercised, or for what no row knows, is an error.
func Report(w io.Writer, endpoints []Endpoint, calls map[Call]bool, reasons map[Call]string) error {
	out := bufio.NewWriter(w) // keeps the first error for Flush

	rest := maps.Clone(calls)
	maps.DeleteFunc(rest, func(c Call, _ bool) bool { return c.Type != "" })
	exercised, total := map[string]int{}, map[string]int{}
	unused := maps.Clone(reasons)

	for _, e := range endpoints {
		mark, why := "not exercised", ""
		total[e.Origin]++

		switch reason, excused := reasons[e.Call]; {
		case calls[e.Call]:
			mark = "exercised"
			exercised[e.Origin]++
		case excused:
			mark, why = "left out", ": "+reason
			delete(unused, e.Call)
		}

		delete(rest, e.Call)
		fmt.Fprintf(out, "%-13s  %-6s  %s  (%s, %s)%s\n", mark, e.Method, e.Template, e.Operation, e.Origin, why)
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

	if left := len(reasons) - len(unused); left > 0 {
		fmt.Fprintf(out, "%-10s  %d left out for a reason\n", "", left)
	}

	problems := []error{out.Flush()}
	for call := range unused {
		problems = append(problems, fmt.Errorf("%s %s has a reason not to be exercised, and is exercised or in no list", call.Method, call.Template))
	}

	return errors.Join(problems...)
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
