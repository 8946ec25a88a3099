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

// Sorted returns the names, the nearest to want first: those that begin with it, those
// that contain it, then the others by how many letters differ.
func Sorted(want string, names []string) []string {
	sorted := slices.Clone(names)
	slices.Sort(sorted)
	sorted = slices.Compact(sorted)

	lowered := strings.ToLower(strings.TrimSpace(want))
	rank := func(name string) (kind, distance int) {
		name = strings.ToLower(name)

		return kinship(lowered, name), levenshtein.Distance(lowered, name, nil)
	}

	slices.SortStableFunc(sorted, func(a, b string) int {
		kindA, distanceA := rank(a)
		kindB, distanceB := rank(b)

		return cmp.Or(cmp.Compare(kindA, kindB), cmp.Compare(distanceA, distanceB))
	})

	return sorted
}

// kinship is smaller the more likely a name is the one of which somebody wrote a part.
func kinship(want, name string) int {
	const telling = 3 // shorter texts are in many names

	switch {
	case len(want) < telling:
		return 0
	case strings.HasPrefix(name, want):
		return 0
	case strings.Contains(name, want):
		return 1
	}

	return 2
}

// Unknown says that there is no such name, which one may be meant, and what there is.
// noun is what the names are, such as "role".
func Unknown(noun, want string, names []string) string {
	text := fmt.Sprintf("%q is not a %s", want, noun)
	if strings.ContainsAny(noun[:1], "aeioAEIO") {
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
