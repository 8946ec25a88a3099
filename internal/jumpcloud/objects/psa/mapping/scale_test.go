// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	fleet = 300
	pages = 4 // of 100, for the fleet and the organizations that are there before
)

func fleetAddress(i int) string { return fmt.Sprintf("jumpcloud_connectwise_mapping.t%03d", i) }

// fleet makes n organizations and maps each to a customer of the PSA.
func (w *world) fleet(n int) acctest.Config {
	config := acctest.Config{}

	for i := 1; i <= n; i++ {
		org := w.Sim.AddOrganization(w.ProviderID, jumpcloudsim.Organization{Name: fmt.Sprintf("Tenant %03d", i)})
		config[fleetAddress(i)] = acctest.Attrs{
			"integration_id": w.integration, "organization_id": org, "company": fmt.Sprintf("Customer %03d", i),
			"agreement": psasim.CurrentAgreement, "addition": psasim.Platform,
		}
	}

	return config
}

// wantCalls bounds the PATCH calls since the log was reset; four pages list all mappings.
func (w *world) wantCalls(what string, patches int) {
	w.T.Helper()

	got, listed := w.Sim.Log().Count("PATCH", "/api/"), 0

	for _, e := range w.Sim.Log().Calls("GET", "/api/v2/integrations/") {
		if strings.HasSuffix(e.Path, "/mappings") {
			listed++
		}
	}

	if got > patches || listed > pages {
		w.T.Errorf("%s: %d PATCH and %d listings, want %d and %d at most", what, got, listed, patches, pages)
	}

	w.Sim.Log().Reset()
}

// wantMapped checks what is stored, mapping by mapping.
func (w *world) wantMapped(config acctest.Config, but ...string) {
	w.T.Helper()

	for i := 1; i <= len(config); i++ {
		org, _ := config[fleetAddress(i)]["organization_id"].(string)
		company, _ := w.stored(org)["company"].(sim.Doc)
		want := any(fmt.Sprint(1000 + i))

		for _, b := range but {
			if b == fleetAddress(i) {
				want = nil
			}
		}

		if company["id"] != want {
			w.T.Errorf("%s is mapped to %v, want %v", fleetAddress(i), company["id"], want)
		}
	}
}

func TestFleet(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, vendors[0], nil)
		n := w.Fewer(fleet, 30)
		config := w.fleet(n)

		p := w.Plan(config)
		wantNone(t, p.Diags)
		w.wantCalls("plan", 0)
		wantNone(t, p.Apply())
		w.wantCalls("create", 40)
		w.wantMapped(config)

		if _, err := psasim.Sync(w.Sim.World, w.integration); err != nil {
			t.Fatal(err)
		}

		w.MustPlanEmpty(config)

		// Mappings, companies and agreements, and what the sync had to complain of.
		if n := w.Sim.Log().Count("", "/api/"); n > 3*pages+1 {
			t.Errorf("a refresh took %d calls", n)
		}

		w.Sim.Log().Reset()

		// Updates are gathered as well.
		for i := 1; i <= n; i++ {
			config[fleetAddress(i)]["addition"] = psasim.PlatformPlus
		}

		wantNone(t, w.Apply(config))
		w.wantCalls("update", 40)
		wantWarning(t, w.Destroy(), "Billing Quantities")
		w.wantCalls("destroy", 40)

		if n := w.Sim.Docs(psasim.Mappings, w.integration).Len(); n > 0 {
			t.Errorf("%d left behind", n)
		}
	})
}

// TestFleetWithBadOnes: what the PSA has lost since the plan fails alone, with an error of its
// own from the second plan, whether the service stores the others of a refused batch or not.
func TestFleetWithBadOnes(t *testing.T) {
	t.Parallel()

	const some = 110 // two pages, and more than one batch

	unknown := []int{7, 8, 50, 83, some}

	for _, batch := range []string{"atomic", "partial"} {
		t.Run(batch, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, vendors[0], map[string]string{"mappings-batch": batch})
				config := w.fleet(some)
				p := w.Plan(config)

				bad := []string{}

				for _, i := range unknown {
					bad = append(bad, fleetAddress(i))
					w.Sim.Remove(psasim.Companies, w.integration, fmt.Sprint(1000+i))
				}

				d := p.Apply()
				if n := len(d.Errors()); n != len(bad) {
					t.Errorf("%d errors, want %d:\n%s", n, len(bad), d)
				}

				for _, i := range unknown {
					if n := strings.Count(d.String(), fmt.Sprintf(`"Customer %03d" is not a company`, i)); n != 1 {
						t.Errorf("%d errors of company %d:\n%s", n, 1000+i, d.Errors())
					}

					if w.State(fleetAddress(i)) != nil {
						t.Errorf("%s is in state", fleetAddress(i))
					}
				}

				if n := len(w.Addresses()); n != some-len(bad) {
					t.Errorf("%d in state, want %d", n, some-len(bad))
				}

				w.wantMapped(config, bad...)

				for _, address := range bad {
					delete(config, address)
				}

				w.MustPlanEmpty(config)
			})
		})
	}
}
