// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud_test

import (
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

type members = jumpcloud.Members

func TestMembers(t *testing.T) {
	t.Parallel()

	have := members{"a": "1", "b": true, "n": members{"x": 1.0, "y": 2.0}, "nil": nil}

	for name, row := range map[string]struct{ got, want members }{
		"same":              {jumpcloud.Differing(members{"a": "1", "n": members{"x": 1.0}}, have), members{}},
		"other":             {jumpcloud.Differing(members{"a": "2", "b": true, "c": "new"}, have), members{"a": "2", "c": "new"}},
		"nested":            {jumpcloud.Differing(members{"n": members{"x": 1.0, "y": 3.0}}, have), members{"n": members{"y": 3.0}}},
		"nested in nothing": {jumpcloud.Differing(members{"o": members{"x": 1.0}}, have), members{"o": members{"x": 1.0}}},
		"list in another order": {jumpcloud.Differing(
			members{"l": []any{members{"x": 1.0}, "b"}}, members{"l": []any{"b", members{"x": 1.0, "y": 2.0}}},
		), members{}},
		"list with more": {jumpcloud.Differing(members{"l": []any{"b"}}, members{"l": []any{"b", "b"}}), members{"l": []any{"b"}}},
		"list with less": {jumpcloud.Differing(members{"l": []any{"b", "b"}}, members{"l": []any{"b"}}), members{"l": []any{"b", "b"}}},
		"picked":         {jumpcloud.Pick(members{"a": 0, "c": 0, "nil": 0, "n": members{"x": 0, "z": 0}}, have), members{"a": "1", "n": members{"x": 1.0}}},
		"picked nothing": {jumpcloud.Pick(members{"n": members{"z": 0}}, have), members{}},
		"missing":        {jumpcloud.Missing(members{"a": 0, "c": 0, "n": members{"x": 0, "z": 0}}, have), members{"c": 0, "n": members{"z": 0}}},
		"missing whole":  {jumpcloud.Missing(members{"o": members{"x": 0}}, have), members{"o": members{"x": 0}}},
		"overlaid": {
			jumpcloud.Overlay(members{"a": "1", "n": members{"x": 1.0, "y": 2.0}}, members{"n": members{"y": 3.0}, "c": "new"}),
			members{"a": "1", "c": "new", "n": members{"x": 1.0, "y": 3.0}},
		},
		"overlaid nothing": {jumpcloud.Overlay(nil, members{"a": "1"}), members{"a": "1"}},
	} {
		if !reflect.DeepEqual(row.got, row.want) {
			t.Errorf("%s: %v, want %v", name, row.got, row.want)
		}
	}

	if got := jumpcloud.Paths(members{"b": 1, "a": members{"y": 1, "x": 1}}); !reflect.DeepEqual(got, []string{"a.x", "a.y", "b"}) {
		t.Errorf("paths %v", got)
	}

	// What is made of an object is not that object.
	under := members{"n": members{"x": 1.0}}
	jumpcloud.Overlay(under, members{"n": members{"x": 2.0}})

	if !reflect.DeepEqual(under, members{"n": members{"x": 1.0}}) {
		t.Errorf("changed: %v", under)
	}
}
