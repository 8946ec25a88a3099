// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package scale_test

import (
	"fmt"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// made creates n IP lists: what is measured is the run that follows.
func (w *world) made(n int) acctest.Config {
	w.t.Helper()

	config := w.many(n)
	w.apply(config)
	w.sim.Log().Reset()

	return config
}

func TestCallsOf200(t *testing.T) {
	t.Parallel()

	for _, parallelism := range []int{1, 10, 50} {
		t.Run(fmt.Sprintf("parallelism %d", parallelism), func(t *testing.T) {
			in(t, simulator.Options{}, func(w *world) {
				w.core.Parallelism = parallelism
				n := w.core.Fewer(200, 60)
				config := w.many(n)

				p := w.core.Plan(config)
				w.clean(p.Diags)
				w.most("the first plan", 3)
				w.clean(p.Apply())

				// The write's answer is the whole object, so nothing is read but one listing of names.
				if reads, writes := w.sim.Log().Count("GET", ""), w.sim.Log().Count("POST", lists); reads > 3 || writes > n+n/20 {
					t.Errorf("create: %d reads and %d writes, want 3 and %d at most", reads, writes, n+n/20)
				}

				w.wantExactly(config)
				w.sim.Log().Reset()

				w.core.MustPlanEmpty(config)
				w.most("a plan without changes", 3)

				if p := w.core.PlanWithoutRefresh(config); len(p.Actions()) > 0 {
					t.Errorf("without refresh: %v", p.Actions())
				}

				w.most("without refresh", 0)

				w.clean(w.core.Destroy())
				w.most("destroy", n+3)

				if left := w.stored(); len(left) > 0 || len(w.core.Addresses()) > 0 {
					t.Errorf("left: %d, in state: %d", len(left), len(w.core.Addresses()))
				}
			})
		})
	}
}

func TestCallsOf2000(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		n := w.core.Fewer(2000, 300)
		config := w.made(n)
		w.core.MustPlanEmpty(config)

		limit := n/100 + 5
		if proof.Disordered() {
			limit = 2 * (n/100 + 1) // look-ups that come one by one, all over the list
		}

		w.most("a plan without changes", limit)
	})
}

// TestFewAmongMany: of a large collection that others fill, a few are ours; listing it
// all would cost more than asking for each.
func TestFewAmongMany(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		for i := range 2000 {
			id := fmt.Sprintf("%024x", i)
			w.sim.Put(iplistsim.Collection, w.org, id, sim.Doc{"id": id, "name": "Theirs", "description": "", "ips": []any{}})
		}

		config := w.made(3)
		w.core.MustPlanEmpty(config)
		w.most("a plan of 3 among 2003", 6)
	})
}

func TestRemovedInTheConsole(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		config := w.made(20)
		before := map[string]any{}

		for i := range 20 {
			before[address(i)] = w.core.State(address(i))["id"]
		}

		remove := func() {
			for i := range 5 {
				id, _ := w.core.State(address(4 * i))["id"].(string)
				if !w.sim.Remove(iplistsim.Collection, w.org, id) {
					t.Fatalf("no IP list %q", id)
				}
			}
		}

		remove()

		p := w.core.Plan(config)
		w.clean(p.Diags)

		if p.Count(acctest.Create) != 5 || len(p.Actions()) != 5 {
			t.Errorf("planned %v, want 5 to create", p.Actions())
		}

		w.clean(p.Apply())
		w.wantExactly(config)

		for a, id := range before {
			if now := w.core.State(a)["id"]; (now != id) != (p.Actions()[a] == acctest.Create) {
				t.Errorf("%s was %v and is %v", a, id, now)
			}
		}

		remove()
		w.clean(w.core.Destroy())

		if left := w.stored(); len(left) > 0 || len(w.core.Addresses()) > 0 {
			t.Errorf("left: %d, in state: %v", len(left), w.core.Addresses())
		}
	})
}
