// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365_test

import (
	"fmt"
	"maps"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/office365/office365sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	directory = "jumpcloud_office365.this"
	domain    = "jumpcloud_office365_domain.this"
	rule      = "jumpcloud_office365_translation_rule.this"
	route     = "/api/v2/office365s"
	nowhere   = "66b1f0a2c8d5e90001ffffff"
)

type world struct {
	*acctest.World

	id string // of the organization's directory
}

func newWorld(t *testing.T, switches ...string) *world {
	t.Helper()

	w := acctest.NewWorld(t, acctest.Of{}, acctest.Switches(switches...))
	w.Use(acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_MAX_RETRIES", "0"))

	return &world{w, office365sim.Add(w.Sim.World, w.Org, "Acme 365")}
}

// with is a configuration of one object, at home in the directory unless it says otherwise.
func (w *world) with(address string, attributes acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"organization_id": w.Org}

	switch address {
	case domain:
		all["office365_id"], all["domain"] = w.id, "acme.example"
	case rule:
		all["office365_id"], all["built_in"] = w.id, "user_city"
	}

	maps.Copy(all, attributes)

	return acctest.Config{address: all}
}

func (w *world) bodies(method string) string {
	var all []string
	for _, c := range w.Sim.Log().Calls(method, route) {
		all = append(all, string(c.Body))
	}

	return strings.Join(all, " ")
}

func wantTexts(t *testing.T, d acctest.Diagnostics, texts ...string) {
	t.Helper()

	for _, text := range texts {
		if !strings.Contains(d.String(), text) {
			t.Errorf("%q is not in:\n%s", text, d)
		}
	}
}

func TestDirectoryLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	with := func(attributes acctest.Attrs) acctest.Config { return w.with(directory, attributes) }

	if p := w.Plan(with(nil)); p.Planned(directory)["id"] != w.id {
		t.Errorf("planned id %v, want %s", p.Planned(directory)["id"], w.id)
	}

	w.MustApply(with(nil))

	if n := len(w.Sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes to adopt", n)
	}

	w.MustApply(w.with(domain, nil)) // takes the place of the directory, which is forgotten

	id := fmt.Sprint(w.State(domain)["id"])
	both := func(attributes acctest.Attrs) acctest.Config {
		config := with(attributes)
		maps.Copy(config, w.with(domain, nil))

		return config
	}

	w.MustApply(both(nil))
	w.Sim.Log().Reset()

	for _, attributes := range []acctest.Attrs{
		{"name": "New"},
		{"user_lockout_action": "maintain"},
		{"user_password_expiration_action": "maintain"},
		{"groups_enabled": true},
		{"groups_enabled": false},
		{"default_domain_id": id},
		{"default_domain_id": ""},
	} {
		if d := w.Apply(both(attributes)).Errors(); len(d) > 0 {
			t.Fatal(d)
		}

		w.MustPlanEmpty(both(attributes))
		w.MustPlanEmpty(both(nil)) // what is left out stays as it is
	}

	want := `{"name":"New"} {"userLockoutAction":"maintain"} {"userPasswordExpirationAction":"maintain"} ` +
		`{"groupsEnabled":true} {"groupsEnabled":false} {"defaultDomain":{"id":"` + id + `"}} {"defaultDomain":{}}`
	if got := w.bodies("PATCH"); got != want {
		t.Errorf("PATCH %s\nwant  %s", got, want)
	}

	w.MustApply(both(acctest.Attrs{"default_domain_id": id}))

	if s := w.State(directory); s["default_domain"] != "acme.example" || s["default_domain_id"] != id {
		t.Errorf("state %v", s)
	}

	w.Plan(both(nil))

	if w.State(domain)["default"] != true {
		t.Errorf("state %v", w.State(domain))
	}

	drifted := both(acctest.Attrs{"name": "New"})
	w.Sim.Change(office365sim.Collection, w.Org, w.id, func(d sim.Doc) { d["name"] = "X" })

	if got := w.Plan(drifted).Actions()[directory]; got != acctest.Update {
		t.Errorf("drift plans %q", got)
	}

	w.MustApply(drifted)

	for _, d := range []acctest.Diagnostics{
		w.Import("jumpcloud_office365.imported", w.Org+"/"+w.id),
		w.ImportByIdentity("jumpcloud_office365.imported", w.Identity(directory)),
	} {
		if len(d) > 0 || fmt.Sprint(w.State("jumpcloud_office365.imported")) != fmt.Sprint(w.State(directory)) {
			t.Errorf("imported %v\n%s", w.State("jumpcloud_office365.imported"), d)
		}
	}

	d := w.Destroy()
	wantTexts(t, d, "Microsoft 365 Directory Left As It Is")

	if len(d.Errors()) > 0 || w.Sim.Docs(office365sim.Collection, w.Org).Len() != 1 {
		t.Errorf("destroy: %s", d)
	}
}

