// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ldapserver_test

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/ldapserver/ldapserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	server  = "jumpcloud_ldap_server.this"
	domain  = "jumpcloud_ldap_samba_domain.this"
	route   = "/api/v2/ldapservers"
	nowhere = "66b1f0a2c8d5e90001ffffff"
	sid     = "S-1-5-21-3623811015-3361044348-30300820"
)

type world struct {
	*acctest.World

	id string // of the organization's LDAP server
}

func newWorld(t *testing.T, switches ...string) *world {
	t.Helper()

	w := acctest.NewWorld(t, acctest.Of{}, acctest.Switches(switches...))
	w.Use(acctest.As(w.Sim, simulator.RoleBilling).With("JUMPCLOUD_MAX_RETRIES", "0"))

	return &world{w, ldapserversim.ServerID(w.Org)}
}

func (w *world) server(attributes acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"organization_id": w.Org}
	maps.Copy(all, attributes)

	return acctest.Config{server: all}
}

func (w *world) domain(attributes acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"organization_id": w.Org, "ldap_server_id": w.id, "name": "ACME", "sid": sid}
	maps.Copy(all, attributes)

	return acctest.Config{domain: all}
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

func TestServerLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	// Adopting without settings changes nothing, and the plan knows what is adopted.
	if p := w.Plan(w.server(nil)); p.Planned(server)["id"] != w.id {
		t.Errorf("planned id %v, want %s", p.Planned(server)["id"], w.id)
	}

	w.MustApply(w.server(nil))

	if n := len(w.Sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes to adopt", n)
	}

	if s := w.State(server); s["name"] != "jumpcloud" || s["user_lockout_action"] != "remove" {
		t.Errorf("state %v", s)
	}

	w.MustApply(w.server(acctest.Attrs{"user_lockout_action": "disable"}))
	w.MustApply(w.server(acctest.Attrs{"user_password_expiration_action": "disable"}))

	const want = `{"userLockoutAction":"disable"} {"userPasswordExpirationAction":"disable"}`
	if got := w.bodies("PATCH"); got != want {
		t.Errorf("PATCH %s\nwant %s", got, want)
	}

	config := w.server(acctest.Attrs{"user_lockout_action": "disable", "id": w.id})
	w.MustPlanEmpty(config)
	w.Sim.Change(ldapserversim.Collection, w.Org, w.id, func(d sim.Doc) { d["userLockoutAction"] = "remove" })

	if got := w.Plan(config).Actions()[server]; got != acctest.Update {
		t.Errorf("drift plans %q", got)
	}

	w.MustApply(config)

	for _, d := range []acctest.Diagnostics{
		w.Import("jumpcloud_ldap_server.imported", w.Org+"/"+w.id),
		w.ImportByIdentity("jumpcloud_ldap_server.imported", w.Identity(server)),
	} {
		if len(d) > 0 || fmt.Sprint(w.State("jumpcloud_ldap_server.imported")) != fmt.Sprint(w.State(server)) {
			t.Errorf("imported %v\n%s", w.State("jumpcloud_ldap_server.imported"), d)
		}
	}

	n := len(w.Sim.Log().Writes())
	d := w.Destroy()

	wantTexts(t, d, "LDAP Server Left As It Is", "keeps its settings")

	if len(d.Errors()) > 0 || len(w.Sim.Log().Writes()) != n || w.Sim.Docs(ldapserversim.Collection, w.Org).Len() != 1 {
		t.Errorf("destroy: %s", d)
	}
}

