// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package nearest finds what a person may have meant by a name that does not exist.
package nearest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/agext/levenshtein"
)

const (
	// most is how many names an error lists when it lists all.
	most = 12

	// few is how many it lists of more than that.
	few = 5
)

// Match returns the name nearest to want when it is near enough to be a slip.
func Match(want string, names []string) (string, bool) {
	sorted := Sorted(want, names)
	if len(sorted) == 0 {
		return "", false
	}

	best := sorted[0]
	lowered, lowerBest := strings.ToLower(want), strings.ToLower(best)

	near := levenshtein.Distance(lowered, lowerBest, nil) <= max(1, len(want)/3) ||
		len(want) >= 4 && (strings.Contains(lowerBest, lowered) || strings.Contains(lowered, lowerBest) && len(best) >= 4)

	return best, near
}

// Sorted returns the names, the nearest to want first.
func Sorted(want string, names []string) []string {
	sorted := slices.Clone(names)
	slices.Sort(sorted)
	sorted = slices.Compact(sorted)

	distance := func(name string) int {
		return levenshtein.Distance(strings.ToLower(want), strings.ToLower(name), nil)
	}

	slices.SortStableFunc(sorted, func(a, b string) int { return cmp.Compare(distance(a), distance(b)) })

	return sorted
}

// Unknown says that there is no such name, which one may be meant, and what there is.
// noun is what the names are, such as "role".
func Unknown(noun, want string, names []string) string {
	text := fmt.Sprintf("%q is not a %s", want, noun)
	if strings.ContainsAny(noun[:1], "aeiouAEIO") {
		text = fmt.Sprintf("%q is not an %s", want, noun)
	}

	if best, ok := Match(want, names); ok {
		text += fmt.Sprintf("; did you mean %q?", best)
	} else {
		text += "."
	}

	sorted := slices.Clone(names)
	if len(sorted) > most {
		sorted = Sorted(want, names)[:few]
	}

	switch {
	case len(names) == 0:
		return text + " There are none."
	case len(names) > most:
		return fmt.Sprintf("%s The nearest of %d: %s.", text, len(names), quoted(sorted))
	}

	return fmt.Sprintf("%s There are: %s.", text, quoted(sorted))
}

func quoted(names []string) string {
	q := make([]string, 0, len(names))
	for _, n := range names {
		q = append(q, fmt.Sprintf("%q", n))
	}

	return strings.Join(q, ", ")
}