func TestDirectoryErrors(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for text, attributes := range map[string]acctest.Attrs{
		"Unable to Plan Microsoft 365 Directory": {"id": nowhere},
		"24 hexadecimal digits":                  {"id": "x"},
		"suspend":                                {"user_lockout_action": "disable"},
		"maintain":                               {"user_password_expiration_action": "remove"},
		"or empty":                               {"default_domain_id": "acme.example"},
		"must not be blank":                      {"name": ""},
	} {
		d := w.Plan(w.with(directory, attributes)).Diags
		wantTexts(t, d, text)
	}

	for _, name := range []string{"id", "name", "user_lockout_action", "user_password_expiration_action", "groups_enabled", "default_domain_id"} {
		if d := w.Plan(w.with(directory, acctest.Attrs{name: acctest.Unknown})).Diags; len(d) > 0 {
			t.Errorf("%s unknown: %s", name, d)
		}
	}

	wantTexts(t, w.Plan(w.with(directory, acctest.Attrs{"default_domain_id": nowhere})).Diags, "Not in This Directory", "It has none")

	with := w.with(domain, nil)
	w.MustApply(with)

	with[directory] = w.with(directory, acctest.Attrs{"default_domain_id": nowhere})[directory]
	wantTexts(t, w.Plan(with).Diags, nowhere, `There are: "acme.example"`)
	w.Destroy()

	// Where nobody may list them, the service decides.
	refused := w.Sim.Inject(sim.Fault{Method: "GET", Pattern: route + "/{office365_id}/domains", Status: 403})
	wantTexts(t, w.Apply(w.with(directory, acctest.Attrs{"default_domain_id": nowhere})), "Unable to Create", "no such domain")
	refused.Remove()

	if w.State(directory) != nil {
		t.Errorf("a failed adoption left %v", w.State(directory))
	}

	second := office365sim.Add(w.Sim.World, w.Org, "Second")
	wantTexts(t, w.Plan(w.with(directory, nil)).Diags, "several Microsoft 365 directories", "\"Second\" ("+second+")")
	w.MustApply(w.with(directory, acctest.Attrs{"id": second}))

	for _, id := range []string{w.id, second} {
		w.Sim.Remove(office365sim.Collection, w.Org, id)
	}

	wantTexts(t, w.Plan(w.with(directory, nil)).Diags, "has no Microsoft 365 directory", "console")
	wantTexts(t, w.Import(directory, w.Org+"/"+w.id), "Unable to Read Microsoft 365 Directory")
}

