// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"go.yaml.in/yaml/v3"
)

// having is a tenant with these policies: by name, the number that is their only value, or
// none for less than 0.
func having(t *testing.T, policies map[string]int) *tenant {
	t.Helper()

	p := &place{folder: "x", organization: "o", name: "X"}
	add := func(k *kind, id string, arguments map[string]tftypes.Value) {
		types := map[string]tftypes.Type{}
		for name, v := range arguments {
			types[name] = v.Type()
		}

		o := &object{kind: k, id: id, importID: "o/" + id, state: tftypes.NewValue(tftypes.Object{AttributeTypes: types}, arguments)}
		o.label = o.attribute("name")
		p.objects = append(p.objects, o)
	}
	text := func(s string) tftypes.Value { return tftypes.NewValue(tftypes.String, s) }

	add(organizationKind, "o", map[string]tftypes.Value{"id": text("o"), "name": text("X")})

	for i, name := range slices.Sorted(maps.Keys(policies)) {
		values := tftypes.NewValue(tftypes.Object{AttributeTypes: map[string]tftypes.Type{}}, map[string]tftypes.Value{})
		if n := policies[name]; n >= 0 {
			values = tftypes.NewValue(tftypes.Object{AttributeTypes: map[string]tftypes.Type{"timeout": tftypes.Number}},
				map[string]tftypes.Value{"timeout": tftypes.NewValue(tftypes.Number, n)})
		}

		add(tenantKinds[4], fmt.Sprint("p", i), map[string]tftypes.Value{
			"id": text(fmt.Sprint("p", i)), "organization_id": text("o"), "name": text(name), "template_name": text("lock_screen_darwin"), "values": values,
		})
	}

	made, err := tenantOf(p)
	if err != nil || made.organization == nil || len(made.entries["policies"]) != len(policies) {
		t.Fatalf("%+v %v", made, err)
	}

	return made
}

// What is baseline: at least the share, counted over what is alike, whatever the order of the
// tenants.
func TestShare(t *testing.T) {
	t.Parallel()

	var estate []*tenant

	for i := range 20 {
		policies := map[string]int{"all": 300}

		if i < 11 {
			policies["eleven"] = 1
		}

		policies["two halves"] = i % 2 // 10 and 10

		if i < 3 {
			policies["three"] = i
		}

		estate = append(estate, having(t, policies))
	}

	unread := having(t, map[string]int{"unread": 1})
	unread.gaps = []gap{{What: "jumpcloud_policy", Reason: "403"}}
	estate = append(estate, unread)

	for least, want := range map[float64][]string{
		0.05: {"all", "eleven", "three", "two halves"},
		0.5:  {"all", "eleven", "two halves"},
		0.55: {"all", "eleven"}, // 11 of 20, although 0.55 × 20 is more than 11 in floating point
		0.56: {"all"},
		1:    {"all"},
	} {
		for range 2 {
			slices.Reverse(estate)

			found := share(estate, least)
			if got := slices.Sorted(maps.Keys(found.policies)); !slices.Equal(got, want) || found.asked != 20 {
				t.Errorf("%g of %d tenants share %q, want %q", least, found.asked, got, want)
			}

			if half := found.policies["two halves"]; half != nil && half.text() != "template_name: lock_screen_darwin\nvalues:\n  timeout: 0\n" {
				t.Errorf("of two that are equally common this was taken:\n%s", half.text())
			}
		}
	}
}

// What an exception says, laid over the baseline as the module does it, gives what the tenant has.
func TestExceptions(t *testing.T) {
	t.Parallel()

	s := share([]*tenant{having(t, map[string]int{"a": 1, "b": 2, "c": 3, "d": 4})}, 1)
	d := s.compare(having(t, map[string]int{"a": 1, "b": 20, "c": -1, "e": 5}))

	if got, want := spelled(sorted(d.exceptions)), "b:\n  values:\n    timeout: 20\nc:\n  values:\n    timeout: null\nd:\n  skip: true\n"; got != want {
		t.Errorf("exceptions are\n%s\nwant\n%s", got, want)
	}

	if got := slices.Sorted(maps.Keys(d.own)); !slices.Equal(got, []string{"e"}) || !d.skipped["d"] {
		t.Errorf("own policies are %q, skipped %v", got, d.skipped)
	}

	other := having(t, map[string]int{"a": 1})
	other.entries["policies"][0].members["template_name"] = textNode("another_darwin")

	if d := s.compare(other); d.own["a"] == nil || d.exceptions["a"] != nil {
		t.Errorf("a policy of another template is no exception: %v", d)
	}
}

