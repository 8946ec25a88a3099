// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/hashicorp/terraform-plugin-log/tflogtest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

func TestErrorMeanings(t *testing.T) {
	t.Parallel()

	meanings := []error{
		rest.ErrNotFound, rest.ErrConflict, rest.ErrInvalid, rest.ErrUnauthorized, rest.ErrForbidden, rest.ErrThrottled,
		rest.ErrUnclear, rest.ErrGarbled, rest.ErrBlocked, rest.ErrRefused,
	}
	table := []struct {
		name   string
		method string
		answer answer
		want   []error
	}{
		{"400", http.MethodGet, status(400, `{}`), []error{rest.ErrInvalid, rest.ErrRefused}},
		{"401", http.MethodGet, status(401, `{}`), []error{rest.ErrUnauthorized, rest.ErrRefused}},
		{"403", http.MethodGet, status(403, `{}`), []error{rest.ErrForbidden, rest.ErrRefused}},
		{"404", http.MethodGet, status(404, `{}`), []error{rest.ErrNotFound, rest.ErrRefused}},
		{"404 of a wrong address", http.MethodGet, status(404, `<html>`), []error{rest.ErrRefused}},
		{"409", http.MethodPost, status(409, `{}`), []error{rest.ErrConflict, rest.ErrRefused}},
		{"422", http.MethodPost, status(422, `{}`), []error{rest.ErrInvalid, rest.ErrRefused}},
		{"408 to a write", http.MethodPost, status(408, `{}`), []error{rest.ErrUnclear}},
		{"425 to a write", http.MethodPatch, status(425, `{}`), []error{rest.ErrUnclear}},
		{"login page to a write", http.MethodPost, status(200, "<html>"), []error{rest.ErrUnauthorized, rest.ErrUnclear}},
		{"redirected write", http.MethodPut, status(307, ""), []error{rest.ErrUnauthorized, rest.ErrUnclear}},
		{"429", http.MethodPost, status(429, `{}`), []error{rest.ErrThrottled}},
		{"500", http.MethodGet, status(500, `{}`), nil},
		{"500 to a write", http.MethodPost, status(500, `{}`), []error{rest.ErrUnclear}},
		{"dropped write", http.MethodPut, dropped, []error{rest.ErrUnclear}},
		{"malformed read", http.MethodGet, status(200, `{`), []error{rest.ErrGarbled}},
		{"malformed write", http.MethodPost, status(201, `{`), []error{rest.ErrGarbled, rest.ErrUnclear}},
		{"login page", http.MethodGet, status(200, "\n<!DOCTYPE html>"), []error{rest.ErrUnauthorized}},
		{"redirect to a login page", http.MethodGet, status(302, "", "Location", "/login"), []error{rest.ErrUnauthorized}},
		{"abuse page", http.MethodGet, status(403, "<html>blocked</html>", "Content-Type", "text/html"), []error{rest.ErrBlocked, rest.ErrRefused}},
	}

	for _, row := range table {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				_, err := client(serve(row.answer)).Do(t.Context(), request(row.method))
				wrapped := fmt.Errorf("reading a thing: %w", err)

				for _, meaning := range meanings {
					want := false
					for _, w := range row.want {
						want = want || errors.Is(w, meaning)
					}

					if errors.Is(wrapped, meaning) != want {
						t.Errorf("means %q: %t, want %t (%s)", meaning, !want, want, err)
					}
				}
			})
		})
	}
}

func TestErrorText(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := serve(status(503, `{"message":"come back"}`, "X-Request-Id", "abc", "Retry-After", "2"))
		c := client(s, func(c *rest.Config) {
			c.Message = func(http.Header, []byte) string { return "come back" }
			c.MaxRetries = 2
		})

		_, err := c.Do(t.Context(), request(http.MethodGet))
		if want := "GET /things/1: 503 come back (gave up after 3 tries in 4s) [request id abc]"; err.Error() != want {
			t.Errorf("got  %s\nwant %s", err, want)
		}
	})
}

