// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// data reads a data source of a vendor's integration.
func (w *world) data(typeName, id string, attrs acctest.Attrs) acctest.Attrs {
	w.T.Helper()

	all := acctest.Attrs{"integration_id": id}
	maps.Copy(all, attrs)

	got, d := w.Data(typeName, all)
	if len(d) > 0 {
		w.T.Fatalf("%s:\n%s", typeName, d)
	}

	return got
}

// column is one attribute of every element of a list.
func column(tb testing.TB, list any, name string) []string {
	tb.Helper()

	elements, ok := list.([]any)
	if !ok {
		tb.Fatalf("not a list: %v", list)
	}

	out := []string{}

	for _, e := range elements {
		one, _ := e.(map[string]any)
		out = append(out, fmt.Sprint(one[name]))
	}

	return out
}

func wantColumn(tb testing.TB, list any, name string, want ...string) {
	tb.Helper()

	if got := column(tb, list, name); !slices.Equal(got, want) {
		tb.Errorf("%s: %q, want %q", name, got, want)
	}
}

func TestCompanies(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w, id := connected(t, v)
		typeName := "jumpcloud_" + v.name + "_companies"
		all := w.data(typeName, id, nil)

		if n := len(column(t, all["companies"], "id")); n != 308 {
			t.Errorf("%d companies", n)
		}

		if n := w.Sim.Log().Count("GET", "/api/v2/integrations"); n != 4 {
			t.Errorf("%d calls for 308 companies", n)
		}

		byName, _ := all["id_by_name"].(map[string]any)
		if byName[psasim.Acme] != "250" || byName[psasim.Contoso] != nil {
			t.Errorf("%v", byName)
		}

		some := w.data(typeName, id, acctest.Attrs{"name_contains": "conTOSO"})
		wantColumn(t, some["companies"], "id", "260", "261")
		wantColumn(t, w.data(typeName, id, acctest.Attrs{"name_contains": "nobody"})["companies"], "id")

		if !v.typed {
			return
		}

		// The settings' types narrow the list.
		w.MustApply(v.of(id, acctest.Attrs{"company_types": []any{"Prospect"}}))

		if n := len(column(t, w.data(typeName, id, nil)["companies"], "id")); n != 30 {
			t.Errorf("%d companies", n)
		}

		types := w.data("jumpcloud_"+v.name+"_company_types", id, nil)
		wantColumn(t, types["company_types"], "id", "1", "2", "3", "4", "5", "6", "7")

		if ids, _ := types["id_by_name"].(map[string]any); len(ids) != 5 || ids["Vendor"] != "3" {
			t.Errorf("%v", ids)
		}
	})
}

func TestConnectWiseLookups(t *testing.T) {
	t.Parallel()

	w, id := connected(t, vendors[0])

	agreements := w.data("jumpcloud_connectwise_agreements", id, acctest.Attrs{"company_id": "250"})
	wantColumn(t, agreements["agreements"], "name", psasim.FormerAgreement, psasim.CurrentAgreement)
	wantColumn(t, agreements["agreements"], "company_id", "250", "250")

	if ids, _ := agreements["id_by_name"].(map[string]any); ids[psasim.CurrentAgreement] != "412" {
		t.Errorf("%v", ids)
	}

	if n := len(column(t, w.data("jumpcloud_connectwise_agreements", id, nil)["agreements"], "id")); n != 309 {
		t.Errorf("%d agreements", n)
	}

	additions := w.data("jumpcloud_connectwise_additions", id, acctest.Attrs{"agreement_id": "412", "name_contains": "jumpcloud"})
	wantColumn(t, additions["additions"], "id", "9001", "9002")

	_, d := w.Data("jumpcloud_connectwise_additions", acctest.Attrs{"integration_id": id, "agreement_id": "1"})
	wantError(t, d, "Unable to Read ConnectWise Additions", "status 404")
	_, d = w.Data("jumpcloud_connectwise_additions", acctest.Attrs{"integration_id": id})
	wantError(t, d, "agreement_id")
	_, d = w.Data("jumpcloud_connectwise_companies", acctest.Attrs{"integration_id": "x"})
	wantError(t, d, "must be a UUID")
}

