// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"fmt"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestNumbersInAQuery: filters of a dynamic group may hold numbers, in data source, resource
// and plan.
func TestNumbersInAQuery(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	young := []any{map[string]any{"field": "osVersionDetail.major", "operator": "gt", "value": 14}}
	config := w.one(devices, acctest.Attrs{
		"name": "Macs", "membership_method": "DYNAMIC_AUTOMATED", "member_query": map[string]any{"query_type": "FilterQuery", "filters": young},
	})
	w.MustApply(config)

	w.Sim.Change(groupsim.SystemGroups, w.Org, w.id(devices), func(d sim.Doc) {
		d["memberQuery"] = sim.Doc{"queryType": "FilterQuery", "filters": []any{map[string]any{"field": "x", "operator": "lt", "value": 0.5}}}
	})

	got, d := w.Data("jumpcloud_system_group", acctest.Attrs{"organization_id": w.Org, "id": w.id(devices)})
	if query, _ := got["member_query"].(map[string]any); len(d) > 0 || fmt.Sprint(query["filters"]) != "[map[field:x operator:lt value:0.5]]" {
		t.Errorf("data source: %v\n%s", got["member_query"], d)
	}

	if p := w.Plan(config); len(p.Diags.Errors()) > 0 || len(p.Actions()) != 1 {
		t.Errorf("planned %v:\n%s", p.Actions(), p.Diags)
	}

	w.MustApply(config)
}
