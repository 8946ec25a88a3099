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
	"strconv"
	"strings"
)

// Report prints one row an endpoint, then the calls that no row knows, then how
// many of each origin are exercised. The error says which origin has fewer than least.
func Report(w io.Writer, endpoints []Endpoint, calls map[Call]bool, least map[string]int) error {
	out := bufio.NewWriter(w) // keeps the first error for Flush

	rest := maps.Clone(calls)
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

	var fallen []error

	for _, origin := range slices.Sorted(maps.Keys(least)) {
		if exercised[origin] < least[origin] {
			fallen = append(fallen, fmt.Errorf("%s: %d exercised, and %d were before", origin, exercised[origin], least[origin]))
		}
	}

	return errors.Join(append(fallen, out.Flush())...)
}

// ReadLeast reads how many endpoints of each origin must be exercised: an origin and a
// number a line, and comments that begin with #.
func ReadLeast(r io.Reader) (map[string]int, error) {
	least := map[string]int{}

	for lines := bufio.NewScanner(r); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}

		if len(fields) != 2 {
			return nil, fmt.Errorf("%q is not an origin and a number", lines.Text())
		}

		n, err := strconv.Atoi(fields[1])
		if err != nil {
			return nil, fmt.Errorf("%q is not an origin and a number", lines.Text())
		}

		least[fields[0]] = n
	}

	return least, nil
}
