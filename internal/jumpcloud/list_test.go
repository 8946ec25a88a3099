// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

func each(t *testing.T, l jumpcloud.Listing[thing]) ([]thing, error) {
	t.Helper()

	var all []thing

	for x, err := range jumpcloud.Each(t.Context(), l) {
		if err != nil {
			return all, err
		}

		all = append(all, x)
	}

	return all, nil
}

func TestListShapes(t *testing.T) {
	t.Parallel()

	table := map[string]int{ // body to how many, -1 an error
		`[{"id":"1"},{"id":"2"}]`:                   2,
		`{"results":[{"id":"1"}],"totalCount":1}`:   1,
		`{"records":[{"id":"1"}],"totalCount":1.0}`: 1,
		`{"options":[{"id":"1"}]}`:                  1,
		`{"domains":[{"id":"1"}],"totalCount":"1"}`: 1,
		`{"users":[{"id":"1"}]}`:                    1,
		`{"results":null,"totalCount":0}`:           0,
		`[]`:                                        0,
		`null`:                                      0,
		` [ ] `:                                     0,
		`{"next":"x","results":[{"id":"1"}]}`:       1,
		`{}`:                                        -1,
		`{"message":"fine"}`:                        -1,
		`{"results":{"id":"1"}}`:                    1, // documented for a list of one
		`{"results":"x"}`:                           -1,
		`[1]`:                                       -1,
		`"x"`:                                       -1,
		``:                                          -1,
		`{"results":[{"id":"1"`:                     -1,
	}

	for body, want := range table {
		t.Run(body, func(t *testing.T) {
			t.Parallel()

			s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool { return text(w, http.StatusOK, body) }}
			c := client(t, s, func(c *jumpcloud.Config) { c.MaxRetries = 0 })
			all, err := each(t, listing(c.Tenant(org)))

			switch {
			case want < 0 && !errors.Is(err, rest.ErrGarbled):
				t.Errorf("%v %v", all, err)
			case want >= 0 && (err != nil || len(all) != want):
				t.Errorf("%v %v, want %d", all, err, want)
			}
		})
	}
}

func TestPaging(t *testing.T) {
	t.Parallel()

	table := []struct {
		name   string
		size   int
		silent bool // no total
		calls  int
	}{
		{"nothing", 0, false, 1},
		{"a short page", 99, false, 1},
		{"a full page that the total ends", 100, false, 1},
		{"a full page that a short one ends", 100, true, 2},
		{"several", 201, false, 3},
		{"several without a total", 201, true, 3},
		{"a full last page", 300, true, 4},
	}

	for _, row := range table {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()

			s := &service{silent: row.silent}
			s.fill(row.size)

			all, err := each(t, listing(client(t, s).Tenant(org)))
			if err != nil || len(all) != row.size || s.count("") != row.calls {
				t.Errorf("%d things in %d calls, want %d in %d: %v", len(all), s.count(""), row.size, row.calls, err)
			}

			for _, c := range s.calls {
				if c.Query.Get("sort") != "_id" || c.Query.Get("limit") != "100" || !c.Query.Has("skip") {
					t.Errorf("asked for %v", c.Query)
				}
			}
		})
	}
}

func TestListWithoutPagingOrSort(t *testing.T) {
	t.Parallel()

	s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool {
		return text(w, http.StatusOK, "["+strings.Repeat(`{"id":"1"},`, 149)+`{"id":"2"}]`)
	}}
	l := listing(client(t, s).Tenant(org))
	l.Whole = true

	if all, err := each(t, l); err != nil || len(all) != 150 || len(s.last().Query) != 0 || s.count("") != 1 {
		t.Errorf("%d things in %d calls with %v: %v", len(all), s.count(""), s.last().Query, err)
	}

	other := &service{}
	l = listing(client(t, other).Tenant(org))
	l.Sort = ""

	if _, err := each(t, l); err != nil || other.last().Query.Has("sort") {
		t.Errorf("asked for %v: %v", other.last().Query, err)
	}
}

// A caller who has found what it sought asks for no further page.
func TestEachStopsWhenItsCallerDoes(t *testing.T) {
	t.Parallel()

	s := &service{}
	s.fill(300)

	for x, err := range jumpcloud.Each(t.Context(), listing(client(t, s).Tenant(org))) {
		if err != nil || x.ID == s.things[50].ID {
			break
		}
	}

	if s.count("") != 1 {
		t.Errorf("%d calls", s.count(""))
	}
}

func TestEachEndsWithAnError(t *testing.T) {
	t.Parallel()

	s := &service{}
	s.fill(150)
	s.after = func(w *httptest.ResponseRecorder, r *http.Request) *httptest.ResponseRecorder {
		if r.URL.Query().Get("skip") == "100" {
			w = httptest.NewRecorder()
			text(w, http.StatusForbidden, `{"message":"no"}`)
		}

		return w
	}

	all, err := each(t, listing(client(t, s).Tenant(org)))
	if !errors.Is(err, rest.ErrForbidden) || len(all) != 100 {
		t.Errorf("%d things and %v", len(all), err)
	}
}
