// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"errors"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/defaults"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

func TestFill(t *testing.T) {
	t.Parallel()

	filled := ""
	fill := kit.Fill(func(answer string) { filled = answer })

	if err := fill("half an answer", errBroken); !errors.Is(err, errBroken) || filled != "" {
		t.Errorf("%q, %v", filled, err)
	}

	if err := fill("an answer", nil); err != nil || filled != "an answer" {
		t.Errorf("%q, %v", filled, err)
	}
}

func TestAttributesWithADefault(t *testing.T) {
	t.Parallel()

	var (
		text defaults.StringResponse
		flag defaults.BoolResponse
	)

	kit.DefaultString("blue", "Colour.").Default.DefaultString(t.Context(), defaults.StringRequest{}, &text)
	kit.DefaultBool(true, "Whether it is on.").Default.DefaultBool(t.Context(), defaults.BoolRequest{}, &flag)

	if text.PlanValue.ValueString() != "blue" || !flag.PlanValue.ValueBool() {
		t.Errorf("%s, %s", text.PlanValue, flag.PlanValue)
	}
}

// Of one attribute two others can be made, and none is changed by it.
func TestAttributesThatReplace(t *testing.T) {
	t.Parallel()

	plain := kit.RequiredString("Name.", kit.VisibleName())
	always, known := kit.RequiresReplace(plain), kit.RequiresReplaceIfKnown("Another name.", plain)

	for _, test := range []struct {
		of       schema.StringAttribute
		state    types.String
		replaces bool
	}{
		{plain, types.StringValue("old"), false},
		{always, types.StringValue("old"), true},
		{always, types.StringNull(), true},
		{known, types.StringValue("old"), true},
		{known, types.StringNull(), false},
	} {
		s := schema.Schema{Attributes: map[string]schema.Attribute{"name": test.of}}
		shape := s.Type().TerraformType(t.Context())
		there := tftypes.NewValue(shape, map[string]tftypes.Value{"name": tftypes.NewValue(tftypes.String, "any")})

		req := planmodifier.StringRequest{
			Plan: tfsdk.Plan{Raw: there, Schema: s}, State: tfsdk.State{Raw: there, Schema: s},
			PlanValue: types.StringValue("new"), StateValue: test.state,
		}

		var resp planmodifier.StringResponse
		for _, m := range test.of.PlanModifiers {
			m.PlanModifyString(t.Context(), req, &resp)
		}

		if resp.RequiresReplace != test.replaces {
			t.Errorf("%d modifiers, %s in state: replaces %t", len(test.of.PlanModifiers), test.state, resp.RequiresReplace)
		}
	}
}

func TestPlanned(t *testing.T) {
	t.Parallel()

	type named struct {
		Name types.String `tfsdk:"name"`
	}

	s := schema.Schema{Attributes: map[string]schema.Attribute{"name": kit.RequiredString("Name.")}}
	shape := s.Type().TerraformType(t.Context())
	none := tftypes.NewValue(shape, nil)
	of := func(name string) tftypes.Value {
		return tftypes.NewValue(shape, map[string]tftypes.Value{"name": tftypes.NewValue(tftypes.String, name)})
	}

	for _, test := range []struct {
		plan, state tftypes.Value
		broken, ok  bool
	}{
		{plan: of("new"), state: none, ok: true},
		{plan: of("new"), state: of("old"), ok: true},
		{plan: none, state: of("old")},
		{plan: of("new"), state: none, broken: true},
	} {
		req := resource.ModifyPlanRequest{Plan: tfsdk.Plan{Raw: test.plan, Schema: s}, State: tfsdk.State{Raw: test.state, Schema: s}}
		resp := resource.ModifyPlanResponse{Plan: req.Plan}

		if test.broken {
			resp.Diagnostics.AddError("Broken", "It was broken before.")
		}

		plan, prior, ok := kit.Planned[named](t.Context(), req, &resp)
		if ok != test.ok || ok && plan.Name.ValueString() != "new" || ok && prior.Name.IsNull() != test.state.IsNull() {
			t.Errorf("%v: %v after %v, %t", test, plan, prior, ok)
		}
	}
}
