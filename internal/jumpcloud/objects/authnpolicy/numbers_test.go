// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/authnpolicy/authnpolicysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// long is a number that a float cannot hold.
const long = json.Number("9007199254740993")

// numbered puts a condition with numbers into the one policy, which no configuration can hold.
func (w *world) numbered(numbers object) {
	w.Sim.Change(authnpolicysim.Collection, w.Org, w.docs().IDs()[0], func(d sim.Doc) {
		d["conditions"] = object{"all": []any{object{"deviceManaged": true}, object{"osVersion": numbers}}}
	})
}

// TestNumbersInConditions: a condition that the provider does not know may hold numbers. They
// are a difference like texts, to which the configuration is put back, and no obstacle to
// anything.
func TestNumbersInConditions(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	config := w.Config(full(w.list(w.Org)))
	w.MustApply(config)
	w.numbered(object{"minMajor": 14, "share": 0.5, "least": -3})

	found, d := w.Data("jumpcloud_authn_policy", w.In(acctest.Attrs{"name": "Full"}))
	if len(d) > 0 || !strings.Contains(fmt.Sprint(found["conditions"]), "minMajor:14 share:0.5") {
		t.Errorf("data source: %v\n%s", found["conditions"], d)
	}

	p := w.Plan(config)
	if p.Actions()[portal] != acctest.Update || len(p.Diags) > 0 {
		t.Errorf("planned %v:\n%s", p.Actions(), p.Diags)
	}

	imported := w.Elsewhere()
	if d := imported.Import(portal, w.Org+"/"+w.docs().IDs()[0]); len(d.Errors()) > 0 {
		t.Errorf("importing:\n%s", d)
	}

	if d := w.Refresh(); len(d) > 0 || !strings.Contains(fmt.Sprint(w.State(portal)["conditions"]), "minMajor:14 share:0.5") {
		t.Errorf("in state: %v\n%s", w.State(portal)["conditions"], d)
	}

	w.MustApply(config)

	if strings.Contains(fmt.Sprint(w.docs().All()), "minMajor") {
		t.Error("the condition is still there")
	}

	w.numbered(object{"minMajor": 14})

	if d := w.Destroy(); len(d.Errors()) > 0 || w.docs().Len() > 0 {
		t.Errorf("destroying:\n%s", d)
	}
}

// TestNumbersKeepTheirDigits: two numbers that a float takes for one are a difference, and a
// filter's is shown as it is.
func TestNumbersKeepTheirDigits(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	config := w.Config(full(w.list(w.Org)))
	w.MustApply(config)
	w.numbered(object{"build": json.Number("9007199254740992")})

	if d := w.Refresh(); len(d) > 0 {
		t.Fatal(d)
	}

	before := fmt.Sprint(w.State(portal)["conditions"])
	w.numbered(object{"build": long})

	if d := w.Refresh(); len(d) > 0 || fmt.Sprint(w.State(portal)["conditions"]) == before {
		t.Errorf("a change was not seen: %s\n%s", before, d)
	}

	w.Sim.Change(authnpolicysim.Collection, w.Org, w.docs().IDs()[0], func(d sim.Doc) {
		d["targets"] = object{"userAttributes": object{"inclusions": []any{object{"field": "level", "operator": "EQ", "value": long}}}}
	})

	if d := w.Refresh(); len(d) > 0 || !strings.Contains(fmt.Sprint(w.State(portal)["targets"]), "value:"+long.String()) {
		t.Errorf("a filter's number: %v\n%s", w.State(portal)["targets"], d)
	}
}
