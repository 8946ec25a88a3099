// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyresultsim_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest/baresim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policyresult/policyresultsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

type world struct {
	*baresim.World

	reached []string
}

func newWorld(t *testing.T) *world {
	t.Helper()

	w := &world{World: baresim.New(t, policyresultsim.Register, "/api/v2")}
	w.SystemsOf = func(string, string) []string { return w.reached }
	w.Store.Docs("policies", w.Org[0]).Put("p", sim.Doc{"id": "p", "name": "P"})

	return w
}

func (w *world) want(path string, status int, parts ...string) {
	w.T.Helper()
	w.Want("GET", path, "", status, parts...)
}

func TestDevicesReport(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.want("/policies/p/policystatuses", 200, "[]")

	w.reached = []string{"mac"}
	w.want("/policies/p/policystatuses", 200, `"state":"success"`, `"systemID":"mac"`, `"endedAt":"`)
	w.Set("policyresult-report", "failed")
	w.want("/policies/p/policystatuses", 200, `"state":"success"`) // it has reported already

	w.reached = []string{"mac", "pc"}
	w.want("/policyresults", 200, `"exitStatus":1`, `"systemID":"pc"`)
	w.Set("policyresult-report", "none")

	w.reached = []string{"tux"}
	w.want("/policies/p/policyresults", 200, `"systemID":"mac"`, `"systemID":"pc"`)

	id := policyresultsim.Report(w.World.World, w.Org[0], policyresultsim.Result{PolicyID: "p", SystemID: "mac", State: policyresultsim.Pending})
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
	w.Set("policyresult-unknown-policy", "empty")
	w.want("/policies/unknown/policystatuses", 200, "[]")

	w.reached = []string{"mac"}
	w.want("/policies/p/policystatuses", 200, `"mac"`)

	w.reached = nil
	w.want("/policies/p/policystatuses", 200, `"mac"`)
	w.Set("policystatus-unreached", "drop")
	w.want("/policies/p/policystatuses", 200, "[]")
	w.want("/policies/p/policyresults", 200, `"mac"`)
}
