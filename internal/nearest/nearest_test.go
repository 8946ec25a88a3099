// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nearest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

func TestMatch(t *testing.T) {
	t.Parallel()

	names := []string{"lock_screen_darwin", "lock_screen_windows", "disk_encryption", "us"}
	table := map[string]string{ // what is sought to the match, "" none is near
		"lock_screen_darwn":  "lock_screen_darwin",
		"LOCK_SCREEN_DARWIN": "lock_screen_darwin",
		"encryption":         "disk_encryption",
		"uss":                "us",
		"zzzz":               "",
		"":                   "",
	}

	for want, match := range table {
		got, ok := nearest.Match(want, names)
		if ok != (match != "") || ok && got != match {
			t.Errorf("%q: %q %t, want %q", want, got, ok, match)
		}
	}

	if _, ok := nearest.Match("x", nil); ok {
		t.Error("nothing is near to nothing")
	}
}

func TestSorted(t *testing.T) {
	t.Parallel()

	names := []string{"bbb", "aab", "aaa", "aab"}

	if got := nearest.Sorted("aaa", names); !slices.Equal(got, []string{"aaa", "aab", "bbb"}) {
		t.Errorf("got %q", got)
	}

	if names[0] != "bbb" {
		t.Error("the caller's names were sorted")
	}

	companies := []string{"Contoso", "Customer 001", "New Globex", "Globes", "Globex Corporation", "The Globex Corporation of Springfield"}
	if got := nearest.Sorted("globex", companies)[:4]; !slices.Equal(got,
		[]string{"Globex Corporation", "New Globex", "The Globex Corporation of Springfield", "Globes"}) {
		t.Errorf("what begins with or contains the text is not first: %q", got)
	}

	// Hardly any name lacks a text as short as this, and an exact one is nearest of all.
	if got := nearest.Sorted("co", []string{"Contoso", "Cos", "GoCo"})[0]; got != "Cos" {
		t.Errorf("nearest to co: %q", got)
	}

	if got := nearest.Sorted("acme", []string{"acme and sons", "Acme"})[0]; got != "Acme" {
		t.Errorf("nearest to acme: %q", got)
	}
}

func TestUnknownOfMany(t *testing.T) {
	t.Parallel()

	names := []string{"Contoso", "Globex Corporation"}
	for i := range 20 {
		names = append(names, fmt.Sprintf("Company%d", i))
	}

	const want = `"Globex" is not a company; did you mean "Globex Corporation"? The nearest of 22: "Globex Corporation", `
	if got := nearest.Unknown("company", "Globex", names); !strings.HasPrefix(got, want) {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestUnknown(t *testing.T) {
	t.Parallel()

	var many []string
	for i := range 20 {
		many = append(many, fmt.Sprintf("field%02d", i))
	}

	table := []struct {
		noun, want string
		names      []string
		text       string
	}{
		{"role", "Manger", []string{"Manager", "Help Desk"}, `"Manger" is not a role; did you mean "Manager"? There are: "Manager", "Help Desk".`},
		{"organization", "zzzzzz", []string{"Acme"}, `"zzzzzz" is not an organization. There are: "Acme".`},
		{"role", "x", nil, `"x" is not a role. There are none.`},
		{
			"field", "field07", many[:13],
			`"field07" is not a field; did you mean "field07"? The nearest of 13: "field07", "field00", "field01", "field02", "field03".`,
		},
	}

	for _, row := range table {
		if got := nearest.Unknown(row.noun, row.want, row.names); got != row.text {
			t.Errorf("got  %s\nwant %s", got, row.text)
		}
	}
}
