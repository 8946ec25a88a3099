// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping_test

import (
	"fmt"
	"maps"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// renew returns what ends what Acme is billed by, and what makes it again under its name
// with a product of that id.
func (w *world) renew(v vendor) (end func(), again func(id string)) {
	switch v.name {
	case psasim.ConnectWise:
		return func() { w.Sim.Remove(psasim.Agreements, w.integration, "412") }, func(id string) {
			w.Sim.Put(psasim.Agreements, w.integration, "500", sim.Doc{
				"name": psasim.CurrentAgreement, "companyId": "250", "active": true, "additions": []any{sim.Doc{"id": id, "name": psasim.Platform}},
			})
		}
	case psasim.Autotask:
		return func() { w.Sim.Remove(psasim.Contracts, w.integration, "412") }, func(id string) {
			w.Sim.Put(psasim.Contracts, w.integration, "500", sim.Doc{"name": psasim.CurrentAgreement, "companyId": "250", "active": true})
			w.Sim.Put(psasim.Services, w.integration, "500/"+id, sim.Doc{"name": psasim.Platform, "contractId": "500"})
			w.Sim.Change(psasim.Services, w.integration, "500/"+id, func(d sim.Doc) { d["id"] = id })
		}
	default:
		return func() { w.Sim.Remove(psasim.Schedules, w.integration, "250") }, func(id string) {
			value, _ := strconv.Atoi(id)

			w.Sim.Put(psasim.Schedules, w.integration, "500", sim.Doc{
				"value": 500, "label": psasim.Acme + " - Monthly", "lines": []any{sim.Doc{"value": value, "label": psasim.Platform}},
			})
			w.Sim.Change(psasim.Schedules, w.integration, "500", func(d sim.Doc) { delete(d, "id") })
		}
	}
}

// names are the nouns and attributes of what is below a company.
func (v vendor) names() (outer, inner string) {
	if v.name == psasim.Syncro {
		return "billing schedule", "line item"
	}

	return v.outer, v.inner
}

// below reads an attribute of what is below a company.
func (w *world) below(suffix string) (outer, inner any) {
	state := w.State(w.vendor.address())
	if w.vendor.name == psasim.Syncro {
		b, _ := state["billing"].(map[string]any)

		return b["schedule"+suffix], b["line_item"+suffix]
	}

	return state[w.vendor.outer+suffix], state[w.vendor.inner+suffix]
}

// TestMappingRenewed: what was renewed under its name is shown, and mapped by an apply.
func TestMappingRenewed(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.MustApply(w.config(v.full))

		gone, renewed := w.renew(v)
		outer, _ := v.names()
		was, _ := w.below("_id")

		// Both are listed: which of them is billed, nobody can tell.
		renewed("9501")
		w.Sim.Log().Reset()

		p := w.Plan(w.config(v.full))
		wantWarning(t, p.Diags, "Name Is Not Unique", outer, fmt.Sprint(was), "500", `"Acme Inc"`)

		if len(p.Actions()) > 0 {
			t.Errorf("planned %v", p.Actions())
		}

		// The old one is listed no more.
		gone()

		p = w.Plan(w.config(v.full))
		wantWarning(t, p.Diags, "No Longer Offered", outer, fmt.Sprint(was), "500")

		if p.Actions()[v.address()] != acctest.Update {
			t.Fatalf("planned %v", p.Actions())
		}

		if d := p.Apply(); len(d.Errors()) > 0 {
			t.Fatal(d)
		}

		if sent := w.patches(); len(sent) != 1 || !strings.Contains(sent[0][0], "500") || !strings.Contains(sent[0][0], "9501") {
			t.Errorf("sent %v", sent)
		}

		if o, i := w.below("_id"); o != "500" || i != "9501" {
			t.Errorf("state has %v and %v", o, i)
		}

		w.MustPlanEmpty(w.config(v.full))
		wantNone(t, w.Plan(w.config(v.full)).Diags)
	})
}

