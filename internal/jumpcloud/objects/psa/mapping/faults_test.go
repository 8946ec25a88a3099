// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const tries = 1 + rest.DefaultMaxRetries

// faulty is one fault of writing and what has to come of it.
type faulty struct {
	fault   sim.Fault
	says    []string // of every error; nil where there is none
	patches int      // requests with PATCH, for three mappings at once
	there   bool     // the change happened
}

// faults of PATCH, whatever it is for.
func faults() map[string]faulty {
	patch := func(f sim.Fault) sim.Fault {
		f.Method, f.PathPrefix = http.MethodPatch, "/api/v2/integrations/"

		return f
	}

	return map[string]faulty{
		// A 500 may be a member's own fault: each is tried alone, once.
		"500 before":   {fault: patch(sim.Fault{Status: 500}), says: []string{"status 500"}, patches: 4},
		"one 500":      {fault: patch(sim.Fault{Status: 500, Nth: 1}), says: []string{"status 500"}, patches: 4, there: true},
		"500 after":    {fault: patch(sim.Fault{Status: 500, After: true}), patches: 1, there: true},
		"dropped":      {fault: patch(sim.Fault{Drop: true, Nth: 1}), patches: 2, there: true},
		"drop after":   {fault: patch(sim.Fault{Drop: true, After: true}), patches: 1, there: true},
		"always drops": {fault: patch(sim.Fault{Drop: true}), says: []string{"no answer"}, patches: tries},
		"gateway":      {fault: patch(sim.Fault{Status: 503, Nth: 1}), patches: 2, there: true},
		"throttled":    {fault: patch(sim.Fault{Status: 429, RetryAfter: "3", Nth: 1}), patches: 2, there: true},
		// Nobody is sent alone where the service wants less to be sent.
		"always throttled": {fault: patch(sim.Fault{Status: 429}), says: []string{"requests_per_second"}, patches: tries},
		"malformed":        {fault: patch(sim.Fault{Malformed: true, After: true}), patches: 1, there: true},
		"400":              {fault: patch(sim.Fault{Status: 400, Body: `{"message":"no"}`}), says: []string{"status 400", "no"}, patches: 4},
		"403":              {fault: patch(sim.Fault{Status: 403}), says: []string{"status 403", "check its role"}, patches: 4},
		"401":              {fault: patch(sim.Fault{Status: 401}), says: []string{"status 401", "credential was not accepted"}, patches: 1},
	}
}

// three maps three organizations.
func (w *world) three(attrs acctest.Attrs) acctest.Config {
	config := acctest.Config{}

	for i, name := range []string{"Acme Inc", "Globex", "Initech"} {
		org, ok := w.Sim.OrganizationID(name)
		if !ok {
			w.T.Fatal("no organization " + name)
		}

		config[fmt.Sprintf("jumpcloud_%s_mapping.m%d", w.vendor.name, i)] = w.config(attrs, acctest.Attrs{"organization_id": org})[w.vendor.address()]
	}

	return config
}

// count is how many mappings are stored that name Acme Incorporated.
func (w *world) count() int {
	n := 0

	for _, d := range w.Sim.Docs(psasim.Mappings, w.integration).All() {
		if c, _ := d["company"].(sim.Doc); c["id"] == "250" {
			n++
		}
	}

	return n
}

// faultless runs an operation on three mappings under every fault. Whatever happened, the
// run after it ends as wanted.
func faultless(t *testing.T, prepare func(w *world), operation func(w *world) acctest.Diagnostics, check func(w *world, c faulty)) {
	t.Helper()

	for name, c := range faults() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, vendors[0], nil)
				prepare(w)
				w.Sim.Log().Reset()

				injected := w.Sim.Inject(c.fault)
				d := operation(w)

				if n := w.Sim.Log().Count("PATCH", "/api/"); n != c.patches {
					t.Errorf("%d PATCH, want %d", n, c.patches)
				}

				for _, e := range d.Errors() {
					for _, part := range c.says {
						if !strings.Contains(e.Detail, part) {
							t.Errorf("an error does not say %q:\n%s", part, e.Detail)
						}
					}
				}

				if failed := len(d.Errors()) > 0; failed != (c.says != nil && !c.there) {
					t.Errorf("unexpected:\n%s", d)
				}

				if injected.Fired() == 0 {
					t.Error("the fault did not fire")
				}

				injected.Remove()
				check(w, c)
				w.MustApply(w.three(vendors[0].full))

				if n := w.count(); n != 3 {
					t.Errorf("%d are mapped in the end", n)
				}

				if d := w.Destroy().Errors(); len(d) > 0 || w.Sim.Docs(psasim.Mappings, w.integration).Len() > 0 {
					t.Errorf("left behind:\n%s", d)
				}
			})
		})
	}
}

func TestFaultsOfCreate(t *testing.T) {
	t.Parallel()
	faultless(t, func(*world) {}, func(w *world) acctest.Diagnostics { return w.Apply(w.three(vendors[0].full)) },
		func(w *world, c faulty) {
			want := 0
			if c.there {
				want = 3
			}

			if n := len(w.Addresses()); n != want || w.count() != want {
				w.T.Errorf("%d in state, %d stored, want %d", n, w.count(), want)
			}
		})
}

