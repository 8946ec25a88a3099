// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa_test

import (
	"maps"
	"net/http"
	"reflect"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// typed is a world in which the companies of one type are offered.
func typed(tb testing.TB, v vendor) (*world, string) {
	tb.Helper()

	w, id := connected(tb, v)
	w.Sim.Put(psasim.Settings, "", id, sim.Doc{"companyTypeIds": []any{5}, "automaticTicketing": false})
	w.Sim.Change(psasim.Settings, "", id, func(d sim.Doc) { delete(d, "id") })

	return w, id
}

// TestUnclearCompanyTypes: a change whose answer is a failure counts as done where the settings have
// all of it, and nowhere else.
func TestUnclearCompanyTypes(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		acts sim.Doc // what the service does of it
		done bool
	}{
		"done":                  {sim.Doc{"automaticTicketing": true, "companyTypeIds": []any{4, 1}}, true},
		"not done":              {sim.Doc{}, false},
		"one type only":         {sim.Doc{"automaticTicketing": true, "companyTypeIds": []any{1}}, false},
		"all but the types":     {sim.Doc{"automaticTicketing": true}, false},
		"nothing but the types": {sim.Doc{"companyTypeIds": []any{1, 4}}, false},
	} {
		for _, v := range vendors {
			if !v.typed {
				continue
			}

			t.Run(v.name+" "+name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					w, id := typed(t, v)
					w.MustApply(v.of(id, nil))

					config := v.of(id, acctest.Attrs{"company_types": []any{"1", "4"}, "automatic_ticketing": true})
					lost := w.Sim.Inject(sim.Fault{Status: http.StatusInternalServerError, Match: func(r *http.Request) bool {
						if r.Method == http.MethodPatch {
							w.Sim.Change(psasim.Settings, "", id, func(d sim.Doc) { maps.Copy(d, c.acts) })
						}

						return r.Method == http.MethodPatch
					}})

					d := w.Apply(config)

					if c.done {
						wantNoError(t, d)
					} else {
						wantError(t, d, "Unable to Update "+v.title+" Settings", "status 500")
					}

					lost.Remove()
					w.MustApply(config)
					w.MustPlanEmpty(config)
				})
			})
		}
	}
}

// TestOriginalTypesOfAReplacement: settings that are kept when they are destroyed, and taken over in
// the same run, know still what was before Terraform.
func TestOriginalTypesOfAReplacement(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, v vendor) {
		t.Helper()

		if !v.typed {
			return
		}

		w, id := typed(t, v)
		config := v.of(id, acctest.Attrs{"company_types": []any{"1"}})
		w.MustApply(config)
		wantNoError(t, w.PlanReplacing(config, v.settings()).Apply())
		w.wantState(v.settings(), map[string]any{"original_company_type_ids": []any{5}})

		w.MustApply(v.of(id, acctest.Attrs{"company_types": []any{"1"}, "on_destroy": "restore"}))
		wantNoError(t, w.Destroy())

		if got := w.settings(id)["companyTypeIds"]; !reflect.DeepEqual(got, sim.ToDoc(sim.Doc{"ids": []any{5}})["ids"]) {
			t.Errorf("set back to %v", got)
		}
	})
}
