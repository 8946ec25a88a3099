// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

type members = collections.Members

func TestMembers(t *testing.T) {
	t.Parallel()

	have := members{"a": "1", "b": true, "n": members{"x": 1.0, "y": 2.0}, "nil": nil}

	for name, row := range map[string]struct{ got, want members }{
		"same":              {collections.Differing(members{"a": "1", "n": members{"x": 1.0}}, have), members{}},
		"other":             {collections.Differing(members{"a": "2", "b": true, "c": "new"}, have), members{"a": "2", "c": "new"}},
		"nested":            {collections.Differing(members{"n": members{"x": 1.0, "y": 3.0}}, have), members{"n": members{"y": 3.0}}},
		"nested in nothing": {collections.Differing(members{"o": members{"x": 1.0}}, have), members{"o": members{"x": 1.0}}},
		"list in another order": {collections.Differing(
			members{"l": []any{members{"x": 1.0}, "b"}}, members{"l": []any{"b", members{"x": 1.0, "y": 2.0}}},
		), members{}},
		"list with more":  {collections.Differing(members{"l": []any{"b"}}, members{"l": []any{"b", "b"}}), members{"l": []any{"b"}}},
		"list with less":  {collections.Differing(members{"l": []any{"b", "b"}}, members{"l": []any{"b"}}), members{"l": []any{"b", "b"}}},
		"picked":          {collections.Pick(members{"a": 0, "c": 0, "nil": 0, "n": members{"x": 0, "z": 0}}, have), members{"a": "1", "n": members{"x": 1.0}}},
		"picked nothing":  {collections.Pick(members{"n": members{"z": 0}}, have), members{}},
		"missing":         {collections.Missing(members{"a": 0, "c": 0, "n": members{"x": 0, "z": 0}}, have), members{"c": 0, "n": members{"z": 0}}},
		"missing whole":   {collections.Missing(members{"o": members{"x": 0}}, have), members{"o": members{"x": 0}}},
		"missing nothing": {collections.Missing(members{"a": 0, "n": members{"x": 0}}, have), members{}},
		"overlaid": {
			collections.Overlay(members{"a": "1", "n": members{"x": 1.0, "y": 2.0}}, members{"n": members{"y": 3.0}, "c": "new"}),
			members{"a": "1", "c": "new", "n": members{"x": 1.0, "y": 3.0}},
		},
		"null for nothing":        {collections.Differing(members{"z": nil}, have), members{"z": nil}},
		"null for null":           {collections.Differing(members{"nil": nil}, have), members{}},
		"overlaid by a text":      {collections.Overlay(members{"n": members{"x": 1.0}}, members{"n": "off"}), members{"n": "off"}},
		"overlaid by an object":   {collections.Overlay(members{"n": "off"}, members{"n": members{"x": 1.0}}), members{"n": members{"x": 1.0}}},
		"picked no object":        {collections.Pick(members{"a": members{"x": 0}}, have), members{}},
		"differs in being nested": {collections.Differing(members{"a": members{"x": 1.0}}, have), members{"a": members{"x": 1.0}}},
		"list of another kind": {
			collections.Differing(members{"l": []any{members{"x": 1.0}}}, members{"l": []any{"b"}}), members{"l": []any{members{"x": 1.0}}},
		},
		"overlaid nothing": {collections.Overlay(nil, members{"a": "1"}), members{"a": "1"}},
	} {
		if !reflect.DeepEqual(row.got, row.want) {
			t.Errorf("%s: %v, want %v", name, row.got, row.want)
		}
	}

	if got := collections.Paths(members{"b": 1, "a": members{"y": 1, "x": 1}}); !reflect.DeepEqual(got, []string{"a.x", "a.y", "b"}) {
		t.Errorf("paths %v", got)
	}

	// What is made of an object is not that object, and what is compared stays as it is.
	under := members{"n": members{"x": 1.0}, "l": []any{"a", "b"}}
	collections.Overlay(under, members{"n": members{"x": 2.0}})
	collections.Differing(members{"l": []any{"a", "b"}}, under)

	if !reflect.DeepEqual(under, members{"n": members{"x": 1.0}, "l": []any{"a", "b"}}) {
		t.Errorf("changed: %v", under)
	}
}
