// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud_test

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// refusing answers a request that names an organization.
func refusing(status int, body string) func(w http.ResponseWriter, r *http.Request) bool {
	return func(w http.ResponseWriter, r *http.Request) bool {
		if r.Header.Get("X-Org-Id") != "" {
			return text(w, status, body)
		}

		return text(w, http.StatusOK, `{"id":"`+org+`"}`)
	}
}

// A route that refuses the organization's header gets the call once more without it, and
// later ones of its kind at once.
func TestHeaderThatIsRefused(t *testing.T) {
	t.Parallel()

	const words = `{"message":"Forbidden: organization selection not allowed via header"}`

	for _, status := range []int{http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden} {
		s := &service{hook: refusing(status, words)}
		c := client(t, s).Tenant(org)

		if _, err := collections.Post[thing](t.Context(), c.V2("things"), map[string]string{"name": "one"}); err != nil {
			t.Fatal(err)
		}

		for _, id := range []string{org, "bbbbbbbbbbbbbbbbbbbbbbbb"} {
			if _, err := collections.Get[thing](t.Context(), c.V2("things", id)); err != nil {
				t.Error(err)
			}
		}

		sent := []string{}
		for _, c := range s.calls {
			sent = append(sent, strings.Join([]string{c.Method, c.Header.Get("X-Org-Id")}, " "))
		}

		want := []string{"POST " + org, "POST ", "GET " + org, "GET ", "GET "}
		if !slices.Equal(sent, want) {
			t.Errorf("status %d: sent %q, want %q", status, sent, want)
		}
	}
}

// A request that is sent as it is keeps its header, whatever the service says to it.
func TestRequestsAsTheyAre(t *testing.T) {
	t.Parallel()

	s := &service{hook: refusing(http.StatusForbidden, `{"message":"organization selection not allowed via header"}`)}
	c := client(t, s)

	root, err := url.Parse(c.Root())
	if err != nil {
		t.Fatal(err)
	}

	request := rest.Request{Method: http.MethodPost, URL: root.JoinPath("api", "v2", "things"), Header: http.Header{"X-Org-Id": {org}}}

	for range 2 {
		if _, err := c.Do(t.Context(), request); !errors.Is(err, rest.ErrForbidden) {
			t.Errorf("error %v", err)
		}
	}

	if len(s.calls) != 2 || s.last().Header.Get("X-Org-Id") != org || s.last().Path != "/api/v2/things" {
		t.Errorf("sent %+v", s.calls)
	}

	if _, err := jumpcloud.Pending(errors.ErrUnsupported).Do(t.Context(), request); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("a client that is not configured: %v", err)
	}
}

// Nor does a client that is read-only send a write so, unless it changes nothing.
func TestRequestsAsTheyAreReadOnly(t *testing.T) {
	t.Parallel()

	s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool { return text(w, http.StatusOK, `{}`) }}
	c := client(t, s, func(c *jumpcloud.Config) { c.Guards.ReadOnly = true })

	root, err := url.Parse(c.Root())
	if err != nil {
		t.Fatal(err)
	}

	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete} {
		if _, err := c.Do(t.Context(), rest.Request{Method: method, URL: root}); !errors.Is(err, jumpcloud.ErrReadOnly) || s.count() != 0 {
			t.Errorf("%s: %v, %d calls", method, err, s.count())
		}
	}

	if _, err := c.Do(t.Context(), rest.Request{Method: http.MethodPost, URL: root, Safe: true}); err != nil || s.count() != 1 {
		t.Errorf("a POST that reads: %v, %d calls", err, s.count())
	}
}

// Another refusal is no reason to leave the header out.
func TestRefusalsForOtherReasons(t *testing.T) {
	t.Parallel()

	for status, body := range map[int]string{
		http.StatusForbidden:    `{"message":"Forbidden"}`,
		http.StatusUnauthorized: `{"message":"Unauthorized: no organization selected"}`,
		http.StatusNotFound:     `{"message":"organization selection not allowed via header"}`,
	} {
		s := &service{hook: refusing(status, body)}

		_, err := collections.Get[thing](t.Context(), client(t, s).Tenant(org).V2("things", org))
		if err == nil || len(s.calls) != 1 {
			t.Errorf("status %d: %d calls, error %v", status, len(s.calls), err)
		}
	}
}

// Where the service takes no header and wants one, the error says what helps.
func TestHeaderThatIsRefusedAndMissed(t *testing.T) {
	t.Parallel()

	s := &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
		if r.Header.Get("X-Org-Id") != "" {
			return text(w, http.StatusForbidden, `{"message":"organization selection not allowed via header"}`)
		}

		return text(w, http.StatusUnauthorized, `{"message":"Unauthorized: no organization selected"}`)
	}}

	_, err := collections.Get[thing](t.Context(), client(t, s).Tenant(org).V2("things", org))
	if !errors.Is(err, rest.ErrUnauthorized) || !strings.Contains(err.Error(), "API key of the organization's own administrator") {
		t.Errorf("error %v", err)
	}
}
