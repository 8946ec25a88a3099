// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"context"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	dsschema "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	fwlist "github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var (
	word   = tftypes.String
	person = tftypes.Object{AttributeTypes: map[string]tftypes.Type{"mail": word, "name": word}}
)

// furnished has one attribute of each shape.
var furnished = schema.Schema{Attributes: map[string]schema.Attribute{
	"list":   schema.ListAttribute{Optional: true, ElementType: types.StringType},
	"set":    schema.SetAttribute{Optional: true, ElementType: types.StringType},
	"map":    schema.MapAttribute{Optional: true, ElementType: types.StringType},
	"any":    schema.DynamicAttribute{Optional: true},
	"who":    schema.SingleNestedAttribute{Optional: true, Attributes: persons},
	"people": schema.ListNestedAttribute{Optional: true, NestedObject: schema.NestedAttributeObject{Attributes: persons}},
	"crowd":  schema.SetNestedAttribute{Optional: true, NestedObject: schema.NestedAttributeObject{Attributes: persons}},
	"by_id":  schema.MapNestedAttribute{Optional: true, NestedObject: schema.NestedAttributeObject{Attributes: persons}},
}}

var persons = map[string]schema.Attribute{
	"name": schema.StringAttribute{Optional: true},
	"mail": schema.StringAttribute{Optional: true},
}

func text(s string) tftypes.Value            { return tftypes.NewValue(word, s) }
func nothing(t tftypes.Type) tftypes.Value   { return tftypes.NewValue(t, nil) }
func unknownOf(t tftypes.Type) tftypes.Value { return tftypes.NewValue(t, tftypes.UnknownValue) }

func named(name tftypes.Value) tftypes.Value {
	return tftypes.NewValue(person, map[string]tftypes.Value{"name": name, "mail": nothing(word)})
}

func list(elements ...tftypes.Value) tftypes.Value {
	return tftypes.NewValue(tftypes.List{ElementType: elements[0].Type()}, elements)
}

func set(elements ...tftypes.Value) tftypes.Value {
	return tftypes.NewValue(tftypes.Set{ElementType: elements[0].Type()}, elements)
}

func mapped(v tftypes.Value) tftypes.Value {
	return tftypes.NewValue(tftypes.Map{ElementType: v.Type()}, map[string]tftypes.Value{"k": v})
}

func TestMeaningful(t *testing.T) {
	t.Parallel()

	const dropped = "its members is set: they are missing or misspelt"

	empty, anything := named(nothing(word)), tftypes.Object{AttributeTypes: map[string]tftypes.Type{"x": word}}

	for name, row := range map[string]struct {
		attribute string
		value     tftypes.Value
		at, says  string // at is "" where nothing is refused
	}{
		"a null in a list":       {"list", list(text("a"), nothing(word)), `AttributeName("list").ElementKeyInt(1)`, "list[1] is null"},
		"a null in a set":        {"set", set(nothing(word)), `AttributeName("set")`, "an element of set is null"},
		"a null in a map":        {"map", mapped(nothing(word)), `AttributeName("map").ElementKeyString("k")`, `map["k"] is null`},
		"an empty object":        {"who", empty, `AttributeName("who")`, dropped + " (Terraform drops a member that it does not know). Members: mail, name."},
		"an empty in a list":     {"people", list(empty), `AttributeName("people").ElementKeyInt(0)`, dropped},
		"a null in a list of":    {"people", list(nothing(person)), `AttributeName("people").ElementKeyInt(0)`, "people[0] is null"},
		"an empty in a set":      {"crowd", set(empty), `AttributeName("crowd")`, dropped},
		"an empty in a map":      {"by_id", mapped(empty), `AttributeName("by_id").ElementKeyString("k")`, dropped},
		"all well":               {"people", list(named(text("a"))), "", ""},
		"an unknown list":        {"list", unknownOf(tftypes.List{ElementType: word}), "", ""},
		"an unknown element":     {"list", list(unknownOf(word)), "", ""},
		"an unknown member":      {"who", named(unknownOf(word)), "", ""},
		"an unknown object":      {"who", unknownOf(person), "", ""},
		"an empty list":          {"list", tftypes.NewValue(tftypes.List{ElementType: word}, []tftypes.Value{}), "", ""},
		"an object of one's own": {"any", tftypes.NewValue(anything, map[string]tftypes.Value{"x": nothing(word)}), "", ""},
	} {
		typ, _ := furnished.Type().TerraformType(t.Context()).(tftypes.Object)
		all := map[string]tftypes.Value{}

		for n, at := range typ.AttributeTypes {
			all[n] = nothing(at)
		}

		all[row.attribute] = row.value
		config := tfsdk.Config{Schema: furnished, Raw: tftypes.NewValue(typ, all)}
		resp := &resource.ValidateConfigResponse{}
		kit.Meaningful{}.ValidateResource(t.Context(), resource.ValidateConfigRequest{Config: config}, resp)

		if row.at == "" {
			if len(resp.Diagnostics) > 0 {
				t.Errorf("%s: %v", name, resp.Diagnostics)
			}

			continue
		}

		if resp.Diagnostics.ErrorsCount() != 1 {
			t.Errorf("%s: %v", name, resp.Diagnostics)

			continue
		}

		if d := resp.Diagnostics[0]; !strings.Contains(d.Detail(), row.says) {
			t.Errorf("%s: no %q in %s", name, row.says, d.Detail())
		}

		resp = &resource.ValidateConfigResponse{}
		kit.Meaningful{MayBeEmpty: []string{"who"}}.ValidateResource(t.Context(), resource.ValidateConfigRequest{Config: config}, resp)

		if resp.Diagnostics.HasError() == (row.attribute == "who") {
			t.Errorf("%s, where who may be empty: %v", name, resp.Diagnostics)
		}
	}
}

