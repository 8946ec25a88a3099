// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package scale_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// troubles are the services that a run has to survive, each alone and all at once.
func troubles(togetherAs string) map[string][]sim.Fault {
	all := map[string][]sim.Fault{
		"10 % throttled":         {{Probability: 0.1, Status: 429, RetryAfter: "1"}},
		"5 % failing":            {{Probability: 0.05, Status: 500}},
		"5 % malformed":          {{Probability: 0.05, Malformed: true}},
		"10 % committed but 500": {{Method: "POST", Probability: 0.1, Status: 500, After: true}},
		"5 requests a second":    {{Rate: 5}},
	}

	for _, name := range slices.Sorted(maps.Keys(all)) {
		all[togetherAs] = append(all[togetherAs], all[name]...)
	}

	return all
}

// TestTrouble creates 100 IP lists on a service in trouble: exactly 100 come of it, all in
// state, none tainted, none orphaned, and no write that was accepted is repeated.
func TestTrouble(t *testing.T) {
	t.Parallel()

	const together = "all together"

	for name, faults := range troubles(together) {
		draws := uint64(1)
		if name == together {
			draws = 3
		}

		for _, parallelism := range []int{10, 50} {
			for seed := range draws {
				t.Run(fmt.Sprintf("%s, parallelism %d, seed %d", name, parallelism, seed), func(t *testing.T) {
					in(t, simulator.Options{Random: seed + 1}, func(w *world) { w.survive(faults, parallelism) })
				})
			}
		}
	}
}

// TestMaintenance: a service that is away for three minutes, once before a plan and once
// before the writes, is waited for with what is the default.
func TestMaintenance(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		away := func() {
			w.sim.Inject(sim.Fault{Status: 503})
			time.AfterFunc(3*time.Minute, w.sim.ClearFaults)
		}

		config := w.many(3)

		away()
		plan := w.core.Plan(config)
		w.clean(plan.Diags)

		away()
		w.clean(plan.Apply())
		w.wantExactly(config)

		away()
		w.core.MustPlanEmpty(config)
	})
}

func (w *world) survive(faults []sim.Fault, parallelism int) {
	n := w.core.Fewer(100, 30)
	w.core.Parallelism = parallelism
	config := w.many(n)

	for _, f := range faults {
		w.sim.Inject(f)
	}

	w.clean(w.core.Apply(config))

	fired := 0
	for _, f := range w.sim.Faults() {
		fired += f.Fired
	}

	if fired == 0 {
		w.t.Error("there was no trouble")
	}

	w.wantExactly(config)

	if accepted := w.accepted("POST"); accepted != n {
		w.t.Errorf("%d accepted creations of %d objects", accepted, n)
	}

	w.core.MustPlanEmpty(config)

	if writes := len(w.sim.Log().Writes()); writes != n {
		w.t.Errorf("%d accepted writes of %d objects", writes, n)
	}
}

// accepted counts the requests with a method that changed something.
func (w *world) accepted(method string) int {
	n := 0

	for _, e := range w.sim.Log().Writes() {
		if e.Method == method {
			n++
		}
	}

	return n
}