func TestServerErrors(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	wantTexts(t, w.Plan(w.server(acctest.Attrs{"id": nowhere})).Diags, "Unable to Plan LDAP Server", nowhere)
	wantTexts(t, w.Plan(w.server(acctest.Attrs{"id": "x"})).Diags, "24 hexadecimal digits")
	wantTexts(t, w.Plan(w.server(acctest.Attrs{"user_lockout_action": "suspend"})).Diags, "disable")
	wantTexts(t, w.Plan(w.server(acctest.Attrs{"user_password_expiration_action": "delete"})).Diags, "remove")
	wantTexts(t, w.Import(server, w.Org+"/"+nowhere), "Unable to Read LDAP Server")

	for _, name := range []string{"organization_id", "id", "user_lockout_action", "user_password_expiration_action"} {
		if d := w.Plan(w.server(acctest.Attrs{name: acctest.Unknown})).Diags; len(d) > 0 {
			t.Errorf("%s unknown: %s", name, d)
		}
	}

	w.Sim.Put(ldapserversim.Collection, w.Org, nowhere, sim.Doc{
		"name": "second", "userLockoutAction": "remove", "userPasswordExpirationAction": "remove",
	})
	wantTexts(t, w.Plan(w.server(nil)).Diags, "several LDAP servers", "\"second\" ("+nowhere+")", "set id")
	w.MustApply(w.server(acctest.Attrs{"id": nowhere}))

	// Removed outside, and only a server of another organization is left.
	w.Sim.Remove(ldapserversim.Collection, w.Org, nowhere)
	wantTexts(t, w.Plan(w.server(acctest.Attrs{"id": nowhere})).Diags, "Unable to Plan LDAP Server")
}

func TestServerFaults(t *testing.T) {
	t.Parallel()

	for name, fault := range faults() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t)
			config := w.server(acctest.Attrs{"user_lockout_action": "disable"})
			back := w.server(acctest.Attrs{"user_lockout_action": "remove"})

			for _, method := range []string{http.MethodPatch, http.MethodGet, http.MethodPatch} {
				fault.Method = method
				in := w.Sim.Inject(fault)
				d := w.Apply(config)

				if in.Fired() == 0 {
					t.Fatalf("%s: the fault did not fire", method)
				}

				stored, _ := w.Sim.Docs(ldapserversim.Collection, w.Org).Get(w.id)
				if len(d.Errors()) == 0 && stored["userLockoutAction"] != "disable" {
					t.Errorf("%s: no error, and %v is stored", method, stored)
				}

				w.Sim.ClearFaults()
				w.MustApply(config)

				if s := w.State(server); s["user_lockout_action"] != "disable" {
					t.Errorf("%s: state %v", method, s)
				}

				w.MustApply(back)
			}
		})
	}
}

func faults() map[string]sim.Fault {
	return map[string]sim.Fault{
		"500":       {PathPrefix: route, Status: http.StatusInternalServerError, Times: 1},
		"committed": {PathPrefix: route, Status: http.StatusInternalServerError, After: true, Times: 1},
		"dropped":   {PathPrefix: route, Drop: true, After: true, Times: 1},
		"malformed": {PathPrefix: route, Malformed: true, After: true, Times: 1},
		"403":       {PathPrefix: route, Status: http.StatusForbidden, Times: 1},
		"404":       {PathPrefix: route, Status: http.StatusNotFound, Times: 1},
	}
}