func TestAutotaskLookups(t *testing.T) {
	t.Parallel()

	w, id := connected(t, vendors[1])

	contracts := w.data("jumpcloud_autotask_contracts", id, acctest.Attrs{"company_id": "250"})
	wantColumn(t, contracts["contracts"], "id", "377", "412")

	services := w.data("jumpcloud_autotask_services", id, acctest.Attrs{"contract_id": "412"})
	wantColumn(t, services["services"], "id", "8817", "9001", "9002")
	wantColumn(t, services["services"], "contract_id", "412", "412", "412")

	fields := w.data("jumpcloud_autotask_contract_fields", id, nil)
	wantColumn(t, fields["contract_fields"], "name", "status", "contractType")

	first, _ := fields["contract_fields"].([]any)
	status, _ := first[0].(map[string]any)
	wantColumn(t, status["values"], "label", "Inactive", "Active")
	wantColumn(t, status["values"], "value", "0", "1")
}

func TestSyncroLookups(t *testing.T) {
	t.Parallel()

	w, id := connected(t, vendors[2])

	schedules := w.data("jumpcloud_syncro_billing_options", id, nil)["schedules"]
	if names := column(t, schedules, "name"); len(names) != 308 || names[0] != psasim.Acme+" - Monthly" {
		t.Errorf("%d schedules", len(names))
	}

	all, _ := schedules.([]any)
	first, _ := all[0].(map[string]any)
	wantColumn(t, first["line_items"], "id", "2501", "2502")

	if first["id"] != 250 || first["option"] != "Schedules" {
		t.Errorf("%v", first)
	}
}

func TestIntegrations(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	ids := map[string]string{}

	for _, v := range vendors {
		ids[v.name] = psasim.AddIntegration(w.Sim.World, w.ProviderID, v.name)
	}

	all, d := w.Data("jumpcloud_integrations", nil)
	wantNoError(t, d)
	wantColumn(t, all["integrations"], "type", psasim.ConnectWise, psasim.Autotask, psasim.Syncro)

	if got := fmt.Sprint(all["ids_by_type"]); got != fmt.Sprint(map[string]any{
		psasim.Autotask: []any{ids[psasim.Autotask]}, psasim.ConnectWise: []any{ids[psasim.ConnectWise]}, psasim.Syncro: []any{ids[psasim.Syncro]},
	}) {
		t.Error(got)
	}

	some, d := w.Data("jumpcloud_integrations", acctest.Attrs{"type": psasim.Syncro})
	wantNoError(t, d)
	wantColumn(t, some["integrations"], "id", ids[psasim.Syncro])

	_, d = w.Data("jumpcloud_integrations", acctest.Attrs{"type": "sincro"})
	wantError(t, d, `did you mean "syncro"`)

	w.Sim.Inject(sim.Fault{Method: "GET", Status: 403, PathPrefix: "/api/v2/providers/"})
	_, d = w.Data("jumpcloud_integrations", nil)
	wantError(t, d, "Unable to Read Integrations", "check its role")
}

func TestIntegrationDataSource(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w, id := connected(t, v)

		settings := sim.Doc{"automaticTicketing": true}
		if v.typed {
			settings["companyTypeIds"] = []any{3, 1}
		}

		w.Sim.Docs(psasim.Settings, "").Put(id, settings)

		for _, by := range []acctest.Attrs{{"id": id}, {"type": v.name}} {
			got, d := w.Data("jumpcloud_integration", by)
			wantNoError(t, d)

			want := map[string]any{"id": id, "type": v.name, "msp_auth_configured": true, "automatic_ticketing": true, "company_type_ids": nil}
			if v.typed {
				want["company_type_ids"] = []any{1, 3}
			}

			for _, name := range []string{"username", "url", "company_id", "subdomain"} {
				want[name] = v.reads[name]
			}

			for name, value := range want {
				if fmt.Sprint(got[name]) != fmt.Sprint(value) {
					t.Errorf("%v: %s is %v, want %v", by, name, got[name], value)
				}
			}
		}

		psasim.AddIntegration(w.Sim.World, w.ProviderID, v.name)

		_, d := w.Data("jumpcloud_integration", acctest.Attrs{"type": v.name})
		wantError(t, d, "2 integrations with "+v.name, id)

		_, d = w.Data("jumpcloud_integration", acctest.Attrs{"id": "3f2a9c1e-5b7d-4e80-9a61-0c4d8e2f7b15"})
		wantError(t, d, "has no integration 3f2a9c1e", "jumpcloud_integrations")

		// A key of one tenant has no integrations.
		w.Use(acctest.As(w.Sim, simulator.RoleTenant))

		_, d = w.Data("jumpcloud_integration", acctest.Attrs{"type": v.name})
		wantError(t, d, "needs a credential of the Multi-Tenant Portal")
	})
}