func TestParts(t *testing.T) {
	t.Parallel()

	for _, part := range []struct {
		address, collection, post string
		switches                  []string
		change                    acctest.Attrs
		bad                       map[string]acctest.Attrs
	}{
		{
			domain, office365sim.Domains, `{"domain":"acme.example"}`,
			[]string{"office365-domain-create-status", "200"},
			acctest.Attrs{"domain": "other.example"},
			map[string]acctest.Attrs{"domain name such as": {"domain": "acme"}, "24 hexadecimal digits": {"office365_id": "x"}},
		},
		{
			rule, office365sim.Rules, `{"builtIn":"user_city","direction":"export"}`, nil,
			acctest.Attrs{"built_in": "user_state"},
			map[string]acctest.Attrs{
				"did you mean": {"built_in": "user_citi"}, "direction": {"direction": "import"}, "24 hexadecimal digits": {"office365_id": "x"},
			},
		},
	} {
		t.Run(part.collection, func(t *testing.T) {
			t.Parallel()

			for _, switches := range [][]string{nil, part.switches} {
				w := newWorld(t, switches...)
				docs := w.Sim.Docs(part.collection, w.Org)
				config := w.with(part.address, nil)
				w.MustApply(config)

				if got := w.bodies("POST"); got != part.post {
					t.Errorf("POST %s\nwant %s", got, part.post)
				}

				for _, c := range w.Sim.Log().Calls("", route+"/"+w.id+"/") {
					if c.Header.Get("X-Org-Id") != w.Org {
						t.Errorf("%s %s is not sent to the organization", c.Method, c.Path)
					}
				}

				id, imported := fmt.Sprint(w.State(part.address)["id"]), strings.Replace(part.address, "this", "imported", 1)

				for _, d := range []acctest.Diagnostics{
					w.Import(imported, w.Org+"/"+w.id+"/"+id), w.ImportByIdentity(imported, w.Identity(part.address)),
				} {
					if len(d) > 0 || fmt.Sprint(w.State(imported)) != fmt.Sprint(w.State(part.address)) {
						t.Errorf("imported %v\n%s", w.State(imported), d)
					}
				}

				wantTexts(t, w.Import(part.address, id), "<organization_id>/<office365_id>/<id>")

				both := w.with(part.address, nil)
				both[imported] = both[part.address]
				w.MustPlanEmpty(both)

				if got := w.Plan(w.with(part.address, part.change)).Actions()[part.address]; got != acctest.Replace {
					t.Errorf("a change plans %q", got)
				}

				w.MustApply(w.with(part.address, part.change))
				w.Sim.Remove(part.collection, w.Org, docs.IDs()[0])

				if got := w.Plan(config).Actions()[part.address]; got != acctest.Create {
					t.Errorf("a removed part plans %q", got)
				}

				w.MustApply(config)

				for text, attributes := range part.bad {
					wantTexts(t, w.Plan(w.with(part.address, attributes)).Diags, text)
				}

				for name := range config[part.address] {
					fresh := newWorld(t)
					if d := fresh.Plan(fresh.with(part.address, acctest.Attrs{name: acctest.Unknown})).Diags; len(d) > 0 {
						t.Errorf("%s unknown: %s", name, d)
					}
				}

				// The directory of another organization is not found, although its id would do.
				globex, _ := w.Sim.OrganizationID(simulator.Globex)
				foreign := office365sim.Add(w.Sim.World, globex, "Globex 365")
				other := w.with(part.address, acctest.Attrs{"office365_id": foreign})
				other["jumpcloud_"+strings.Split(strings.TrimPrefix(part.address, "jumpcloud_"), ".")[0]+".foreign"] = other[part.address]
				delete(other, part.address)
				maps.Copy(other, config)
				wantTexts(t, w.Plan(other).Diags, "Not in This Organization", foreign, "\"Acme Inc\"")

				refused := w.Sim.Inject(sim.Fault{Method: "GET", Pattern: route + "/{office365_id}", Status: 403, Times: 2})
				w.Apply(other)
				refused.Remove()

				if n := w.Sim.Docs(part.collection, globex).Len(); n > 0 {
					t.Errorf("%d made in another organization", n)
				}

				// A second one of the same name is the service's to refuse.
				twin := w.with(part.address, nil)
				twin[imported] = twin[part.address]
				wantTexts(t, w.Apply(twin), "already exists")

				if d := w.Destroy(); len(d) > 0 || docs.Len() > 0 {
					t.Errorf("destroy: %s", d)
				}
			}
		})
	}
}

