// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import (
	"errors"
	"net/http"
	"net/url"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// An id that is missing would turn "delete this one" into "delete the collection".
func TestPathsThatLackAPartAreNotSent(t *testing.T) {
	t.Parallel()

	s := &service{}
	tenant := client(t, s).Tenant(org)

	for _, id := range []string{"", ".", ".."} {
		if err := collections.Delete(t.Context(), tenant.V2("things", id)); err == nil || s.count("") != 0 {
			t.Errorf("id %q was sent: %v", id, err)
		}
	}
}

func TestAnswersThatAreNoObject(t *testing.T) {
	t.Parallel()

	table := []struct {
		name string
		do   func(t *testing.T, r collections.Route) error
		body string
		want error // nil: a success
	}{
		{"empty read", get, "", rest.ErrGarbled},
		{"blank read", get, " \n", rest.ErrGarbled},
		{"null read", get, "null", rest.ErrGarbled},
		{"read of another shape", get, `[]`, rest.ErrGarbled},
		{"empty answer to a write", put, "", nil},
		{"null answer to a write", put, "null", nil},
		{"write of another shape", put, `[]`, rest.ErrUnclear},
		{"delete answers nothing", remove, "", nil},
		{"delete answers something else", remove, `"ok"`, nil},
		{"delete answers garbage", remove, `{`, nil},
	}

	for _, row := range table {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()

			s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool { return text(w, http.StatusOK, row.body) }}
			c := client(t, s, func(c *settings) { c.MaxRetries = 0 })

			if err := row.do(t, c.Tenant(org).V2("things", "1")); !errors.Is(err, row.want) {
				t.Errorf("got %v, want %v", err, row.want)
			}
		})
	}
}

func get(t *testing.T, r collections.Route) error {
	t.Helper()

	_, err := collections.Get[thing](t.Context(), r)

	return err
}

func put(t *testing.T, r collections.Route) error {
	t.Helper()

	_, err := collections.Put[thing](t.Context(), r, thing{})

	return err
}

func remove(t *testing.T, r collections.Route) error {
	t.Helper()

	return collections.Delete(t.Context(), r)
}

// Where the service took a change but its answer says nothing, the object is read.
func TestReplaceReadsWhatAnAnswerDoesNotTell(t *testing.T) {
	t.Parallel()

	for _, body := range []string{`{"id":`, "", "null", "[]", `{"id":"1","name":"new"}`} {
		s := &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
			if r.Method == http.MethodPut {
				return text(w, http.StatusOK, body)
			}

			return text(w, http.StatusOK, `{"id":"1","name":"new"}`)
		}}

		x, err := collections.Replace[thing](t.Context(), client(t, s).Tenant(org).V2("things", "1"), thing{})
		if err != nil || x.Name != "new" || s.count(http.MethodPut) != 1 {
			t.Errorf("answer %q: %v %v", body, x, err)
		}
	}

	// What was decoded of an answer that is wrong further on is no part of the object.
	half := &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
		if r.Method == http.MethodPut {
			return text(w, http.StatusOK, `{"name":"half","id":5}`)
		}

		return text(w, http.StatusOK, `{"id":"1"}`)
	}}

	x, err := collections.Replace[thing](t.Context(), client(t, half).Tenant(org).V2("things", "1"), thing{})
	if err != nil || x != (thing{ID: "1"}) {
		t.Errorf("an answer that is half right: %v %v", x, err)
	}

	s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool {
		return text(w, http.StatusInternalServerError, `{"message":"oops"}`)
	}}

	_, err = collections.Replace[thing](t.Context(), client(t, s).Tenant(org).V2("things", "1"), thing{})
	if !errors.Is(err, rest.ErrUnclear) || s.count("") != 1 {
		t.Errorf("%d calls: %v", s.count(""), err)
	}
}

// A slash within a part leads to no other object, below whatever path the service is.
func TestPathsAreEscaped(t *testing.T) {
	t.Parallel()

	for root, want := range map[string]string{"": "/things/a%2Fb%20c", "/base": "/base/things/a%2Fb%20c", "/b%20a%2Fse": "/b%20a%2Fse/things/a%2Fb%20c"} {
		u, err := url.Parse("https://service.example" + root)
		if err != nil {
			t.Fatal(err)
		}

		if got := collections.New(collections.Config{Root: u}).Route("things").Join("a/b c").Path(); got != want {
			t.Errorf("below %q: %s, want %s", root, got, want)
		}
	}
}

// A run has written once it has sent a write, whatever came of it.
func TestWrote(t *testing.T) {
	t.Parallel()

	c := client(t, &service{})
	things := c.Tenant(org).V2("things")

	if _, err := collections.Get[thing](t.Context(), things.Join("1")); err == nil || c.Wrote() {
		t.Errorf("after a read: %t, %v", c.Wrote(), err)
	}

	if err := collections.Delete(t.Context(), things.Join("1")); err == nil || !c.Wrote() {
		t.Errorf("after a write: %t, %v", c.Wrote(), err)
	}
}
