// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"fmt"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	capped := w.Sim.AddOrganization(w.ProviderID, jumpcloudsim.Organization{Name: "Capped", MaxSystemUsers: new(0)})
	acme := w.one(simulator.AcmeInc)

	for name, c := range map[string]struct{ config, want acctest.Attrs }{
		"by id":   {acctest.Attrs{"id": acme}, acctest.Attrs{"id": acme, "name": simulator.AcmeInc, "max_system_users": nil}},
		"by name": {acctest.Attrs{"name": simulator.AcmeInc}, acctest.Attrs{"id": acme, "name": simulator.AcmeInc, "max_system_users": nil}},
		"capped":  {acctest.Attrs{"name": "Capped"}, acctest.Attrs{"id": capped, "name": "Capped", "max_system_users": 0}},
	} {
		got, d := w.Data("jumpcloud_organization", c.config)
		wantNoError(t, d)

		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestDataSourceFindsNothing(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	acme, foreign := w.one(simulator.AcmeInc), ""
	twin := w.Sim.AddOrganization(w.ProviderID, jumpcloudsim.Organization{Name: simulator.AcmeInc})
	foreign, _ = w.Sim.OrganizationID(simulator.OtherTenant)

	for name, c := range map[string]struct {
		config acctest.Attrs
		parts  []string
	}{
		"a slip":     {acctest.Attrs{"name": "Globx"}, []string{"Unable to Read Organization", `"Globx" is not an organization; did you mean "Globex"?`}},
		"ambiguous":  {acctest.Attrs{"name": simulator.AcmeInc}, []string{`2 of the organizations are named "Acme Inc"`, acme + ", " + twin}},
		"foreign id": {acctest.Attrs{"id": foreign}, []string{fmt.Sprintf("%q is not an organization", foreign), `"Globex"`}},
		"neither":    {acctest.Attrs{}, []string{"Invalid Attribute Combination"}},
		"both":       {acctest.Attrs{"id": acme, "name": simulator.AcmeInc}, []string{"Invalid Attribute Combination"}},
		"no id":      {acctest.Attrs{"id": "Acme"}, []string{"24 hexadecimal digits"}},
	} {
		t.Log(name)

		_, d := w.Data("jumpcloud_organization", c.config)
		wantError(t, d, c.parts...)
	}
}

func TestListDataSource(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	ids := map[string]string{}

	for _, o := range []string{simulator.AcmeInc, simulator.Globex, simulator.Initech} {
		ids[o] = w.one(o)
	}

	for name, c := range map[string]struct {
		config acctest.Attrs
		slugs  map[string]string // to names
	}{
		"all":      {acctest.Attrs{}, map[string]string{"acme-inc": simulator.AcmeInc, "globex": simulator.Globex, "initech": simulator.Initech}},
		"contains": {acctest.Attrs{"name_contains": "ACME"}, map[string]string{"acme-inc": simulator.AcmeInc}},
		"regex":    {acctest.Attrs{"name_regex": "^(Glob|Ini)"}, map[string]string{"globex": simulator.Globex, "initech": simulator.Initech}},
		"both":     {acctest.Attrs{"name_contains": "e", "name_regex": "x$"}, map[string]string{"globex": simulator.Globex}},
		"none":     {acctest.Attrs{"name_contains": "umbrella"}, map[string]string{}},
	} {
		got, d := w.Data("jumpcloud_organizations", c.config)
		wantNoError(t, d)

		all, byID, bySlug, set := map[string]any{}, map[string]any{}, map[string]any{}, []any{}

		for slug, name := range c.slugs {
			all[slug] = map[string]any{"id": ids[name], "name": name, "max_system_users": nil}
			byID[ids[name]], bySlug[slug] = all[slug], ids[name]
		}

		for _, name := range []string{simulator.AcmeInc, simulator.Globex, simulator.Initech} { // ids rise in this order
			for _, kept := range c.slugs {
				if kept == name {
					set = append(set, ids[name])
				}
			}
		}

		for attribute, want := range map[string]any{"organizations": all, "organizations_by_id": byID, "id_by_slug": bySlug, "ids": set} {
			if !reflect.DeepEqual(got[attribute], want) {
				t.Errorf("%s: %s is %v, want %v", name, attribute, got[attribute], want)
			}
		}
	}

	_, d := w.Data("jumpcloud_organizations", acctest.Attrs{"name_regex": "("})
	wantError(t, d, "Invalid Regular Expression", `AttributeName("name_regex")`)
}

// TestSlugsThatCollide: a key must not depend on which organization was listed first.
func TestSlugsThatCollide(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	dotted := w.Sim.AddOrganization(w.ProviderID, jumpcloudsim.Organization{Name: "Nova. Ltd!"})
	dashed := w.Sim.AddOrganization(w.ProviderID, jumpcloudsim.Organization{Name: "nova-ltd"})
	signs := w.Sim.AddOrganization(w.ProviderID, jumpcloudsim.Organization{Name: "株式会社"})

	got, d := w.Data("jumpcloud_organizations", acctest.Attrs{"name_regex": "(?i)nova|株"})
	wantNoError(t, d)

	want := map[string]any{"nova-ltd-" + dotted[18:]: dotted, "nova-ltd-" + dashed[18:]: dashed, signs[18:]: signs}
	if !reflect.DeepEqual(got["id_by_slug"], want) {
		t.Errorf("%v, want %v", got["id_by_slug"], want)
	}
}

func TestListDataSourceOfManyPages(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	for i := range 251 {
		w.Sim.AddOrganization(w.ProviderID, jumpcloudsim.Organization{Name: fmt.Sprintf("Tenant %03d", i)})
	}

	got, d := w.Data("jumpcloud_organizations", acctest.Attrs{"name_contains": "tenant"})
	wantNoError(t, d)

	if all, ok := got["organizations"].(map[string]any); !ok || len(all) != 251 {
		t.Errorf("%d organizations, want 251", len(all))
	}

	last, d := w.Data("jumpcloud_organization", acctest.Attrs{"name": "Tenant 250"})
	wantNoError(t, d)

	if last["id"] != w.one("Tenant 250") {
		t.Errorf("the last one is %v", last)
	}
}

func TestDataSourceFaults(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.RoleBilling, nil)
	w.Sim.Inject(sim.Fault{Method: "GET", Pattern: "/api/v2/providers/{id}/organizations", Status: 403})

	for _, typeName := range []string{"jumpcloud_organization", "jumpcloud_organizations"} {
		config := acctest.Attrs{}
		if typeName == "jumpcloud_organization" {
			config["name"] = simulator.AcmeInc
		}

		_, d := w.Data(typeName, config)
		wantError(t, d, "Unable to Read Organization", "check its role", "status 403")
	}
}