// TestOrganizationOfParts shows that parts are managed with a credential that reaches
// several organizations, whether or not the service takes the header there, and that a
// refusal is met once for each route of a run.
func TestOrganizationOfParts(t *testing.T) {
	t.Parallel()

	for _, reading := range []string{"accepted", "refused", "required"} {
		for _, address := range []string{domain, rule} {
			w := newWorld(t, "headerless-route-with-id", reading)
			w.MustApply(w.with(address, nil))
			w.MustPlanEmpty(w.with(address, nil))

			if d := w.Destroy(); len(d) > 0 {
				t.Errorf("%s, %s: %s", reading, address, d)
			}

			refused := map[string]int{}

			for _, e := range w.Sim.Log().Calls("", route+"/") {
				refused[e.Method+" "+e.Route] += btoi(e.Status == http.StatusForbidden)

				if own := e.Header.Get("X-Org-Id"); own != "" && own != w.Org || own == "" && reading != "refused" {
					t.Errorf("%s, %s: %s %s names organization %q", reading, address, e.Method, e.Path, own)
				}
			}

			const runs = 3 // apply, plan and destroy

			for route, n := range refused {
				if n > runs {
					t.Errorf("%s, %s: %s was refused %d times", reading, address, route, n)
				}
			}
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}

	return 0
}

// TestDeleteDefaultDomain shows both readings of what nobody documents.
func TestDeleteDefaultDomain(t *testing.T) {
	t.Parallel()

	for _, reading := range []string{"clear", "refuse"} {
		w := newWorld(t, "office365-domain-delete-default", reading)
		w.MustApply(w.with(domain, nil))

		both := w.with(directory, acctest.Attrs{"default_domain_id": w.State(domain)["id"]})
		maps.Copy(both, w.with(domain, nil))

		if d := w.Apply(both); len(d) > 0 {
			t.Fatal(d)
		}

		delete(both, domain)
		d := w.Apply(both)

		if reading == "refuse" {
			wantTexts(t, d, "Unable to Delete Microsoft 365 Domain", "the default one", "Something still uses it")

			continue
		}

		if len(d) > 0 {
			t.Error(d)
		}

		w.MustPlanEmpty(w.with(directory, nil))

		if s := w.State(directory); s["default_domain_id"] != "" || s["default_domain"] != "" {
			t.Errorf("state %v", s)
		}
	}
}

func TestPartFaults(t *testing.T) {
	t.Parallel()

	faults := map[string]sim.Fault{
		"500":       {Status: http.StatusInternalServerError, Times: 1},
		"committed": {Status: http.StatusInternalServerError, After: true, Times: 1},
		"dropped":   {Drop: true, After: true, Times: 1},
		"malformed": {Malformed: true, After: true, Times: 1},
		"403":       {Status: http.StatusForbidden, Times: 1},
		"404":       {Status: http.StatusNotFound, Times: 1},
	}

	for address, collection := range map[string]string{domain: office365sim.Domains, rule: office365sim.Rules, directory: ""} {
		for name, fault := range faults {
			t.Run(address+" "+name, func(t *testing.T) {
				t.Parallel()

				w := newWorld(t)
				docs := w.Sim.Docs(collection, w.Org)
				config, part := w.with(address, nil), "/"+w.id+"/"

				methods := []string{http.MethodPost, http.MethodGet, http.MethodDelete}
				if address == directory {
					config, part = w.with(address, acctest.Attrs{"groups_enabled": true}), "/"+w.id
					methods = []string{http.MethodPatch, http.MethodGet}
				}

				for _, method := range methods {
					fault.Match = func(r *http.Request) bool { return r.Method == method && strings.HasPrefix(r.URL.Path, route+part) }
					in := w.Sim.Inject(fault)

					var d acctest.Diagnostics

					switch {
					case method == http.MethodDelete:
						d = w.Destroy()
					case method == http.MethodGet && address != directory:
						d = w.Plan(config).Diags
					default:
						d = w.Apply(config)
					}

					if in.Fired() == 0 {
						t.Fatalf("%s: the fault did not fire", method)
					}

					if method == http.MethodPost && (docs.Len() > 1 || (docs.Len() == 1) != (w.State(address) != nil)) {
						t.Errorf("%s: %d stored, state %v\n%s", method, docs.Len(), w.State(address), d)
					}

					w.Sim.ClearFaults()

					switch {
					case name == "404" && method == http.MethodGet && address != directory:
						// To a read, 404 means that the part is gone.
						if d := w.Import(address, fmt.Sprintf("%s/%s/%s", w.Org, w.id, docs.IDs()[0])); len(d) > 0 {
							t.Fatal(d)
						}
					case method != http.MethodDelete:
						w.MustApply(config)
					case name != "404" && docs.Len() != 0 && w.State(address) == nil:
						t.Errorf("lost from state: %s", d)
					}
				}

				if d := w.Destroy(); len(d.Errors()) > 0 {
					t.Errorf("destroy: %s", d)
				}
			})
		}
	}
}

func TestDataSources(t *testing.T) {
	t.Parallel()

	w := newWorld(t, "office365-import-last-token", "empty")
	config := w.with(domain, nil)
	maps.Copy(config, w.with(rule, nil))
	w.MustApply(config)

	const users = 205
	for i := range users {
		id := fmt.Sprintf("user-%03d", i)
		w.Sim.Put(office365sim.Users, w.Org, id, sim.Doc{
			"userPrincipalName": id + "@acme.example", "givenName": "G", "surname": "S", "office365": w.id,
		})
	}

	in := acctest.Attrs{"office365_id": w.id}
	with := func(name string, value any) acctest.Attrs { return acctest.Attrs{"office365_id": w.id, name: value} }

	for _, step := range []struct {
		source string
		config acctest.Attrs
		text   string
	}{
		{"jumpcloud_office365", nil, "name:Acme 365"},
		{"jumpcloud_office365", acctest.Attrs{"id": nowhere}, "Unable to Read Microsoft 365 Directory"},
		{"jumpcloud_office365s", nil, "ids_by_name:map[Acme 365:" + w.id + "]"},
		{"jumpcloud_office365_domain", with("domain", "acme.example"), fmt.Sprintf("id:%s", w.State(domain)["id"])},
		{"jumpcloud_office365_domain", with("id", w.State(domain)["id"]), "domain:acme.example"},
		{"jumpcloud_office365_domain", with("domain", "acne.example"), "acme.example"},
		{"jumpcloud_office365_domain", in, "Invalid Attribute Combination"},
		{"jumpcloud_office365_domains", in, "[map[default:false domain:acme.example"},
		{"jumpcloud_office365_domains", acctest.Attrs{"office365_id": nowhere}, "Unable to Read Microsoft 365 Domains"},
		{"jumpcloud_office365_translation_rule", with("built_in", "user_city"), fmt.Sprintf("id:%s", w.State(rule)["id"])},
		{"jumpcloud_office365_translation_rule", with("id", nowhere), "Unable to Read Microsoft 365 Translation Rule"},
		{"jumpcloud_office365_translation_rules", in, "[map[built_in:user_city direction:export"},
		{"jumpcloud_office365_import_users", in, "user-204@acme.example"},
	} {
		attributes := acctest.Attrs{"organization_id": w.Org}
		maps.Copy(attributes, step.config)

		found, d := w.Data(step.source, attributes)
		if text := fmt.Sprint(found) + d.String(); !strings.Contains(text, step.text) {
			t.Errorf("%s %v: %q is not in %.600s", step.source, step.config, step.text, text)
		}
	}

	calls := w.Sim.Log().Calls("GET", route+"/"+w.id+"/import")
	if len(calls) != 3 || calls[2].Query.Get("skipToken") != "200" {
		t.Errorf("%d pages of users were read, want 3", len(calls))
	}

	found, d := w.Data("jumpcloud_office365_import_users", acctest.Attrs{
		"organization_id": w.Org, "office365_id": w.id, "filter": "startsWith(surname,'S')", "order_by": "surname",
	})
	if all, _ := found["users"].([]any); len(all) != users || len(d) > 0 {
		t.Errorf("%d users, want %d: %s", len(all), users, d)
	}

	calls = w.Sim.Log().Calls("GET", route+"/"+w.id+"/import")
	if q := calls[len(calls)-1].Query; q.Get("filter") != "startsWith(surname,'S')" || q.Get("orderby") != "surname" {
		t.Errorf("query %v", q)
	}
}
