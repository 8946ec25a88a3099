// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user_test

import (
	"maps"
	"os"
	"reflect"
	"strings"
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

const (
	bo     = "nexport_user.bo"
	secret = "a password of Bo's"
)

// config is Bo with these attributes besides; one that is nil is left out.
func config(w *acctest.World, attrs proof.Attrs) proof.Config {
	all := proof.Attrs{
		"owner_organization_id": w.Acme(), "login": "bo@acme.example", "first_name": "Bo", "last_name": "Berg", "email": "bo@acme.example",
		"password_wo": secret, "password_wo_version": 1,
	}
	maps.Copy(all, attrs)

	return proof.Config{bo: all}
}

func stored(w *acctest.World) sim.Doc {
	d, _ := w.Sim.Store.Docs(nexportsim.Users, "").Get(w.Sim.UserID("bo@acme.example"))

	return d
}

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, map[string]string{"user-edit-omitted": "clear"})
	full := proof.Attrs{"middle_name": "B.", "title_prefix": "Dr.", "nickname": "Bobo"}

	acctest.WantNothing(t, w.Core.Apply(config(w, full)))
	w.WantBody("CreateUser", sim.Doc{
		"owner_org_id": w.Acme(), "login": "bo@acme.example", "password": secret, "first_name": "Bo", "middle_name": "B.", "last_name": "Berg",
		"email": "bo@acme.example", "title_prefix": "Dr.", "nickname": "Bobo",
	})
	w.WantCalls("GET GetUsers 200", "POST CreateUser 200", "GET GetUser 200")
	w.WantState(bo, full)

	id := w.Sim.UserID("bo@acme.example")
	w.WantState(bo, proof.Attrs{"id": id, "password_wo": nil})

	if got := w.Core.Identity(bo); !reflect.DeepEqual(got, proof.Attrs{"id": id}) {
		t.Errorf("identity %v", got)
	}

	w.Core.MustPlanEmpty(config(w, full))
	w.WantCalls("GET GetUser 200")

	// Each attribute changes in place. All that can be edited is sent.
	want := sim.Doc{
		"user_id": id, "first_name": "Bo", "middle_name": "B.", "last_name": "Berg", "email": "bo@acme.example", "title_prefix": "Dr.", "nickname": "Bobo",
	}

	for _, name := range []string{"first_name", "middle_name", "last_name", "email", "title_prefix", "nickname"} {
		full[name], want[name] = "Other", "Other"
		w.Sim.Log().Reset()
		w.Core.MustApply(config(w, full))
		w.WantBody("EditUser", want)
	}

	// What is not configured any more is cleared.
	w.Core.MustApply(config(w, nil))

	if d := stored(w); d["middle_name"] != "" || d["nickname"] != "" || d["first_name"] != "Bo" {
		t.Errorf("stored %v", d)
	}

	w.WantState(bo, proof.Attrs{"middle_name": nil, "nickname": nil})

	// Drift is set back.
	w.Change(nexportsim.Users, id, sim.Doc{"last_name": "Burg", "nickname": "B"})
	w.Core.MustApply(config(w, nil))

	if d := stored(w); d["nickname"] != "" || d["last_name"] != "Berg" {
		t.Errorf("stored %v", d)
	}

	w.Sim.Log().Reset()
	acctest.WantWarning(t, w.Core.Destroy(), "User Not Deleted", "bo@acme.example", id)
	w.WantCalls("GET GetUser 200")

	if stored(w) == nil || len(w.Core.Addresses()) != 0 {
		t.Errorf("stored %v, in state %v", stored(w), w.Core.Addresses())
	}

	// Who is there is not made again, and the error says how to adopt.
	acctest.WantError(t, w.Core.Apply(config(w, nil)), "Duplicate login", "import {", id)

	w.Core.Imports = map[string]any{bo: id}
	w.Core.MustApply(config(w, nil))
	w.Core.MustPlanEmpty(config(w, nil))
}