// TestMappingLost: what the PSA has lost is said, at every level, and nothing is planned.
func TestMappingLost(t *testing.T) {
	t.Parallel()
	each(t, map[string]string{"mapping-names": "sent"}, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.MustApply(w.config(v.full))

		outer, inner := v.names()
		gone, renewed := w.renew(v)
		says := func(noun string, parts ...string) {
			t.Helper()

			p := w.Plan(w.config(v.full))
			wantWarning(t, p.Diags, append(parts, "No Longer Offered", "The "+noun+" that organization \"Acme Inc\"")...)

			if len(p.Diags) != 1 || len(p.Actions()) > 0 {
				t.Errorf("planned %v:\n%s", p.Actions(), p.Diags)
			}
		}

		switch v.name {
		case psasim.ConnectWise:
			w.Sim.Change(psasim.Agreements, w.integration, "412", func(d sim.Doc) { d["additions"] = []any{} })
		case psasim.Autotask:
			w.Sim.Remove(psasim.Services, w.integration, "412/9001")
		default:
			w.Sim.Change(psasim.Schedules, w.integration, "250", func(d sim.Doc) { d["lines"] = []any{} })
		}

		says(inner, "Nothing else has the configured name")
		gone()
		says(outer, "Nothing else has the configured name")

		// Renewed without what is billed on it: the mapping stays, for want of another.
		renewed("9501")

		switch v.name {
		case psasim.ConnectWise:
			w.Sim.Change(psasim.Agreements, w.integration, "500", func(d sim.Doc) { d["additions"] = []any{} })
		case psasim.Autotask:
			w.Sim.Remove(psasim.Services, w.integration, "500/9501")
		default:
			w.Sim.Change(psasim.Schedules, w.integration, "500", func(d sim.Doc) { d["lines"] = []any{} })
		}

		says(outer, "500 has its name now")

		// A company is never changed for another.
		w.Sim.Remove(psasim.Companies, w.integration, "250")
		says("company", "Nothing else has the configured name")
		w.Sim.Put(psasim.Companies, w.integration, "777", sim.Doc{"name": psasim.Acme, "typeId": 1, "active": true})
		says("company", "777 has its name now")
		w.MustPlanEmpty(w.config(v.full))
	})
}

// TestMappingReviewCannotRead: a PSA that cannot be asked fails no plan that changes nothing.
func TestMappingReviewCannotRead(t *testing.T) {
	t.Parallel()

	w := newWorld(t, vendors[0], nil)
	config := w.three(vendors[0].byID)

	for address := range config { // each its own quantity
		delete(config[address], "addition")
	}

	w.MustApply(config)
	w.Sim.Inject(sim.Fault{Method: "GET", Pattern: "/api/v2/integrations/connectwise/{UUID}/companies", Status: 403})

	p := w.Plan(config)
	wantWarning(t, p.Diags, "Mappings Were Not Checked", "403 Forbidden")

	if len(p.Diags) != 1 || len(p.Actions()) > 0 {
		t.Errorf("planned %v:\n%s", p.Actions(), p.Diags)
	}
}

// TestMappingAfterSync: a sync without complaints saves the request for each agreement.
func TestMappingAfterSync(t *testing.T) {
	t.Parallel()

	w := newWorld(t, vendors[0], nil)
	config := w.config(vendors[0].full)
	w.MustApply(config)

	asked := func() int {
		w.Sim.Log().Reset()
		w.Plan(config)

		return w.Sim.Log().Count("GET", "/api/v2/integrations/connectwise/"+w.integration+"/agreements/412/additions")
	}

	if n := asked(); n != 1 {
		t.Errorf("%d requests before a sync, want one", n)
	}

	if _, err := psasim.Sync(w.Sim.World, w.integration); err != nil {
		t.Fatal(err)
	}

	if n := asked(); n != 0 {
		t.Errorf("%d requests after a sync, want none", n)
	}

	w.Sim.Change(psasim.Agreements, w.integration, "412", func(d sim.Doc) { d["additions"] = []any{} })

	if _, err := psasim.Sync(w.Sim.World, w.integration); err != nil {
		t.Fatal(err)
	}

	wantWarning(t, w.Plan(config).Diags, "No Longer Offered", "addition")
}

