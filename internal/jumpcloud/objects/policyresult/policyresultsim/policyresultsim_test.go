// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyresultsim_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policyresult/policyresultsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

type world struct {
	*jumpcloudsim.World

	t        *testing.T
	org, key string
	reached  []string
}

func newWorld(t *testing.T) *world {
	t.Helper()

	w := &world{World: jumpcloudsim.New(sim.Options{}), t: t}
	w.SystemsOf = func(string, string) []string { return w.reached }
	policyresultsim.Register(w.World)

	provider := w.AddProvider(jumpcloudsim.Provider{Name: "MSP"})
	w.org = w.AddOrganization(provider, jumpcloudsim.Organization{Name: "Org"})
	w.key = w.AddKey("all", jumpcloudsim.Access{ProviderID: provider, AllOrganizations: true}, "")
	w.Store.Docs("policies", w.org).Put("p", sim.Doc{"id": "p", "name": "P"})

	return w
}

func (w *world) want(path string, status int, parts ...string) {
	w.t.Helper()

	req, err := http.NewRequestWithContext(w.t.Context(), http.MethodGet, "https://sim.invalid/api/v2"+path, nil)
	if err != nil {
		w.t.Fatal(err)
	}

	req.Header.Set("x-api-key", w.key)
	req.Header.Set("x-org-id", w.org)

	resp, err := w.Transport().RoundTrip(req)
	if err != nil {
		w.t.Fatal(err)
	}

	defer func() { _ = resp.Body.Close() }()

	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		w.t.Fatal(err)
	}

	for _, part := range parts {
		if !strings.Contains(string(raw), part) {
			w.t.Errorf("GET %s: %s lacks %s", path, raw, part)
		}
	}

	if resp.StatusCode != status {
		w.t.Errorf("GET %s: %d, want %d", path, resp.StatusCode, status)
	}
}

func (w *world) set(name, value string) {
	w.t.Helper()

	if err := w.Switches.Set(name, value); err != nil {
		w.t.Fatal(err)
	}
}

func TestDevicesReport(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.want("/policies/p/policystatuses", 200, "[]")

	w.reached = []string{"mac"}
	w.want("/policies/p/policystatuses", 200, `"state":"success"`, `"systemID":"mac"`, `"endedAt":"`)
	w.set("policyresult-report", "failed")
	w.want("/policies/p/policystatuses", 200, `"state":"success"`) // it has reported already

	w.reached = []string{"mac", "pc"}
	w.want("/policyresults", 200, `"exitStatus":1`, `"systemID":"pc"`)
	w.set("policyresult-report", "none")

	w.reached = []string{"tux"}
	w.want("/policies/p/policyresults", 200, `"systemID":"mac"`, `"systemID":"pc"`)

	id := policyresultsim.Report(w.World, w.org, policyresultsim.Result{PolicyID: "p", SystemID: "mac", State: policyresultsim.Pending})
	w.want("/policyresults/"+id, 200, `"state":"pending"`, `"success":false`)
	w.want("/policyresults/none", 404)

	if n := len(w.Log().Writes()); n != 0 {
		t.Errorf("%d writes in the log: what devices report is none of the client's", n)
	}
}

func TestSwitches(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.want("/policies/unknown/policystatuses", 404)
	w.set("policyresult-unknown-policy", "empty")
	w.want("/policies/unknown/policystatuses", 200, "[]")

	w.reached = []string{"mac"}
	w.want("/policies/p/policystatuses", 200, `"mac"`)

	w.reached = nil
	w.want("/policies/p/policystatuses", 200, `"mac"`)
	w.set("policystatus-unreached", "drop")
	w.want("/policies/p/policystatuses", 200, "[]")
	w.want("/policies/p/policyresults", 200, `"mac"`)
}