// TestPlanRefuses: what the API cannot do fails at plan.
func TestPlanRefuses(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	acctest.WantError(t, w.Core.Apply(config(w, proof.Attrs{"password_wo": nil, "password_wo_version": nil})), "Missing Password")
	w.WantCalls()
	w.Core.MustApply(config(w, nil))

	acctest.WantError(t, w.Core.Plan(config(w, proof.Attrs{"password_wo_version": 2})).Diags, "no call that changes a password", "password_wo_version")
	acctest.WantError(t, w.Core.Plan(config(w, proof.Attrs{"owner_organization_id": w.Sim.EntryID("BOLT")})).Diags, "NexPort Cannot Change This", "owner_organization_id", "another login")

	// Another login makes another user; the old one stays.
	p := w.Core.Plan(config(w, proof.Attrs{"login": "bob@acme.example", "owner_organization_id": w.Sim.EntryID("BOLT")}))
	acctest.WantWarning(t, p.Apply(), "User Not Deleted")

	if stored(w) == nil || w.Sim.UserID("bob@acme.example") == "" {
		t.Error("one of the two is missing")
	}

	acctest.WantError(t, w.Core.Apply(config(w, proof.Attrs{"login": "x", "owner_organization_id": w.Ann()})), "Unable to Create User", "Entity not found")
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, map[string]string{"user-owner-shown": "off"})
	w.Core.MustApply(config(w, nil))

	id := w.Sim.UserID("bo@acme.example")

	for name, imported := range map[string]func(c *proof.Core) proof.Diagnostics{
		"by id":       func(c *proof.Core) proof.Diagnostics { return c.Import(bo, id) },
		"by identity": func(c *proof.Core) proof.Diagnostics { return c.ImportByIdentity(bo, proof.Attrs{"id": id}) },
	} {
		core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleAdmin))
		if d := imported(core); len(d) > 0 || core.State(bo)["login"] != "bo@acme.example" || core.State(bo)["owner_organization_id"] != nil {
			t.Errorf("%s: %v %s", name, core.State(bo), d)
		}

		// What the service does not show is taken from the configuration; nothing is sent.
		w.Sim.Log().Reset()
		acctest.WantWarning(t, core.Plan(config(w, nil)).Diags, "Stored Values Are Kept", id, "takes no password_wo into state")
		acctest.WantNothing(t, core.Plan(config(w, proof.Attrs{"password_wo": nil, "password_wo_version": nil})).Diags)
		core.MustApply(config(w, nil))

		if n := w.Tries("EditUser") + w.Tries("CreateUser"); n > 0 {
			t.Errorf("%s: %d writes", name, n)
		}

		core.MustPlanEmpty(config(w, nil))
	}

	core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleAdmin))
	acctest.WantError(t, core.Import(bo, "bo"), "Unable to Import User", "a UUID")
	acctest.WantError(t, core.Import(bo, w.Acme()), "Unable to Read User", "Entity not found")
}

func TestLookups(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)

	for _, by := range []proof.Attrs{{"id": w.Ann()}, {"login": "ann@acme.example"}} {
		got, d := w.Core.Data("nexport_user", by)
		acctest.WantNothing(t, d)

		if got["id"] != w.Ann() || got["last_name"] != "Arbor" || got["owner_organization_id"] != w.Acme() ||
			!reflect.DeepEqual(got["contact_information"], map[string]any{"city": "Ann Arbor", "phone": "+1 555 0100"}) {
			t.Errorf("%v", got)
		}
	}

	_, d := w.Core.Data("nexport_user", proof.Attrs{"login": "nobody"})
	acctest.WantError(t, d, "Unable to Read User", "Entity not found")

	got, d := w.Core.Data("nexport_users", proof.Attrs{"search_term": "arb"})
	acctest.WantNothing(t, d)

	if !reflect.DeepEqual(got["ids_by_login"], map[string]any{"ann@acme.example": w.Ann()}) {
		t.Errorf("%v", got)
	}

	listed, d := w.Core.List("nexport_user", proof.Query{Config: proof.Attrs{"name": []any{"ann*"}}, IncludeResource: true})
	acctest.WantNothing(t, d)

	if len(listed) != 1 || listed[0].Identity["id"] != w.Ann() || listed[0].Resource["first_name"] != "Ann" {
		t.Errorf("%v", listed)
	}
}

