// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package scale_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// 200 creations on a service that takes 5 requests a second need 40 s at the least, and
// hardly a call of them is refused.
func TestPaceOfCreationsUnderALimit(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		fault := w.sim.Inject(sim.Fault{Rate: 5})
		start := time.Now()

		w.apply(w.many(200))

		took, calls := time.Since(start), w.sim.Log().Count("", "")
		if wasted := fault.Fired(); took > 52*time.Second || wasted*20 > calls {
			t.Errorf("%s and %d of %d calls refused, want 52 s and a twentieth at most", took, wasted, calls)
		}
	})
}

// Of 200 creations a tenth is refused at random: 22 s with what is sent again.
func TestPaceOfCreationsUnderRandomRefusals(t *testing.T) {
	t.Parallel()

	for seed := range uint64(3) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			in(t, simulator.Options{Random: seed + 1}, func(w *world) {
				w.sim.Inject(sim.Fault{Probability: 0.1, Status: 429, RetryAfter: "1"})

				start := time.Now()

				w.apply(w.many(200))

				if took := time.Since(start); took > 45*time.Second {
					t.Errorf("%s, want 45 s at most", took)
				}
			})
		})
	}
}

// A long Retry-After is said on the terminal, once the wait is over.
func TestLongRetryAfterIsSaid(t *testing.T) {
	in(t, simulator.Options{}, func(w *world) {
		w.sim.Inject(sim.Fault{Method: "POST", Status: 429, RetryAfter: "40", Times: 1})

		d := w.core.Apply(acctest.Config{address(1): w.many(2)[address(1)]})

		if len(d) != 1 || len(d.Warnings()) != 1 || d[0].Summary != "Waited for JumpCloud" ||
			!strings.Contains(d[0].Detail, "POST /api/v2/iplists") || !strings.Contains(d[0].Detail, "40s later") {
			t.Errorf("want one warning of the wait:\n%s", d)
		}
	})
}
