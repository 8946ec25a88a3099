// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"slices"
	"sync"
	"testing"
)

// TestOneOfTwoPlansIsTold: Terraform plans objects side by side, and each has several names. Two
// that contradict each other say so once, whichever comes first.
func TestOneOfTwoPlansIsTold(t *testing.T) {
	t.Parallel()

	places := []string{"user/acme username", "user/acme email", "user/acme alias"}

	claimed := func(r *Run, owner string) bool {
		var all []claim
		for _, place := range places {
			all = append(all, claim{place: place, name: "carl", owner: owner})
		}

		return slices.ContainsFunc(r.claim(all), func(c contested) bool { return c.same || c.left.why != "" })
	}

	left := func(r *Run, id string) bool {
		var all []holder
		for _, place := range places {
			all = append(all, holder{place, "carl", id, "It is suspended."})
		}

		return slices.Contains(r.leave(all), true)
	}

	for name, plans := range map[string][2]func(*Run) bool{
		"given to another, and destroyed":     {func(r *Run) bool { return claimed(r, "") }, func(r *Run) bool { return left(r, "1") }},
		"kept at one address, and destroyed":  {func(r *Run) bool { return claimed(r, "1") }, func(r *Run) bool { return left(r, "1") }},
		"given to two that are new":           {func(r *Run) bool { return claimed(r, "") }, func(r *Run) bool { return claimed(r, "") }},
		"given to one that is there, and new": {func(r *Run) bool { return claimed(r, "1") }, func(r *Run) bool { return claimed(r, "") }},
	} {
		for range 5000 {
			var (
				run     = NewRun()
				told    [2]bool
				working sync.WaitGroup
			)

			for i, plan := range plans {
				working.Go(func() { told[i] = plan(run) })
			}

			working.Wait()

			if told[0] == told[1] {
				t.Fatalf("%s: of two plans, told: %v", name, told)
			}
		}
	}
}
