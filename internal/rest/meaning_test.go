// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// inQuery sends its credential in the query string.
type inQuery struct{ tokens []string }

func (a *inQuery) Authorize(_ context.Context, r *http.Request) error {
	query := r.URL.Query()
	query.Set("access_token", a.tokens[0])
	r.URL.RawQuery = query.Encode()

	return nil
}

func (a *inQuery) Renew(_ context.Context, refused *http.Request) bool {
	if len(a.tokens) > 1 && refused.URL.Query().Get("access_token") == a.tokens[0] {
		a.tokens = a.tokens[1:]

		return true
	}

	return false
}

// meant reads the status that a 200 means out of its body.
func meant(_ string, status int, _ http.Header, body []byte) int {
	switch {
	case strings.Contains(string(body), "expired"):
		return http.StatusUnauthorized
	case strings.Contains(string(body), "hidden"):
		return http.StatusForbidden
	}

	return status
}

func TestMeaning(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		refused := client(serve(status(http.StatusOK, `{"error":"hidden"}`)), func(c *rest.Config) { c.Meaning = meant })

		for method, unclear := range map[string]bool{http.MethodGet: false, http.MethodPost: false} {
			_, err := refused.Do(t.Context(), request(method))
			if e := asError(t, err); e.Status != http.StatusOK || !errors.Is(err, rest.ErrForbidden) || errors.Is(err, rest.ErrUnclear) != unclear {
				t.Errorf("%s: %v", method, err)
			}
		}

		// What means 401 renews the credential, once.
		s := serve(status(http.StatusOK, `{"error":"expired"}`), ok)
		a := &inQuery{tokens: []string{"token-the-first", "token-the-second"}}

		if _, err := client(s, func(c *rest.Config) { c.Meaning, c.Auth = meant, a }).Do(t.Context(), request(http.MethodGet)); err != nil {
			t.Error(err)
		}

		if want := []string{"access_token=token-the-first", "access_token=token-the-second"}; strings.Join(s.queries, " ") != strings.Join(want, " ") {
			t.Errorf("sent %q, want %q", s.queries, want)
		}
	})
}

// TestCredentialInTheQueryIsNotShown: errors of the connection print whole addresses.
func TestCredentialInTheQueryIsNotShown(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		for name, a := range map[string]answer{"dropped": dropped, "refused": refused, "403": status(http.StatusForbidden, `{}`)} {
			redactor := &rest.Redactor{}
			redactor.Add("a-token-of-the-query")

			_, err := client(serve(a), func(c *rest.Config) {
				c.Auth, c.Redactor = &inQuery{tokens: []string{"a-token-of-the-query"}}, redactor
			}).Do(t.Context(), request(http.MethodGet))
			if err == nil || strings.Contains(err.Error(), "a-token") || strings.Contains(err.Error(), "access_token") {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestPageOfAServiceThatHasNoLogin(t *testing.T) {
	t.Parallel()

	for _, code := range []int{http.StatusOK, http.StatusFound} {
		_, err := client(serve(status(code, "<html>", "Content-Type", "text/html")), func(c *rest.Config) { c.Page = nil }).
			Do(t.Context(), request(http.MethodGet))
		if err == nil || errors.Is(err, rest.ErrUnauthorized) || !strings.Contains(err.Error(), "check the address") {
			t.Errorf("%d: %v", code, err)
		}
	}

	s := serve(status(http.StatusForbidden, "<html>", "Content-Type", "text/html"))
	c := client(s, func(c *rest.Config) { c.Page = nil })

	for range 2 {
		if _, err := c.Do(t.Context(), request(http.MethodGet)); errors.Is(err, rest.ErrBlocked) || !errors.Is(err, rest.ErrForbidden) {
			t.Errorf("%v", err)
		}
	}

	if len(s.times) != 2 {
		t.Errorf("%d requests, want two: nothing is stopped", len(s.times))
	}
}

// What a listing does not hold is gone, and whoever asks the service's support is told the status
// that the listing had.
func TestNotListed(t *testing.T) {
	t.Parallel()

	err := rest.NotFound(http.MethodGet, "/api/v2/things", "the list holds no 7")
	if !errors.Is(err, rest.ErrNotFound) || err.Error() != "GET /api/v2/things: 200 the list holds no 7" {
		t.Errorf("%s", err)
	}
}
