// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestStore_CopiesInAndOut(t *testing.T) {
	t.Parallel()

	docs := sim.New(sim.Options{}).Store.Docs("things", "a")
	list := []any{sim.Doc{"deep": "old"}}
	docs.Put("1", sim.Doc{"list": list})
	list[0] = "changed"

	first, _ := docs.Get("1")
	first["list"].([]any)[0].(sim.Doc)["deep"] = "changed" //nolint:forcetypeassert // the test's own document

	second, _ := docs.Get("1")
	if got := second["list"].([]any)[0].(sim.Doc)["deep"]; got != "old" { //nolint:forcetypeassert // the test's own document
		t.Errorf("the stored document changed to %v", got)
	}
}

func TestStore_OrderAndScopes(t *testing.T) {
	t.Parallel()

	store := sim.New(sim.Options{}).Store
	docs := store.Docs("things", "a")

	for _, id := range []string{"c", "a", "b"} {
		docs.Put(id, sim.Doc{"id": id, "n": json.Number("12345678901234567890")})
	}

	docs.Put("a", sim.Doc{"id": "a", "new": true})
	store.Docs("things", "z").Put("x", sim.Doc{})

	if got := docs.IDs(); !slices.Equal(got, []string{"c", "a", "b"}) {
		t.Errorf("order %v", got)
	}

	if got := store.Scopes("things"); !slices.Equal(got, []string{"a", "z"}) {
		t.Errorf("scopes %v", got)
	}

	if d, _ := docs.Get("c"); d["n"] != json.Number("12345678901234567890") {
		t.Errorf("a number became %v", d["n"])
	}

	if !docs.Remove("c") || docs.Remove("c") || docs.Len() != 2 {
		t.Error("remove does not tell whether the document was there")
	}

	if _, ok := store.Docs("things", "other").Get("a"); ok {
		t.Error("a document leaked into another scope")
	}
}

func TestIDs(t *testing.T) {
	t.Parallel()

	now := epoch
	s := sim.New(sim.Options{Now: func() time.Time { return now }})

	if got := s.IDs.ObjectID(); got != "695735a50000000000000001" || !sim.IsObjectID(got) {
		t.Errorf("first id %s", got)
	}

	if got := s.IDs.UUID(); got != "00000000-0000-4000-8000-000000000002" {
		t.Errorf("UUID %s", got)
	}

	now = now.Add(time.Second)

	if got := s.IDs.ObjectID(); got != "695735a60000000000000003" {
		t.Errorf("third id %s", got)
	}
}

func TestCheckObject(t *testing.T) {
	t.Parallel()

	tests := map[string]struct {
		kind sim.Kind
		good []string
		bad  []string
	}{
		"integer": {sim.Integer, []string{"1", "-2", "3.0", "1e3"}, []string{"1.5", `"1"`, "null", "true"}},
		"number":  {sim.Number, []string{"1.5"}, []string{`"1"`, "null"}},
		"bool":    {sim.Bool, []string{"true"}, []string{"0"}},
		"strings": {sim.Strings, []string{"[]", `["a"]`}, []string{`[1]`, `"a"`}},
		"array":   {sim.Array, []string{`[1,"a"]`}, []string{"{}"}},
		"object":  {sim.Object, []string{"{}"}, []string{"[]"}},
		"any":     {sim.Any, []string{"null", "1", "[]"}, nil},
		"null":    {sim.String | sim.Null, []string{"null", `""`}, []string{"1"}},
	}

	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			check := func(raw string) *sim.BodyError {
				d := sim.ToDoc(json.RawMessage(`{"f":` + raw + `}`))

				return sim.CheckClosed(d, sim.Fields{"f": tt.kind})
			}

			for _, raw := range tt.good {
				if err := check(raw); err != nil {
					t.Errorf("%s: %v", raw, err)
				}
			}

			for _, raw := range tt.bad {
				if err := check(raw); err == nil {
					t.Errorf("%s was accepted", raw)
				}
			}
		})
	}
}
