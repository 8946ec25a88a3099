// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim_test

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func admin[T any](t *testing.T, s *sim.Server, path string) T {
	t.Helper()

	a := call(t.Context(), t, s, "GET", sim.AdminPrefix+path, "")
	if a.status != 200 {
		t.Fatalf("%s: %d %s", path, a.status, a.body)
	}

	var v T
	if err := json.Unmarshal([]byte(a.body), &v); err != nil {
		t.Fatal(err)
	}

	return v
}

type row struct {
	ID, Label string
	Document  sim.Doc
	Names     map[string]string
}

// TestIndex: what is described comes first and exists without documents, what is not goes by
// its own name, and ids are shown as the names of what they stand for.
func TestIndex(t *testing.T) {
	t.Parallel()

	const house, guest = "5f0000000000000000000001", "5f0000000000000000000002"

	s := newServer(t)
	s.Store.Docs("houses", "").Put(house, sim.Doc{"id": house, "name": "Blue house"})
	s.Store.Docs("guests", house).Put(guest, sim.Doc{"id": guest, "who": sim.Doc{"login": "ann"}, "values": []any{sim.Doc{"field": "f1", "value": 3}}})
	s.Store.Docs("stays", house).Put("1", sim.Doc{"guest": guest, "note": "", "in": []any{house}})
	s.Store.Docs("attic", "elsewhere").Put("1", sim.Doc{})
	s.Describe(sim.About{
		Nouns: []sim.Noun{
			{Collection: "stays", Title: "Stays", Label: "{guest} in {#}"},
			{Collection: "guests", Label: "{who.login}"},
			{Collection: "cellar"},
			{Collection: "houses", Title: "Houses"},
		},
		Scopes: []string{"houses"},
		Names: func(collection string, _ sim.Doc) map[string]string {
			return map[string]string{"f1": "Age in " + collection}
		},
	})

	call(t.Context(), t, s, "GET", "/things?page=1", "")

	ix := admin[struct {
		Requests, Violations int
		Collections          []struct {
			Name, Title string
			Scopes      map[string]int
		}
		Scopes []struct{ ID, Label, Collection, Title string }
		Routes []struct{ Route, About string }
	}](t, s, "")

	var got []string
	for _, c := range ix.Collections {
		got = append(got, c.Name+" "+c.Title)
	}

	if want := []string{"stays Stays", "guests guests", "cellar cellar", "houses Houses", "attic attic"}; !slices.Equal(got, want) {
		t.Errorf("collections %q, want %q", got, want)
	}

	if n := ix.Collections[1].Scopes[house]; n != 1 {
		t.Errorf("%d guests", n)
	}

	if ix.Requests != 1 || ix.Violations != 1 {
		t.Errorf("%d requests, %d violations", ix.Requests, ix.Violations)
	}

	if len(ix.Scopes) != 2 || ix.Scopes[0].Label != "Blue house" || ix.Scopes[0].Title != "Houses" || ix.Scopes[1].ID != "elsewhere" {
		t.Errorf("scopes %+v", ix.Scopes)
	}

	for _, r := range ix.Routes {
		if r.About == "" || !strings.Contains(r.Route, " "+sim.AdminPrefix) {
			t.Errorf("%+v", r)
		}
	}

	stay := admin[[]row](t, s, "rows/stays?scope="+house)[0]
	if stay.Label != "ann in 1" || stay.Names[house] != "Blue house" || stay.Names[guest] != "ann" {
		t.Errorf("%+v", stay)
	}

	if ann := admin[[]row](t, s, "rows/guests?scope="+house)[0]; ann.Label != "ann" || ann.Names["f1"] != "Age in guests" || ann.Names[guest] != "" {
		t.Errorf("%+v", ann)
	}

	if attic := admin[[]row](t, s, "rows/attic?scope=elsewhere")[0]; attic.Label != "1" {
		t.Errorf("%+v", attic)
	}
}

// TestUnknownCollection: a misspelt collection does not pass for an empty one.
func TestUnknownCollection(t *testing.T) {
	t.Parallel()

	s := newServer(t)
	s.Describe(sim.About{Nouns: []sim.Noun{{Collection: "policies"}}})

	for _, step := range []struct{ method, path, body string }{
		{"GET", "documents/polices", ""},
		{"GET", "rows/polices", ""},
		{"PUT", "documents/polices/1", "{}"},
		{"PATCH", "documents/polices/1", "{}"},
		{"DELETE", "documents/polices/1", ""},
	} {
		a := call(t.Context(), t, s, step.method, sim.AdminPrefix+step.path, step.body)
		if a.status != 400 || !strings.Contains(a.body, `did you mean \"policies\"?`) {
			t.Errorf("%s %s: %d %s", step.method, step.path, a.status, a.body)
		}
	}

	if all := admin[[]sim.Doc](t, s, "documents/policies"); len(all) != 0 {
		t.Errorf("%v", all)
	}

	if a := call(t.Context(), t, s, "PUT", sim.AdminPrefix+"documents/policies/1", "null"); a.status != 400 {
		t.Errorf("null is stored: %d %s", a.status, a.body)
	}
}

// TestFaultMembers: the index tells of every member of a fault, and of no other.
func TestFaultMembers(t *testing.T) {
	t.Parallel()

	said := admin[struct {
		Fault []struct{ Name, About string }
	}](t, newServer(t), "").Fault
	want := map[string]bool{"latency": true}

	for f := range reflect.TypeFor[sim.Fault]().Fields() {
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "-" {
			want[name] = true
		}
	}

	got := map[string]bool{}

	for _, m := range said {
		got[m.Name] = true

		if m.About == "" {
			t.Errorf("%s is not explained", m.Name)
		}
	}

	if !maps.Equal(got, want) {
		t.Errorf("told of %v, there are %v", slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
	}
}

func TestLogsEnd(t *testing.T) {
	t.Parallel()

	s := newServer(t)
	for range 3 {
		call(t.Context(), t, s, "GET", "/things?page=1", "")
	}

	last := admin[[]sim.Entry](t, s, "log?last=2")
	if len(last) != 2 || last[1].Seq != 3 || len(last[1].Violations) != 1 || last[1].Violations[0].Rule != "query" {
		t.Errorf("%+v", last)
	}

	if a := call(t.Context(), t, s, "GET", "/__sim/log?last=few", ""); a.status != 400 || !strings.Contains(a.body, "few") {
		t.Errorf("%d %s", a.status, a.body)
	}
}
