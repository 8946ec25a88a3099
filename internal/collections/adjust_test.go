// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

// What a request may have changed beside what it sent is told to who asked, and success is what
// the object holds, whatever was answered.
func TestAdjust(t *testing.T) {
	t.Parallel()

	const (
		holds    = `{"n":{"x":"new","y":"old"}}`
		holdsNot = `{"n":{"x":"old","y":"old"}}`
		trimmed  = `{"n":{"x":"trim","y":"old"}}`
		reset    = `{"n":{"x":"new","y":"reset"},"o":"reset"}`
	)

	for name, row := range map[string]struct {
		want     any // of n.x
		own      []string
		put, get string // the answers; "" is a failure
		methods  []string
		others   []string
		fails    string
	}{
		"held already":                 {want: "old"},
		"answered":                     {want: "new", put: holds, methods: []string{"PUT"}},
		"a service that trims":         {want: " trim ", put: trimmed, methods: []string{"PUT"}},
		"a neighbour is reset":         {want: "new", put: reset, methods: []string{"PUT"}, others: []string{"n.y"}},
		"what the service itself sets": {want: "new", put: reset, own: []string{"n.y"}, methods: []string{"PUT"}},
		"what it sets of another":      {want: "new", put: reset, own: []string{"o", "o.y", "n.z"}, methods: []string{"PUT"}, others: []string{"n.y"}},
		"what it sets holds it all":    {want: "new", put: reset, own: []string{"n"}, methods: []string{"PUT"}},
		"answered late":                {want: "new", put: holdsNot, get: holds, methods: []string{"PUT", "GET"}},
		"a neighbour is reset, late":   {want: "new", put: holdsNot, get: reset, methods: []string{"PUT", "GET"}, others: []string{"n.y"}},
		"accepted and not done":        {want: "new", put: holdsNot, get: holdsNot, methods: []string{"PUT", "GET"}, fails: "does not hold it: n.x"},
		"accepted and nobody can tell": {want: "new", put: holdsNot, methods: []string{"PUT", "GET"}, fails: "broken"},
		"accepted and another number": {
			want: 2.0, put: `{"n":{"x":1}}`, get: `{"n":{"x":1}}`, methods: []string{"PUT", "GET"}, fails: "does not hold it: n.x",
		},
		"accepted and a number for a text": {
			want: "", put: `{"n":{"x":1}}`, get: `{"n":{"x":1}}`, methods: []string{"PUT", "GET"}, fails: "does not hold it: n.x",
		},
		"lost and done":                 {want: "new", get: holds, methods: []string{"PUT", "GET"}},
		"lost and not done":             {want: "new", get: holdsNot, methods: []string{"PUT", "GET"}, fails: "broken"},
		"lost, and nobody can tell why": {want: "new", methods: []string{"PUT", "GET"}, fails: "broken"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := &service{}
				s.hook = func(w http.ResponseWriter, r *http.Request) bool {
					answer := row.get
					if r.Method == http.MethodPut {
						answer = row.put
					}

					if answer == "" {
						return text(w, http.StatusInternalServerError, `{"message":"broken"}`)
					}

					return text(w, http.StatusOK, answer)
				}

				now := members{"n": members{"x": "old", "y": "old"}, "o": "old"}
				route := client(t, s, func(c *settings) { c.MaxRetries = 0 }).Tenant(org).V2("settings")
				after, others, err := collections.Adjust(t.Context(), route, members{"n": members{"x": row.want}}, now, row.own...)

				var methods []string
				for _, c := range s.calls {
					methods = append(methods, c.Method)
				}

				if !slices.Equal(methods, row.methods) || !slices.Equal(others, row.others) {
					t.Errorf("sent %v, want %v; others %v, want %v", methods, row.methods, others, row.others)
				}

				if row.fails != "" {
					if err == nil || !strings.Contains(err.Error(), row.fails) || after != nil {
						t.Errorf("want %q, got %v and %v", row.fails, err, after)
					}

					return
				}

				if err != nil || held(t, after) != trim(row.want) {
					t.Errorf("%v %v", after, err)
				}

				if !reflect.DeepEqual(now, members{"n": members{"x": "old", "y": "old"}, "o": "old"}) {
					t.Errorf("what was there is no longer what it was: %v", now)
				}
			})
		})
	}
}

// held is the member n.x.
func held(t *testing.T, m members) any {
	t.Helper()

	n, ok := m["n"].(members)
	if !ok {
		t.Fatalf("no n in %v", m)
	}

	return trim(n["x"])
}

func trim(v any) any {
	if text, ok := v.(string); ok {
		return strings.TrimSpace(text)
	}

	return v
}
