// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package subscription_test

import (
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const tries = 1 + rest.DefaultMaxRetries

// faulty is one fault of one operation and what has to come of it.
type faulty struct {
	fault sim.Fault
	says  []string // of the one error; nil where there is none
	tries int      // requests to the operation
}

// faults are those that an operation may meet.
func faults(operation string) map[string]faulty {
	at := acctest.API + operation
	once := func(f sim.Fault) sim.Fault {
		f.PathPrefix, f.Times = at, max(f.Times, 1)

		return f
	}

	return map[string]faulty{
		"500":                     {fault: once(sim.Fault{Status: 500}), tries: 2},
		"committed but 500":       {fault: once(sim.Fault{Status: 500, After: true}), tries: 1},
		"503":                     {fault: once(sim.Fault{Status: 503}), tries: 2},
		"committed, then dropped": {fault: once(sim.Fault{Drop: true, After: true}), tries: 1},
		"refused connection":      {fault: once(sim.Fault{Refuse: true}), tries: 2},
		"malformed":               {fault: once(sim.Fault{Malformed: true}), tries: 1},
		"truncated":               {fault: once(sim.Fault{Truncated: true}), tries: 1},
		"429":                     {fault: once(sim.Fault{Status: 429, RetryAfter: "1", Times: 3}), tries: 4},
		"500 for ever":            {fault: sim.Fault{PathPrefix: at, Status: 500}, tries: tries, says: []string{"status 500"}},
		"429 for ever":            {fault: sim.Fault{PathPrefix: at, Status: 429}, tries: tries, says: []string{"lower requests_per_second"}},
		"an error inside a 200": {
			fault: sim.Fault{PathPrefix: at, Status: 200, Body: `{"api_error_entity":{"error_code":9,"error_message":"not today"}}`}, tries: 1,
			says: []string{"not today (error code 9)"},
		},
		"a path that is none": {
			fault: sim.Fault{PathPrefix: at, Status: 404, Body: `{"Message":"No HTTP resource was found"}`}, tries: 1, says: []string{"API explorer"},
		},
	}
}

// TestFaults: each operation of a life meets each fault. Time is virtual: waiting between
// tries takes none.
func TestFaults(t *testing.T) {
	t.Parallel()

	for operation, c := range map[string]struct {
		act    proof.Attrs
		exists bool // there is one before
	}{
		"CreateSubscription":          {act: proof.Attrs{}},
		"DisableSubscription":         {exists: true, act: proof.Attrs{"enabled": false}},
		"SetSubscriptionStatus":       {exists: true, act: proof.Attrs{"status": "On Leave"}},
		"SetCustomProfileFieldValues": {exists: true, act: proof.Attrs{"custom_profile_fields": map[string]any{"badge": "B-1"}}},
	} {
		for name, f := range faults(operation) {
			t.Run(operation+"/"+name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					w := acctest.NewWorld(t, nil)
					if c.exists {
						w.Core.MustApply(config(w, nil))
					}

					w.Sim.Log().Reset()

					injected := w.Sim.Inject(f.fault)
					d := w.Core.Apply(config(w, c.act))
					injected.Remove()

					if f.says == nil {
						acctest.WantNothing(t, d)
					} else {
						acctest.WantError(t, d, f.says...)
					}

					if n := w.Tries(operation); n != f.tries {
						t.Errorf("%d requests, want %d", n, f.tries)
					}

					// Whatever happened, the next run puts it right.
					w.Core.MustApply(config(w, c.act))
					w.Only(nexportsim.Subscriptions)
					w.Core.MustPlanEmpty(config(w, c.act))
				})
			})
		}
	}
}

