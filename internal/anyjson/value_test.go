// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package anyjson_test

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-framework/types/basetypes"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// shapes holds the traps of dynamic attributes that ecosystem.md 3.3 names.
var shapes = []string{
	`null`, `true`, `"text"`, `""`, `45`, `-1`, `0`, `0.1`, `1e-7`, `1.5e300`, `3.141592653589793238462643383279502884`,
	`12345678901234567890`, `-12345678901234567890123456789012345678901234567890`,
	`[]`, `{}`, `[[]]`, `[1,"a",null,[true,[0.1]],{}]`,
	`{"a":null,"b":[],"c":{"d":[1,[2,{"e":0.1}]]}}`,
	`{"rows":[{"uri":"./Device","value":"600"},{"uri":"./User","value":null}]}`,
	`{"":"an empty key","ümläut":"日本"}`,
}

// throughTerraform sends a value to Terraform and back, in its wire format.
func throughTerraform(t *testing.T, v attr.Value) anyjson.Value {
	t.Helper()

	tf, err := v.ToTerraformValue(t.Context())
	if err != nil {
		t.Fatal(err)
	}

	wire, err := tfprotov6.NewDynamicValue(tftypes.DynamicPseudoType, tf)
	if err != nil {
		t.Fatal(err)
	}

	back, err := wire.Unmarshal(tftypes.DynamicPseudoType)
	if err != nil {
		t.Fatal(err)
	}

	out, err := anyjson.Type{}.ValueFromTerraform(t.Context(), back)
	if err != nil {
		t.Fatal(err)
	}

	return out.(anyjson.Value) //nolint:forcetypeassert // the type promises it
}

func value(t *testing.T, text string) anyjson.Value {
	t.Helper()

	v, err := anyjson.FromJSON(t.Context(), decode(t, text))
	if err != nil {
		t.Fatal(err)
	}

	return v
}

func plain(t *testing.T, v anyjson.Value) any {
	t.Helper()

	out, err := v.JSON(t.Context())
	if err != nil {
		t.Fatal(err)
	}

	return out
}

func TestRoundTrip(t *testing.T) {
	t.Parallel()

	for _, text := range shapes {
		t.Run(text, func(t *testing.T) {
			t.Parallel()

			v := value(t, text)
			back := throughTerraform(t, v)

			if !back.Equal(v) {
				t.Errorf("Terraform changed %s to %s", v, back)
			}

			if got := plain(t, back); !anyjson.Equal(got, decode(t, text)) {
				t.Errorf("got %v", got)
			}

			written, err := json.Marshal(plain(t, back))
			if err != nil {
				t.Fatal(err)
			}

			if !anyjson.Equal(decode(t, string(written)), decode(t, text)) {
				t.Errorf("written as %s", written)
			}
		})
	}
}

func FuzzRoundTrip(f *testing.F) {
	for _, text := range shapes {
		f.Add(text)
	}

	f.Add(`1e9999999999`)
	f.Add(`1e-2147483648`)

	f.Fuzz(func(t *testing.T, text string) {
		in, err := anyjson.Decode([]byte(text))
		if err != nil {
			t.Skip("not JSON")
		}

		v, err := anyjson.FromJSON(t.Context(), in)
		if err != nil {
			if !strings.Contains(err.Error(), "out of range") {
				t.Errorf("refused %s: %v", text, err)
			}

			return
		}

		if got := plain(t, throughTerraform(t, v)); !anyjson.Equal(got, in) {
			t.Errorf("%s became %v", text, got)
		}
	})
}

func TestNumbersAreWrittenShort(t *testing.T) {
	t.Parallel()

	tests := []struct {
		in   *big.Float
		want json.Number
	}{
		{big.NewFloat(45), "45"},
		{big.NewFloat(0.1), "0.1"},
		{new(big.Float).SetInt64(-300), "-300"},
		{new(big.Float).SetPrec(512).SetInt64(1 << 53), "9007199254740992"},
		{new(big.Float).SetMantExp(big.NewFloat(1), 2000), json.Number(new(big.Float).SetMantExp(big.NewFloat(1), 2000).Text('g', -1))},
	}
	for _, test := range tests {
		v := anyjson.Value{DynamicValue: types.DynamicValue(types.NumberValue(test.in))}
		if got := plain(t, v); got != test.want {
			t.Errorf("%s is written %v, want %v", test.in, got, test.want)
		}
	}
}

func TestFromJSONRefuses(t *testing.T) {
	t.Parallel()

	for name, v := range map[string]any{
		"a Go number":       map[string]any{"a": []any{1.5}},
		"not a number":      json.Number("abc"),
		"a number too big":  []any{json.Number("1e99999999")},
		"a number too fine": map[string]any{"a": json.Number("1e-99999999")},
	} {
		if got, err := anyjson.FromJSON(t.Context(), v); err == nil {
			t.Errorf("%s: got %s, want an error", name, got)
		}
	}
}

