// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

func TestResolve(t *testing.T) {
	t.Parallel()

	candidates := []kit.Candidate{
		{ID: "1", Name: "Manager"},
		{ID: "2", Name: "Help Desk"},
		{ID: "3", Name: "Twin"},
		{ID: "4", Name: "Twin"},
		{ID: "5", Name: "2"},
		{ID: "6", Name: "6"},
		{ID: "7", Name: "Listed"},
		{ID: "7", Name: "Listed"},
		{ID: "8", Name: "3"},
	}
	table := map[string]string{ // what is wanted to the id, or to a part of the error after "!"
		"Manager":   "1",
		"4":         "4",
		"5":         "5",
		"6":         "6", // its own id and its own name
		"Listed":    "7", // a row that two pages have is one candidate
		"2":         `!"2" is the id of the role "Help Desk" and the name of the role 5. For the latter write the id, 5. For the former write its name, "Help Desk".`,
		"3":         `!"3" is the id of the role "Twin" and the name of the role 8. For the latter write the id, 8. For the former rename one of them.`,
		"Manger":    `!"Manger" is not a role; did you mean "Manager"?`,
		"help desk": `!did you mean "Help Desk"?`,
		"Twin":      `!2 of the roles are named "Twin": give one of their ids instead: 3, 4`,
		"zzzzzz":    `!"zzzzzz" is not a role. There are: "Manager", "Help Desk"`,
	}

	for want, result := range table {
		got, err := kit.Resolve("role", want, candidates)

		part, fails := strings.CutPrefix(result, "!")
		if fails != (err != nil) || fails && !strings.Contains(err.Error(), part) || !fails && got.ID != result {
			t.Errorf("%q: %v %v, want %q", want, got, err, result)
		}
	}

	if _, err := kit.Resolve("role", "x", nil); err == nil || !strings.Contains(err.Error(), "There are none.") {
		t.Errorf("nothing to choose from: %v", err)
	}
}

func TestOneOf(t *testing.T) {
	t.Parallel()

	v := kit.OneOf("region", "us", "eu", "in")
	table := map[string]struct {
		value types.String
		says  string
	}{
		"allowed":    {types.StringValue("eu"), ""},
		"unknown":    {types.StringUnknown(), ""},
		"null":       {types.StringNull(), ""},
		"a slip":     {types.StringValue("EU"), `"EU" is not a region; did you mean "eu"?`},
		"far away":   {types.StringValue("antarctica"), `"antarctica" is not a region. There are: "us", "eu", "in".`},
		"empty text": {types.StringValue(""), `"" is not a region`},
	}

	for name, row := range table {
		resp := &validator.StringResponse{}
		v.ValidateString(t.Context(), validator.StringRequest{Path: path.Root("region"), ConfigValue: row.value}, resp)

		switch errs := resp.Diagnostics.Errors(); {
		case row.says == "" && len(errs) > 0:
			t.Errorf("%s: %v", name, errs)
		case row.says != "" && (len(errs) != 1 || !strings.Contains(errs[0].Detail(), row.says)):
			t.Errorf("%s: %v, want %q", name, errs, row.says)
		}
	}

	if v.Description(t.Context()) != "one of us, eu, in" {
		t.Error(v.Description(t.Context()))
	}
}

func TestValues(t *testing.T) {
	t.Parallel()

	for name, set := range map[string]types.Set{
		"null": types.SetNull(types.StringType), "unknown": types.SetUnknown(types.StringType), "empty": kit.StringSet(nil),
	} {
		if got := kit.Strings(set); got == nil || len(got) != 0 {
			t.Errorf("%s set gives %#v, want an empty slice that is not nil", name, got)
		}
	}

	got := kit.Strings(types.ListValueMust(types.StringType, []attr.Value{
		types.StringValue("b"), types.StringNull(), types.StringUnknown(), types.StringValue("a"),
	}))
	slices.Sort(got)

	if !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("got %q", got)
	}

	if kit.Int64Pointer(types.Int64Null()) != nil || kit.Int64Pointer(types.Int64Unknown()) != nil || *kit.Int64Pointer(types.Int64Value(0)) != 0 {
		t.Error("null and unknown are nil, zero is zero")
	}

	if !kit.BoolOr(types.BoolNull(), true).ValueBool() || !kit.BoolOr(types.BoolUnknown(), true).ValueBool() ||
		kit.BoolOr(types.BoolValue(false), true).ValueBool() {
		t.Error("a fallback is for null and unknown only")
	}

	if kit.StringOr(types.StringNull(), "x").ValueString() != "x" || kit.StringOr(types.StringUnknown(), "x").ValueString() != "x" ||
		kit.StringOr(types.StringValue(""), "x").ValueString() != "" {
		t.Error("a fallback is for null and unknown only")
	}

	if kit.BoolPointer(types.BoolNull()) != nil || kit.BoolPointer(types.BoolUnknown()) != nil || *kit.BoolPointer(types.BoolValue(false)) {
		t.Error("null and unknown are nil, false is false")
	}

	if m := kit.StringMap(map[string]string{"a": "b"}); m.Elements()["a"] != types.StringValue("b") {
		t.Error(m)
	}

	if l := kit.StringList([]string{"b", "a"}); l.Elements()[0] != types.StringValue("b") {
		t.Error(l)
	}
}

func TestIDsByNameOfTwinsIsTheFirst(t *testing.T) {
	t.Parallel()

	ids := kit.IDsByName([]kit.Candidate{{ID: "1", Name: "Office"}, {ID: "2", Name: "Twin"}, {ID: "3", Name: "Twin"}})
	if want := kit.StringMap(map[string]string{"Office": "1", "Twin": "2"}); !ids.Equal(want) {
		t.Errorf("%v, want %v", ids, want)
	}
}
