// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver_test

import (
	"maps"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/radiusserver/radiusserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const certificate = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"

// settings are all attributes that may change, as they are configured, and as they are sent.
var settings = acctest.Attrs{
	"mfa": "REQUIRED", "ca_cert": certificate, "ca_source": "BYOC", "radsec_enabled": true, "require_radsec": true,
	"require_tls_auth": true, "device_cert_enabled": true, "user_cert_enabled": true, "user_password_enabled": false,
	"user_lockout_action": "MAINTAIN", "user_password_expiration_action": "MAINTAIN", "tags": []any{"guests", "wifi"},
}

var sentSettings = sim.Doc{
	"mfa": "REQUIRED", "caCert": certificate, "caSource": "BYOC", "radsecEnabled": true, "requireRadsec": true,
	"requireTlsAuth": true, "deviceCertEnabled": true, "userCertEnabled": true, "userPasswordEnabled": false,
	"userLockoutAction": "MAINTAIN", "userPasswordExpirationAction": "MAINTAIN",
}

// body is a request's, with the members that all have.
func body(members ...sim.Doc) sim.Doc {
	d := sim.Doc{"name": "Office", "networkSourceIp": "198.51.100.7", "sharedSecret": canary}
	for _, m := range members {
		maps.Copy(d, m)
	}

	return d
}

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	p := w.Plan(w.plain(nil))
	if p.Actions()[office] != acctest.Create || p.Planned(office)["id"] != acctest.Unknown {
		t.Fatalf("plan %v %v %s", p.Actions(), p.Planned(office), p.Diags)
	}

	// What is left out is left to the service, and its answer is the state.
	wantNoError(t, p.Apply())

	if got, want := w.Sent("POST"), body(sim.Doc{"caSource": "NONE"}); !reflect.DeepEqual(got, want) {
		t.Errorf("created with %v, want %v", got, want)
	}

	w.WantState(acctest.Attrs{
		"id": w.ID(), "organization_id": w.Org, "name": "Office", "network_source_ip": "198.51.100.7", "shared_secret": canary,
		"mfa": "DISABLED", "auth_idp": "JUMPCLOUD", "ca_cert": "", "ca_source": "NONE", "user_password_enabled": true, "tags": []any{},
		"user_lockout_action": "REMOVE",
	})

	if got := w.Identity(office); !reflect.DeepEqual(got, acctest.Attrs{"organization_id": w.Org, "id": w.ID()}) {
		t.Errorf("identity %v", got)
	}

	w.MustPlanEmpty(w.plain(nil))
	w.WantCalls("GET " + servers + " 200")

	// Each attribute changes in place; what is left out is kept, but for what has a default.
	full := acctest.Attrs{}

	for name, value := range settings {
		id := w.ID()
		full[name] = value

		if a := w.Plan(w.plain(full)).Actions()[office]; a != acctest.Update {
			t.Errorf("a new %s plans %s", name, a)
		}

		w.MustApply(w.plain(full))

		if w.ID() != id || !reflect.DeepEqual(w.State(office)[name], value) {
			t.Errorf("%s: %v", name, w.State(office))
		}
	}

	w.Sim.Log().Reset()

	full["name"], full["network_source_ip"] = "Branch", "203.0.113.9"
	w.MustApply(w.plain(full))

	want := body(sentSettings, sim.Doc{"name": "Branch", "networkSourceIp": "203.0.113.9", "tags": []any{"guests", "wifi"}})
	if got := w.Sent("PUT"); !reflect.DeepEqual(got, want) {
		t.Errorf("changed with %v, want %v", got, want)
	}

	// What is cleared is sent empty; what is left out stays.
	w.MustApply(w.plain(acctest.Attrs{"tags": []any{}}))

	want = body(sentSettings, sim.Doc{"caCert": "", "caSource": "NONE", "tags": []any{}})
	if got := w.Sent("PUT"); !reflect.DeepEqual(got, want) {
		t.Errorf("cleared with %v, want %v", got, want)
	}

	w.WantState(acctest.Attrs{"ca_cert": "", "ca_source": "NONE", "tags": []any{}, "mfa": "REQUIRED"})

	wantNoError(t, w.Destroy())
	w.WantCalls("GET "+servers+" 200", "DELETE "+single+" 200")

	if left := w.Stored(); len(left) != 0 || len(w.Addresses()) != 0 {
		t.Errorf("left: %v, in state: %v", left, w.Addresses())
	}
}