func TestJSONOfTerraformCollections(t *testing.T) {
	t.Parallel()

	text := func(s ...string) []attr.Value {
		out := make([]attr.Value, len(s))
		for i := range s {
			out[i] = types.StringValue(s[i])
		}

		return out
	}

	tests := []struct {
		name string
		v    attr.Value
		want any
	}{
		{"list", types.ListValueMust(types.StringType, text("a", "b")), []any{"a", "b"}},
		{"empty list", types.ListValueMust(types.StringType, nil), []any{}},
		{"set", types.SetValueMust(types.StringType, text("b", "a")), anyjson.Set{"a", "b"}},
		{"map", types.MapValueMust(types.BoolType, map[string]attr.Value{"x": types.BoolValue(true)}), map[string]any{"x": true}},
		{"typed null", types.StringNull(), nil},
		{"number of another kind", types.Int64Value(7), json.Number("7")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			got := plain(t, throughTerraform(t, types.DynamicValue(test.v)))
			if !anyjson.Equal(got, test.want) {
				t.Errorf("got %#v", got)
			}

			if _, isSet := got.(anyjson.Set); isSet != (test.name == "set") {
				t.Errorf("got a %T", got)
			}
		})
	}
}

func TestUnknownIsReported(t *testing.T) {
	t.Parallel()

	object := func(v attr.Value) anyjson.Value {
		return anyjson.Value{DynamicValue: types.DynamicValue(types.ObjectValueMust(
			map[string]attr.Type{"a": types.StringType, "b": v.Type(t.Context())},
			map[string]attr.Value{"a": types.StringValue("x"), "b": v}))}
	}

	tests := []struct {
		name string
		v    anyjson.Value
		path string
	}{
		{"wholly", anyjson.NewUnknown(), ""},
		{"wholly, type known", anyjson.Value{DynamicValue: types.DynamicValue(types.MapUnknown(types.StringType))}, ""},
		{"member", object(types.StringUnknown()), "b"},
		{"member of unknown type", object(types.DynamicUnknown()), "b"},
		{"in a list", object(types.ListValueMust(types.StringType, []attr.Value{types.StringValue("1"), types.StringUnknown()})), "b[1]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			tree := plain(t, throughTerraform(t, test.v))

			path, found := anyjson.FindUnknown(tree)
			if !found || path != test.path {
				t.Errorf("FindUnknown = %q, %v", path, found)
			}

			again, err := anyjson.FromJSON(t.Context(), tree)
			if err != nil {
				t.Fatal(err)
			}

			if _, found := anyjson.FindUnknown(plain(t, again)); !found {
				t.Error("an unknown became known on the way back")
			}
		})
	}
}

func TestSemanticEquals(t *testing.T) {
	t.Parallel()

	list := anyjson.Value{DynamicValue: types.DynamicValue(types.ListValueMust(types.StringType, []attr.Value{types.StringValue("a")}))}
	unknown := anyjson.Value{DynamicValue: types.DynamicValue(types.TupleValueMust([]attr.Type{types.StringType}, []attr.Value{types.StringUnknown()}))}

	tests := []struct {
		name string
		a, b anyjson.Value
		want bool
	}{
		{"list and tuple", list, value(t, `["a"]`), true},
		{"numbers", value(t, `{"n":0.10}`), value(t, `{"n":0.1}`), true},
		{"another element", list, value(t, `["b"]`), false},
		{"unknown inside", unknown, unknown, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			got, diags := test.a.DynamicSemanticEquals(t.Context(), test.b)
			if diags.HasError() || got != test.want {
				t.Errorf("DynamicSemanticEquals = %v, %v", got, diags)
			}
		})
	}

	if list.Equal(value(t, `["a"]`)) {
		t.Error("Equal must tell a list from a tuple")
	}

	if list.Equal(list.DynamicValue) {
		t.Error("Equal must tell this type from the framework's own")
	}
}

func TestTypeIsItsOwn(t *testing.T) {
	t.Parallel()

	if !(anyjson.Type{}).Equal(anyjson.Type{}) || (anyjson.Type{}).Equal(basetypes.DynamicType{}) {
		t.Error("the type equals itself and nothing else")
	}

	if _, ok := (anyjson.Type{}).ValueType(t.Context()).(anyjson.Value); !ok {
		t.Error("ValueType is not Value")
	}

	got, diags := anyjson.Type{}.ValueFromDynamic(t.Context(), types.DynamicValue(types.BoolValue(true)))
	if diags.HasError() || !got.Equal(value(t, `true`)) {
		t.Errorf("ValueFromDynamic = %v, %v", got, diags)
	}
}
