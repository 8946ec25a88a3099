// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// tokens is a token endpoint and an API that takes what it issued last.
type tokens struct {
	mu     sync.Mutex
	issued int
	bearer []string // of the API's calls
	basic  []string
	forms  []string
	answer string // instead of a token
	status int
	valid  func(n int) bool // whether the n-th token is taken
}

func (k *tokens) serve(w http.ResponseWriter, r *http.Request) bool {
	k.mu.Lock()
	defer k.mu.Unlock()

	if r.URL.Path != "/oauth2/token" {
		bearer := r.Header.Get("Authorization")
		k.bearer = append(k.bearer, bearer)

		n := 0
		if _, err := fmt.Sscanf(bearer, "Bearer token-%d", &n); err != nil || k.valid != nil && !k.valid(n) {
			return text(w, http.StatusUnauthorized, `{"message":"Unauthorized"}`)
		}

		return text(w, http.StatusOK, `{"id":"1"}`)
	}

	k.issued++
	id, secret, _ := r.BasicAuth()
	k.basic = append(k.basic, id+":"+secret)

	if err := r.ParseForm(); err == nil {
		k.forms = append(k.forms, r.PostForm.Encode())
	}

	if k.status != 0 {
		return text(w, k.status, k.answer)
	}

	return text(w, http.StatusOK, fmt.Sprintf(`{"access_token":"token-%d","expires_in":3600,"token_type":"bearer"}`, k.issued))
}

func (k *tokens) client(t *testing.T) (*jumpcloud.Client, *service) {
	t.Helper()

	s := &service{hook: k.serve, latency: 100 * time.Millisecond}

	return client(t, s, func(c *jumpcloud.Config) { c.APIKey, c.ClientID, c.ClientSecret = "", "the id", "the+secret" }), s
}

func read(ctx context.Context, c *jumpcloud.Client) error {
	_, err := collections.Get[thing](ctx, c.Portal().V2("x"))

	return err
}

func TestTokenIsFetchedOnceForAll(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		k := &tokens{}
		c, s := k.client(t)

		together(10, func(int) {
			if err := read(t.Context(), c); err != nil {
				t.Error(err)
			}
		})

		if k.issued != 1 || len(k.bearer) != 10 {
			t.Errorf("%d tokens for %d calls", k.issued, len(k.bearer))
		}

		// RFC 6749, 2.3.1: both halves are form-encoded before they are joined.
		if k.basic[0] != "the+id:the%2Bsecret" || k.forms[0] != "grant_type=client_credentials&scope=api" {
			t.Errorf("asked with %q and %q", k.basic[0], k.forms[0])
		}

		for _, call := range s.calls {
			if call.Header.Get("X-Api-Key") != "" || call.Header.Get("X-Org-Id") != "" {
				t.Errorf("%s sent %v", call.Path, call.Header)
			}
		}
	})
}

func TestTokenIsRenewedBeforeItEnds(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		k := &tokens{}
		c, _ := k.client(t)

		for i, wait := range []time.Duration{0, time.Hour - 40*time.Second, 15 * time.Second} {
			time.Sleep(wait)

			if err := read(t.Context(), c); err != nil {
				t.Fatal(err)
			}

			if want := []int{1, 1, 2}[i]; k.issued != want {
				t.Errorf("call %d: %d tokens, want %d", i, k.issued, want)
			}
		}
	})
}

func TestTokenIsRenewedOnceOnA401(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		k := &tokens{valid: func(n int) bool { return n >= 2 }}
		c, _ := k.client(t)

		together(10, func(int) {
			if err := read(t.Context(), c); err != nil {
				t.Error(err)
			}
		})

		if k.issued != 2 {
			t.Errorf("%d tokens: ten refusals of one token are one reason to renew it", k.issued)
		}
	})
}

func TestTokenThatIsAlwaysRefused(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		k := &tokens{valid: func(int) bool { return false }}
		c, _ := k.client(t)

		if err := read(t.Context(), c); !errors.Is(err, rest.ErrUnauthorized) || k.issued != 2 || len(k.bearer) != 2 {
			t.Errorf("%d tokens, %d calls: %v", k.issued, len(k.bearer), err)
		}
	})
}

