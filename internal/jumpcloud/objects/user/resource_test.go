// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user_test

import (
	"maps"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/user/usersim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const ada = "jumpcloud_user.ada"

func (w *world) one(attrs acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"username": "ada", "email": "ada@acme.example"}
	maps.Copy(all, attrs)

	return acctest.Config{ada: w.In(all)}
}

func (w *world) id() string {
	id, _ := w.State(ada)["id"].(string)

	return id
}

// sent are the bodies of one method's requests since the log was last reset, which it resets.
func (w *world) sent(method string) []sim.Doc {
	var all []sim.Doc
	for _, e := range w.Sim.Log().Calls(method, "/api/systemusers") {
		all = append(all, e.Object())
	}

	w.Sim.Log().Reset()

	return all
}

func TestUserLifeCycle(t *testing.T) {
	t.Parallel()

	for _, role := range []string{simulator.RoleBilling, simulator.RoleTenant} {
		w := newWorldAs(t, role, nil)
		manager := w.add("grace", nil)

		// Nothing is sent that is not configured.
		w.MustApply(w.one(nil))

		if got, want := w.sent("POST"), []sim.Doc{{"username": "ada", "email": "ada@acme.example"}}; !reflect.DeepEqual(got, want) {
			t.Errorf("sent %v, want %v", got, want)
		}

		id := w.id()
		attrs := acctest.Attrs{}

		for _, step := range []struct {
			attrs acctest.Attrs
			body  sim.Doc
		}{
			{acctest.Attrs{"firstname": "Ada", "lastname": "King"}, sim.Doc{"firstname": "Ada", "lastname": "King"}},
			{acctest.Attrs{"job_title": "Analyst"}, sim.Doc{"jobTitle": "Analyst"}},
			{acctest.Attrs{"manager_id": manager}, sim.Doc{"manager": manager}},
			{acctest.Attrs{"sudo": true, "enable_user_portal_multifactor": true}, sim.Doc{"sudo": true, "enable_user_portal_multifactor": true}},
			{acctest.Attrs{"unix_uid": 5001}, sim.ToDoc(sim.Doc{"unix_uid": 5001})},
			{acctest.Attrs{"attributes": map[string]any{"b": "2", "a": "1"}}, sim.Doc{"attributes": []any{sim.Doc{"name": "a", "value": "1"}, sim.Doc{"name": "b", "value": "2"}}}},
			{acctest.Attrs{"attributes": map[string]any{"b": "2"}}, sim.Doc{"attributes": []any{sim.Doc{"name": "b", "value": "2"}}}},
			{acctest.Attrs{"attributes": map[string]any{}}, sim.Doc{"attributes": []any{}}},
			{acctest.Attrs{"state": "SUSPENDED"}, sim.Doc{"state": "SUSPENDED"}},
			{acctest.Attrs{"state": "ACTIVATED"}, sim.Doc{"state": "ACTIVATED"}},
			{acctest.Attrs{"firstname": "", "manager_id": ""}, sim.Doc{"firstname": "", "manager": ""}},
		} {
			maps.Copy(attrs, step.attrs)

			if a := w.Plan(w.one(attrs)).Actions()[ada]; a != acctest.Update {
				t.Errorf("%v plans %s", step.attrs, a)
			}

			w.MustApply(w.one(attrs))

			if got := w.sent("PUT"); !reflect.DeepEqual(got, []sim.Doc{step.body}) {
				t.Errorf("sent %v, want %v", got, step.body)
			}
		}

		// What is left out stays, and is not watched any more.
		w.MustApply(w.one(nil))

		if d := w.stored(id); len(w.sent("PUT")) > 0 || d["lastname"] != "King" || d["sudo"] != true {
			t.Errorf("stored %v", d)
		}

		w.Sim.Change(usersim.Collection, w.Org, id, func(d sim.Doc) { d["lastname"] = "Lovelace" })
		w.MustPlanEmpty(w.one(nil))

		// What is configured is watched.
		w.MustApply(w.one(acctest.Attrs{"lastname": "King"}))
		w.Sim.Change(usersim.Collection, w.Org, id, func(d sim.Doc) { d["lastname"] = "Lovelace" })

		if p := w.Plan(w.one(acctest.Attrs{"lastname": "King"})); p.Actions()[ada] != acctest.Update {
			t.Errorf("%v %s", p.Actions(), p.Diags)
		}

		// Letter case of an address is no difference.
		w.MustApply(w.one(acctest.Attrs{"email": "Ada@Acme.example"}))

		// Deleted in the console: planned again.
		w.Sim.Remove(usersim.Collection, w.Org, id)

		if p := w.Plan(w.one(nil)); p.Actions()[ada] != acctest.Create {
			t.Errorf("%v %s", p.Actions(), p.Diags)
		}
	}
}

func TestUserImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	id := w.add("ada", sim.Doc{"firstname": "Ada", "sudo": true, "unix_uid": 5001, "attributes": []any{sim.Doc{"name": "a", "value": "1"}}})

	for name, imported := range map[string]func() acctest.Diagnostics{
		"by id":       func() acctest.Diagnostics { return w.Import(ada, w.Org+"/"+id) },
		"by identity": func() acctest.Diagnostics { return w.ImportByIdentity(ada, w.In(acctest.Attrs{"id": id})) },
	} {
		w.Forget(ada)
		wantNoError(t, imported())

		if got := w.State(ada); got["firstname"] != "Ada" || got["sudo"] != true || got["deletion_policy"] != "suspend" {
			t.Errorf("%s: %v", name, got)
		}

		w.MustPlanEmpty(w.one(nil))
		w.MustPlanEmpty(w.one(acctest.Attrs{"firstname": "Ada", "unix_uid": 5001, "attributes": map[string]any{"a": "1"}}))
	}

	wantError(t, w.Import("jumpcloud_user.x", w.Org+"/"+missing), "Unable to Read User", missing)
}

// TestPasswordOfAnImportedUser: an import resets nobody's password. It is sent when its version
// is raised, and for a user that Terraform made, when it is given for the first time.
func TestPasswordOfAnImportedUser(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	id := w.add("ada", nil)
	attrs := acctest.Attrs{"password_wo": "correct horse", "password_wo_version": 1, "firstname": "Ada"}

	wantNoError(t, w.Import(ada, w.Org+"/"+id))

	plan := w.Plan(w.one(attrs))
	if text := plan.Diags.String(); !strings.Contains(text, "Stored Values Are Kept") || !strings.Contains(text, "takes no password_wo into state") {
		t.Errorf("the plan warns: %s", text)
	}

	plan.Apply()

	if got := w.sent("PUT"); len(got) != 1 || !reflect.DeepEqual(got[0], sim.Doc{"firstname": "Ada"}) {
		t.Errorf("sent %v", got)
	}

	w.MustPlanEmpty(w.one(attrs))

	attrs["password_wo_version"] = 2
	w.MustApply(w.one(attrs))

	if got := w.sent("PUT"); len(got) != 1 || !reflect.DeepEqual(got[0], sim.Doc{"password": "correct horse"}) {
		t.Errorf("sent %v", got)
	}
}

func TestPasswordGivenLater(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.MustApply(w.one(nil))
	w.MustApply(w.one(acctest.Attrs{"password_wo": "correct horse", "password_wo_version": 1}))

	if got := w.sent("PUT"); len(got) != 1 || !reflect.DeepEqual(got[0], sim.Doc{"password": "correct horse"}) {
		t.Errorf("sent %v", got)
	}
}

// TestUserPassword: a password is sent at creation and when its version changes, and stands
// nowhere else.
func TestUserPassword(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	attrs := acctest.Attrs{"password_wo": "correct horse", "password_wo_version": 1}
	w.MustApply(w.one(attrs))

	if got := w.sent("POST"); len(got) != 1 || got[0]["password"] != "correct horse" {
		t.Errorf("sent %v", got)
	}

	attrs["password_wo"] = "battery staple"
	w.MustApply(w.one(attrs))

	if got := w.sent("PUT"); len(got) > 0 {
		t.Errorf("sent %v", got)
	}

	attrs["password_wo_version"] = 2
	w.MustApply(w.one(attrs))

	if got := w.sent("PUT"); len(got) != 1 || !reflect.DeepEqual(got[0], sim.Doc{"password": "battery staple"}) {
		t.Errorf("sent %v", got)
	}

	if s := w.State(ada); s["password_wo"] != nil {
		t.Errorf("state %v", s)
	}

	wantError(t, w.Plan(w.one(acctest.Attrs{"password_wo": "x"})).Diags, "password_wo_version")
}

// TestRestrictedFields: what a directory decides over is not fought over, and a wish to change it
// is an error that says so.
func TestRestrictedFields(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	attrs := acctest.Attrs{"department": "Sales", "job_title": "Analyst", "location": "Bonn"}
	w.MustApply(w.one(attrs))

	id := w.id()
	w.Sim.Change(usersim.Collection, w.Org, id, func(d sim.Doc) {
		d["department"], d["jobTitle"] = "Marketing", "Lead"
		d["restrictedFields"] = []any{
			sim.Doc{"field": "department", "type": "scim", "id": "x"}, sim.Doc{"field": "jobTitle", "type": "active_directory", "id": "y"},
		}
	})
	w.MustPlanEmpty(w.one(attrs))

	// Another field is changed, and theirs are not sent.
	attrs["location"] = "Berlin"
	w.sent("PUT")
	w.MustApply(w.one(attrs))

	if got := w.sent("PUT"); len(got) != 1 || !reflect.DeepEqual(got[0], sim.Doc{"location": "Berlin"}) {
		t.Errorf("sent %v", got)
	}

	attrs["job_title"] = "Head"
	wantError(t, w.Apply(w.one(attrs)), "Unable to Update User", "job_title", "active_directory", id)

	if d := w.stored(id); d["jobTitle"] != "Lead" || len(w.sent("PUT")) > 0 {
		t.Errorf("stored %v", d)
	}
}

