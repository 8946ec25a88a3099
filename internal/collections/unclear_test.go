// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"errors"
	"net/http"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

// What somebody else makes while an answer is lost is not ours, unless it is what we sent.
func TestCreateLeavesWhatSomebodyElseMade(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]struct {
		committed bool
		uuids     bool
		posts     int
	}{
		"and ours is there":                        {true, false, 1},
		"and ours is not":                          {false, false, 2},
		"and ours is not, where ids tell no birth": {false, true, 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := &service{uuids: row.uuids}
				first(row.committed, lost)(s)

				spoil := s.hook
				s.hook = func(w http.ResponseWriter, r *http.Request) bool {
					if r.Method == http.MethodPost && s.count(http.MethodPost) == 1 {
						s.add("theirs")
					}

					return spoil != nil && spoil(w, r)
				}

				made, err := collections.Create(t.Context(), creation(client(t, s), "ours"))
				if err != nil || made.Name != "ours" || len(s.things) != 2 || s.count(http.MethodPost) != row.posts {
					t.Errorf("%v of %v after %d POSTs: %v", made, s.things, s.count(http.MethodPost), err)
				}
			})
		})
	}
}

// An outcome that is not clear is told in the words of what is known of it.
func TestUnclearWording(t *testing.T) {
	t.Parallel()

	for want, e := range map[string]*collections.UnclearError{
		"no answer": {},
		"no answer; the object may exist all the same: found 1, 2, which cannot be told from one made by somebody else": {
			Candidates: []string{"1", "2"},
		},
		"no answer; the object may exist all the same, and looking for it failed: no access": {
			Candidates: []string{"1"}, Looked: errors.New("no access"),
		},
	} {
		e.Err = errors.New("no answer")

		if got := e.Error(); got != want || !errors.Is(e, e.Err) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
