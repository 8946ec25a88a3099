// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// result is one result of a list block.
type result struct {
	name     string
	identity tftypes.Value
	object   tftypes.Value
	diags    diagnostics
}

// lists plays Terraform's part with list blocks of fake_thing.
type lists struct {
	*core

	lister tfprotov6.ListResourceServer
	config tftypes.Object
}

func startLists(t *testing.T, r *remote) *lists {
	t.Helper()

	c := start(t, r, "fake_thing")

	lister, ok := c.server.(tfprotov6.ListResourceServer)
	if !ok {
		t.Fatal("the server lists nothing")
	}

	schemas, err := c.server.GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		t.Fatal(err)
	}

	config, _ := schemas.ListResourceSchemas["fake_thing"].ValueType().(tftypes.Object)

	return &lists{c, lister, config}
}

func (l *lists) block(filters map[string][]string) *tfprotov6.DynamicValue {
	all := map[string]tftypes.Value{}

	for name, t := range l.config.AttributeTypes {
		all[name] = tftypes.NewValue(t, nil)

		if texts, ok := filters[name]; ok {
			elements := []tftypes.Value{}
			for _, text := range texts {
				elements = append(elements, tftypes.NewValue(tftypes.String, text))
			}

			all[name] = tftypes.NewValue(t, elements)
		}
	}

	return l.encode(tftypes.NewValue(l.config, all))
}

// list takes results until there are as many objects as the limit says, as Terraform does.
func (l *lists) list(limit int64, include bool, filters map[string][]string) []result {
	l.t.Helper()

	stream, err := l.lister.ListResource(l.t.Context(), &tfprotov6.ListResourceRequest{
		TypeName: "fake_thing", Config: l.block(filters), Limit: limit, IncludeResource: include,
	})
	if err != nil {
		l.t.Fatal(err)
	}

	var (
		all     []result
		objects int64
	)

	for r := range stream.Results {
		got := result{name: r.DisplayName, diags: r.Diagnostics}

		if r.Identity != nil {
			got.identity = l.decode(r.Identity.IdentityData, l.identityT)
			objects++
		}

		if r.Resource != nil {
			got.object = l.decode(r.Resource, l.objects)
		}

		all = append(all, got)

		if objects == limit {
			break
		}
	}

	return all
}

func names(all []result) string {
	var texts []string
	for _, r := range all {
		texts = append(texts, r.name)
	}

	return strings.Join(texts, ", ")
}

func hall() map[string][]string { return map[string][]string{"places": {"hall"}} }

// Results come place by place, each with the identity that imports it; nothing is read where
// nothing but names is asked for.
func TestList(t *testing.T) {
	t.Parallel()

	r := &remote{things: map[string]string{"hall/1": "chair", "hall/2": "table", "attic/1": "trunk"}}
	l := startLists(t, r)
	all := l.list(100, false, map[string][]string{"places": {"hall", "attic", "cellar"}})

	if got := names(all); got != "The attic / trunk, The hall / chair, The hall / table" {
		t.Error(got)
	}

	if last := all[2]; attribute(last.identity, "place") != "hall" || attribute(last.identity, "id") != "2" || len(last.diags) > 0 {
		t.Errorf("%+v", last)
	}

	slices.Sort(r.log)

	if got := strings.Join(r.log, ", "); got != "find attic, find cellar, find hall" {
		t.Error(got)
	}
}

// What a listed object holds is what its import holds.
func TestListedObjectIsTheImportedOne(t *testing.T) {
	t.Parallel()

	r := &remote{things: map[string]string{"hall/1": "chair", "hall/2": "table"}}
	l := startLists(t, r)
	all := l.list(100, true, hall())

	if d := l.adopt("hall/2", nil); len(d) > 0 {
		t.Fatal(d)
	}

	if len(all) != 2 || !all[1].object.Equal(l.state) || l.get("name") != "table" {
		t.Errorf("listed %v, imported %s", all, l.state)
	}
}

// Neither a place nor an object is looked at without need once the limit is reached, and the
// last result says that there may be more.
func TestListStopsAtItsLimit(t *testing.T) {
	t.Parallel()

	r := &remote{things: map[string]string{}}
	places := []string{}

	for place := 'a'; place <= 'z'; place++ {
		places = append(places, string(place))
		for id := range 3 {
			r.things[fmt.Sprintf("%c/%d", place, id)] = fmt.Sprintf("thing %d", id)
		}
	}

	l := startLists(t, r)
	all := l.list(4, true, map[string][]string{"places": places})
	warned := all[len(all)-1].diags

	if len(all) != 4 || len(warned) != 1 || warned[0].Summary != "Results Cut Off" || !strings.Contains(warned[0].Detail, "limit of 4") {
		t.Errorf("%d results; %s", len(all), warned)
	}

	finds, reads := 0, 0

	for _, call := range r.log {
		if strings.HasPrefix(call, "find") {
			finds++
		} else {
			reads++
		}
	}

	if finds > 6 || reads != 4 {
		t.Errorf("searched %d of %d places, read %d objects: %s", finds, len(places), reads, r.log)
	}

	// All of them are no reason to warn.
	if all := l.list(3, false, map[string][]string{"places": {"z"}}); len(all) != 3 || len(all[2].diags) > 0 {
		t.Errorf("%+v", all)
	}
}