func TestFaultsOfUpdate(t *testing.T) {
	t.Parallel()
	faultless(t, func(w *world) { w.MustApply(w.three(acctest.Attrs{"company": "251"})) },
		func(w *world) acctest.Diagnostics { return w.Apply(w.three(vendors[0].full)) },
		func(w *world, c faulty) {
			want := 0
			if c.there {
				want = 3
			}

			if n := w.count(); n != want || len(w.Addresses()) != 3 {
				w.T.Errorf("%d changed, want %d", n, want)
			}
		})
}

func TestFaultsOfDelete(t *testing.T) {
	t.Parallel()
	faultless(t, func(w *world) { w.MustApply(w.three(vendors[0].full)) },
		func(w *world) acctest.Diagnostics { return w.Destroy() },
		func(w *world, c faulty) {
			want := 3
			if c.there {
				want = 0
			}

			if n := len(w.Addresses()); n != want || w.count() != want {
				w.T.Errorf("%d in state, %d stored, want %d", n, w.count(), want)
			}
		})
}

// TestFaultsOfRead: a list that cannot be read changes nothing in state.
func TestFaultsOfRead(t *testing.T) {
	t.Parallel()

	for name, fault := range map[string]sim.Fault{
		"500": {Status: 500}, "dropped": {Drop: true}, "malformed": {Malformed: true}, "403": {Status: 403},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, vendors[0], nil)
				w.MustApply(w.three(vendors[0].full))

				fault.Method, fault.PathPrefix = http.MethodGet, "/api/v2/integrations/"
				in := w.Sim.Inject(fault)

				if d := w.Plan(w.three(vendors[0].full)).Diags.Errors(); len(d) != 3 || !strings.Contains(d.String(), "Unable to Read ConnectWise Mapping") {
					t.Errorf("planning:\n%s", d)
				}

				in.Remove()
				w.MustPlanEmpty(w.three(vendors[0].full))
			})
		})
	}
}

// TestUnclear: nobody knows whether a lost PATCH happened, since the list cannot be read
// either. The next run says and mends what is missing, and makes nothing twice.
func TestUnclear(t *testing.T) {
	t.Parallel()

	for _, v := range vendors {
		for _, after := range []bool{true, false} {
			t.Run(fmt.Sprint(v.name, after), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					w := newWorld(t, v, nil)
					p := w.Plan(w.three(v.full))
					wantNone(t, p.Diags.Errors())

					w.Sim.Inject(sim.Fault{Method: "PATCH", Status: 500, After: after})
					w.Sim.Inject(sim.Fault{Method: "GET", Status: 403, Match: func(r *http.Request) bool {
						return strings.HasSuffix(r.URL.Path, "/mappings") && w.Sim.Log().Count("PATCH", "/api/") > 0
					}})

					d := p.Apply().Errors()
					if len(d) != 3 || !strings.Contains(d.String(), "may be stored all the same") || !strings.Contains(d.String(), "writing a mapping twice does no harm") {
						t.Errorf("applying:\n%s", d)
					}

					w.Sim.ClearFaults()

					if n := w.Sim.Log().Count("PATCH", "/api/"); len(w.Addresses()) > 0 || n != 1 {
						t.Errorf("%d requests, in state: %v", n, w.Addresses())
					}

					if p = w.Plan(w.three(v.full)); p.Count(acctest.Create) != 3 {
						t.Errorf("planned %v", p.Actions())
					}

					if after {
						wantWarning(t, p.Diags, "Mapping Exists Already")
					}

					w.MustApply(w.three(v.full))

					if n := w.count(); n != 3 {
						t.Errorf("%d are mapped", n)
					}
				})
			})
		}
	}
}

// TestSyncroLost: what a Syncro mapping bills is in no list, so a lost answer is not
// taken for a success; the change is planned again.
func TestSyncroLost(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		v := vendors[2]
		w := newWorld(t, v, nil)
		w.MustApply(w.config(v.full))

		in := w.Sim.Inject(sim.Fault{Method: "PATCH", Status: 500, After: true})
		wantError(t, w.Apply(w.config(v.full, acctest.Attrs{"billing": nil})), "Unable to Update Syncro Mapping", "status 500")
		in.Remove()

		if p := w.Plan(w.config(v.full, acctest.Attrs{"billing": nil})); p.Actions()[v.address()] != acctest.Update {
			t.Errorf("planned %v", p.Actions())
		}
	})
}

// TestGone: a mapping goes with its integration.
func TestGone(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.MustApply(w.config(v.full))
		w.Sim.Remove(psasim.Integrations, w.ProviderID, w.integration)

		if d := w.Destroy().Errors(); len(d) > 0 || len(w.Addresses()) > 0 {
			t.Errorf("the integration is gone, and its mappings with it:\n%s", d)
		}
	})
}
