// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package license_test

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/bindplanesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestMain(m *testing.M) { os.Exit(proof.Main(m)) }

const (
	acme = "bindplaneadmin_organization_license.acme"
	path = "/v1/organizations/{id}/license"
)

// world is a simulator with an organization, and Terraform's part.
type world struct {
	t    *testing.T
	sim  *simulator.Simulator
	core *proof.Core
	id   string
}

func newWorld(t *testing.T) *world {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{})
	id := s.Store.Docs(bindplanesim.Organizations, "").IDs()[0]

	return &world{t, s, acctest.NewCore(t, s, acctest.As(s, simulator.RoleAdmin)), id}
}

func (w *world) config(key string, version int) proof.Config {
	return proof.Config{acme: {"organization_id": w.id, "license_key_wo": key, "license_key_wo_version": version}}
}

func (w *world) made(typ string) proof.Config {
	return proof.Config{acme: {"organization_id": w.id, "create_license_type": typ}}
}

// wantSent checks what was sent since the log was last reset, and resets it.
func (w *world) wantSent(want ...sim.Doc) {
	w.t.Helper()

	var got []sim.Doc
	for _, e := range w.sim.Log().Calls("PUT", "") {
		got = append(got, e.Object())
	}

	w.sim.Log().Reset()

	if fmt.Sprint(got) != fmt.Sprint(want) {
		w.t.Errorf("sent %v, want %v", got, want)
	}
}

var wantError = proof.WantError

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.core.MustApply(w.config("license-one", 1))
	w.wantSent(sim.Doc{"licenseKey": "license-one"})

	if got := w.core.State(acme); !reflect.DeepEqual(got, proof.Attrs{
		"organization_id": w.id, "license_key_wo": nil, "license_key_wo_version": 1, "create_license_type": nil,
	}) {
		t.Errorf("state %#v", got)
	}

	w.core.MustApply(w.config("license-two", 1)) // the version decides
	w.wantSent()
	w.core.MustApply(w.config("license-two", 2))
	w.wantSent(sim.Doc{"licenseKey": "license-two"})
	w.core.MustApply(w.made("Growth"))
	w.wantSent(sim.Doc{"createLicenseType": "Growth"})
	w.core.MustApply(w.made("Enterprise"))
	w.wantSent(sim.Doc{"createLicenseType": "Enterprise"})

	// A destroy leaves the licence, and says so.
	d := w.core.Destroy()
	if len(d.Errors()) > 0 || !strings.Contains(d.Warnings().String(), "stays as it is") || len(w.core.Addresses()) > 0 {
		t.Errorf("%s", d)
	}

	w.wantSent()
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for _, imported := range []func() proof.Diagnostics{
		func() proof.Diagnostics { return w.core.Import(acme, w.id) },
		func() proof.Diagnostics { return w.core.ImportByIdentity(acme, proof.Attrs{"organization_id": w.id}) },
	} {
		for _, config := range []proof.Config{w.config("license-one", 1), w.made("Growth")} {
			w.core.Forget(acme)

			if d := imported(); len(d) > 0 {
				t.Errorf("%s", d)
			}

			w.core.MustApply(config) // it is taken for the one that is there
			w.wantSent()
		}
	}

	wantError(t, w.core.Import("bindplaneadmin_organization_license.x", "999"), "Unable to Read Organization License", `the list holds no "999"`)
}

