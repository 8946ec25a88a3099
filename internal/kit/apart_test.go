// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"context"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// partsResource is a decor of which each resource has its own part.
type partsResource struct{ *decorResource }

func newParts() resource.Resource { return &partsResource{aDecor("fake_parts")} }

func (r *partsResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)
	r.Apart(ctx, req, resp)
}

// Two resources may each have their part of the same settings, and none may have the other's.
func TestApart(t *testing.T) {
	t.Parallel()

	attic := map[string]string{"place": "attic", "colour": "blue"}
	automatic := map[string]string{"place": "hall", "mode": "manual"}

	for name, row := range map[string]struct {
		configs []map[string]string
		twice   string // the attribute that is, "" none
	}{
		"one has no part":         {[]map[string]string{decorated("red", ""), decorated("", "")}, ""},
		"each has its part":       {[]map[string]string{decorated("red", ""), decorated("", "round")}, ""},
		"in different places":     {[]map[string]string{decorated("red", ""), attic}, ""},
		"what has a default":      {[]map[string]string{automatic, automatic}, ""},
		"what is not known yet":   {[]map[string]string{decorated("?", ""), decorated("?", "")}, ""},
		"both have one":           {[]map[string]string{decorated("red", ""), decorated("blue", "round")}, "colour"},
		"both have the second":    {[]map[string]string{decorated("red", "round"), decorated("", "oval")}, "shape"},
		"both have the same":      {[]map[string]string{decorated("red", ""), decorated("red", "")}, "colour"},
		"the third has the first": {[]map[string]string{decorated("red", ""), decorated("", "round"), decorated("red", "")}, "colour"},
	} {
		c := startDecor(t, &remote{}, "fake_parts")

		for i, config := range row.configs {
			_, _, d := c.plan(c.value(config))

			switch {
			case i < len(row.configs)-1 || row.twice == "":
				if len(d) > 0 {
					t.Errorf("%s: %s", name, d)
				}
			case len(d.errors()) != 1 || d[0].Summary != "Same Settings Twice" || d[0].Attribute.String() != `AttributeName("`+row.twice+`")` ||
				!strings.Contains(d[0].Detail, "sets "+row.twice+" of the same Decor"):
				t.Errorf("%s: want %s, got %s", name, row.twice, d)
			}
		}
	}
}

// One resource is planned several times: before an apply and in it, and twice for a replacement.
func TestApartFromItself(t *testing.T) {
	t.Parallel()

	r := &remote{}
	c := startDecor(t, r, "fake_parts")

	if d := c.apply(decorated("red", "")); len(d) > 0 {
		t.Fatal(d)
	}

	r.run = kit.NewRun()
	config := c.value(decorated("blue", ""))

	_, private, d := c.plan(config)
	if len(d) > 0 {
		t.Fatal(d)
	}

	if _, _, d := c.plan(config); len(d) > 0 {
		t.Errorf("a second time: %s", d)
	}

	c.state, c.private = tftypes.NewValue(c.objects, nil), private

	if _, _, d := c.plan(config); len(d) > 0 {
		t.Errorf("as a replacement: %s", d)
	}

	c.private = nil

	if _, _, d := c.plan(config); len(d.errors()) != 1 {
		t.Errorf("another that is new: %s", d)
	}
}