func TestServiceAccountThatIsRefused(t *testing.T) {
	t.Parallel()

	table := map[string]struct {
		status int
		answer string
		says   string
		means  error
		tries  int
	}{
		"wrong secret":    {http.StatusUnauthorized, `{"error":"invalid_client"}`, "invalid_client", rest.ErrUnauthorized, 1},
		"quotes a secret": {http.StatusBadRequest, `{"error":"no the+secret here"}`, "no (redacted) here", rest.ErrInvalid, 1},
		"no token":        {http.StatusOK, `{"expires_in":3600}`, "no access_token", nil, 1},
		"not an object":   {http.StatusOK, `[]`, "no access_token", nil, 1},
		"broken down":     {http.StatusServiceUnavailable, `{}`, "POST /oauth2/token: 503", nil, 4},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				k := &tokens{status: row.status, answer: row.answer}
				c, s := k.client(t)

				_, err := collections.Post[thing](t.Context(), c.Portal().V2("x"), thing{})
				if err == nil || !strings.Contains(err.Error(), row.says) || row.means != nil && !errors.Is(err, row.means) {
					t.Errorf("got %v", err)
				}

				if errors.Is(err, rest.ErrUnclear) {
					t.Errorf("nothing was sent, so nothing can have happened: %v", err)
				}

				if s.count() != row.tries || len(k.bearer) != 0 {
					t.Errorf("%d tries for a token, want %d", s.count(), row.tries)
				}
			})
		})
	}
}

// A token is as secret as what it was given for, also where the service quotes it.
func TestTokenIsRedacted(t *testing.T) {
	t.Parallel()

	const token = "eyJhbGciOiJIUzI1NiJ9"

	s := &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path == "/oauth2/token" {
			return text(w, http.StatusOK, `{"access_token":"`+token+`"}`)
		}

		return text(w, http.StatusBadRequest, `{"message":"cannot read `+r.Header.Get("Authorization")+`"}`)
	}}

	err := read(t.Context(), client(t, s, func(c *jumpcloud.Config) { c.APIKey, c.ClientID, c.ClientSecret = "", "the id", "the+secret" }))
	if err == nil || strings.Contains(err.Error(), token) || !strings.Contains(err.Error(), "cannot read Bearer (redacted)") {
		t.Errorf("got %v", err)
	}
}

// A refusal is asked for once, however many need a token, now or later; a breakdown is
// shared by those who wait, and asked for again after a minute.
func TestTokenFailureIsShared(t *testing.T) {
	t.Parallel()

	table := map[string]struct {
		status             int
		once, later, after int // requests for a token: of ten calls, of one more, of one more after minutes
	}{
		"refused":     {http.StatusUnauthorized, 1, 1, 1},
		"invalid":     {http.StatusBadRequest, 1, 1, 1},
		"forbidden":   {http.StatusForbidden, 1, 1, 1},
		"broken down": {http.StatusServiceUnavailable, 4, 4, 8},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				k := &tokens{status: row.status, answer: `{}`}
				c, s := k.client(t)
				start := time.Now()

				together(10, func(int) {
					if err := read(t.Context(), c); err == nil {
						t.Error("there is no token")
					}
				})

				if s.count() != row.once || time.Since(start) > 30*time.Second {
					t.Errorf("ten calls: %d requests for a token in %s, want %d", s.count(), time.Since(start), row.once)
				}

				for _, want := range []int{row.later, row.after} {
					if err := read(t.Context(), c); err == nil || s.count() != want {
						t.Errorf("one more: %d requests for a token, want %d: %v", s.count(), want, err)
					}

					time.Sleep(2 * time.Minute)
				}
			})
		})
	}
}

// Who gives up waiting for a token takes it from nobody else.
func TestTokenIsFetchedForThoseWhoGoOnWaiting(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		k := &tokens{}
		c, s := k.client(t)
		s.latency = 20 * time.Second

		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()

		if err := read(ctx, c); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}

		if err := read(t.Context(), c); err != nil {
			t.Errorf("got %v", err)
		}
	})
}

func TestWaitingForATokenCanBeCancelled(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		k := &tokens{}
		c, s := k.client(t)
		s.latency = 20 * time.Second

		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()

		contexts := []context.Context{ctx, t.Context()}

		together(2, func(i int) {
			if err := read(contexts[i], c); (err != nil) != (i == 0) || i == 0 && !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("call %d: %v", i, err)
			}
		})
	})
}

func TestAPIKeyIsNeverRenewed(t *testing.T) {
	t.Parallel()

	s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool {
		return text(w, http.StatusUnauthorized, `{"message":"Unauthorized"}`)
	}}

	if err := read(t.Context(), client(t, s)); !errors.Is(err, rest.ErrUnauthorized) || s.count() != 1 {
		t.Errorf("%d calls: %v", s.count(), err)
	}
}
