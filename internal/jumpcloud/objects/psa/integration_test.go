// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestIntegration(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w := newWorld(t, nil)
		address := v.integration()

		w.MustApply(v.with(v.right, 3))
		w.wantState(address, v.reads)
		w.wantState(address, map[string]any{
			"id": w.ID(), "is_msp_auth_configured": true, v.secret: nil, v.secret + "_wo": nil, v.secret + "_wo_version": 3,
		})
		v.wantSecretless(t, "state", w.State(address))

		if got := w.Identity(address)["id"]; got != w.ID() {
			t.Errorf("identity %v, want %s", got, w.ID())
		}

		w.Sim.Log().Reset()

		// A secret without a new version is not sent, a new version sends nothing but it.
		w.MustApply(v.with(v.rotated, 3))
		w.wantWrites()
		w.MustApply(v.with(v.rotated, 4))
		w.wantWrites(fmt.Sprintf(`PATCH {UUID} {"%s":"%s"}`, v.api, v.rotated))

		if w.Only()[v.api] != v.rotated {
			t.Errorf("stored %v", w.Only())
		}

		w.MustApply(v.with(v.rotated, 4, v.other))

		for _, value := range v.other {
			w.wantWrites(fmt.Sprintf(`PATCH {UUID} {"%s":"%v"}`, v.field, value))
		}

		// From write-only to plain and back: each sends the secret.
		w.MustApply(v.merge(v.other, acctest.Attrs{v.secret: v.right}))
		w.wantWrites(fmt.Sprintf(`PATCH {UUID} {"%s":"%s"}`, v.api, v.right))
		w.MustApply(v.merge(v.other, acctest.Attrs{v.secret: v.rotated}))
		w.wantWrites(fmt.Sprintf(`PATCH {UUID} {"%s":"%s"}`, v.api, v.rotated))
		w.MustApply(v.with(v.right, 1, v.other))
		w.wantWrites(fmt.Sprintf(`PATCH {UUID} {"%s":"%s"}`, v.api, v.right))
		w.MustApply(v.with(v.right, 1))
		w.Sim.Log().Reset()

		// Changed in the console: shown, and put right.
		w.Sim.Change(psasim.Integrations, w.ProviderID, w.ID(), func(d sim.Doc) {
			for _, value := range v.other {
				d[v.field] = value
			}
		})

		if p := w.Plan(v.with(v.right, 1)); p.Actions()[address] != acctest.Update {
			t.Errorf("drift is not shown: %v", p.Actions())
		}

		w.MustApply(v.with(v.right, 1))
		w.wantState(address, v.reads)

		// Removed in the console: made anew.
		w.Sim.Remove(psasim.Integrations, w.ProviderID, w.ID())
		w.MustApply(v.with(v.right, 1))
		w.Only()
		wantNoError(t, w.Destroy())

		if left := w.Stored(); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	})
}

// TestIntegrationPublicKey: a half of the credentials that no read shows but that is no secret.
func TestIntegrationPublicKey(t *testing.T) {
	t.Parallel()

	v, w := vendors[0], newWorld(t, nil)
	w.MustApply(v.with(v.right, 1))
	w.Sim.Log().Reset()
	w.MustApply(v.with(v.right, 1, acctest.Attrs{"public_key": "sim-connectwise-public-2"}))
	w.wantWrites(`PATCH {UUID} {"publicKey":"sim-connectwise-public-2"}`)
}

// TestIntegrationURLSpelling: a slash at the end of a url is no difference, whoever writes it.
func TestIntegrationURLSpelling(t *testing.T) {
	t.Parallel()

	for _, spelling := range []string{"keep", "bare"} {
		v, w := vendors[0], newWorld(t, map[string]string{"integration-url-spelling": spelling})
		w.MustApply(v.with(v.right, 1, acctest.Attrs{"url": "https://na.myconnectwise.net/"}))
		w.wantState(v.integration(), map[string]any{"url": "https://na.myconnectwise.net/"})
	}
}

// TestIntegrationImport: JumpCloud shows no credentials, so the first update after an
// import sends none, replaces nothing and says so; the next version is sent.
func TestIntegrationImport(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		for _, attrs := range []acctest.Attrs{{v.secret + "_wo": v.rotated, v.secret + "_wo_version": 3}, {v.secret: v.rotated}} {
			w := newWorld(t, nil)
			id := psasim.AddIntegration(w.Sim.World, w.ProviderID, v.name)
			address := v.integration()

			wantNoError(t, w.Import(address, id))
			w.wantState(address, v.reads)

			p := w.Plan(v.merge(attrs))
			if p.Actions()[address] != acctest.Update {
				t.Errorf("planned %v after an import", p.Actions())
			}

			wantWarning(t, p.Diags, "Stored Values Are Kept", "does not send it")
			w.MustApply(v.merge(attrs))
			w.wantWrites()
			w.MustApply(v.with(v.rotated, 9))
			w.wantWrites(fmt.Sprintf(`PATCH {UUID} {"%s":"%s"}`, v.api, v.rotated))
		}
	})
}

func wantWarning(tb testing.TB, d acctest.Diagnostics, parts ...string) {
	tb.Helper()

	for _, part := range parts {
		if len(d.Warnings()) != 1 || !strings.Contains(d.Warnings().String(), part) {
			tb.Errorf("not one warning that says %q:\n%s", part, d)
		}
	}
}

func TestIntegrationImportWays(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w := newWorld(t, nil)
		id := psasim.AddIntegration(w.Sim.World, w.ProviderID, v.name)
		address := v.integration()

		wantNoError(t, w.ImportByIdentity(address, acctest.Attrs{"id": id}))
		w.wantState(address, v.reads)
		wantError(t, w.Import(address, "66b1f0a2c8d5e90001a1b2c3"), "Unable to Import "+v.title+" Integration", "not a UUID")
		wantError(t, w.Import(address, "00000000-0000-4000-8000-00000000ffff"), "Unable to Read "+v.title+" Integration", "there is no "+v.title+" integration")
	})
}

