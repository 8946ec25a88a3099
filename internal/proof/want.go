// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
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
