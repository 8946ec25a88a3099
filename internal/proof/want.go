// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// WantError fails the test unless there is one error, which has all the parts.
func WantError(tb testing.TB, d Diagnostics, parts ...string) {
	tb.Helper()

	if n := len(d.Errors()); n != 1 {
		tb.Errorf("%d errors, want one:\n%s", n, d)
	}

	for _, part := range parts {
		if !strings.Contains(d.Errors().String(), part) {
			tb.Errorf("no error says %q:\n%s", part, d)
		}
	}
}

// WantNoError fails the test if there is an error, or a warning.
func WantNoError(tb testing.TB, d Diagnostics) {
	tb.Helper()

	if len(d) > 0 {
		tb.Errorf("unexpected:\n%s", d)
	}
}

// WantWarning fails the test unless the warnings have all the parts and nothing failed.
func WantWarning(tb testing.TB, d Diagnostics, parts ...string) {
	tb.Helper()

	for _, part := range parts {
		if len(d.Errors()) > 0 || !strings.Contains(d.Warnings().String(), part) {
			tb.Errorf("no warning that says %q, or errors:\n%s", part, d)
		}
	}
}

// WantMembers fails the test for every member of want that got does not have with the same
// value, in state a set being sorted. Further members of got may be anything.
func WantMembers(tb testing.TB, got, want map[string]any) {
	tb.Helper()

	for name, v := range want {
		if !reflect.DeepEqual(got[name], v) {
			tb.Errorf("%s is %#v, want %#v", name, got[name], v)
		}
	}
}

// WantLines fails the test unless got is want, in this order. what says of which lines.
func WantLines(tb testing.TB, what string, got, want []string) {
	tb.Helper()

	if !slices.Equal(got, want) {
		tb.Errorf("%s:\n  %s\nwant:\n  %s", what, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// SortedJSON returns JSON with its members sorted, to be compared. The test fails for what is none.
func SortedJSON(tb testing.TB, text string) string {
	tb.Helper()

	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		tb.Fatalf("%s: %s", text, err)
	}

	raw, err := json.Marshal(v)
	if err != nil {
		tb.Fatal(err)
	}

	return string(raw)
}
