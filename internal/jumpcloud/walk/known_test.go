// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	_ "embed"
	"slices"
	"strings"
	"testing"
)

// known are failures of the provider that are not mended yet, as "test/type" and, where
// only one kind of Terraform meets it, that: "new" or "old". The list must shrink: what
// is on it and passes fails.
//
//go:embed known.txt
var known string

// check fails for the problems of a key, unless they are known.
func (w *world) check(key string, problems ...string) {
	w.t.Helper()
	check(w.t, key, w.NoIdentities, append(problems, w.bugs...)...)
}

func check(t *testing.T, key string, old bool, problems ...string) {
	t.Helper()

	round := "new"
	if old {
		round = "old"
	}

	listed := slices.ContainsFunc(strings.Split(known, "\n"), func(line string) bool {
		f := strings.Fields(line)

		return len(f) > 0 && f[0] == key && (len(f) == 1 || f[1] == round)
	})

	switch {
	case len(problems) > 0 && listed:
		t.Logf("known: %s\n%s", key, strings.Join(problems, "\n"))
	case len(problems) > 0:
		t.Errorf("%s %s\n%s", key, round, strings.Join(problems, "\n"))
	case listed:
		t.Errorf("%s %s is mended: take it off known.txt", key, round)
	}
}
