// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings_test

import (
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func (w *world) contact(name string) acctest.Config {
	return w.Config(acctest.Attrs{"contact_name": name, "on_destroy": "restore"})
}

func TestFaults(t *testing.T) {
	t.Parallel()

	const before, after = "Example Contact", "Kim"

	refused := []string{"Unable to Create Organization Settings", `"Acme Inc"`}

	for name, c := range map[string]struct {
		fault  sim.Fault
		says   []string
		stored string
		state  any
		puts   int
	}{
		"GET 500":               {sim.Fault{Method: "GET", Times: 1, Status: 500}, nil, after, after, 1},
		"GET dropped":           {sim.Fault{Method: "GET", Times: 1, Drop: true}, nil, after, after, 1},
		"GET malformed":         {sim.Fault{Method: "GET", Times: 1, Malformed: true}, nil, after, after, 1},
		"GET 403":               {sim.Fault{Method: "GET", Status: 403}, refused, before, nil, 0},
		"PUT 503":               {sim.Fault{Method: "PUT", Times: 1, Status: 503}, nil, after, after, 2},
		"PUT 429":               {sim.Fault{Method: "PUT", Times: 1, Status: 429, RetryAfter: "1"}, nil, after, after, 2},
		"PUT dropped":           {sim.Fault{Method: "PUT", Times: 1, Drop: true}, nil, after, after, 2},
		"PUT committed, 500":    {sim.Fault{Method: "PUT", Times: 1, Status: 500, After: true}, nil, after, after, 1},
		"PUT committed, lost":   {sim.Fault{Method: "PUT", Times: 1, Drop: true, After: true}, nil, after, after, 2},
		"PUT malformed":         {sim.Fault{Method: "PUT", Times: 1, Malformed: true}, nil, after, after, 1},
		"PUT truncated":         {sim.Fault{Method: "PUT", Times: 1, Truncated: true}, nil, after, after, 1},
		"PUT without an answer": {sim.Fault{Method: "PUT", Times: 1, Status: 200, Body: "{}", After: true}, nil, after, after, 1},
		"PUT that did nothing": {
			sim.Fault{Method: "PUT", Times: 1, Status: 200, Body: "{}"}, []string{"does not hold it: settings.contactName"}, before, after, 1,
		},
		"PUT 500": {sim.Fault{Method: "PUT", Status: 500}, append([]string{"status 500"}, refused...), before, after, 1},
		"PUT 400": {sim.Fault{Method: "PUT", Status: 400}, append([]string{"status 400"}, refused...), before, nil, 1},
		"PUT 403": {sim.Fault{Method: "PUT", Status: 403}, append([]string{"status 403"}, refused...), before, nil, 1},
		"PUT 404": {sim.Fault{Method: "PUT", Status: 404}, append([]string{"status 404"}, refused...), before, nil, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, nil)
				c.fault.PathPrefix = route
				p := w.Plan(w.contact(after))
				injected := w.Sim.Inject(c.fault)

				if d := p.Apply(); c.says == nil {
					wantNoError(t, d)
				} else {
					wantError(t, d, c.says...)
				}

				if injected.Fired() == 0 {
					t.Error("the fault did not fire")
				}

				if n := w.Sim.Log().Count("PUT", route); n != c.puts {
					t.Errorf("%d PUT, want %d", n, c.puts)
				}

				injected.Remove()
				w.wantStored(map[string]any{"contactName": c.stored})
				w.WantState(acctest.Attrs{"contact_name": c.state})

				// Whatever happened, the next run puts it right, and knows what was there before.
				w.MustApply(w.contact("Third"))
				wantNoError(t, w.Destroy())
				w.wantStored(map[string]any{"contactName": before})
			})
		})
	}
}

func TestFaultsOfUpdateReadAndDelete(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.MustApply(w.contact("Kim"))

	in := w.Sim.Inject(sim.Fault{Method: "PUT", Status: 403})
	wantError(t, w.Apply(w.contact("Lee")), "Unable to Update Organization Settings", "Acme Inc")
	w.WantState(acctest.Attrs{"contact_name": "Kim"})
	wantError(t, w.Destroy(), "Unable to Delete Organization Settings")
	w.WantState(acctest.Attrs{"contact_name": "Kim"})
	in.Remove()

	for _, status := range []int{401, 403} {
		in = w.Sim.Inject(sim.Fault{Method: "GET", PathPrefix: route, Status: status})
		wantError(t, w.Plan(w.contact("Kim")).Diags, "Unable to Read Organization Settings")
		in.Remove()
	}

	// The organization is within reach and its settings are not there: gone. They are taken
	// over again.
	in = w.Sim.Inject(sim.Fault{Method: "GET", PathPrefix: route, Status: 404})

	if p := w.Plan(w.contact("Kim")); len(p.Diags) > 0 || p.Actions()[settings] != acctest.Create {
		t.Errorf("actions %v\n%s", p.Actions(), p.Diags)
	}

	in.Remove()
	w.MustApply(w.contact("Kim"))

	// The organization was deleted: its settings are gone with it, and are not taken over again.
	w.Sim.Organizations(w.ProviderID).Remove(w.Org)
	d := w.Plan(w.contact("Kim")).Diags
	wantError(t, d, "Unknown Organization")

	if len(d.Warnings()) != 1 || d.Warnings()[0].Summary != `Organization Is Gone: "`+w.Org+`"` {
		t.Errorf("%s", d)
	}

	// To forget it touches nothing.
	w.Forget(settings)
	w.WantPuts(`{"settings":{"contactName":"Kim"}}`, `{"settings":{"contactName":"Lee"}}`, `{"settings":{"contactName":"Example Contact"}}`)
}

// A creation that failed, and may have changed something, keeps what was there before:
// nobody else knows it.
func TestOriginalsSurviveACreationThatFailed(t *testing.T) {
	t.Parallel()

	for _, onDestroy := range []string{"restore", "keep"} {
		t.Run(onDestroy, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, nil)
				kim := w.Config(acctest.Attrs{"contact_name": "Kim", "on_destroy": onDestroy})
				p := w.Plan(kim)

				// It is changed, and nobody can tell.
				lost := w.Sim.Inject(sim.Fault{Method: "PUT", PathPrefix: route, Status: 500, After: true})
				blind := w.Sim.Inject(sim.Fault{Method: "GET", PathPrefix: route, Nth: 2, Status: 403})

				wantError(t, p.Apply(), "Unable to Create Organization Settings", "status 500")
				lost.Remove()
				blind.Remove()
				w.wantStored(map[string]any{"contactName": "Kim"})
				w.WantState(acctest.Attrs{"original": `{"contactName":"Example Contact"}`})

				// The next run makes it anew, and knows it still.
				w.MustApply(kim)
				w.WantState(acctest.Attrs{"original": `{"contactName":"Example Contact"}`})

				w.MustApply(w.Config(acctest.Attrs{"contact_name": "Kim", "on_destroy": "restore"}))
				wantNoError(t, w.Destroy())
				w.wantStored(map[string]any{"contactName": "Example Contact"})
			})
		})
	}
}

// What was refused has changed nothing, and there is nothing to remember.
func TestCreationThatWasRefusedLeavesNoState(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	p := w.Plan(w.contact("Kim"))
	w.Sim.Inject(sim.Fault{Method: "PUT", PathPrefix: route, Status: 403})
	wantError(t, p.Apply(), "Unable to Create Organization Settings")

	if w.State(settings) != nil {
		t.Errorf("state %v", w.State(settings))
	}
}