// TestFaultsOfRead: a read that fails leaves state alone.
func TestFaultsOfRead(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		fault sim.Fault
		says  string // "" where the read goes well in the end
	}{
		"503 once":             {sim.Fault{Status: 503, Times: 1}, ""},
		"malformed once":       {sim.Fault{Malformed: true, Times: 1}, ""},
		"malformed":            {sim.Fault{Malformed: true}, "cannot be read"},
		"500":                  {sim.Fault{Status: 500}, "status 500"},
		"of another user":      {sim.Fault{Status: 200, Body: `{"subscription_id":"1","user_id":"2","org_id":"3","disabled":false}`}, "of another user"},
		"an unknown path":      {sim.Fault{Status: 404, Body: `{"Message":"none"}`}, "API explorer"},
		"an error in a 200":    {sim.Fault{Status: 200, Body: `{"api_error_entity":{"error_code":2,"error_message":"gone?"}}`}, ""}, // the list shows it
		"no members":           {sim.Fault{Status: 200, Body: `{}`}, "it has no members"},
		"other members":        {sim.Fault{Status: 200, Body: `{"Id":"5f0c8a1e-secret"}`}, `it has "Id" (a text)`},
		"a page for a browser": {sim.Fault{HTML: true}, "page for browsers"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := acctest.NewWorld(t, nil)
				w.Core.MustApply(config(w, nil))

				c.fault.Pattern = acctest.API + "GetSubscription"
				w.Sim.Inject(c.fault)

				d := w.Core.Refresh()
				if c.says == "" {
					acctest.WantNothing(t, d)
				} else {
					acctest.WantError(t, d, "Unable to Read Subscription", c.says)
				}

				w.WantState(ann, proof.Attrs{"user_id": w.Ann()})
			})
		})
	}
}

// TestRefusedInside: a success that carries an error is believed where its code has the
// name of "not found", as the vendor's client does; where it is a number, the list tells.
func TestRefusedInside(t *testing.T) {
	t.Parallel()

	for form, calls := range map[string][]string{
		"name":   {"GET GetSubscription 200"},
		"number": {"GET GetSubscription 200", "GET ValidateAccessToken 200", "GET GetSubscriptions 200"},
	} {
		w := acctest.NewWorld(t, map[string]string{"refusal-form": "200", "error-code-form": form})
		w.Core.MustApply(config(w, nil))
		w.Sim.Store.Docs(nexportsim.Subscriptions, "").Remove(w.Ann() + "/" + w.Acme())
		w.Sim.Log().Reset()

		if p := w.Core.Plan(config(w, nil)); p.Count(proof.Create) != 1 {
			t.Errorf("%s: %v %s", form, p.Actions(), p.Diags)
		}

		w.WantCalls(calls...)
	}
}

// TestKilled: what a run made before it was killed is not made twice.
func TestKilled(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	w.Core.KillAt(proof.At{Method: "POST", PathPrefix: acctest.API + "CreateSubscription"})
	w.Core.Apply(config(w, nil))

	if !w.Core.Ended() || w.Core.State(ann) != nil {
		t.Fatalf("ended: %t, state %v", w.Core.Ended(), w.Core.State(ann))
	}

	acctest.WantError(t, w.Core.Apply(config(w, nil)), "already", "import {")

	w.Core.Imports = map[string]any{ann: w.Acme() + "/" + w.Ann()}
	w.Core.MustApply(config(w, nil))
	w.Only(nexportsim.Subscriptions)
}

// TestCreatedAndNotRead: a subscription that was made and cannot be read is in state, so that no
// other is made, and the next run sets what is missing.
func TestCreatedAndNotRead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := acctest.NewWorld(t, nil)
		full := proof.Attrs{"status": "On Leave"}
		unread := w.Sim.Inject(sim.Fault{Status: 500, Match: func(r *http.Request) bool {
			return r.Method == http.MethodGet && w.Tries("CreateSubscription") > 0
		}})

		d := w.Core.Apply(config(w, full))
		if len(d.Errors()) > 0 || !strings.Contains(d.String(), "Subscription Not Complete") {
			t.Errorf("%s", d)
		}

		unread.Remove()

		if w.Core.State(ann) == nil || w.Core.Tainted(ann) {
			t.Errorf("state %v, tainted: %t", w.Core.State(ann), w.Core.Tainted(ann))
		}

		w.Core.MustApply(config(w, full))
		w.Core.MustPlanEmpty(config(w, full))

		if n := w.Tries("CreateSubscription"); n != 1 || w.Only(nexportsim.Subscriptions)["status"] != "On Leave" {
			t.Errorf("%d were made, %v", n, w.Only(nexportsim.Subscriptions))
		}
	})
}
