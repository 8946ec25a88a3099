// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestIntegrationImportWithoutCredentials: a configuration that Terraform generates has null
// for what no read shows. It is valid, changes nothing, and can be changed.
func TestIntegrationImportWithoutCredentials(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w, id := connected(t, v)
		generated := acctest.Config{v.integration(): v.reads}

		wantNoError(t, w.Import(v.integration(), id))

		p := w.Plan(generated)
		wantNoError(t, p.Diags)

		if len(p.Actions()) > 0 {
			t.Errorf("planned %v", p.Actions())
		}

		// What can be read can be changed without them.
		other := acctest.Attrs{}
		maps.Copy(other, v.reads)
		maps.Copy(other, v.other)

		w.Sim.Log().Reset()
		w.MustApply(acctest.Config{v.integration(): other})

		if n := w.Sim.Log().Count(http.MethodPatch, "/api/"); n != 1 {
			t.Errorf("%d requests, want one", n)
		}

		// They may be given up again, which sends nothing.
		w.MustApply(generated)
		w.MustApply(v.with(v.right, 1))
		w.Sim.Log().Reset()
		w.MustApply(generated)
		w.wantWrites()
	})
}

// TestIntegrationNeedsCredentials: a new integration does not go without.
func TestIntegrationNeedsCredentials(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w := newWorld(t, nil)
		wantError(t, w.Plan(acctest.Config{v.integration(): v.config}).Diags, "Missing Credentials", v.secret+"_wo_version")
		wantNoError(t, w.Plan(v.merge(acctest.Attrs{v.secret: acctest.Unknown})).Diags)

		if v.hidden != "" {
			wantError(t, w.Plan(v.with(v.right, 1, acctest.Attrs{v.hidden: nil})).Diags, "Missing Credentials", v.hidden)
		}

		d := w.Plan(v.with(v.right, 1, acctest.Attrs{v.secret: v.right})).Diags
		if len(d.Errors()) == 0 {
			t.Error("accepted a secret that is given twice")
		}
	})
}

// TestIntegrationAbsentNeedsProof: a 404 alone takes nothing out of state.
func TestIntegrationAbsentNeedsProof(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w := newWorld(t, nil)
		w.MustApply(v.with(v.right, 1))

		one := sim.Fault{Method: http.MethodGet, Pattern: "/api/v2/integrations/" + v.name + "/{UUID}", Status: http.StatusNotFound}
		w.Sim.Inject(one)
		wantError(t, w.Plan(v.with(v.right, 1)).Diags, "although its list of integrations has", "status 404")

		w.Sim.Inject(sim.Fault{Method: http.MethodGet, Pattern: "/api/v2/providers/{provider_id}/integrations", Status: http.StatusForbidden})
		wantError(t, w.Plan(v.with(v.right, 1)).Diags, "cannot be read")

		if w.State(v.integration()) == nil {
			t.Error("it left state")
		}

		w.Sim.ClearFaults()
		w.Sim.Remove(psasim.Integrations, w.ProviderID, w.ID())

		if p := w.Plan(v.with(v.right, 1)); p.Actions()[v.integration()] != acctest.Create {
			t.Errorf("planned %v:\n%s", p.Actions(), p.Diags)
		}
	})
}

// TestIntegrationSecretQuotedBack: a refusal that quotes a secret shows it to nobody, however
// the quote is escaped.
func TestIntegrationSecretQuotedBack(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		const canary = "-----BEGIN KEY-----\nwrong\"secret\\canary<&>\n-----END KEY-----\n"

		message, err := json.Marshal(map[string]string{"message": "bad credential " + canary})
		if err != nil {
			t.Fatal(err)
		}

		w := newWorld(t, nil)
		w.Sim.Inject(sim.Fault{Method: http.MethodPost, PathPrefix: "/api/v2/providers/", Status: 422, Body: string(message)})

		d := w.Apply(v.with(canary, 1))
		if len(d.Errors()) != 1 || strings.Contains(d.String(), "canary") {
			t.Errorf("%s", d)
		}
	})
}
