// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"errors"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Ids that tell no birth time: what was there before the request is not ours, what is new is.
func TestCreateComparesWithBefore(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &service{uuids: true}
		first(true, lost)(s)
		s.add("ours") // an older namesake

		c := creation(client(t, s), "ours")
		c.Before = true

		made, err := collections.Create(t.Context(), c)
		if err != nil || made != s.things[1] || len(s.things) != 2 {
			t.Errorf("%v of %v: %v", made, s.things, err)
		}
	})
	synctest.Test(t, func(t *testing.T) {
		s := &service{uuids: true}
		first(true, lost)(s)
		s.add("ours")

		twin := false
		s.hook = func(_ http.ResponseWriter, r *http.Request) bool {
			if r.Method == http.MethodPost && !twin {
				twin = true

				s.add("ours")
			}

			return false
		}

		c := creation(client(t, s), "ours")
		c.Before = true

		_, err := collections.Create(t.Context(), c)

		var unclear *collections.UnclearError
		if !errors.As(err, &unclear) || len(unclear.ImportCandidates()) != 2 || s.count(http.MethodPost) != 1 {
			t.Errorf("%d POSTs: %v", s.count(http.MethodPost), err)
		}
	})
}

// A list that cannot be read before the request leaves nothing to compare with: nothing is sent.
func TestCreateNeedsBefore(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
			return r.Method == http.MethodGet && text(w, http.StatusForbidden, `{"message":"no"}`)
		}}

		c := creation(client(t, s), "ours")
		c.Before = true

		if _, err := collections.Create(t.Context(), c); !errors.Is(err, rest.ErrForbidden) || s.count(http.MethodPost) != 0 {
			t.Errorf("%d POSTs: %v", s.count(http.MethodPost), err)
		}
	})
}

// Some objects are posted to another address than their list's.
func TestCreateAt(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
			return r.URL.Path == "/api/v2/things/special" && text(w, http.StatusCreated, `{"id":"7"}`)
		}}

		c := creation(client(t, s), "ours")
		c.At = new(c.List.Route.Join("special"))

		if made, err := collections.Create(t.Context(), c); err != nil || made.ID != "7" || s.count(http.MethodPost) != 1 {
			t.Errorf("%v: %v", made, err)
		}
	})
}
