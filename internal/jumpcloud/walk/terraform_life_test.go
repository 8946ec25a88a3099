// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli/workdir"
)

// Terraform makes an object of every type with all that it can say, takes back what is optional,
// and destroys them. Every plan in between, with and without a refresh, is empty. Every data
// source is read beside the first.
func TestTerraformLifeOfEveryType(t *testing.T) {
	t.Parallel()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("needs a real Terraform: set TF_ACC=1")
	}

	plain := workdir.Lacks(t, tfcli.WriteOnly) != ""

	w := newWorld(t)
	w.together = true

	least, most := map[string]any{}, map[string]any{}
	created, changed := []plancheck.PlanCheck{}, changes{}

	for _, name := range slices.Sorted(maps.Keys(rows)) {
		minimal, whole := rows[name].minimal(w), rows[name].whole(w)
		if plain && saysWriteOnly(whole) {
			whole = maps.Clone(minimal)
		}

		// Alerts can be configured once the vendor's settings have tickets made.
		if vendor, ok := strings.CutSuffix(name, "_alert_configuration"); ok {
			minimal["depends_on"] = []any{vendor + "_settings.this"}
			whole["depends_on"] = minimal["depends_on"]
		}

		least[name], most[name] = object{"this": minimal}, object{"this": whole}
		created = append(created, plancheck.ExpectResourceAction(name+".this", plancheck.ResourceActionCreate))

		// What was adopted may keep what is not said any more.
		if rows[name].life == made && name != "jumpcloud_organization" && !reflect.DeepEqual(minimal, whole) {
			changed = append(changed, name+".this")
		}
	}

	// No value that the API documents lifts a seat cap, so it stays.
	least["jumpcloud_organization"] = most["jumpcloud_organization"]

	steps := []resource.TestStep{
		{
			Config:           encoded(t, object{"resource": most, "data": w.sources(schemas(t).DataSourceSchemas)}),
			ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: created},
		},
		{
			Config:           encoded(t, object{"resource": least}),
			ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{changed}},
		},
	}
	before := w.inventory()

	resource.Test(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(w.sim, acctest.As(w.sim, simulator.RoleBilling)),
		Steps:                    steps,
	})

	for name, left := range w.inventory() {
		left = slices.DeleteFunc(left, func(one string) bool { return slices.Contains(before[name], one) })

		want := 0
		if outlives[name] != "" {
			want = 1
		}

		if len(left) != want {
			t.Errorf("%s: left behind %v, want %d", name, left, want)
		}
	}
}

// outlives are the types of which one object is left once all are destroyed, with the reason.
var outlives = map[string]string{
	"jumpcloud_organization": "it cannot be deleted",
	"jumpcloud_policy":       "a group's copies of a template's policies remain",
	"jumpcloud_user":         "it is suspended by default",
}

// inventory is the identities of all that a list finds, by the types that are made and deleted.
func (w *world) inventory() map[string][]string {
	w.t.Helper()

	all := map[string][]string{}

	for _, name := range w.ListTypes() {
		if rows[name].life != made {
			continue
		}

		found, d := w.List(name, acctest.Query{Limit: 1000})
		if len(d) > 0 {
			w.t.Errorf("%s: %s", name, d)
		}

		for _, one := range found {
			all[name] = append(all[name], fmt.Sprint(one.Identity))
		}
	}

	return all
}

// saysWriteOnly tells that a configuration has arguments that Terraform takes from 1.11 on.
func saysWriteOnly(attrs acctest.Attrs) bool {
	return slices.ContainsFunc(slices.Collect(maps.Keys(attrs)), func(name string) bool { return strings.HasSuffix(name, "_wo") })
}

// changes are addresses that a plan changes.
type changes []string

func (all changes) CheckPlan(_ context.Context, req plancheck.CheckPlanRequest, resp *plancheck.CheckPlanResponse) {
	var still []string

	for _, r := range req.Plan.ResourceChanges {
		if slices.Contains(all, r.Address) && r.Change.Actions.NoOp() {
			still = append(still, r.Address)
		}
	}

	if len(all) == 0 || len(still) > 0 {
		resp.Error = fmt.Errorf("of %d to change these stay as they are: %v", len(all), still)
	}
}

func encoded(t *testing.T, blocks object) string {
	t.Helper()

	raw, err := json.MarshalIndent(blocks, "", "  ")
	if err != nil {
		t.Fatal(err)
	}

	return string(raw)
}
