// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

// ensure makes sure that there is a thing of that name.
func ensure(t *testing.T, c account, look error) error {
	t.Helper()

	l := listing(c.Tenant(org))

	return collections.Ensure(t.Context(), l.Route, thing{Name: "ours"}, func(ctx context.Context) (bool, error) {
		var names []string

		for x, err := range collections.Each(ctx, l) {
			if err != nil {
				return false, err
			}

			names = append(names, x.Name)
		}

		return slices.Contains(names, "ours"), look
	})
}

func TestEnsure(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]struct {
		spoil func(*service)
		posts int
		looks int
	}{
		"healthy":                 {func(*service) {}, 1, 0},
		"committed, then dropped": {first(true, lost), 1, 1},
		"committed, then 500":     {first(true, failed), 1, 1},
		"committed, then garbled": {first(true, garbled), 1, 1},
		"committed, then a page":  {first(true, page), 1, 1},
		"committed, redirected":   {first(true, redirected), 1, 1},
		"committed, then 408":     {first(true, tooSlow), 1, 1},
		"a page, nothing done":    {first(false, page), 2, 1},
		"408, nothing done":       {first(false, tooSlow), 2, 1},
		"committed, no content":   {first(true, nothing), 1, 0},
		"dropped on the way":      {first(false, lost), 2, 1},
		"500, nothing done":       {first(false, failed), 2, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := &service{}
				row.spoil(s)

				if err := ensure(t, client(t, s), nil); err != nil {
					t.Fatal(err)
				}

				if len(s.things) != 1 || s.count(http.MethodPost) != row.posts || s.count(http.MethodGet) != row.looks {
					t.Errorf("%d things after %d POSTs and %d GETs", len(s.things), s.count(http.MethodPost), s.count(http.MethodGet))
				}
			})
		})
	}
}

func TestEnsureGivesUp(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		failing := func(status int) *service {
			return &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
				return r.Method == http.MethodPost && text(w, status, `{"message":"no"}`)
			}}
		}

		// What was refused is not repeated, and not looked for.
		s := failing(http.StatusForbidden)
		if err := ensure(t, client(t, s), nil); err == nil || s.count("") != 1 {
			t.Errorf("%v after %d calls", err, s.count(""))
		}

		s = failing(http.StatusInternalServerError)
		if err := ensure(t, client(t, s), nil); err == nil || s.count(http.MethodPost) < 2 {
			t.Errorf("%v after %d POSTs", err, s.count(http.MethodPost))
		}

		// Where nobody can look, nobody can tell.
		s = failing(http.StatusInternalServerError)

		err := ensure(t, client(t, s), errors.New("no way to look"))
		if !errors.As(err, new(*collections.UnclearError)) || s.count(http.MethodPost) != 1 {
			t.Errorf("%v after %d POSTs", err, s.count(http.MethodPost))
		}
	})
}

func TestHeaderOfACallsOwn(t *testing.T) {
	t.Parallel()

	s := &service{}
	s.add("one")

	c := client(t, s)
	plain := c.Tenant(org).V2("things", s.things[0].ID)

	if err := get(t, plain.WithHeader("X-Query-Dsl", "v2")); err != nil {
		t.Fatal(err)
	}

	if h := s.last().Header; h.Get("X-Query-Dsl") != "v2" || h.Get("X-Org-Id") != org {
		t.Errorf("sent %v", h)
	}

	if err := get(t, plain); err != nil || s.last().Header.Get("X-Query-Dsl") != "" {
		t.Errorf("%v, sent %v", err, s.last().Header)
	}

	_ = get(t, c.Tenant("").V2("things", s.things[0].ID).WithHeader("X-Query-Dsl", "v1"))

	if h := s.last().Header; h.Get("X-Query-Dsl") != "v1" || h["X-Org-Id"] != nil {
		t.Errorf("sent %v", h)
	}
}
