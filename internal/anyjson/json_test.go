// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package anyjson_test

import (
	"encoding/json"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

func decode(t *testing.T, text string) any {
	t.Helper()

	v, err := anyjson.Decode([]byte(text))
	if err != nil {
		t.Fatalf("decode %s: %v", text, err)
	}

	return v
}

func TestEqual(t *testing.T) {
	t.Parallel()

	tests := []struct {
		a, b string
		want bool
	}{
		{`45`, `45.0`, true},
		{`45`, `4.5e1`, true},
		{`0.1`, `0.10`, true},
		{`1e-7`, `0.0000001`, true},
		{`0`, `-0`, true},
		{`12345678901234567890`, `12345678901234567890`, true},
		{`12345678901234567890`, `12345678901234567891`, false},
		{`12345678901234567890`, `12345678901234567000`, false},
		{`0.1`, `0.1000000000000000055511151231257827`, false}, // what float64 makes of 0.1
		{`1`, `"1"`, false},
		{`1`, `true`, false},
		{`0`, `false`, false},
		{`0`, `null`, false},
		{`""`, `null`, false},
		{`"a"`, `"A"`, false},
		{`null`, `null`, true},
		{`[1,2]`, `[1.0,2]`, true},
		{`[1,2]`, `[2,1]`, false},
		{`[1]`, `[1,1]`, false},
		{`[]`, `null`, false},
		{`[]`, `{}`, false},
		{`[null]`, `[]`, false},
		{`{"a":1,"b":[{"c":2}]}`, `{"b":[{"c":2.0}],"a":1}`, true},
		{`{"a":1}`, `{"a":1,"b":2}`, false},
		{`{"a":1,"b":null}`, `{"a":1}`, true},
		{`[{"a":1}]`, `[{"a":1,"b":null}]`, true},
		{`{"b":null}`, `{"b":0}`, false},
		{`{}`, `{}`, true},
	}
	for _, test := range tests {
		t.Run(test.a+" "+test.b, func(t *testing.T) {
			t.Parallel()

			a, b := decode(t, test.a), decode(t, test.b)
			if got := anyjson.Equal(a, b); got != test.want {
				t.Errorf("Equal(%s, %s) = %v", test.a, test.b, got)
			}

			if got := anyjson.Equal(b, a); got != test.want {
				t.Errorf("Equal(%s, %s) = %v: not symmetric", test.b, test.a, got)
			}
		})
	}
}

func TestEqualMarkers(t *testing.T) {
	t.Parallel()

	one, two := json.Number("1"), json.Number("2")
	nested := func(order ...any) any { return anyjson.Set{map[string]any{"ips": order}} }

	tests := []struct {
		name string
		a, b any
		want bool
	}{
		{"sets have no order", anyjson.Set{one, two}, anyjson.Set{two, json.Number("1.0")}, true},
		{"set and list", anyjson.Set{one, two}, []any{two, one}, true},
		{"set and list with a repetition", anyjson.Set{one, two}, []any{two, one, one}, true},
		{"set and shorter list", anyjson.Set{one, two}, []any{two}, false},
		{"set and other list", anyjson.Set{one}, []any{one, two}, false},
		{"empty set and list", anyjson.Set{}, []any{}, true},
		{"lists in objects in sets keep their order", nested(one, two), nested(two, one), false},
		{"set and number", anyjson.Set{one}, one, false},
		{"unknown equals nothing", anyjson.Unknown{}, anyjson.Unknown{}, false},
		{"unknown and null", anyjson.Unknown{}, nil, false},
		{"unknown member", map[string]any{"a": anyjson.Unknown{}}, map[string]any{"a": anyjson.Unknown{}}, false},
		{"unknown member and absent one", map[string]any{"a": anyjson.Unknown{}}, map[string]any{}, false},
		{"not a plain JSON value", 1, 1, false},
		{"not numbers", json.Number("x"), json.Number("y"), false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			if got := anyjson.Equal(test.a, test.b); got != test.want {
				t.Errorf("Equal = %v", got)
			}

			if got := anyjson.Equal(test.b, test.a); got != test.want {
				t.Errorf("Equal the other way = %v", got)
			}
		})
	}
}

func TestDecodeRefusesMoreThanOneValue(t *testing.T) {
	t.Parallel()

	for _, text := range []string{`1 2`, `{} x`, ``, `{`, `[1,]`} {
		if v, err := anyjson.Decode([]byte(text)); err == nil {
			t.Errorf("Decode(%q) = %v, want an error", text, v)
		}
	}

	if v := decode(t, " {\"a\": 1} \n"); !anyjson.Equal(v, map[string]any{"a": json.Number("1")}) {
		t.Errorf("white space around a value: %v", v)
	}
}

func TestFindUnknown(t *testing.T) {
	t.Parallel()

	tests := []struct {
		name  string
		v     any
		path  string
		found bool
	}{
		{"wholly", anyjson.Unknown{}, "", true},
		{"member", map[string]any{"a": true, "b": anyjson.Unknown{}}, "b", true},
		{"first by name", map[string]any{"z": anyjson.Unknown{}, "m": anyjson.Unknown{}}, "m", true},
		{"deep", map[string]any{"rows": []any{"x", map[string]any{"name": anyjson.Unknown{}}}}, "rows[1].name", true},
		{"in a set", []any{anyjson.Set{anyjson.Unknown{}}}, "[0][0]", true},
		{"none", map[string]any{"a": []any{nil, map[string]any{}}}, "", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()

			path, found := anyjson.FindUnknown(test.v)
			if path != test.path || found != test.found {
				t.Errorf("FindUnknown = %q, %v", path, found)
			}
		})
	}
}