func TestUserDeletion(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.MustApply(w.one(nil))
	id := w.id()

	// suspend, which is the default.
	w.Sim.Log().Reset()

	if d := w.Destroy(); len(d.Errors()) > 0 || !strings.Contains(d.String(), "User Was Suspended") {
		t.Errorf("destroyed with %s", d)
	}

	if w.stored(id)["state"] != "SUSPENDED" || w.Sim.Log().Count("DELETE", "") > 0 {
		t.Errorf("stored %v", w.stored(id))
	}

	// The username is taken: the error says by whom.
	wantError(t, w.Apply(w.one(nil)), "Unable to Create User", "already in use", id, "import")

	// prevent, and then delete.
	wantNoError(t, w.Import(ada, w.Org+"/"+id))
	w.MustApply(w.one(acctest.Attrs{"deletion_policy": "prevent", "state": "ACTIVATED"}))
	wantError(t, w.Plan(acctest.Config{}).Diags, "User Is Not to Be Destroyed", "removed block", id)
	w.MustApply(w.one(acctest.Attrs{"deletion_policy": "delete"}))

	report := w.add("report", sim.Doc{"manager": id})
	wantError(t, w.Destroy(), "Unable to Delete User", report, "manager_id")

	w.Sim.Remove(usersim.Collection, w.Org, report)
	wantNoError(t, w.Destroy())

	if _, ok := w.Sim.Docs(usersim.Collection, w.Org).Get(id); ok {
		t.Error("the user is there still")
	}
}

func TestUserValidation(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for says, attrs := range map[string]acctest.Attrs{
		`"ACTIVE" is not a state`:  {"state": "ACTIVE"},
		"at least 1":               {"unix_uid": 0},
		"24 hexadecimal digits":    {"manager_id": "grace"},
		"at most 256":              {"employee_identifier": strings.Repeat("x", 257)},
		"is not a deletion policy": {"deletion_policy": "keep"},
		"blank":                    {"username": " "},
		"at most 1024":             {"description": strings.Repeat("x", 1025)},
	} {
		wantError(t, w.Plan(w.one(attrs)).Diags, says)
	}

	wantNoError(t, w.Plan(w.one(acctest.Attrs{
		"username": acctest.Unknown, "email": acctest.Unknown, "state": acctest.Unknown, "manager_id": acctest.Unknown,
		"attributes": acctest.Unknown, "unix_uid": acctest.Unknown, "sudo": acctest.Unknown,
	})).Diags)

	w.MustApply(w.one(acctest.Attrs{"state": "STAGED"}))
	w.MustApply(w.one(acctest.Attrs{"state": "ACTIVATED"}))
	wantError(t, w.Plan(w.one(acctest.Attrs{"state": "STAGED"})).Diags, "No Way Back to STAGED", "SUSPENDED")

	// Also where the state was not watched so far.
	w.MustApply(w.one(nil))
	wantError(t, w.Plan(w.one(acctest.Attrs{"state": "STAGED"})).Diags, "No Way Back to STAGED", "ACTIVATED")

	// Where the state cannot be read, the service is to refuse.
	w.Sim.Inject(sim.Fault{Method: "GET", PathPrefix: "/api/systemusers", Status: 403})
	wantNoError(t, w.PlanWithoutRefresh(w.one(acctest.Attrs{"state": "STAGED"})).Diags)
}

func TestUserFaults(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		fault sim.Fault
		says  string // "" for none
	}{
		"create, lost":         {sim.Fault{Method: "POST", Times: 1, Drop: true, After: true}, ""},
		"create, dropped":      {sim.Fault{Method: "POST", Times: 1, Drop: true}, ""},
		"create, 500":          {sim.Fault{Method: "POST", Times: 1, Status: 500, After: true}, ""},
		"create, malformed":    {sim.Fault{Method: "POST", Times: 1, Malformed: true}, ""},
		"create, 403":          {sim.Fault{Method: "POST", Status: 403}, "check its role"},
		"update, lost":         {sim.Fault{Method: "PUT", Times: 1, Drop: true, After: true}, ""},
		"update, 500":          {sim.Fault{Method: "PUT", Times: 1, Status: 500, After: true}, ""},
		"update, refused":      {sim.Fault{Method: "PUT", Status: 403}, "check its role"},
		"delete, lost":         {sim.Fault{Method: "DELETE", Times: 1, Drop: true, After: true}, ""},
		"delete, 500 for ever": {sim.Fault{Method: "DELETE", Status: 500}, "status 500"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t)
				step, _, _ := strings.Cut(name, ",")
				attrs := acctest.Attrs{"deletion_policy": "delete"}

				if step != "create" {
					w.MustApply(w.one(attrs))
				}

				w.Sim.Inject(c.fault)

				var d acctest.Diagnostics

				switch step {
				case "delete":
					d = w.Destroy()
				case "update":
					d = w.Apply(w.one(acctest.Attrs{"deletion_policy": "delete", "firstname": "Ada"}))
				default:
					d = w.Apply(w.one(attrs))
				}

				if c.says != "" {
					wantError(t, d, c.says)

					return
				}

				wantNoError(t, d)

				if n := len(w.Sim.Docs(usersim.Collection, w.Org).IDs()); (n == 1) != (step != "delete") {
					t.Errorf("%d users", n)
				}
			})
		})
	}
}
