// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// Strings returns the known strings of a set or a list. Null and unknown give an empty slice, not
// nil, so that a request says "none" rather than nothing.
func Strings(of interface{ Elements() []attr.Value }) []string {
	all := []string{}

	for _, e := range of.Elements() {
		if s, ok := e.(types.String); ok && !s.IsNull() && !s.IsUnknown() {
			all = append(all, s.ValueString())
		}
	}

	return all
}

// StringSet is a set of strings.
func StringSet(all []string) types.Set {
	elements := make([]attr.Value, 0, len(all))
	for _, s := range all {
		elements = append(elements, types.StringValue(s))
	}

	return types.SetValueMust(types.StringType, elements)
}

// Int64Pointer returns nil for a null or unknown number.
func Int64Pointer(v types.Int64) *int64 {
	if v.IsNull() || v.IsUnknown() {
		return nil
	}

	return v.ValueInt64Pointer()
}

// BoolPointer returns nil for a null or unknown value.
func BoolPointer(v types.Bool) *bool {
	if v.IsNull() || v.IsUnknown() {
		return nil
	}

	return v.ValueBoolPointer()
}

// BoolOr returns fallback for a null or unknown value, as an import leaves it.
func BoolOr(v types.Bool, fallback bool) types.Bool {
	if v.IsNull() || v.IsUnknown() {
		return types.BoolValue(fallback)
	}

	return v
}

// StringOr returns fallback for a null or unknown value, as an import leaves it.
func StringOr(v types.String, fallback string) types.String {
	if v.IsNull() || v.IsUnknown() {
		return types.StringValue(fallback)
	}

	return v
}

// StringMap is a map of strings.
func StringMap(all map[string]string) types.Map {
	elements := make(map[string]attr.Value, len(all))
	for k, v := range all {
		elements[k] = types.StringValue(v)
	}

	return types.MapValueMust(types.StringType, elements)
}

// StringList is a list of strings.
func StringList(all []string) types.List {
	elements := make([]attr.Value, 0, len(all))
	for _, s := range all {
		elements = append(elements, types.StringValue(s))
	}

	return types.ListValueMust(types.StringType, elements)
}