// All settings go into one creation, and live under each way that the service may have.
func TestCreatedInFull(t *testing.T) {
	t.Parallel()

	for name, switches := range map[string]map[string]string{
		"by default": nil, "secret hidden": {"radius-server-secret": "hide"}, "put replaces": {"radius-server-put": "replace"},
		"tag names alone": {"radius-server-tags": "names"}, "no tags shown": {"radius-server-tags": "none"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t, switches)
			full := acctest.Attrs{"auth_idp": "AZURE"}
			maps.Copy(full, settings)
			w.MustApply(w.hidden(canary, 1, full))

			want := body(sentSettings, sim.Doc{"authIdp": "AZURE", "tagNames": []any{"guests", "wifi"}})
			if got := w.Sent("POST"); !reflect.DeepEqual(got, want) {
				t.Errorf("created with %v, want %v", got, want)
			}

			w.WantState(full)
			w.MustPlanEmpty(w.hidden(canary, 1, full))

			full["mfa"] = "ALWAYS"
			w.MustApply(w.hidden(canary, 1, full))
			w.MustPlanEmpty(w.hidden(canary, 1, full))
			w.WantState(full)

			if d := w.Only(); d["sharedSecret"] != canary || d["mfa"] != "ALWAYS" || d["authIdp"] != "AZURE" {
				t.Errorf("stored %v", d)
			}
		})
	}
}

// Who authenticates cannot be changed, and neither can the organization.
func TestReplaced(t *testing.T) {
	t.Parallel()

	globex := func(w *world) acctest.Attrs {
		id, _ := w.Sim.OrganizationID(simulator.Globex)

		return acctest.Attrs{"organization_id": id}
	}

	for name, change := range map[string]func(*world) acctest.Attrs{
		"identity provider": func(*world) acctest.Attrs { return acctest.Attrs{"auth_idp": "AZURE"} }, "organization": globex,
	} {
		t.Log(name)

		w := newWorld(t, nil)
		w.MustApply(w.plain(nil))

		other := w.plain(change(w))
		if a := w.Plan(other).Actions()[office]; a != acctest.Replace {
			t.Errorf("planned %s", a)
		}

		w.MustApply(other)

		all := append(w.Stored(), w.Sim.Docs(radiusserversim.Collection, globex(w)["organization_id"].(string)).All()...) //nolint:forcetypeassert // it is
		if len(all) != 1 || all[0]["id"] != w.State(office)["id"] {
			t.Errorf("stored %v", all)
		}
	}
}

func TestDriftIsShown(t *testing.T) {
	t.Parallel()

	config := acctest.Attrs{"auth_idp": "JUMPCLOUD", "shared_secret": canary}
	maps.Copy(config, settings)

	for name, change := range map[string]sim.Doc{
		"name": {"name": "Renamed"}, "address": {"networkSourceIp": "203.0.113.1"}, "secret": {"sharedSecret": "another"},
		"mfa": {"mfa": "DISABLED"}, "certificate": {"caCert": ""}, "source": {"caSource": "NONE"}, "radsec": {"radsecEnabled": false},
		"needs radsec": {"requireRadsec": false}, "needs TLS": {"requireTlsAuth": false}, "devices": {"deviceCertEnabled": false},
		"users": {"userCertEnabled": false}, "passwords": {"userPasswordEnabled": true}, "lockout": {"userLockoutAction": "REMOVE"},
		"expiration": {"userPasswordExpirationAction": "REMOVE"}, "a tag less": {"tags": []any{"wifi"}},
	} {
		w := newWorld(t, nil)
		w.MustApply(w.Config(config))

		before := w.Only()
		w.Change(change)

		if p := w.Plan(w.Config(config)); p.Actions()[office] != acctest.Update {
			t.Errorf("%s: %v %s", name, p.Actions(), p.Diags)
		}

		w.MustApply(w.Config(config))

		if after := w.Only(); !reflect.DeepEqual(after, before) {
			t.Errorf("%s: %v is not mended to %v", name, after, before)
		}
	}
}

func TestRemovedOutside(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.MustApply(w.plain(nil))

	first := w.ID()
	w.Sim.Remove(radiusserversim.Collection, w.Org, first)

	if p := w.Plan(w.plain(nil)); p.Actions()[office] != acctest.Create || len(p.Diags) > 0 {
		t.Errorf("%v %s", p.Actions(), p.Diags)
	}

	w.MustApply(w.plain(nil))

	if w.ID() == first {
		t.Error("the id is the old one's")
	}

	p := w.Plan(acctest.Config{})
	w.Sim.Remove(radiusserversim.Collection, w.Org, w.ID())
	w.Sim.Log().Reset()
	wantNoError(t, p.Apply())
	w.WantCalls("DELETE "+single+" 404", "GET "+servers+" 200", "GET "+single+" 404")

	if len(w.Addresses()) > 0 {
		t.Errorf("still in state: %v", w.Addresses())
	}
}

