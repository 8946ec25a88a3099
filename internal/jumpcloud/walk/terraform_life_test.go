// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// Terraform makes an object of every type with all that it can say, takes back what is optional,
// and destroys them. Every plan in between, with and without a refresh, is empty. Every data
// source is read beside the first.
func TestTerraformLifeOfEveryType(t *testing.T) {
	t.Parallel()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("needs a real Terraform: set TF_ACC=1")
	}

	_, version, err := tfcli.Version(t.Context())
	if err != nil {
		t.Fatal(err)
	}

	w := newWorld(t)
	w.together = true

	least, most := map[string]any{}, map[string]any{}
	created, changed := []plancheck.PlanCheck{}, changes{}

	for _, name := range slices.Sorted(maps.Keys(rows)) {
		minimal, whole := rows[name].minimal(w), rows[name].whole(w)
		if version < 11 && saysWriteOnly(whole) {
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
		if rows[name].life == made && name != "jumpcloud_organization" && !same(minimal, whole) {
			changed = append(changed, name+".this")
		}
	}

	// No value that the API documents lifts a seat cap, so it stays.
	least["jumpcloud_organization"] = most["jumpcloud_organization"]

	resource.Test(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(w.sim, acctest.As(w.sim, simulator.RoleBilling)),
		Steps: []resource.TestStep{
			{
				Config:           encoded(t, object{"resource": most, "data": w.sources(schemas(t).DataSourceSchemas)}),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: created},
			},
			{
				Config:           encoded(t, object{"resource": least}),
				ConfigPlanChecks: resource.ConfigPlanChecks{PreApply: []plancheck.PlanCheck{changed}},
			},
		},
	})
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

func same(a, b acctest.Attrs) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)

	return string(x) == string(y)
}

func encoded(t *testing.T, blocks object) string {
	t.Helper()

	raw, err := json.MarshalIndent(blocks, "", "  ")
	if err != nil {
		t.Fatal(err)
	}

	return string(raw)
}
