// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

func each(t *testing.T, l collections.Listing[thing]) ([]thing, error) {
	t.Helper()

	var all []thing

	for x, err := range collections.Each(t.Context(), l) {
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
		`[{"id":"1"},{"id":"2"}]`:                       2,
		`{"results":[{"id":"1"}],"totalCount":1}`:       1,
		`{"records":[{"id":"1"}],"totalCount":1.0}`:     1,
		`{"options":[{"id":"1"}]}`:                      1,
		`{"domains":[{"id":"1"}],"totalCount":"1"}`:     1,
		`{"users":[{"id":"1"}]}`:                        1,
		`{"results":null,"totalCount":0}`:               0,
		`[]`:                                            0,
		`null`:                                          -1, // proves nothing
		`{"results":null}`:                              -1,
		`{"results":null,"totalCount":1}`:               -1,
		`[null]`:                                        -1,
		`[{"id":"1"},null]`:                             -1,
		`[{"name":"x"}]`:                                -1,
		`{"results":[{"id":"1"}],"totalCount":2}`:       -1,
		`{"results":[{"id":"1"}],"totalCount":0}`:       1, // a total that is none
		`[{"id":"1"},{"id":"1"}]`:                       -1,
		`[{"id":"1","name":"a"},{"id":"1","name":"b"}]`: 2,
		` [ ] `:                               0,
		`{"next":"x","results":[{"id":"1"}]}`: 1,
		`{}`:                                  -1,
		`{"message":"fine"}`:                  -1,
		`{"results":{"id":"1"}}`:              1, // documented for a list of one
		`{"results":"x"}`:                     -1,
		`[1]`:                                 -1,
		`"x"`:                                 -1,
		``:                                    -1,
		`{"results":[{"id":"1"`:               -1,
	}

	for body, want := range table {
		t.Run(body, func(t *testing.T) {
			t.Parallel()

			s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool { return text(w, http.StatusOK, body) }}
			c := client(t, s, func(c *settings) { c.MaxRetries = 0 })
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

// worlds are services that page in ways that nobody documents, and one that does.
func TestPagingOfOtherServices(t *testing.T) {
	t.Parallel()

	for _, row := range []struct {
		name    string
		size    int
		largest int  // the service's largest page, 0: as asked
		noSkip  bool // it shows the beginning for ever
		noTotal bool
		calls   int
		fails   bool
	}{
		{"small pages", 120, 50, false, false, 3, false},
		{"small pages without a total", 120, 50, false, true, 4, false},
		{"small pages that the list fills", 100, 50, false, true, 3, false},
		{"tiny pages", 35, 10, false, false, 4, false},
		{"tiny pages without a total", 35, 10, false, true, 5, false},
		{"one page without a total", 35, 0, false, true, 2, false},
		{"no skip", 250, 0, true, false, 4, true},
		{"no skip that matters", 99, 0, true, false, 1, false},
		{"no skip, no total", 99, 0, true, true, 2, false},
		{"no skip, no total, a full page", 100, 0, true, true, 2, false},
		{"neither skip nor limit", 250, 1000, true, false, 1, false},
		{"neither skip, limit nor total", 250, 1000, true, true, 1, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()

			s := &service{silent: row.noTotal}
			s.fill(row.size)
			s.hook = func(w http.ResponseWriter, r *http.Request) bool {
				skip, limit := min(number(r, "skip"), row.size), number(r, "limit")

				if row.noSkip {
					skip = 0
				}

				if row.largest > limit {
					limit = row.largest
				} else if row.largest > 0 {
					limit = min(limit, row.largest)
				}

				if !row.noTotal {
					w.Header().Set("X-Total-Count", strconv.Itoa(row.size))
				}

				write(w, http.StatusOK, s.things[skip:min(skip+limit, row.size)])

				return true
			}

			l := listing(client(t, s).Tenant(org))

			all, err := each(t, l)
			if (err != nil) != row.fails || err == nil && len(all) != row.size || s.count("") != row.calls {
				t.Errorf("Each: %d things in %d calls, want %d in %d: %v", len(all), s.count(""), row.size, row.calls, err)
			}

			s.reset()

			all, err = collections.All(t.Context(), l)
			if (err != nil) != row.fails || err == nil && len(all) != row.size || s.count("") != row.calls {
				t.Errorf("All: %d things in %d calls, want %d in %d: %v", len(all), s.count(""), row.size, row.calls, err)
			}
		})
	}
}

// A list that changes while it is read is read again, and shown as it is then.
func TestListThatChangesUnderThePaging(t *testing.T) {
	t.Parallel()

	s := &service{}
	s.fill(150)

	first := s.things[0]
	s.hook = func(_ http.ResponseWriter, r *http.Request) bool {
		if r.URL.Query().Get("skip") == "100" && s.things[0] == first {
			s.things = s.things[1:] // all move up by one
		}

		return false
	}

	l := listing(client(t, s).Tenant(org))

	// Each has shown the first one already; it lacks none and doubles none.
	all, err := each(t, l)
	if err != nil || len(all) != 150 || len(slices.Compact(all)) != 150 {
		t.Errorf("%d things, %v", len(all), err)
	}

	s.things = append([]thing{first}, s.things...)

	for _, list := range []func(context.Context, collections.Listing[thing]) ([]thing, error){collections.All[thing], collections.AllOnce[thing]} {
		all, err := list(t.Context(), l)
		if err != nil || !slices.Equal(all, s.things) {
			t.Errorf("%d things, want %d: %v", len(all), len(s.things), err)
		}

		s.things = append([]thing{first}, s.things...)
	}
}

// Elements that have no id are told from each other by what they say.
func TestListOfElementsWithoutID(t *testing.T) {
	t.Parallel()

	s := &service{}
	s.fill(150)

	l := listing(client(t, s).Tenant(org))
	l.ID = nil

	if all, err := each(t, l); err != nil || len(all) != 150 || s.count("") != 2 {
		t.Errorf("%d things in %d calls: %v", len(all), s.count(""), err)
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

	for x, err := range collections.Each(t.Context(), listing(client(t, s).Tenant(org))) {
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