// Resources and data sources of every kind are checked, whatever they validate themselves.
func TestEveryObjectIsCheckedForMeaning(t *testing.T) {
	t.Parallel()

	r, _ := newThing().(resource.ResourceWithConfigValidators)
	if n := len(r.ConfigValidators(t.Context())); n != 1 {
		t.Errorf("%d validators of a resource", n)
	}

	d, _ := newFinder().(datasource.DataSourceWithConfigValidators)
	if n := len(d.ConfigValidators(t.Context())); n != 1 {
		t.Errorf("%d validators of a data source", n)
	}

	s := dsschema.Schema{Attributes: map[string]dsschema.Attribute{"list": dsschema.ListAttribute{Optional: true, ElementType: types.StringType}}}
	typ := map[string]tftypes.Type{"list": tftypes.List{ElementType: word}}
	config := tfsdk.Config{Schema: s, Raw: tftypes.NewValue(tftypes.Object{AttributeTypes: typ}, map[string]tftypes.Value{"list": list(nothing(word))})}
	resp := &datasource.ValidateConfigResponse{}
	d.ConfigValidators(t.Context())[0].ValidateDataSource(t.Context(), datasource.ValidateConfigRequest{Config: config}, resp)

	if resp.Diagnostics.ErrorsCount() != 1 {
		t.Errorf("%v", resp.Diagnostics)
	}
}

// The same is refused in a block of every kind.
func TestMeaningfulOfEveryKind(t *testing.T) {
	t.Parallel()

	var m kit.Meaningful

	kinds := map[string]func(ctx context.Context, c tfsdk.Config) diag.Diagnostics{
		"resource": func(ctx context.Context, c tfsdk.Config) diag.Diagnostics {
			var resp resource.ValidateConfigResponse
			m.ValidateResource(ctx, resource.ValidateConfigRequest{Config: c}, &resp)

			return resp.Diagnostics
		},
		"data source": func(ctx context.Context, c tfsdk.Config) diag.Diagnostics {
			var resp datasource.ValidateConfigResponse
			m.ValidateDataSource(ctx, datasource.ValidateConfigRequest{Config: c}, &resp)

			return resp.Diagnostics
		},
		"provider": func(ctx context.Context, c tfsdk.Config) diag.Diagnostics {
			var resp provider.ValidateConfigResponse
			m.ValidateProvider(ctx, provider.ValidateConfigRequest{Config: c}, &resp)

			return resp.Diagnostics
		},
		"list": func(ctx context.Context, c tfsdk.Config) diag.Diagnostics {
			var resp fwlist.ValidateConfigResponse
			m.ValidateListResourceConfig(ctx, fwlist.ValidateConfigRequest{Config: c}, &resp)

			return resp.Diagnostics
		},
		"action": func(ctx context.Context, c tfsdk.Config) diag.Diagnostics {
			var resp action.ValidateConfigResponse
			m.ValidateAction(ctx, action.ValidateConfigRequest{Config: c}, &resp)

			return resp.Diagnostics
		},
	}

	typ, _ := furnished.Type().TerraformType(t.Context()).(tftypes.Object)

	for kind, validate := range kinds {
		for _, refused := range []bool{false, true} {
			values := map[string]tftypes.Value{}
			for name, of := range typ.AttributeTypes {
				values[name] = nothing(of)
			}

			if refused {
				values["list"] = list(nothing(word))
			}

			if d := validate(t.Context(), tfsdk.Config{Schema: furnished, Raw: tftypes.NewValue(typ, values)}); d.HasError() != refused {
				t.Errorf("%s: %v", kind, d)
			}
		}
	}
}