// A tenant whose organization could not be read is no module: all that it has stays blocks.
func TestATenantWithoutItsOrganization(t *testing.T) {
	t.Parallel()

	p := having(t, map[string]int{"a": 1}).place
	p.objects = slices.DeleteFunc(p.objects, func(o *object) bool { return o.kind == organizationKind })
	p.objects[0].module = false

	made, err := tenantOf(p)
	if err != nil || made.organization != nil || len(made.entries) > 0 || p.objects[0].module {
		t.Errorf("%+v %v", made, err)
	}

	if found := share([]*tenant{made}, 0.6); found.asked > 0 || len(found.policies) > 0 {
		t.Errorf("it has a say in what is shared: %+v", found)
	}
}

// Of what a tenant's file cannot say, a key is written otherwise, and a value that is null keeps
// its policy a block: null in an exception takes a value away.
func TestWhatAFileCannotSay(t *testing.T) {
	t.Parallel()

	made := having(t, map[string]int{"<<": 1})
	if e := made.entries["policies"][0]; e.key == "<<" || e.members["name"].Value != "<<" {
		t.Errorf("the key is %q, and beside it stands %v", e.key, e.members)
	}

	p := having(t, map[string]int{"a": 1}).place
	types := map[string]tftypes.Type{"timeout": tftypes.Number}
	values := tftypes.NewValue(tftypes.Object{AttributeTypes: types}, map[string]tftypes.Value{"timeout": tftypes.NewValue(tftypes.Number, nil)})
	p.objects[1].module = false
	p.objects[1].state = tftypes.NewValue(tftypes.Object{AttributeTypes: map[string]tftypes.Type{"values": values.Type()}},
		map[string]tftypes.Value{"values": values})

	made, err := tenantOf(p)
	if err != nil || len(made.entries["policies"]) > 0 || p.objects[1].module {
		t.Errorf("a policy with a value that is null is in the file: %v, %v", made.entries, err)
	}
}

// A text is read as it was, whatever it looks like.
func TestTextsInYAML(t *testing.T) {
	t.Parallel()

	for _, s := range []string{
		"", " ", "a", "macOS - Lock screen", "yes", "No", "NULL", "null", "~", "true", "1", "1_000", "0x1F", "0o17", "012", "1e3", ".5", "12:30:45",
		"2026-01-01", "a: b", "a #b", "- a", "? a", "a:", "#", "&a", "*a", "!a", "|", ">", "%", "@", "`", "{a}", "[a]", "a, b", `"`, `'`, `\n`, "\\",
		"a\nb", "a\nb\n", "a\n\n\nb\n\n", "\n", "\na", " a\nb", "a\n b", "a \nb", "a\tb\nc", "a\r\nb", "日本", "日\n本", "\U0001F600\na", "\u2028", "\u0085",
		"\x00\x1b", "\ufeffa", "---", "...", "${a} %{b}", "<<", "=", "a  b", "-", "y", "Inf", ".nan", "a.", "-a", "# yes: no\n\n- 日本",
	} {
		var got map[string]any

		written := document("of one text", mapping(pair{"text", textNode(s)}, pair{s, textNode("key")}, pair{"list", texts([]string{s, s})}))
		if err := yaml.Unmarshal([]byte(written), &got); err != nil {
			t.Errorf("%q: %s\n%s", s, err, written)

			continue
		}

		list, _ := got["list"].([]any)
		if got["text"] != s || got[s] != "key" || len(list) != 2 || list[0] != s {
			t.Errorf("%q is read as %#v:\n%s", s, got, written)
		}
	}
	// A reader of YAML 1.1 takes these for booleans.
	for _, s := range []string{"y", "N", "yes", "No", "on", "OFF"} {
		if got := spelled(textNode(s)); got != fmt.Sprintf("%q", s)+"\n" {
			t.Errorf("%s is written as %s", s, got)
		}
	}
}