func TestErrorTextWithoutWordsOfTheService(t *testing.T) {
	t.Parallel()

	table := map[string]struct {
		answer answer
		want   string
	}{
		"plain text":    {status(400, "no such field\n"), "POST /things/1: 400 no such field"},
		"nothing":       {status(400, ""), "POST /things/1: 400 Bad Request"},
		"a page":        {status(404, "<html>x</html>", "Content-Type", "text/html"), "POST /things/1: 404 Not Found (a page for browsers)"},
		"a long text":   {status(400, strings.Repeat("é", 700)), "POST /things/1: 400 " + strings.Repeat("é", 600) + " …"},
		"no answer":     {dropped, "POST /things/1: read tcp: connection reset by peer"},
		"half an error": {status(400, `{"message":"boo`), "POST /things/1: 400 Bad Request (the answer is cut short)"},
		"cut off json":  {status(201, `{"a`), "POST /things/1: 201 the service answered 201 with a body that cannot be read (not JSON, 3 bytes)"},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			_, err := client(serve(row.answer)).Do(t.Context(), request(http.MethodPost))
			if err == nil || err.Error() != row.want {
				t.Errorf("got  %v\nwant %s", err, row.want)
			}
		})
	}
}

// The page of an abuse protection ends everything: what waits, and what comes later.
func TestAbusePageStopsEverything(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := serve(status(403, "<html>", "Content-Type", "text/html"))
		c := client(s, func(c *rest.Config) { c.Limiter = rest.NewLimiter(1) })
		start := time.Now()

		together(10, func() {
			if _, err := c.Do(t.Context(), request(http.MethodGet)); !errors.Is(err, rest.ErrBlocked) {
				t.Errorf("got %v", err)
			}
		})

		if _, err := c.Do(t.Context(), request(http.MethodPost)); !errors.Is(err, rest.ErrBlocked) || errors.Is(err, rest.ErrUnclear) {
			t.Errorf("got %v", err)
		}

		if len(s.calls()) != 1 || time.Since(start) > 10*time.Second {
			t.Errorf("%d requests in %s", len(s.calls()), time.Since(start))
		}
	})
}

func TestRenewsOnceOnA401(t *testing.T) {
	t.Parallel()

	table := map[string]struct {
		auth  *token
		calls int
	}{
		"renewed":                 {&token{value: "old", allow: true}, 2},
		"cannot be renewed":       {&token{value: "old"}, 1},
		"there is no credential":  {&token{err: errors.New("none")}, 0},
		"refused after a renewal": {&token{value: "bad", allow: true}, 2},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			s := serve(func(r *http.Request) (*http.Response, error) {
				if r.Header.Get("Authorization") == "old'" {
					return ok(r)
				}

				return status(401, `{}`)(r)
			})

			_, err := client(s, func(c *rest.Config) { c.Auth = row.auth }).Do(t.Context(), request(http.MethodPost))
			if len(s.calls()) != row.calls || (err == nil) != (name == "renewed") || errors.Is(err, rest.ErrUnclear) {
				t.Errorf("%d calls: %v", len(s.calls()), err)
			}

			for _, body := range s.bodies {
				if body != `{"name":"x"}` {
					t.Errorf("sent %q", body)
				}
			}
		})
	}
}

