// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"maps"
	"os"
	"reflect"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/nexportsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestMain(m *testing.M) { os.Exit(proof.Main(m)) }

const field = "nexport_group.field"

func config(w *acctest.World, attrs proof.Attrs) proof.Config {
	all := proof.Attrs{"parent_id": w.Acme(), "name": "Field Staff", "short_name": "ACME-FIELD"}
	maps.Copy(all, attrs)

	return proof.Config{field: all}
}

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	full := proof.Attrs{"description": "Those outside", "tracking_string": "T-1"}

	acctest.WantNothing(t, w.Core.Apply(config(w, full)))
	w.WantBody("CreateGroup", sim.Doc{
		"parent_id": w.Acme(), "name": "Field Staff", "short_name": "ACME-FIELD", "description": "Those outside", "tracking_string": "T-1",
	})
	w.WantCalls("GET SearchDirectory 200", "POST CreateGroup 200")

	id := w.Sim.EntryID("ACME-FIELD")
	w.WantState(field, proof.Attrs{"id": id, "description": "Those outside"})

	if got := w.Core.Identity(field); !reflect.DeepEqual(got, proof.Attrs{"parent_id": w.Acme(), "id": id}) {
		t.Errorf("identity %v", got)
	}

	w.Core.MustPlanEmpty(config(w, full))
	w.WantCalls("GET SearchDirectory 200")

	// A change needs another short name, which the plan says.
	for _, name := range []string{"name", "description", "tracking_string"} {
		changed := proof.Attrs{"description": "Those outside", "tracking_string": "T-1"}
		changed[name] = "Other"
		acctest.WantError(t, w.Core.Plan(config(w, changed)).Diags, "NexPort Cannot Change This", name, "another short_name")
	}

	p := w.Core.Plan(config(w, proof.Attrs{"short_name": "ACME-OUT", "name": "Outside"}))
	acctest.WantWarning(t, p.Apply(), "Group Not Deleted", "ACME-FIELD", id)

	if w.Sim.EntryID("ACME-FIELD") != id || w.Sim.EntryID("ACME-OUT") == "" {
		t.Error("one of the two is missing")
	}

	acctest.WantWarning(t, w.Core.Destroy(), "Group Not Deleted", "ACME-OUT")
	acctest.WantError(t, w.Core.Apply(config(w, nil)), "Duplicate short name", "import {", w.Acme()+"/"+id)
	acctest.WantError(t, w.Core.Apply(config(w, proof.Attrs{"parent_id": w.Ann(), "short_name": "X"})), "Unable to Create Group", "Entity not found")
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	w.Core.MustApply(config(w, proof.Attrs{"description": "x"}))

	id := w.Sim.EntryID("ACME-FIELD")

	for name, imported := range map[string]func(c *proof.Core) proof.Diagnostics{
		"by id": func(c *proof.Core) proof.Diagnostics { return c.Import(field, w.Acme()+"/"+id) },
		"by identity": func(c *proof.Core) proof.Diagnostics {
			return c.ImportByIdentity(field, proof.Attrs{"parent_id": w.Acme(), "id": id})
		},
	} {
		core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleAdmin))
		if d := imported(core); len(d) > 0 || core.State(field)["short_name"] != "ACME-FIELD" {
			t.Errorf("%s: %v %s", name, core.State(field), d)
		}

		// The description, which nobody can read, is taken from the configuration.
		w.Sim.Log().Reset()
		core.MustApply(config(w, proof.Attrs{"description": "x"}))

		if n := w.Tries("CreateGroup"); n > 0 {
			t.Errorf("%s: %d writes", name, n)
		}

		core.MustPlanEmpty(config(w, proof.Attrs{"description": "x"}))
	}

	core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleAdmin))
	acctest.WantError(t, core.Import(field, id), "Unable to Import Group", "<parent_id>/<id>")
	acctest.WantError(t, core.Import(field, w.Acme()+"/"+w.Ann()), "Unable to Read Group", "the list holds no")
}

// TestDrift: a group that somebody renamed is found, and the plan says what can be done; one
// that is gone is made again. A directory that shows nothing without a term changes neither.
func TestDrift(t *testing.T) {
	t.Parallel()

	for _, switches := range []map[string]string{nil, {"directory-depth": "children"}, {"directory-empty-term": "none"}} {
		w := acctest.NewWorld(t, switches)
		w.Core.MustApply(config(w, nil))

		id := w.Sim.EntryID("ACME-FIELD")
		w.Change(nexportsim.Directory, id, sim.Doc{"name": "Field"})
		acctest.WantError(t, w.Core.Plan(config(w, nil)).Diags, "NexPort Cannot Change This", "console")
		w.Core.MustPlanEmpty(config(w, proof.Attrs{"name": "Field"}))

		if switches["directory-empty-term"] == "" {
			w.Change(nexportsim.Directory, id, sim.Doc{"short_name": "FIELD"})
			w.Core.MustPlanEmpty(config(w, proof.Attrs{"name": "Field", "short_name": "FIELD"}))
		}

		w.Sim.Store.Docs(nexportsim.Directory, "").Remove(id)

		if p := w.Core.Plan(config(w, nil)); p.Count(proof.Create) != 1 {
			t.Errorf("%v: %v %s", switches, p.Actions(), p.Diags)
		}
	}
}

// TestFaults: a group is made once, whatever becomes of the answer.
func TestFaults(t *testing.T) {
	t.Parallel()

	for name, f := range map[string]struct {
		fault sim.Fault
		tries int
		says  []string
	}{
		"500":                     {fault: sim.Fault{Status: 500, Times: 1}, tries: 2},
		"committed but 500":       {fault: sim.Fault{Status: 500, Times: 1, After: true}, tries: 1},
		"committed, then dropped": {fault: sim.Fault{Drop: true, Times: 1, After: true}, tries: 1},
		"malformed":               {fault: sim.Fault{Malformed: true, Times: 1}, tries: 1},
		"without an id":           {fault: sim.Fault{Status: 200, Body: `{"id":"x"}`, Times: 1, After: true}, tries: 1},
		"429":                     {fault: sim.Fault{Status: 429, Times: 2}, tries: 3},
		"500 for ever":            {fault: sim.Fault{Status: 500}, tries: 1 + rest.DefaultMaxRetries, says: []string{"Unable to Create Group", "status 500"}},
		"422":                     {fault: sim.Fault{Status: 422, Body: `{"api_error_entity":{"error_code":3,"warning_messages":["too long"]}}`}, tries: 1, says: []string{"too long (error code 3)"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := acctest.NewWorld(t, nil)
				f.fault.PathPrefix = acctest.API + "CreateGroup"

				injected := w.Sim.Inject(f.fault)
				d := w.Core.Apply(config(w, nil))
				injected.Remove()

				if f.says == nil {
					acctest.WantNothing(t, d)
				} else {
					acctest.WantError(t, d, f.says...)
				}

				if n := w.Tries("CreateGroup"); n != f.tries {
					t.Errorf("%d requests, want %d", n, f.tries)
				}

				w.Core.MustApply(config(w, nil))
				w.WantState(field, proof.Attrs{"id": w.Sim.EntryID("ACME-FIELD")})
			})
		})
	}
}