// TestIntegrationRejected: the PSA knows better, and nothing is stored.
func TestIntegrationRejected(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		for _, body := range []string{"message", "empty"} {
			w := newWorld(t, map[string]string{"integration-422-body": body})
			address := v.integration()

			d := w.Apply(v.with("wrong-secret", 1))
			wantError(t, d, "Unable to Create "+v.title+" Integration", v.secret+"_wo", "rejected the credentials (422",
				"Nothing was stored", v.advice, "status 422")
			v.wantSecretless(t, "an error", d)
			wantError(t, w.Apply(v.merge(acctest.Attrs{v.secret: "wrong-secret"})), v.secret, "rejected the credentials")

			if len(w.Stored()) != 0 || w.State(address) != nil {
				t.Errorf("stored %v, state %v", w.Stored(), w.State(address))
			}

			w.MustApply(v.with(v.right, 1))

			d = w.Apply(v.with("wrong-secret", 2))
			wantError(t, d, "Unable to Update "+v.title+" Integration", v.secret+"_wo", "Nothing was stored")
			v.wantSecretless(t, "an error", d)
			w.wantState(address, map[string]any{v.secret + "_wo_version": 1})

			if w.Only()[v.api] != v.right {
				t.Errorf("stored %v", w.Only())
			}
		}
	})
}

// TestIntegrationWithoutSecret: whether a PATCH may lack the secret nobody documents; where
// it may not, the error says how to send it.
func TestIntegrationWithoutSecret(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w := newWorld(t, map[string]string{"integration-patch-without-secret": "refuse"})
		w.MustApply(v.with(v.right, 1))
		wantError(t, w.Apply(v.with(v.right, 1, v.other)), v.secret+"_wo", "left the stored secret as it is", "raise "+v.secret+"_wo_version")
		w.MustApply(v.with(v.right, 2, v.other))
	})
}

// TestIntegrationEcho: a service that repeats a secret in an error does not make us show it.
func TestIntegrationEcho(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w := newWorld(t, nil)
		echo := fmt.Sprintf(`{"message":"%s is %s"}`, v.api, v.right)

		in := w.Sim.Inject(sim.Fault{Method: "POST", PathPrefix: api, Status: 400, Body: echo})
		d := w.Apply(v.with(v.right, 1))
		wantError(t, d, v.api+" is ")
		v.wantSecretless(t, "an error", d)
		in.Remove()

		w.MustApply(v.with(v.rotated, 1))
		w.Sim.Inject(sim.Fault{Method: "PATCH", PathPrefix: api, Status: 422, Body: echo})
		d = w.Apply(v.with(v.right, 2))
		wantError(t, d, v.api+" is ")
		v.wantSecretless(t, "an error", d)
	})
}

// TestIntegrationConflict: a second integration of one vendor.
func TestIntegrationConflict(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w := newWorld(t, nil)
		for _, other := range vendors {
			psasim.AddIntegration(w.Sim.World, w.ProviderID, other.name)
		}

		mine, _ := w.Sim.Docs(psasim.Integrations, w.ProviderID).Find(func(d sim.Doc) bool { return d["type"] == v.name })

		d := w.Apply(v.with(v.right, 1))
		wantError(t, d, "refused a second "+v.title+" integration (409", fmt.Sprintf("id = %q", mine["id"]), "to = jumpcloud_"+v.name+"_integration")

		if len(w.Stored()) != len(vendors) || w.State(v.integration()) != nil {
			t.Errorf("stored %v", w.Stored())
		}
	})
}

// TestIntegrationRoles: administrators without billing see no integrations.
func TestIntegrationRoles(t *testing.T) {
	t.Parallel()

	v, w := vendors[0], newWorld(t, nil)
	w.Core = acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleLimited))
	wantError(t, w.Apply(v.with(v.right, 1)), "Unable to Create ConnectWise Integration", "check its role")

	// One of a single tenant has no provider.
	w.Core = acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleTenant))
	wantError(t, w.Apply(v.with(v.right, 1)), "Unable to Create ConnectWise Integration", "needs a credential of the Multi-Tenant Portal")

	if len(w.Stored()) != 0 {
		t.Errorf("stored %v", w.Stored())
	}
}

func TestIntegrationValidators(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w := newWorld(t, nil)
		wo, version := v.secret+"_wo", v.secret+"_wo_version"

		for _, bad := range []acctest.Attrs{
			{},
			{v.secret: v.right, wo: v.right, version: 1},
			{wo: v.right},
			{v.secret: v.right, version: 1},
			{wo: v.right, version: 0},
			{v.secret: ""},
			{wo: "", version: 1},
		} {
			if d := w.Plan(v.merge(bad)).Diags.Errors(); len(d) == 0 {
				t.Errorf("accepted %v", bad)
			}
		}

		for name := range v.config {
			if d := w.Plan(v.with(v.right, 1, acctest.Attrs{name: ""})).Diags; len(d.Errors()) != 1 {
				t.Errorf("an empty %s: %s", name, d)
			}

			wantNoError(t, w.Plan(v.with(v.right, 1, acctest.Attrs{name: acctest.Unknown})).Diags)
		}

		wantNoError(t, w.Plan(v.merge(acctest.Attrs{wo: acctest.Unknown, version: acctest.Unknown})).Diags)
		wantNoError(t, w.Plan(v.merge(acctest.Attrs{v.secret: acctest.Unknown})).Diags)
	})
}