func TestDomainLifeCycle(t *testing.T) {
	t.Parallel()

	for _, answer := range []string{"none", "text"} {
		w := newWorld(t, "samba-domain-delete-answer", answer)
		w.MustApply(w.domain(nil))
		w.MustApply(w.domain(acctest.Attrs{"name": "NEW"}))
		w.MustApply(w.domain(acctest.Attrs{"sid": sid + "1"}))

		if got, want := w.bodies("POST")+" "+w.bodies("PUT"), fmt.Sprintf(
			`{"name":"ACME","sid":%q} {"name":"NEW","sid":%q} {"name":"ACME","sid":%q}`, sid, sid, sid+"1"); got != want {
			t.Errorf("sent %s\nwant %s", got, want)
		}

		for _, c := range w.Sim.Log().Calls("PUT", route) {
			if c.Header.Get("X-Org-Id") != w.Org {
				t.Error("PUT is not sent to the organization")
			}
		}

		config, id := w.domain(acctest.Attrs{"sid": sid + "1"}), fmt.Sprint(w.State(domain)["id"])

		for _, d := range []acctest.Diagnostics{
			w.Import("jumpcloud_ldap_samba_domain.imported", w.Org+"/"+w.id+"/"+id),
			w.ImportByIdentity("jumpcloud_ldap_samba_domain.imported", w.Identity(domain)),
		} {
			if len(d) > 0 || fmt.Sprint(w.State("jumpcloud_ldap_samba_domain.imported")) != fmt.Sprint(w.State(domain)) {
				t.Errorf("imported %v\n%s", w.State("jumpcloud_ldap_samba_domain.imported"), d)
			}
		}

		wantTexts(t, w.Import(domain, id), "<organization_id>/<ldap_server_id>/<id>")

		both := w.domain(acctest.Attrs{"sid": sid + "1"})
		both["jumpcloud_ldap_samba_domain.imported"] = both[domain]
		w.MustPlanEmpty(both)
		w.Sim.Change(ldapserversim.SambaDomains, w.Org, id, func(d sim.Doc) { d["name"] = "X" })

		if got := w.Plan(config).Actions()[domain]; got != acctest.Update {
			t.Errorf("drift plans %q", got)
		}

		w.Sim.Put(ldapserversim.Collection, w.Org, nowhere, sim.Doc{"name": "second", "userLockoutAction": "remove", "userPasswordExpirationAction": "remove"})

		if p := w.Plan(w.domain(acctest.Attrs{"ldap_server_id": nowhere})); p.Actions()[domain] != acctest.Replace {
			t.Errorf("another server plans %v %s", p.Actions(), p.Diags)
		}

		w.Sim.Remove(ldapserversim.Collection, w.Org, nowhere)

		w.Sim.Remove(ldapserversim.SambaDomains, w.Org, id)

		if p := w.Plan(config); p.Actions()[domain] != acctest.Create {
			t.Errorf("a removed domain plans %v: %s", p.Actions(), p.Diags)
		}

		w.MustApply(config)

		if d := w.Destroy(); len(d) > 0 || w.Sim.Docs(ldapserversim.SambaDomains, w.Org).Len() > 0 {
			t.Errorf("destroy: %s", d)
		}
	}
}

func TestDomainErrors(t *testing.T) {
	t.Parallel()

	w := newWorld(t, "samba-domain-name-unique", "on")
	wantTexts(t, w.Plan(w.domain(acctest.Attrs{"sid": "1-5-21"})).Diags, "security identifier")
	wantTexts(t, w.Plan(w.domain(acctest.Attrs{"name": ""})).Diags, "must not be blank")
	wantTexts(t, w.Plan(w.domain(acctest.Attrs{"ldap_server_id": "jumpcloud"})).Diags, "24 hexadecimal digits")
	wantTexts(t, w.Plan(w.domain(acctest.Attrs{"ldap_server_id": nowhere})).Diags, "Not in This Organization", nowhere, "Acme Inc")

	// Where nobody may list them, the service decides.
	refused := w.Sim.Inject(sim.Fault{Method: "GET", Pattern: "/api/v2/ldapservers", Status: 403})
	wantTexts(t, w.Apply(w.domain(acctest.Attrs{"ldap_server_id": nowhere})), "Unable to Create Samba Domain")
	refused.Remove()

	for _, name := range []string{"name", "sid", "ldap_server_id"} {
		if d := w.Plan(w.domain(acctest.Attrs{name: acctest.Unknown})).Diags; len(d) > 0 {
			t.Errorf("%s unknown: %s", name, d)
		}
	}

	w.MustApply(w.domain(nil))
	w.Sim.Put(ldapserversim.SambaDomains, w.Org, nowhere, sim.Doc{"name": "OTHER", "sid": sid, "ldapServer": w.id})
	wantTexts(t, w.Apply(w.domain(acctest.Attrs{"name": "OTHER"})), "Unable to Update Samba Domain", "already exists")

	twin := w.domain(nil)
	twin["jumpcloud_ldap_samba_domain.twin"] = twin[domain]
	wantTexts(t, w.Apply(twin), "Unable to Create Samba Domain", "already exists")

	if w.State(domain)["name"] != "ACME" {
		t.Errorf("a failed update left %v", w.State(domain))
	}
}

// TestDomainChange shows that a domain is changed whether or not the service takes the
// organization's header there.
func TestDomainChange(t *testing.T) {
	t.Parallel()

	for _, reading := range []string{"accepted", "refused", "required"} {
		w := newWorld(t, "headerless-route-with-id", reading)
		w.MustApply(w.domain(nil))
		w.MustApply(w.domain(acctest.Attrs{"name": "NEW"}))
		w.MustApply(w.domain(acctest.Attrs{"name": "NEWER"}))
		w.MustPlanEmpty(w.domain(acctest.Attrs{"name": "NEWER"}))

		sent := []string{}
		for _, e := range w.Sim.Log().Calls(http.MethodPut, "") {
			sent = append(sent, e.Header.Get("X-Org-Id"))
		}

		want := []string{w.Org, w.Org}
		if reading == "refused" {
			want = []string{w.Org, "", w.Org, ""} // each apply is a run of its own
		}

		if !slices.Equal(sent, want) {
			t.Errorf("%s: PUT named the organizations %q, want %q", reading, sent, want)
		}
	}
}