type faulty struct {
	fault sim.Fault
	says  []string // of the one error; nil where there is none
	tries int
}

// TestFaults: creation and edit meet each fault; the user is made once.
func TestFaults(t *testing.T) {
	t.Parallel()

	for operation, edits := range map[string]bool{"CreateUser": false, "EditUser": true} {
		at := acctest.API + operation

		for name, f := range map[string]faulty{
			"500":                     {fault: sim.Fault{Status: 500, Times: 1}, tries: 2},
			"committed but 500":       {fault: sim.Fault{Status: 500, Times: 1, After: true}, tries: 1},
			"committed, then dropped": {fault: sim.Fault{Drop: true, Times: 1, After: true}, tries: 1},
			"refused connection":      {fault: sim.Fault{Refuse: true, Times: 1}, tries: 2},
			"malformed":               {fault: sim.Fault{Malformed: true, Times: 1}, tries: 1},
			"429":                     {fault: sim.Fault{Status: 429, RetryAfter: "1", Times: 3}, tries: 4},
			"500 for ever":            {fault: sim.Fault{Status: 500}, tries: 1 + rest.DefaultMaxRetries, says: []string{"status 500"}},
			"403":                     {fault: sim.Fault{Status: 403, Body: `{"api_error_entity":{"error_code":1,"error_message":"no"}}`}, tries: 1, says: []string{"no (error code 1)", "permission"}},
			"an error inside a 200": {
				fault: sim.Fault{Status: 200, Body: `{"api_error_entity":{"error_code":9,"error_message":"your password ` + secret + ` is weak"}}`}, tries: 1,
				says: []string{"your password (redacted) is weak (error code 9)"},
			},
		} {
			t.Run(operation+"/"+name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					w := acctest.NewWorld(t, nil)
					if edits {
						w.Core.MustApply(config(w, nil))
					}

					w.Sim.Log().Reset()

					f.fault.PathPrefix = at
					if strings.Contains(f.fault.Body, secret) && edits {
						f.fault.Body = strings.ReplaceAll(f.fault.Body, secret, "(redacted)") // an edit sends none
					}

					injected := w.Sim.Inject(f.fault)
					d := w.Core.Apply(config(w, proof.Attrs{"last_name": "Burg"}))
					injected.Remove()

					if f.says == nil {
						acctest.WantNothing(t, d)
					} else {
						acctest.WantError(t, d, f.says...)
					}

					if n := w.Tries(operation); n != f.tries {
						t.Errorf("%d requests, want %d", n, f.tries)
					}

					w.Core.MustApply(config(w, proof.Attrs{"last_name": "Burg"}))

					if n := len(w.Docs(nexportsim.Users)); n != 5 || stored(w)["last_name"] != "Burg" {
						t.Errorf("%d users, stored %v", n, stored(w))
					}
				})
			})
		}
	}
}

// TestAnswerWithoutID: a creation whose answer has another name for the id is found all the
// same; where the answer of the search has other names too, the error shows them.
func TestAnswerWithoutID(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, map[string]string{"field-created_user.user_id": "UserId"})
	acctest.WantNothing(t, w.Core.Apply(config(w, nil)))
	w.WantState(bo, proof.Attrs{"id": w.Sim.UserID("bo@acme.example")})

	w = acctest.NewWorld(t, map[string]string{"field-user.login": "Login"})
	acctest.WantWarning(t, w.Core.Apply(config(w, nil)), "User Not Read", `no member "login", the user.login`) // the answer to the creation says enough
	acctest.WantError(t, w.Core.Plan(config(w, nil)).Diags, `no member "login", the user.login`, `"Login" (a text)`, `field_names = { "user.login" = "<its name>" }`)

	w.Core.Provider = proof.Attrs{"field_names": map[string]any{"user.login": "Login"}}
	w.Core.MustPlanEmpty(config(w, nil))
}