// After a run that was killed: what it made has the name, and no state has it.
func TestNameIsTaken(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	first := radiusserversim.Add(w.Sim.World, w.Org, sim.Doc{"name": "Office", "networkSourceIp": "203.0.113.1"})

	config := w.plain(nil)
	wantError(t, w.Apply(config), "is taken already", first, "import", w.Org+"/"+first, "allow_duplicate_name = true")

	if w.Only(); w.Sim.Log().Count("POST", servers) > 0 || w.State(office) != nil {
		t.Errorf("state %v", w.State(office))
	}

	config[office]["allow_duplicate_name"] = true
	w.MustApply(config)

	// The guard concerns creating alone: that it changes sends nothing.
	w.Sim.Log().Reset()
	delete(config[office], "allow_duplicate_name")
	w.MustApply(config)

	if writes := w.Sim.Log().Writes(); len(writes) > 0 || len(w.Stored()) != 2 {
		t.Errorf("wrote %v, stored %v", writes, w.Stored())
	}
}

// A service that takes a name or an address once says so in its own words.
func TestRefusedAsTaken(t *testing.T) {
	t.Parallel()

	for setting, member := range map[string]string{"radius-server-name-unique": "name", "radius-server-ip-unique": "networkSourceIp"} {
		w := newWorld(t, map[string]string{setting: "on"})
		radiusserversim.Add(w.Sim.World, w.Org, sim.Doc{"name": "Office", "networkSourceIp": "198.51.100.7"})

		wantError(t, w.Apply(w.plain(acctest.Attrs{"allow_duplicate_name": true})),
			"Unable to Create RADIUS Server", "a RADIUS server with this "+member+" exists", "Acme Inc", "status 400")
		w.Only()
	}
}

func TestInvalid(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		attrs acctest.Attrs
		says  string
	}{
		"blank name":        {acctest.Attrs{"name": "\u00a0"}, "must not be blank"},
		"a range":           {acctest.Attrs{"network_source_ip": "198.51.100.0/24"}, "Invalid IP Address"},
		"a host name":       {acctest.Attrs{"network_source_ip": "vpn.example.com"}, "must be an IPv4 or IPv6 address"},
		"a zone":            {acctest.Attrs{"network_source_ip": "fe80::1%eth0"}, "Invalid IP Address"},
		"mfa":               {acctest.Attrs{"mfa": "REQUIERD"}, "REQUIRED"},
		"auth_idp":          {acctest.Attrs{"auth_idp": "OKTA"}, "AZURE"},
		"ca_source":         {acctest.Attrs{"ca_source": "OWN"}, "BYOC"},
		"lockout":           {acctest.Attrs{"user_lockout_action": ""}, "user_lockout_action"},
		"expiration":        {acctest.Attrs{"user_password_expiration_action": ""}, "user_password_expiration_action"},
		"empty tag":         {acctest.Attrs{"tags": []any{""}}, "tags"},
		"empty secret":      {acctest.Attrs{"shared_secret": ""}, "shared_secret"},
		"no secret":         {acctest.Attrs{"shared_secret": nil}, "Missing Shared Secret"},
		"two secrets":       {acctest.Attrs{"shared_secret_wo": "x", "shared_secret_wo_version": 1}, "shared_secret"},
		"no version":        {acctest.Attrs{"shared_secret": nil, "shared_secret_wo": "x"}, "shared_secret_wo_version"},
		"version 0":         {acctest.Attrs{"shared_secret": nil, "shared_secret_wo": "x", "shared_secret_wo_version": 0}, "at least 1"},
		"version of naught": {acctest.Attrs{"shared_secret_wo_version": 1}, "shared_secret_wo"},
	} {
		t.Log(name)

		w := newWorld(t, nil)
		wantError(t, w.Plan(w.plain(c.attrs)).Diags, c.says)

		// What is not known yet is not refused.
		for attribute := range c.attrs {
			if c.attrs[attribute] != nil && len(c.attrs) == 1 && attribute != "shared_secret_wo_version" {
				wantNoError(t, w.Plan(w.plain(acctest.Attrs{attribute: acctest.Unknown})).Diags)
			}
		}
	}
}