func TestDomainFaults(t *testing.T) {
	t.Parallel()

	for name, fault := range faults() {
		fault.PathPrefix, fault.Match = "", func(r *http.Request) bool { return strings.Contains(r.URL.Path, "sambadomains") }

		t.Run(name, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t)
			docs := w.Sim.Docs(ldapserversim.SambaDomains, w.Org)
			config := w.domain(nil)

			for _, method := range []string{http.MethodPost, http.MethodGet, http.MethodPut, http.MethodDelete} {
				fault.Method = method
				in := w.Sim.Inject(fault)

				// One 404 to a list says nothing of the domain, which is asked for.
				if name == "404" && method == http.MethodGet {
					if p := w.Plan(config); len(p.Actions()) > 0 || len(p.Diags.Errors()) > 0 {
						t.Errorf("404 on a read plans %v: %s", p.Actions(), p.Diags)
					}

					continue
				}

				var d acctest.Diagnostics

				switch method {
				case http.MethodPut:
					config = w.domain(acctest.Attrs{"name": "NEW"})
					d = w.Apply(config)
				case http.MethodDelete:
					d = w.Destroy()
				default:
					d = w.Apply(config)
				}

				if in.Fired() == 0 {
					t.Fatalf("%s: the fault did not fire", method)
				}

				if n := docs.Len(); n > 1 || method != http.MethodDelete && (n == 1) != (w.State(domain) != nil) {
					t.Errorf("%s: %d stored, state %v\n%s", method, n, w.State(domain), d)
				}

				w.Sim.ClearFaults()

				if method != http.MethodDelete {
					w.MustApply(config)
				}
			}

			if d := w.Destroy(); len(d.Errors()) > 0 || docs.Len() > 0 {
				t.Errorf("destroy: %s", d)
			}
		})
	}
}

func TestDataSources(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.MustApply(w.domain(nil))

	id := w.State(domain)["id"]

	for _, step := range []struct {
		source string
		config acctest.Attrs
		text   string
	}{
		{"jumpcloud_ldap_server", nil, "name:jumpcloud"},
		{"jumpcloud_ldap_server", acctest.Attrs{"id": w.id}, "user_lockout_action:remove"},
		{"jumpcloud_ldap_server", acctest.Attrs{"id": nowhere}, "Unable to Read LDAP Server"},
		{"jumpcloud_ldap_servers", nil, "[map[id:" + w.id + " name:jumpcloud"},
		{"jumpcloud_ldap_samba_domain", acctest.Attrs{"ldap_server_id": w.id, "id": id}, "sid:" + sid},
		{"jumpcloud_ldap_samba_domain", acctest.Attrs{"ldap_server_id": w.id, "name": "ACME"}, fmt.Sprintf("id:%s", id)},
		{"jumpcloud_ldap_samba_domain", acctest.Attrs{"ldap_server_id": w.id, "name": "ACNE"}, "ACME"},
		{"jumpcloud_ldap_samba_domain", acctest.Attrs{"ldap_server_id": w.id}, "Invalid Attribute Combination"},
		{"jumpcloud_ldap_samba_domains", acctest.Attrs{"ldap_server_id": w.id}, fmt.Sprintf("ids_by_name:map[ACME:%s]", id)},
		{"jumpcloud_ldap_samba_domains", acctest.Attrs{"ldap_server_id": nowhere}, "Unable to Read Samba Domains"},
	} {
		config := acctest.Attrs{"organization_id": w.Org}
		maps.Copy(config, step.config)

		found, d := w.Data(step.source, config)
		if text := fmt.Sprint(found) + d.String(); !strings.Contains(text, step.text) {
			t.Errorf("%s %v: %q is not in %s", step.source, step.config, step.text, text)
		}
	}
}
