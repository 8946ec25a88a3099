// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexport_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// world is a simulator, and a client with the simulator's clock.
type world struct {
	t      *testing.T
	sim    *simulator.Simulator
	client *nexport.Client
}

func newWorld(t *testing.T, switches map[string]string) *world {
	t.Helper()

	w := &world{t: t, sim: acctest.Simulator(t, simulator.Options{Switches: switches})}
	w.client = w.as(w.sim.Summary("").Login, nil)

	return w
}

func (w *world) as(login simulator.Login, transport http.RoundTripper) *nexport.Client {
	w.t.Helper()

	if transport == nil {
		transport = w.sim.Transport()
	}

	c, err := nexport.New(nexport.Config{
		URL: acctest.URL, Username: login.Username, Password: login.Password, RequestsPerSecond: 1000, MaxRetries: 2,
		RequestTimeout: time.Minute, UserAgent: "test", Transport: transport, Now: w.sim.Clock.Now,
	})
	if err != nil {
		w.t.Fatal(err)
	}

	return c
}

// read makes a call that goes well unless the credential is refused.
func (w *world) read(ctx context.Context) error {
	_, err := collections.Get[map[string]any](ctx, w.client.Admin("GetUser").With("login", "admin"))

	return err
}

func (w *world) mustRead() {
	w.t.Helper()

	if err := w.read(w.t.Context()); err != nil {
		w.t.Error(err)
	}
}

func (w *world) logins() int { return w.sim.Log().Count("POST", acctest.API+"Authenticate") }

// TestTokenIsSharedAndRenewed: one token serves all who wait for it, and is renewed before
// it ends, so that no request is refused.
func TestTokenIsSharedAndRenewed(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	var all sync.WaitGroup
	for range 20 {
		all.Go(w.mustRead)
	}

	all.Wait()

	if n := w.logins(); n != 1 {
		t.Errorf("%d logins, want one", n)
	}

	body := w.sim.Log().Calls("POST", acctest.API+"Authenticate")[0].Object()
	if len(body) != 3 || body["grant_type"] != "password" || body["username"] != "admin" {
		t.Errorf("%v", body)
	}

	w.sim.Clock.Advance(58 * time.Minute)
	w.mustRead()

	if n := w.logins(); n != 1 {
		t.Errorf("%d logins after 58 minutes, want one", n)
	}

	w.sim.Clock.Advance(90 * time.Second) // half a minute before the end
	w.mustRead()

	if n := w.logins(); n != 2 {
		t.Errorf("%d logins shortly before the end, want two", n)
	}

	for _, e := range w.sim.Log().Calls("", "") {
		if e.Status != http.StatusOK {
			t.Errorf("%s was answered %d", e.Path, e.Status)
		}
	}
}

// TestTokenWithoutEnd: a token that has no end is not renewed.
func TestTokenWithoutEnd(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"token-life": "for ever"})
	w.mustRead()
	w.sim.Clock.Advance(1000 * time.Hour)
	w.mustRead()

	if n := w.logins(); n != 1 {
		t.Errorf("%d logins, want one", n)
	}
}

// TestRefusedToken: a token that was ended is renewed once, however the service refuses it.
func TestRefusedToken(t *testing.T) {
	t.Parallel()

	for _, status := range []string{"401", "403", "200"} {
		for _, form := range []string{"number", "name"} {
			w := newWorld(t, map[string]string{"refused-token": status, "error-code-form": form})
			w.mustRead()
			w.sim.EndTokens()

			var all sync.WaitGroup
			for range 5 {
				all.Go(w.mustRead)
			}

			all.Wait()

			if n := w.logins(); n != 2 {
				t.Errorf("%s %s: %d logins, want two", status, form, n)
			}
		}
	}
}

// TestNeverInALoop: a service that refuses every token is asked twice, and a missing
// permission once.
func TestNeverInALoop(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.sim.Inject(sim.Fault{PathPrefix: acctest.API + "GetUser", Status: 401})

	if err := w.read(t.Context()); !errors.Is(err, rest.ErrUnauthorized) {
		t.Error(err)
	}

	if n, m := w.sim.Log().Count("GET", acctest.API+"GetUser"), w.logins(); n != 2 || m != 2 {
		t.Errorf("%d requests and %d logins, want two of each", n, m)
	}

	w = newWorld(t, nil)
	w.sim.Inject(sim.Fault{PathPrefix: acctest.API + "GetUser", Status: 403})

	if err := w.read(t.Context()); !errors.Is(err, rest.ErrForbidden) {
		t.Error(err)
	}

	if n, m := w.sim.Log().Count("GET", acctest.API+"GetUser"), w.logins(); n != 1 || m != 1 {
		t.Errorf("%d requests and %d logins, want one of each", n, m)
	}
}

// TestRefusedLogin: a login that was refused is not tried again, which could lock the
// account; one that the service could not answer is.
func TestRefusedLogin(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	w.client = w.as(simulator.Login{Username: "admin", Password: "wrong-password"}, nil)

	for range 3 {
		if err := w.read(t.Context()); !nexport.IsLogin(err) || !errors.Is(err, rest.ErrForbidden) || strings.Contains(err.Error(), "wrong-password") {
			t.Error(err)
		}
	}

	if n := w.logins(); n != 1 {
		t.Errorf("%d logins, want one", n)
	}

	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, nil)
		w.sim.Inject(sim.Fault{PathPrefix: acctest.API + "Authenticate", Status: 500, Times: 4})

		if err := w.read(t.Context()); !nexport.IsLogin(err) {
			t.Error(err)
		}

		w.mustRead()

		if n := w.logins(); n != 5 {
			t.Errorf("%d logins, want five", n)
		}
	})

	w = newWorld(t, nil)
	w.sim.Inject(sim.Fault{PathPrefix: acctest.API + "Authenticate", Status: 200, Body: `{"Token":"7c9e6679-7425-40de-944b-e07fc1f90ae7"}`})

	if err := w.read(t.Context()); err == nil || !strings.Contains(err.Error(), `it has "Token" (a text)`) || strings.Contains(err.Error(), "7c9e6679") {
		t.Error(err)
	}
}

// TestFailedTogether: those who wait for a token that cannot be fetched fail with the first.
func TestFailedTogether(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, nil)
		w.sim.Inject(sim.Fault{PathPrefix: acctest.API + "Authenticate", Status: 503})

		var all sync.WaitGroup
		for range 5 {
			all.Go(func() {
				if err := w.read(t.Context()); !nexport.IsLogin(err) {
					t.Error(err)
				}
			})
		}

		all.Wait()

		if n := w.logins(); n != 3 {
			t.Errorf("%d logins, want the three tries of one", n)
		}
	})
}

// TestValidation: where the service cannot say whether a token is valid, the refusal stands.
func TestValidation(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t, nil)
		w.mustRead()
		w.sim.EndTokens()
		w.sim.Inject(sim.Fault{PathPrefix: acctest.API + "ValidateAccessToken", Status: 500})

		if err := w.read(t.Context()); !errors.Is(err, rest.ErrForbidden) {
			t.Error(err)
		}

		if n := w.logins(); n != 1 {
			t.Errorf("%d logins, want one", n)
		}
	})
}
