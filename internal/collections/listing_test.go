// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"errors"
	"net/http"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// An answer that is not of the element that was asked for, or a list that is not there, says
// nothing of the element.
func TestAnswersThatAreOfSomethingElse(t *testing.T) {
	t.Parallel()

	for name, single := range map[string]string{"an empty object": `{}`, "another element": `{"id":"other","name":"x"}`} {
		s := &service{}
		s.fill(1)

		s.hook = func(w http.ResponseWriter, r *http.Request) bool {
			if r.URL.Query().Has("limit") {
				return text(w, http.StatusNotFound, `{"message":"not found"}`)
			}

			return text(w, http.StatusOK, single)
		}

		_, err := collections.Lookup(t.Context(), listing(client(t, s).Tenant(org)), s.things[0].ID)
		if !errors.Is(err, rest.ErrGarbled) || errors.Is(err, rest.ErrNotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}

	s := &service{}
	s.fill(1)

	s.hook = func(w http.ResponseWriter, r *http.Request) bool {
		return r.URL.Query().Has("limit") && text(w, http.StatusNotFound, `{"message":"not found"}`)
	}

	found, err := collections.Lookup(t.Context(), listing(client(t, s).Tenant(org)), s.things[0].ID)
	if err != nil || found.ID != s.things[0].ID {
		t.Errorf("where only the list is missing: %v, %v", found, err)
	}
}
