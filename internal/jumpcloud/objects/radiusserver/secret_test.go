// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/radiusserver/radiusserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const rotated = "canary-of-next-year"

// TestWriteOnlySecret is in no state, and is sent when its version says so.
func TestWriteOnlySecret(t *testing.T) {
	t.Parallel()

	for _, shown := range []string{"show", "hide"} {
		w := newWorld(t, map[string]string{"radius-server-secret": shown})
		w.MustApply(w.hidden(canary, 1, nil))

		if state, err := json.Marshal(w.State(office)); err != nil || strings.Contains(string(state), "canary") {
			t.Errorf("%s in state: %s", state, err)
		}

		// Without a new version nothing is sent.
		w.MustPlanEmpty(w.hidden(rotated, 1, nil))

		w.MustApply(w.hidden(rotated, 2, nil))

		if w.Only()["sharedSecret"] != rotated {
			t.Errorf("%s: not rotated: %v", shown, w.Only())
		}

		w.WantState(acctest.Attrs{"shared_secret": nil, "shared_secret_wo": nil, "shared_secret_wo_version": 2})
	}
}

// TestStoredSecretIsSentAlong: a change of another setting rotates nothing, where the service
// shows what it has.
func TestStoredSecretIsSentAlong(t *testing.T) {
	t.Parallel()

	for shown, want := range map[string]string{"show": "set in the console", "hide": canary} {
		w := newWorld(t, map[string]string{"radius-server-secret": shown})
		w.MustApply(w.hidden(canary, 1, nil))
		w.Change(sim.Doc{"sharedSecret": "set in the console"})
		w.Sim.Log().Reset()

		w.MustApply(w.hidden(canary, 1, acctest.Attrs{"mfa": "ALWAYS"}))

		if got := w.Sent("PUT")["sharedSecret"]; got != want {
			t.Errorf("%s: sent %v, want %v", shown, got, want)
		}
	}
}

func TestImport(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.MustApply(w.plain(nil))

	id := w.ID()
	config := w.plain(nil)

	for name, imported := range map[string]func(c *acctest.Core) acctest.Diagnostics{
		"by id": func(c *acctest.Core) acctest.Diagnostics { return c.Import(office, w.Org+"/"+id) },
		"by identity": func(c *acctest.Core) acctest.Diagnostics {
			return c.ImportByIdentity(office, acctest.Attrs{"organization_id": w.Org, "id": id})
		},
	} {
		core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling))
		wantNoError(t, imported(core))

		want := w.State(office)
		want["shared_secret"] = nil

		if got := core.State(office); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}

		// Without a secret there is nothing to do; with one it is recorded and not sent.
		core.MustPlanEmpty(w.Config(nil))
		w.Sim.Log().Reset()

		if d := core.Apply(config); len(d.Errors()) > 0 || !strings.Contains(d.String(), "Stored Values Are Kept") {
			t.Errorf("%s: %s", name, d)
		}

		if writes := w.Sim.Log().Writes(); len(writes) > 0 {
			t.Errorf("%s: wrote %v", name, writes)
		}

		core.MustPlanEmpty(config)
	}

	const missing = "0123456789abcdef01234567"

	wantError(t, w.Import("jumpcloud_radius_server.x", w.Org+"/"+missing), "Unable to Read RADIUS Server", missing, "Acme Inc")
	wantError(t, w.Import("jumpcloud_radius_server.x", w.Org+"/office"), "is not an id of 24 hexadecimal digits")
}

// TestChangedWithoutSecret: what was imported goes without, as long as the service shows it.
func TestChangedWithoutSecret(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	id := radiusserversim.Add(w.Sim.World, w.Org, sim.Doc{"name": "Office", "networkSourceIp": "198.51.100.7", "sharedSecret": canary})

	wantNoError(t, w.Import(office, w.Org+"/"+id))
	w.MustApply(w.Config(acctest.Attrs{"mfa": "ALWAYS"}))

	if d := w.Only(); d["sharedSecret"] != canary || d["mfa"] != "ALWAYS" {
		t.Errorf("stored %v", d)
	}

	w = newWorld(t, map[string]string{"radius-server-secret": "hide"})
	id = radiusserversim.Add(w.Sim.World, w.Org, sim.Doc{"name": "Office", "networkSourceIp": "198.51.100.7", "sharedSecret": canary})

	wantNoError(t, w.Import(office, w.Org+"/"+id))
	w.Sim.Log().Reset()
	wantError(t, w.Apply(w.Config(acctest.Attrs{"mfa": "ALWAYS"})), "Unable to Update RADIUS Server", "does not show the one that it has",
		"shared_secret_wo")

	if writes := w.Sim.Log().Writes(); len(writes) > 0 || w.Only()["mfa"] != "DISABLED" {
		t.Errorf("wrote %v", writes)
	}
}

// TestReplacedWithoutSecret fails at plan: the new server would have none.
func TestReplacedWithoutSecret(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	id := radiusserversim.Add(w.Sim.World, w.Org, sim.Doc{"name": "Office", "networkSourceIp": "198.51.100.7", "sharedSecret": canary})

	wantNoError(t, w.Import(office, w.Org+"/"+id))
	wantError(t, w.Plan(w.Config(acctest.Attrs{"auth_idp": "AZURE"})).Diags, "Missing Shared Secret")
}

// TestSecretQuotedBack: a refusal that quotes a secret shows it to nobody, be it the
// configured one or one that was read.
func TestSecretQuotedBack(t *testing.T) {
	t.Parallel()

	for _, method := range []string{"POST", "PUT"} {
		w := newWorld(t, nil)
		if method == "PUT" {
			w.MustApply(w.hidden("the first one", 1, nil))
			w.Change(sim.Doc{"sharedSecret": canary})
		}

		w.Sim.Inject(sim.Fault{Method: method, PathPrefix: servers, Status: 400, Body: `{"message":"bad secret ` + canary + `"}`})

		config := w.hidden("the first one", 1, acctest.Attrs{"mfa": "ALWAYS"})
		if method == "POST" {
			config = w.hidden(canary, 1, nil)
		}

		d := w.Apply(config)
		if len(d.Errors()) != 1 || strings.Contains(d.String(), "canary") || !strings.Contains(d.String(), "bad secret") {
			t.Errorf("%s: %s", method, d)
		}
	}
}
