// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

// TestAnswersOfTheWrongShape: what is wrong with an answer is told in words of JSON.
func TestAnswersOfTheWrongShape(t *testing.T) {
	t.Parallel()

	type room struct {
		ID    string   `json:"id"`
		Seats int      `json:"seats"`
		Tags  []string `json:"tags"`
		Place struct {
			Open bool `json:"open"`
		} `json:"place"`
	}

	for body, says := range map[string]string{
		`{"id":7}`:                       "its member id is a number, not a string",
		`{"seats":"7"}`:                  "its member seats is a string, not an integer",
		`{"seats":1.5}`:                  "its member seats is a number that is no integer",
		`{"seats":99999999999999999999}`: "its member seats is a number that is no integer, or a very large one",
		`{"tags":{"a":1}}`:               "its member tags is an object, not an array",
		`{"place":{"open":"yes"}}`:       "its member place.open is a string, not a bool",
		`{"place":[]}`:                   "its member place is an array, not an object",
		`["a"]`:                          "the whole is an array, not an object",
		`"a"`:                            "the whole is a string, not an object",
	} {
		s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool { return text(w, http.StatusOK, body) }}

		_, err := collections.Get[room](t.Context(), client(t, s, func(c *settings) { c.MaxRetries = 0 }).Tenant(org).V2("things", "1"))
		if err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "Go ") {
			t.Errorf("%s: %v, want %q", body, err, says)
		}
	}
}