func TestRefused(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for name, attrs := range map[string]proof.Attrs{
		"neither":        {"organization_id": w.id},
		"both":           {"organization_id": w.id, "license_key_wo": "x", "license_key_wo_version": 1, "create_license_type": "Growth"},
		"no version":     {"organization_id": w.id, "license_key_wo": "license-one"},
		"no key":         {"organization_id": w.id, "license_key_wo": "", "license_key_wo_version": 1},
		"no such id":     {"organization_id": "a b", "create_license_type": "Growth"},
		"type of nobody": {"organization_id": w.id, "create_license_type": ""},
	} {
		if d := w.core.Plan(proof.Config{acme: attrs}).Diags.Errors(); len(d) != 1 {
			t.Errorf("%s: %s", name, d)
		}
	}

	wantError(t, w.core.Apply(proof.Config{acme: {"organization_id": "nowhere", "create_license_type": "Growth"}}),
		"Unable to Create Organization License", `organization "nowhere" not found`, "status 404")

	// What a refusal means, and that the service quotes the key to nobody.
	for status, part := range map[int]string{409: "uses more than the licence allows", 400: "check that the key is whole", 403: "Organization Admin"} {
		fault := w.sim.Inject(sim.Fault{Method: "PUT", Status: status, Body: `{"errors":["not with license-one"]}`})
		d := w.core.Apply(w.config("license-one", 1))
		wantError(t, d, "Unable to Create Organization License", "not with (redacted)", part, fmt.Sprint("status ", status))

		if strings.Contains(d.String(), "license-one") || w.core.State(acme) != nil {
			t.Errorf("state %v\n%s", w.core.State(acme), d)
		}

		fault.Remove()
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		fault sim.Fault
		sent  int
		says  string
	}{
		"500":               {sim.Fault{Times: 1, Status: 500}, 1, "status 500"},
		"committed but 500": {sim.Fault{Times: 1, Status: 500, After: true}, 1, "status 500"},
		"503":               {sim.Fault{Times: 1, Status: 503}, 2, ""},
		"dropped":           {sim.Fault{Times: 1, Drop: true, After: true}, 2, ""},
		"with a body":       {sim.Fault{Times: 1, Status: 200, Body: "done", After: true}, 1, ""},
		"429":               {sim.Fault{Times: 2, Status: 429, RetryAfter: "1"}, 3, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t)
				c.fault.Method, c.fault.Pattern = "PUT", path
				w.sim.Inject(c.fault)

				d := w.core.Apply(w.config("license-one", 1))
				if c.says == "" && len(d) > 0 || c.says != "" && !strings.Contains(d.String(), c.says) {
					t.Errorf("%s", d)
				}

				if n := w.sim.Log().Count("PUT", ""); n != c.sent {
					t.Errorf("%d requests, want %d", n, c.sent)
				}

				w.core.MustApply(w.config("license-one", 1))

				if d, _ := w.sim.Store.Docs(bindplanesim.Licenses, "").Get(w.id); d["key"] != "license-one" {
					t.Errorf("the licence is %v", d)
				}
			})
		})
	}
}

// TestPathOfTheDocs: a server without the path that names an organization is given a key for
// the current one, and only once that is the wanted one.
func TestPathOfTheDocs(t *testing.T) {
	t.Parallel()

	for header, reaches := range map[string]bool{"followed": true, "ignored": false} {
		w := newWorld(t)
		other := w.sim.AddOrganization("Acme")
		w.sim.AddProject(other, "Production")

		admin, _ := w.sim.Store.Docs(bindplanesim.Users, "").Find(func(d sim.Doc) bool { return d["role"] == simulator.RoleAdmin })
		user := bindplanesim.UserOf(admin)
		user.Organizations = append(user.Organizations, other)
		w.sim.AddUser(user)

		for name, value := range map[string]string{"license-path": "current", "project-header": header} {
			if err := w.sim.Switches.Set(name, value); err != nil {
				t.Fatal(err)
			}
		}

		// The organization that the credential acts in, and another.
		w.core.MustApply(w.config("license-one", 1))
		w.core.Forget(acme)

		first := w.id
		w.id = other

		if d := w.core.Apply(w.config("license-two", 1)); reaches != (len(d) == 0) {
			t.Errorf("%s: %s", header, d)
		}

		for id, want := range map[string]any{first: "license-one", other: map[bool]any{true: "license-two"}[reaches]} {
			if d, _ := w.sim.Store.Docs(bindplanesim.Licenses, "").Get(id); d["key"] != want {
				t.Errorf("%s: the licence of %s is %v, want %v", header, id, d, want)
			}
		}

		// A type of licence cannot be sent so.
		wantError(t, w.core.Apply(w.made("Growth")), "404 page not found")
	}
}

// TestGone: a licence leaves state with its organization, after two looks.
func TestGone(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.core.MustApply(w.made("Growth"))
	w.sim.Store.Docs(bindplanesim.Organizations, "").Remove(w.id)
	w.sim.Log().Reset()

	if got := w.core.Plan(w.made("Growth")).Actions()[acme]; got != proof.Create || w.sim.Log().Count("GET", "") != 2 {
		t.Errorf("plans %s after %d looks", got, w.sim.Log().Count("GET", ""))
	}
}