func TestSyncErrors(t *testing.T) {
	t.Parallel()

	for _, v := range vendors {
		w, id := connected(t, v)
		org, _ := w.Sim.OrganizationID("Acme Inc")
		old := "2020-01-02T03:04:05Z"
		errors := w.Sim.Docs(psasim.SyncErrors, id)

		errors.Put("1", sim.Doc{"orgId": org, "timestamp": old, "errorType": "old", "message": "Agreement 377 is inactive"})
		w.Sim.Docs(psasim.Mappings, id).Put(org, sim.Doc{"company": sim.Doc{"id": "none", "name": "Gone"}})

		if r, err := psasim.Sync(w.Sim.World, id); err != nil || r.Failed != 1 {
			t.Fatal(r, err)
		}

		errors.Put("3", sim.Doc{"orgId": "66b1f0a2c8d5e90001a1b2c3", "timestamp": "yesterday", "errorType": "odd", "message": "unreadable time"})

		read := func(since any) any {
			return w.data("jumpcloud_integration_sync_errors", id, acctest.Attrs{"type": v.name, "since": since})["errors"]
		}

		wantColumn(t, read(nil), "error_type", "old", "companyMissing", "odd")
		wantColumn(t, read(nil), "organization_name", "Acme Inc", "Acme Inc", "<nil>")
		wantColumn(t, read("24h"), "error_type", "companyMissing", "odd")
		wantColumn(t, read(old), "error_type", "old", "companyMissing", "odd")
		wantColumn(t, read("2020-01-02T03:04:06Z"), "message", "Company none does not exist", "unreadable time")
		wantColumn(t, read("24h"), "organization_id", org, "66b1f0a2c8d5e90001a1b2c3")

		_, d := w.Data("jumpcloud_integration_sync_errors", acctest.Attrs{"type": v.name, "integration_id": id, "since": "7 days"})
		wantError(t, d, "Invalid Time", "since")
		_, d = w.Data("jumpcloud_integration_sync_errors", acctest.Attrs{"type": v.name, "integration_id": id, "since": "-1h"})
		wantError(t, d, "Invalid Time")
		_, d = w.Data("jumpcloud_integration_sync_errors", acctest.Attrs{"type": "halo", "integration_id": id})
		wantError(t, d, "is not a vendor")
	}
}

// TestLookupFaults: a look-up that fails says where.
func TestLookupFaults(t *testing.T) {
	t.Parallel()

	w, id := connected(t, vendors[0])

	for typeName, title := range map[string]string{
		"jumpcloud_connectwise_companies": "ConnectWise Companies", "jumpcloud_connectwise_company_types": "ConnectWise Company Types",
		"jumpcloud_connectwise_agreements": "ConnectWise Agreements",
	} {
		for _, f := range []sim.Fault{{Status: 403}, {Status: 404}} {
			f.Method, f.PathPrefix = "GET", "/api/v2/integrations/"
			in := w.Sim.Inject(f)
			_, d := w.Data(typeName, acctest.Attrs{"integration_id": id})
			wantError(t, d, "Unable to Read "+title, fmt.Sprintf("status %d", f.Status))
			in.Remove()
		}
	}
}

// TestSummary: whoever starts the simulator learns which credentials are right.
func TestSummary(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		w := newWorld(t, nil)
		if got := w.Sim.Summary("").PSA[v.name][v.api]; got != v.right {
			t.Errorf("%s: %q", v.name, got)
		}
	})
}
