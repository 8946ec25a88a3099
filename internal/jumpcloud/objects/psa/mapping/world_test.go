// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// vendor is what the tests of all vendors' mappings differ in.
type vendor struct {
	name, title  string
	outer, inner string        // below the company, or ""
	full         acctest.Attrs // everything, by name
	byID         acctest.Attrs // the same by id
	ids          map[string]any
	body         string // what PATCH has for it, beside organization and company
	empty        string // and without it
}

var vendors = []vendor{
	{
		name: psasim.ConnectWise, title: "ConnectWise", outer: "agreement", inner: "addition",
		full:  acctest.Attrs{"company": psasim.Acme, "agreement": psasim.CurrentAgreement, "addition": psasim.Platform},
		byID:  acctest.Attrs{"company": "250", "agreement": "412", "addition": "9001"},
		ids:   map[string]any{"company_id": "250", "agreement_id": "412", "addition_id": "9001", "addition_name": psasim.Platform},
		body:  `"addition":{"id":"9001","name":"JumpCloud Platform"},"agreement":{"id":"412","name":"Managed Services 2026"}`,
		empty: `"addition":null,"agreement":null`,
	},
	{
		name: psasim.Autotask, title: "Autotask", outer: "contract", inner: "service",
		full: acctest.Attrs{"company": psasim.Acme, "contract": psasim.CurrentAgreement, "service": psasim.Platform, "non_billable_users": 2},
		byID: acctest.Attrs{"company": "250", "contract": "412", "service": "9001", "non_billable_users": 2},
		ids: map[string]any{
			"company_id": "250", "contract_id": "412", "service_id": "9001", "service_name": psasim.Platform, "non_billable_users": 2,
		},
		body:  `"contract":{"id":"412","name":"Managed Services 2026"},"service":{"id":"9001","name":"JumpCloud Platform","nonBillableUsers":2}`,
		empty: `"contract":null,"service":null`,
	},
	{
		name: psasim.Syncro, title: "Syncro",
		full: acctest.Attrs{"company": psasim.Acme, "billing": map[string]any{"schedule": psasim.Acme + " - Monthly", "line_item": psasim.Platform}},
		byID: acctest.Attrs{"company": "250", "billing": map[string]any{"schedule": "250", "line_item": "2501"}},
		ids:  map[string]any{"company_id": "250", "company_name": psasim.Acme},
		body: `"billingConfigurations":{"fields":{"line_item_id":{"kind":"numberValue","numberValue":2501},` +
			`"line_item_name":{"kind":"stringValue","stringValue":"JumpCloud Platform"},"schedule_id":{"kind":"numberValue","numberValue":250},` +
			`"schedule_name":{"kind":"stringValue","stringValue":"Acme Incorporated - Monthly"}}}`,
		empty: `"billingConfigurations":null`,
	},
}

func (v vendor) address() string { return "jumpcloud_" + v.name + "_mapping.this" }

// element is what PATCH sends to map Acme Inc to Acme Incorporated.
func (w *world) element(rest string) string {
	return sorted(w.T, fmt.Sprintf(`{"organization":{"id":%q,"name":"Acme Inc"},"company":{"id":"250","name":"Acme Incorporated"},%s}`, w.Org, rest))
}

func (w *world) deletion() string {
	return sorted(w.T, fmt.Sprintf(`{"organization":{"id":%q,"name":"Acme Inc"},"company":{"id":null,"name":null},"delete":true}`, w.Org))
}

// world has an integration of one vendor.
type world struct {
	*acctest.World

	vendor      vendor
	integration string
}

func newWorld(tb testing.TB, v vendor, switches map[string]string) *world {
	tb.Helper()

	w := acctest.NewWorld(tb, acctest.Of{Path: "/api/", Headerless: true}, switches)

	return &world{w, v, psasim.AddIntegration(w.Sim.World, w.ProviderID, v.name)}
}

// config maps Acme Inc.
func (w *world) config(attrs acctest.Attrs, more ...acctest.Attrs) acctest.Config {
	all := acctest.Attrs{"integration_id": w.integration, "organization_id": w.Org}
	for _, m := range append([]acctest.Attrs{attrs}, more...) {
		maps.Copy(all, m)
	}

	return acctest.Config{w.vendor.address(): all}
}

func (w *world) stored(org string) sim.Doc {
	d, _ := w.Sim.Docs(psasim.Mappings, w.integration).Get(org)

	return d
}

// patches are the elements of each PATCH since the log was last reset, which it resets.
func (w *world) patches() [][]string {
	w.T.Helper()

	all := [][]string{}

	for _, e := range w.Calls("PATCH") {
		var body struct {
			Data []json.RawMessage `json:"data"`
		}
		if err := json.Unmarshal(e.Body, &body); err != nil {
			w.T.Fatal(err)
		}

		elements := []string{}
		for _, d := range body.Data {
			elements = append(elements, sorted(w.T, string(d)))
		}

		all = append(all, elements)
	}

	return all
}

// wantPatches checks what was sent: one PATCH with one element each.
func (w *world) wantPatches(want ...string) {
	w.T.Helper()

	all := [][]string{}
	for _, one := range want {
		all = append(all, []string{one})
	}

	if got := w.patches(); !reflect.DeepEqual(got, all) {
		w.T.Errorf("sent\n%v\nwant\n%v", got, all)
	}
}

func (w *world) wantState(want map[string]any) {
	w.T.Helper()
	proof.WantMembers(w.T, w.State(w.vendor.address()), want)
}

var (
	wantError, wantWarning, wantNone = proof.WantError, proof.WantWarning, proof.WantNoError
	sorted                           = proof.SortedJSON
)

// each runs a test for every vendor.
func each(t *testing.T, switches map[string]string, test func(t *testing.T, w *world, v vendor)) {
	t.Helper()

	for _, v := range vendors {
		t.Run(v.name, func(t *testing.T) {
			t.Parallel()
			test(t, newWorld(t, v, switches), v)
		})
	}
}

// eachInABubble runs a test for every vendor, where waiting takes no time.
func eachInABubble(t *testing.T, test func(t *testing.T, w *world, v vendor)) {
	t.Helper()

	for _, v := range vendors {
		t.Run(v.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) { test(t, newWorld(t, v, nil), v) })
		})
	}
}
