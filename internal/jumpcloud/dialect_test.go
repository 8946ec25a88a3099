// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud_test

import (
	"net/http"
	"net/url"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

// Lists are bare arrays or hide under one of five members, and are asked for by limit,
// skip and sort.
func TestListsOfTheService(t *testing.T) {
	t.Parallel()

	for _, body := range []string{
		`[{"id":"1"}]`, `{"results":[{"id":"1"}]}`, `{"records":[{"id":"1"}],"totalCount":1}`, `{"options":[{"id":"1"}]}`,
		`{"domains":[{"id":"1"}],"totalCount":"1"}`, `{"users":[{"id":"1"}]}`,
	} {
		s := &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
			w.Header().Set("X-Total-Count", "1")

			return text(w, http.StatusOK, body)
		}}

		all, err := collections.All(t.Context(), listing(client(t, s).Tenant(org)))
		if err != nil || len(all) != 1 || all[0].ID != "1" {
			t.Errorf("%s: %v, %v", body, all, err)
		}

		if want := (url.Values{"limit": {"100"}, "skip": {"0"}, "sort": {"_id"}}); s.count() != 1 || !reflect.DeepEqual(s.last().Query, want) {
			t.Errorf("%s: %d calls, asked for %v", body, s.count(), s.last().Query)
		}
	}
}
