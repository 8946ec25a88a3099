// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"net/http"
	"slices"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

func nameOf(x thing) string { return x.Name }

func TestTwinsAreSoughtInOneListing(t *testing.T) {
	t.Parallel()

	s := &service{}
	s.fill(150)
	s.add("ours")
	s.add("Ours")
	s.add("ours")

	c := client(t, s)
	l := listing(c.Tenant(org))
	one, two := s.things[150], s.things[152]

	for _, row := range []struct {
		name, own string
		want      []thing
	}{
		{"ours", "", []thing{one, two}},
		{"ours", one.ID, []thing{two}},
		{"theirs", "", nil},
	} {
		got, err := collections.Twins(t.Context(), l, nameOf, row.name, row.own)
		if err != nil || !slices.Equal(got, row.want) {
			t.Errorf("%q but %q: %v, %v, want %v", row.name, row.own, got, err, row.want)
		}
	}

	// What this process made, and what it has written since, does not change the listing.
	if _, err := collections.Create(t.Context(), creation(c, "theirs")); err != nil {
		t.Fatal(err)
	}

	if got, err := collections.Twins(t.Context(), l, nameOf, "theirs", ""); err != nil || len(got) > 0 {
		t.Errorf("%v, %v", got, err)
	}

	if s.count(http.MethodGet) != 2 {
		t.Errorf("%d calls, want the two pages", s.count(http.MethodGet))
	}
}

// What was listed once may be deleted or renamed by now.
func TestStillNamed(t *testing.T) {
	t.Parallel()

	for _, single := range []bool{true, false} {
		s := &service{}
		s.add("ours")
		s.add("ours")
		s.add("ours")

		l := listing(client(t, s).Tenant(org))
		if !single {
			l.Single = nil
		}

		twins, err := collections.Twins(t.Context(), l, nameOf, "ours", "")
		if err != nil || len(twins) != 3 {
			t.Fatalf("%v, %v", twins, err)
		}

		s.things[1].Name = "renamed"
		s.things = s.things[:2]

		still, err := collections.StillNamed(t.Context(), l, nameOf, "ours", twins)
		if err != nil || !slices.Equal(still, twins[:1]) {
			t.Errorf("single %t: %v, %v", single, still, err)
		}
	}
}
