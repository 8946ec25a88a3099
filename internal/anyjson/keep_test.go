// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package anyjson_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

func dynamic(v attr.Value) anyjson.Value {
	return anyjson.Value{DynamicValue: types.DynamicValue(v)}
}

func object(members map[string]attr.Value) anyjson.Value {
	typ := make(map[string]attr.Type, len(members))
	for key, member := range members {
		typ[key] = memberType(member)
	}

	return dynamic(types.ObjectValueMust(typ, members))
}

func memberType(v attr.Value) attr.Type {
	switch v := v.(type) {
	case types.List:
		return types.ListType{ElemType: types.StringType}
	case types.Set:
		return types.SetType{ElemType: types.StringType}
	case types.Number:
		return types.NumberType
	case types.Dynamic:
		return types.DynamicType
	case types.String:
		return types.StringType
	default:
		panic(v)
	}
}

func list(s ...string) types.List {
	return types.ListValueMust(types.StringType, stringValues(s))
}

func set(s ...string) types.Set {
	return types.SetValueMust(types.StringType, stringValues(s))
}

func stringValues(s []string) []attr.Value {
	out := make([]attr.Value, len(s))
	for i := range s {
		out[i] = types.StringValue(s[i])
	}

	return out
}

func TestKeep(t *testing.T) {
	t.Parallel()

	typed := object(map[string]attr.Value{
		"list": list("a", "b"),
		"set":  set("x", "y"),
		"n":    types.StringValue("n"),
		"null": types.StringNull(),
	})
	texts := func(members map[string]string) anyjson.Value {
		out := make(map[string]attr.Value, len(members))
		for key, text := range members {
			out[key] = types.StringValue(text)
		}

		return dynamic(types.MapValueMust(types.StringType, out))
	}

	tests := []struct {
		name              string
		prior, next, want anyjson.Value
	}{
		{
			"the same in other types is the prior",
			typed, value(t, `{"list":["a","b"],"set":["y","x"],"n":"n"}`), typed,
		},
		{
			"one drifted field leaves the others as they were",
			typed, value(t, `{"list":["a","b"],"set":["y","x"],"n":"changed"}`),
			object(map[string]attr.Value{"list": list("a", "b"), "set": set("x", "y"), "n": types.StringValue("changed"), "null": types.StringNull()}),
		},
		{
			"a new field is added and a lost one goes",
			object(map[string]attr.Value{"list": list("a"), "n": types.StringValue("n")}),
			value(t, `{"list":["a"],"new":null}`),
			object(map[string]attr.Value{"list": list("a"), "new": types.DynamicNull()}),
		},
		{"a map stays a map", texts(map[string]string{"a": "1", "b": "2"}), value(t, `{"a":"1","b":"3"}`), texts(map[string]string{"a": "1", "b": "3"})},
		{"a map that no longer fits becomes an object", texts(map[string]string{"a": "1"}), value(t, `{"a":"1","b":3}`), value(t, `{"a":"1","b":3}`)},
		{"a bare list", dynamic(list("a")), value(t, `["a"]`), dynamic(list("a"))},
		{"a bare list that changed", dynamic(list("a")), value(t, `["b"]`), value(t, `["b"]`)},
		{"an object that became a list", typed, value(t, `["b"]`), value(t, `["b"]`)},
		{"a list that became an object", dynamic(list("a")), value(t, `{"a":1}`), value(t, `{"a":1}`)},
		{"prior null", anyjson.NewNull(), value(t, `{"a":1}`), value(t, `{"a":1}`)},
		{"prior null of a type", dynamic(types.MapNull(types.StringType)), value(t, `{"a":1}`), value(t, `{"a":1}`)},
		{"prior unknown", anyjson.NewUnknown(), value(t, `{"a":1}`), value(t, `{"a":1}`)},
		{"next null", typed, anyjson.NewNull(), anyjson.NewNull()},
		{
			"an unknown member of the prior is not kept",
			object(map[string]attr.Value{"list": list("a"), "n": types.StringUnknown()}),
			value(t, `{"list":["a"],"n":"now known"}`),
			object(map[string]attr.Value{"list": list("a"), "n": types.StringValue("now known")}),
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			got := anyjson.Keep(t.Context(), test.prior, test.next)
			if !got.Equal(test.want) {
				t.Errorf("Keep = %s\nwant   %s", got, test.want)
			}

			if back := throughTerraform(t, got); !back.Equal(got) {
				t.Errorf("Terraform changed it to %s", back)
			}
		})
	}
}

// TestNullOfAType: a null that has a type, such as `var.on ? { a = "b" } : null` gives, is a null
// like any other, and keeps its type.
func TestNullOfAType(t *testing.T) {
	t.Parallel()

	typed := dynamic(types.ObjectNull(map[string]attr.Type{"a": types.StringType}))

	if !typed.IsNull() {
		t.Error("a null object is no null")
	}

	if got := anyjson.Keep(t.Context(), typed, anyjson.NewNull()); !got.Equal(typed) {
		t.Errorf("got %s", got)
	}

	other := object(map[string]attr.Value{"a": types.StringValue("b")})
	if got := anyjson.Keep(t.Context(), typed, other); !got.Equal(other) {
		t.Errorf("got %s", got)
	}

	if got := anyjson.Keep(t.Context(), other, anyjson.NewNull()); !got.IsNull() {
		t.Errorf("got %s", got)
	}
}