func TestWhatIsSent(t *testing.T) {
	t.Parallel()

	s := serve(ok)
	c := client(s)
	r := request(http.MethodPost)
	r.Header = http.Header{"X-Org-Id": {"o"}}
	r.Body = map[string]string{"html": "<b> & co"}

	if _, err := c.Do(t.Context(), r); err != nil {
		t.Fatal(err)
	}

	r.Body = url.Values{"scope": {"api"}}
	r.Binary = true

	if _, err := c.Do(t.Context(), r); err != nil {
		t.Fatal(err)
	}

	if _, err := c.Do(t.Context(), request(http.MethodGet)); err != nil {
		t.Fatal(err)
	}

	if s.bodies[0] != `{"html":"<b> & co"}` || s.bodies[1] != "scope=api" || s.bodies[2] != "" {
		t.Errorf("bodies %q", s.bodies)
	}

	want := []map[string]string{
		{"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "test/1", "X-Org-Id": "o"},
		{"Content-Type": "application/x-www-form-urlencoded", "Accept": "*/*"},
		{"Content-Type": "", "Accept": "application/json", "X-Org-Id": ""},
	}
	for i, headers := range want {
		for name, value := range headers {
			if got := s.headers[i].Get(name); got != value {
				t.Errorf("request %d sent %s: %q, want %q", i, name, got, value)
			}
		}
	}
}

func TestBinaryAnswersArePassedOn(t *testing.T) {
	t.Parallel()

	r := request(http.MethodGet)
	r.Binary = true

	resp, err := client(serve(status(200, "\x00\x01<", "Content-Type", "application/octet-stream"))).Do(t.Context(), r)
	if err != nil || string(resp.Body) != "\x00\x01<" {
		t.Errorf("%v %v", resp, err)
	}
}

func TestServiceTime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		now := time.Now()
		c := client(serve(status(404, `{}`, "Date", now.Add(-time.Hour).UTC().Format(http.TimeFormat))))

		if !c.ServiceTime(now).Equal(now) {
			t.Error("before any answer the service's clock is taken to be ours")
		}

		if _, err := c.Do(t.Context(), request(http.MethodGet)); !errors.Is(err, rest.ErrNotFound) {
			t.Fatal(err)
		}

		if got := c.ServiceTime(now); !got.Equal(now.Add(-time.Hour)) {
			t.Errorf("the service's clock is an hour behind, got %s of %s", got, now)
		}
	})
}

func TestRedactor(t *testing.T) {
	t.Parallel()

	r := &rest.Redactor{}
	r.Add("secret", "secret-and-more", "abc", "", "secret")

	if got, want := r.Text("secret-and-more, a secret, abc"), "(redacted), a (redacted), abc"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

const canary = "canary-7f3a"

// Neither the key, nor the token, nor what the bodies hold reaches a log or an error,
// even where the service quotes it.
func TestNothingSecretLeaves(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var log bytes.Buffer

		ctx := tflogtest.RootLogger(t.Context(), &log)
		s := serve(
			status(429, `{"message":"`+canary+`"}`, "Set-Cookie", canary),
			fails(errors.New("proxy said "+canary)),
			status(400, `{"message":"no such value `+canary+`"}`),
		)
		c := client(s, func(c *rest.Config) {
			c.Auth = &token{value: canary}
			c.Message = func(_ http.Header, b []byte) string { return string(b) }
			c.Limiter = rest.NewLimiter(1)
		})
		c.Redact(canary)

		r := request(http.MethodPut)
		r.Header = http.Header{"X-Secret": {canary}}
		r.Body = map[string]string{"secret": canary}

		_, err := c.Do(ctx, r)
		if err == nil || strings.Contains(err.Error(), canary) || !strings.Contains(err.Error(), "(redacted)") {
			t.Errorf("the error shows a secret, or nothing: %v", err)
		}

		if _, err := c.Do(ctx, request(http.MethodGet)); err == nil || strings.Contains(err.Error(), canary) {
			t.Errorf("the error shows a secret: %v", err)
		}

		if strings.Contains(log.String(), canary) || log.Len() == 0 {
			t.Errorf("the log shows a secret, or nothing:\n%s", log.String())
		}
	})
}

func TestWaitsAreLoggedAtInfo(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var log bytes.Buffer

		ctx := tflogtest.RootLogger(t.Context(), &log)
		c := client(serve(ok, status(503, `{}`, "Retry-After", "3"), ok), func(c *rest.Config) { c.Limiter = rest.NewLimiter(2) })

		for range 2 {
			if _, err := c.Do(ctx, request(http.MethodGet)); err != nil {
				t.Fatal(err)
			}
		}

		waits := map[string]float64{}

		for _, e := range entries(t, &log) {
			if ms, isWait := e["wait_ms"].(float64); isWait && e["@level"] == "info" {
				waits[fmt.Sprint(e["@message"])] = ms
			}
		}

		if waits["Waited for the request rate"] != 500 || waits["Waiting before the request is sent again"] != 3000 {
			t.Errorf("waits in the log: %v", waits)
		}
	})
}

func entries(t *testing.T, log *bytes.Buffer) []map[string]any {
	t.Helper()

	var all []map[string]any

	for decoder := json.NewDecoder(log); decoder.More(); {
		var e map[string]any
		if err := decoder.Decode(&e); err != nil {
			t.Fatal(err)
		}

		all = append(all, e)
	}

	return all
}