// TestMappingShared: two organizations that write one quantity are told, once.
func TestMappingShared(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		const says = "One Quantity, Two Organizations"

		globex, _ := w.Sim.OrganizationID("Globex")
		other := "jumpcloud_" + v.name + "_mapping.other"
		both := w.config(v.full)
		both[other] = w.config(v.byID, acctest.Attrs{"organization_id": globex})[v.address()]

		told := func(p *acctest.Plan, times int) {
			t.Helper()

			if n := strings.Count(p.Diags.String(), says); n != times || len(p.Diags.Errors()) > 0 {
				t.Errorf("told %d times, want %d:\n%s", n, times, p.Diags)
			}
		}

		p := w.Plan(both)
		told(p, 1)
		wantWarning(t, p.Diags, `"Acme Inc"`, `"Globex"`, psasim.Acme)
		w.MustApply(both)
		told(w.Plan(both), 1)

		// One customer without billing, or with another quantity, is two tenants' own business.
		delete(both, other)
		w.MustApply(both)

		plain := w.config(v.full)
		plain[other] = w.config(acctest.Attrs{"company": psasim.Acme, "organization_id": globex})[v.address()]
		told(w.Plan(plain), 0)

		if v.name == psasim.Syncro {
			return // no record tells what others bill
		}

		// One that nobody manages.
		w.MustApply(w.config(v.full, acctest.Attrs{v.inner: psasim.PlatformPlus}))
		mapped := w.stored(w.Org)
		delete(mapped, "id")
		w.Sim.Put(psasim.Mappings, w.integration, globex, mapped)
		told(w.Plan(w.config(v.full, acctest.Attrs{v.inner: psasim.PlatformPlus})), 1)

		// Two that change places.
		w.Sim.Remove(psasim.Mappings, w.integration, globex)

		swap := func(one, two string) acctest.Config {
			config := w.config(v.full, acctest.Attrs{v.inner: one})
			config[other] = w.config(v.full, acctest.Attrs{v.inner: two, "organization_id": globex})[v.address()]

			return config
		}

		w.MustApply(swap(psasim.Platform, psasim.PlatformPlus))
		told(w.Plan(swap(psasim.PlatformPlus, psasim.Platform)), 0)
	})
}

// TestMappingTwoReadings: a text that is one's id and another's name is refused.
func TestMappingTwoReadings(t *testing.T) {
	t.Parallel()
	each(t, nil, func(t *testing.T, w *world, v vendor) {
		t.Helper()
		w.Sim.Put(psasim.Companies, w.integration, "5011", sim.Doc{"name": "250", "typeId": 1, "active": true})
		wantError(t, w.Plan(w.config(v.byID)).Diags, `"company"`, `"250" is the id of the company "Acme Incorporated" and the name of the company 5011`)
		wantNone(t, w.Plan(w.config(v.byID, acctest.Attrs{"company": psasim.Acme})).Diags)
		w.Sim.Remove(psasim.Companies, w.integration, "5011")
		w.MustApply(w.config(v.byID))

		// What is mapped stays: the text was clear when it was written.
		w.Sim.Put(psasim.Companies, w.integration, "5011", sim.Doc{"name": "250", "typeId": 1, "active": true})
		wantNone(t, w.Plan(w.config(v.byID)).Diags)

		outer := maps.Clone(v.byID)

		switch v.name {
		case psasim.ConnectWise:
			w.Sim.Put(psasim.Agreements, w.integration, "500", sim.Doc{"name": "377", "companyId": "250", "active": true, "additions": []any{}})

			outer["agreement"] = "377"
		case psasim.Autotask:
			w.Sim.Put(psasim.Contracts, w.integration, "500", sim.Doc{"name": "377", "companyId": "250", "active": true})

			outer["contract"] = "377"
		default:
			w.Sim.Put(psasim.Schedules, w.integration, "500", sim.Doc{"value": 500, "label": "251", "lines": []any{}})
			w.Sim.Change(psasim.Schedules, w.integration, "500", func(d sim.Doc) { delete(d, "id") })

			outer["billing"] = map[string]any{"schedule": "251", "line_item": psasim.Platform}
		}

		wantError(t, w.Plan(w.config(outer)).Diags, "is the id of the", "and the name of the", "500")
	})
}

// TestMappingOfNewCompanyType: company types are widened and a company of the new type is
// mapped in one apply, whichever of both the run comes to first.
func TestMappingOfNewCompanyType(t *testing.T) {
	t.Parallel()
	eachInABubble(t, func(t *testing.T, w *world, v vendor) {
		t.Helper()

		if v.name == psasim.Syncro {
			return
		}

		settings := "jumpcloud_" + v.name + "_settings.this"
		types := func(config acctest.Config, all ...any) acctest.Config {
			config[settings] = acctest.Attrs{"integration_id": w.integration, "company_types": all}

			return config
		}

		w.MustApply(types(acctest.Config{}, "Prospect"))

		wide := types(w.config(v.full), "Prospect", "Customer")
		p := w.Plan(wide)

		if len(p.Diags.Errors()) > 0 {
			t.Fatal(p.Diags)
		}

		if d := p.Apply(); len(d.Errors()) > 0 {
			t.Fatal(d)
		}

		w.wantState(v.ids)
		w.MustPlanEmpty(wide)

		// Nobody widens them: the apply says so.
		w.MustApply(types(acctest.Config{}, "Prospect"))

		p = w.Plan(w.config(v.full))
		wantWarning(t, p.Diags, "Company Is Not Offered", "jumpcloud_"+v.name+"_settings")
		wantError(t, p.Apply(), `"Acme Incorporated" is not a company`)
	})
}