// A place that fails is a warning without an identity, which Terraform goes past; only when
// all fail, there is an error.
func TestListInSpiteOfAPlace(t *testing.T) {
	t.Parallel()

	r := &remote{
		things: map[string]string{"attic/1": "trunk", "hall/1": "chair"},
		closed: map[string]error{"attic": errors.New("the door is locked"), "cellar": errors.New("no light")},
	}
	l := startLists(t, r)
	all := l.list(100, false, map[string][]string{"places": {"attic", "hall"}})

	if len(all) != 2 || all[0].name != "" || !all[0].identity.IsNull() || all[1].name != "The hall / chair" {
		t.Fatalf("%+v", all)
	}

	d := all[0].diags
	if len(d.warnings()) != 1 || d[0].Summary != "Unable to List Thing in The attic" || !strings.Contains(d[0].Detail, "the door is locked") {
		t.Error(d)
	}

	for _, places := range [][]string{{"attic"}, {"attic", "cellar"}} {
		all := l.list(100, false, map[string][]string{"places": places})
		if last := all[len(all)-1].diags; len(all) != len(places) || len(last.errors()) != 1 || last[0].Summary != "Unable to List Thing" {
			t.Errorf("%v: %+v", places, all)
		}
	}

	r.nowhere = errors.New("nobody is home")
	if all := l.list(100, false, nil); len(all) != 1 || len(all[0].diags.errors()) != 1 || !strings.Contains(all[0].diags[0].Detail, "nobody is home") {
		t.Errorf("%+v", all)
	}
}

// An object that cannot be read is a warning, one that is gone meanwhile is no result.
func TestListInSpiteOfAnObject(t *testing.T) {
	t.Parallel()

	r := &remote{things: map[string]string{"hall/1": "chair"}, read: errors.New("too dark")}
	l := startLists(t, r)

	all := l.list(100, true, hall())
	if len(all) != 1 || !all[0].identity.IsNull() || all[0].diags[0].Summary != `Unable to Read Thing "The hall / chair"` ||
		len(all[0].diags.warnings()) != 1 || !strings.Contains(all[0].diags[0].Detail, "too dark") {
		t.Errorf("%+v", all)
	}

	r.read = rest.NotFound("GET", "/things/1", "no such thing")
	if all := l.list(100, true, hall()); len(all) > 0 {
		t.Errorf("%+v", all)
	}
}

func TestListFilters(t *testing.T) {
	t.Parallel()

	l := startLists(t, &remote{things: map[string]string{"hall/1": "chair", "hall/2": "Table (long)", "hall/3": "table", "hall/4": "trunk"}})

	for want, filters := range map[string]map[string][]string{
		"The hall / Table (long), The hall / table": {"name": {"TABLE*"}},
		"The hall / table":                          {"name": {"table", "nothing"}},
		"The hall / Table (long)":                   {"name": {"?able (*)"}},
		"The hall / chair, The hall / trunk":        {"name": {"chair", "t?unk"}},
		"The hall / trunk":                          {"name": {"*r*"}, "letter": {"t"}},
		"":                                          {"letter": {"x"}},
	} {
		filters["places"] = []string{"hall"}
		if got := names(l.list(100, false, filters)); got != want {
			t.Errorf("%v: %q, want %q", filters, got, want)
		}
	}

	for _, wrong := range [][]string{{}, {""}} {
		resp, err := l.lister.ValidateListResourceConfig(t.Context(), &tfprotov6.ValidateListResourceConfigRequest{
			TypeName: "fake_thing", Config: l.block(map[string][]string{"name": wrong}),
		})
		if err != nil || len(resp.Diagnostics) != 1 {
			t.Errorf("%q: %v %v", wrong, resp, err)
		}
	}
}

// A resource that does not say how its objects are found is no list resource.
func TestWithoutFinder(t *testing.T) {
	t.Parallel()

	for want, construct := range map[bool]func() resource.Resource{true: newThing, false: newMonument} {
		l, ok := construct().(kit.Listable)
		if !ok || (l.AsList() != nil) != want {
			t.Errorf("%T: listable %t, want %t", construct(), !want, want)
		}
	}
}

// What was found is asked for only when Terraform takes the first result.
func TestListAsksNothingBefore(t *testing.T) {
	t.Parallel()

	r := &remote{things: map[string]string{"hall/1": "chair"}}
	l := startLists(t, r)

	_, err := l.lister.ListResource(t.Context(), &tfprotov6.ListResourceRequest{TypeName: "fake_thing", Config: l.block(hall()), Limit: 1})
	if err != nil || len(r.log) > 0 {
		t.Error(r.log, err)
	}
}
