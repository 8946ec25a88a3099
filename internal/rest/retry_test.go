// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest_test

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Which failures are repeated, for each method, and after which nobody knows whether the
// service acted. The letters: r repeated, - not; ? the outcome is unknown if it goes on.
func TestRetryTable(t *testing.T) {
	t.Parallel()

	methods := []string{http.MethodGet, http.MethodPut, http.MethodDelete, http.MethodPost, http.MethodPatch}
	table := []struct {
		name   string
		answer answer
		want   [5]string // in the order of methods
	}{
		{"400", status(http.StatusBadRequest, `{}`), [5]string{"-", "-", "-", "-", "-"}},
		{"404", status(http.StatusNotFound, `{}`), [5]string{"-", "-", "-", "-", "-"}},
		{"409", status(http.StatusConflict, `{}`), [5]string{"-", "-", "-", "-", "-"}},
		{"429", status(http.StatusTooManyRequests, `{}`), [5]string{"r", "r", "r", "r", "r"}},
		{"500", status(http.StatusInternalServerError, `{}`), [5]string{"r", "-?", "-?", "-?", "-?"}},
		{"501", status(http.StatusNotImplemented, `{}`), [5]string{"-", "-?", "-?", "-?", "-?"}},
		{"502", status(http.StatusBadGateway, `{}`), [5]string{"r", "r?", "r?", "-?", "-?"}},
		{"503", status(http.StatusServiceUnavailable, `{}`), [5]string{"r", "r?", "r?", "-?", "-?"}},
		{"504", status(http.StatusGatewayTimeout, `{}`), [5]string{"r", "r?", "r?", "-?", "-?"}},
		{"502 page", status(http.StatusBadGateway, `<html>`, "Content-Type", "text/html"), [5]string{"r", "r?", "r?", "-?", "-?"}},
		{"dropped", dropped, [5]string{"r", "r?", "r?", "-?", "-?"}},
		{"refused", refused, [5]string{"r", "r", "r", "r", "r"}},
		{"no such host", fails(&net.OpError{Op: "dial", Err: &net.DNSError{IsNotFound: true}}), [5]string{"-", "-", "-", "-", "-"}},
		{"host not found just now", fails(&net.OpError{Op: "dial", Err: &net.DNSError{IsTemporary: true}}), [5]string{"r", "r", "r", "r", "r"}},
		{"unknown authority", fails(fmt.Errorf("tls: %w", x509.UnknownAuthorityError{})), [5]string{"-", "-", "-", "-", "-"}},
		{"malformed", status(http.StatusOK, `{"id":`), [5]string{"r", "-?", "-?", "-?", "-?"}},
		{"truncated", truncated, [5]string{"r", "-?", "-?", "-?", "-?"}},
		{"408", status(http.StatusRequestTimeout, `{}`), [5]string{"r", "r?", "r?", "-?", "-?"}},
		{"425", status(http.StatusTooEarly, `{}`), [5]string{"r", "r?", "r?", "-?", "-?"}},
		{"login page", status(http.StatusOK, `<html>`, "Content-Type", "text/html"), [5]string{"-", "-?", "-?", "-?", "-?"}},
		{"redirect", status(http.StatusFound, ``, "Location", "/login"), [5]string{"-", "-?", "-?", "-?", "-?"}},
		{"not modified", status(http.StatusNotModified, ``), [5]string{"-", "-?", "-?", "-?", "-?"}},
		{"page of a refusal", status(http.StatusNotFound, `<html>`, "Content-Type", "text/html"), [5]string{"-", "-", "-", "-", "-"}},
	}

	for _, row := range table {
		for i, method := range methods {
			t.Run(row.name+" "+method, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					s := serve(row.answer)
					_, err := client(s).Do(t.Context(), request(method))

					e := asError(t, err)
					got := "-"

					if len(s.calls()) == 4 {
						got = "r"
					} else if len(s.calls()) != 1 {
						t.Errorf("%d calls, want 1 or 4", len(s.calls()))
					}

					if errors.Is(err, rest.ErrUnclear) {
						got += "?"
					}

					if got != row.want[i] {
						t.Errorf("got %q, want %q: %s", got, row.want[i], err)
					}

					if e.Attempts != len(s.calls()) {
						t.Errorf("the error tells of %d tries, there were %d", e.Attempts, len(s.calls()))
					}
				})
			})
		}
	}
}

func TestRetrySucceedsAndSendsTheBodyAgain(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := serve(status(http.StatusTooManyRequests, `{}`), refused, ok)

		resp, err := client(s).Do(t.Context(), request(http.MethodPost))
		if err != nil || string(resp.Body) != `{"id":"1"}` {
			t.Fatalf("%v %v", resp, err)
		}

		for i, body := range s.bodies {
			if body != `{"name":"x"}` {
				t.Errorf("try %d sent %q", i, body)
			}
		}

		if len(s.bodies) != 3 {
			t.Errorf("%d tries, want 3", len(s.bodies))
		}
	})
}

func TestMaxRetries(t *testing.T) {
	t.Parallel()

	for _, most := range []int{0, 1, 5} {
		synctest.Test(t, func(t *testing.T) {
			s := serve(status(http.StatusServiceUnavailable, `{}`))
			_, err := client(s, func(c *rest.Config) { c.MaxRetries = most }).Do(t.Context(), request(http.MethodGet))

			if len(s.calls()) != most+1 || asError(t, err).Attempts != most+1 {
				t.Errorf("max_retries %d made %d tries: %v", most, len(s.calls()), err)
			}
		})
	}
}

func TestBackoffDoublesToHalfAMinute(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := serve(dropped)
		_, err := client(s, func(c *rest.Config) { c.MaxRetries = 8 }).Do(t.Context(), request(http.MethodGet))

		times := s.calls()
		for i := 1; i < len(times); i++ {
			most := min(30*time.Second, time.Second<<(i-1))
			if gap := times[i].Sub(times[i-1]); gap > most+time.Millisecond || gap < most*3/4 {
				t.Errorf("wait %d was %s, want %s less a quarter at the most", i, gap, most)
			}
		}

		if e := asError(t, err); e.Waited < 90*time.Second || e.Waited > 121*time.Second {
			t.Errorf("the error tells of %s", e.Waited)
		}
	})
}

func TestRetryAfter(t *testing.T) {
	t.Parallel()

	// The clock of a synctest bubble starts here.
	start := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	table := []struct {
		name    string
		headers []string
		min     time.Duration
		max     time.Duration
	}{
		{"seconds", []string{"Retry-After", "7"}, 7 * time.Second, 7 * time.Second},
		{"zero", []string{"Retry-After", "0"}, 0, time.Second},
		{"longer than the time for one try", []string{"Retry-After", "45"}, 45 * time.Second, 45 * time.Second},
		{"date", []string{"Retry-After", start.Add(time.Minute).Format(http.TimeFormat)}, time.Minute, time.Minute},
		{"date by the service's clock", []string{
			"Date", start.Add(time.Hour).Format(http.TimeFormat),
			"Retry-After", start.Add(time.Hour + 20*time.Second).Format(http.TimeFormat),
		}, 20 * time.Second, 20 * time.Second},
		{"date in the past", []string{"Retry-After", start.Add(-time.Minute).Format(http.TimeFormat)}, 0, time.Second},
		{"nonsense", []string{"Retry-After", "soon"}, 750 * time.Millisecond, time.Second},
		{"negative", []string{"Retry-After", "-5"}, 750 * time.Millisecond, time.Second},
		{"the longest accepted", []string{"Retry-After", "900"}, 15 * time.Minute, 15 * time.Minute},
	}

	for _, row := range table {
		for _, code := range []int{http.StatusTooManyRequests, http.StatusServiceUnavailable} {
			t.Run(fmt.Sprint(row.name, " ", code), func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					s := serve(status(code, `{}`, row.headers...), ok)
					if _, err := client(s).Do(t.Context(), request(http.MethodGet)); err != nil {
						t.Fatal(err)
					}

					times := s.calls()
					if gap := times[1].Sub(times[0]); gap < row.min || gap > row.max+10*time.Millisecond {
						t.Errorf("waited %s, want %s to %s", gap, row.min, row.max)
					}
				})
			})
		}
	}
}

func TestRetryAfterOverTheLimitEndsTheRun(t *testing.T) {
	t.Parallel()

	for after, says := range map[string]string{"3600": "1h0m0s", "99999999999999999999": "1193046h"} {
		synctest.Test(t, func(t *testing.T) { endsTheRun(t, after, says) })
	}
}

func endsTheRun(t *testing.T, after, says string) {
	t.Helper()

	s := serve(status(http.StatusTooManyRequests, `{}`, "Retry-After", after))
	c := client(s)
	start := time.Now()

	for range 3 {
		_, err := c.Do(t.Context(), request(http.MethodPost))
		if !errors.Is(err, rest.ErrThrottled) || !strings.Contains(err.Error(), says) || errors.Is(err, rest.ErrUnclear) {
			t.Errorf("%v", err)
		}
	}

	if len(s.calls()) != 1 || time.Since(start) > time.Second {
		t.Errorf("%d calls in %s: nobody may ask again, and nobody may wait", len(s.calls()), time.Since(start))
	}
}

func TestTimeoutIsOfOneTryOnly(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := serve(slow(time.Hour, ok), slow(9*time.Second, ok))
		c := client(s, func(c *rest.Config) {
			c.Timeout = 10 * time.Second
			c.Limiter = rest.NewLimiter(0.05) // one request in 20 s: waiting for it must not count
			c.Auth = &token{value: "t", takes: 8 * time.Second}
		})

		if _, err := c.Do(t.Context(), request(http.MethodGet)); err != nil {
			t.Fatal(err)
		}

		_, err := c.Do(t.Context(), request(http.MethodGet))
		if err != nil || len(s.calls()) != 3 {
			t.Fatalf("%d calls: %v", len(s.calls()), err)
		}
	})
}

func TestTimeoutOfAWriteIsUnclear(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := serve(slow(time.Hour, ok))
		start := time.Now()
		_, err := client(s).Do(t.Context(), request(http.MethodPost))

		if !errors.Is(err, rest.ErrUnclear) || !errors.Is(err, context.DeadlineExceeded) || len(s.calls()) != 1 {
			t.Errorf("%d calls: %v", len(s.calls()), err)
		}

		if took := time.Since(start); took != 30*time.Second {
			t.Errorf("gave up after %s", took)
		}
	})
}

func TestCancelledContext(t *testing.T) {
	t.Parallel()

	table := map[string]struct {
		answer answer
		paced  bool // at one request in 100 s, one of which has just gone
		after  time.Duration
		want   error
		says   string
	}{
		// What is on its way is waited for as long as any try.
		"while the service works": {slow(time.Hour, ok), false, 30 * time.Second, context.DeadlineExceeded, "deadline exceeded"},
		"between two tries": {
			status(http.StatusTooManyRequests, `{}`, "Retry-After", "60"), false, 500 * time.Millisecond, context.Canceled, "it has changed nothing",
		},
		"while it waits for its turn":      {ok, true, 500 * time.Millisecond, context.Canceled, "it has changed nothing"},
		"between tries that did not leave": {refused, false, 500 * time.Millisecond, context.Canceled, "it has changed nothing"},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				c := client(serve(row.answer), func(c *rest.Config) {
					if row.paced {
						c.Limiter = rest.NewLimiter(0.01)
						if _, err := c.Limiter.Wait(t.Context()); err != nil {
							t.Fatal(err)
						}
					}
				})

				ctx, cancel := context.WithCancel(t.Context())

				time.AfterFunc(500*time.Millisecond, cancel)

				begun := time.Now()
				_, err := c.Do(ctx, request(http.MethodPost))
				unclear := errors.Is(row.want, context.DeadlineExceeded)

				if !errors.Is(err, row.want) || errors.Is(err, rest.ErrUnclear) != unclear || !strings.Contains(err.Error(), row.says) {
					t.Errorf("unclear %t, want %t: %v", errors.Is(err, rest.ErrUnclear), unclear, err)
				}

				if took := time.Since(begun); took != row.after {
					t.Errorf("ended after %s, want %s", took, row.after)
				}
			})
		})
	}
}

// An answer that arrived counts, even if the run is being interrupted: the object exists.
func TestAnswerBeatsCancellation(t *testing.T) {
	t.Parallel()

	ctx, cancel := context.WithCancel(t.Context())
	s := serve(func(r *http.Request) (*http.Response, error) {
		cancel()

		return status(http.StatusCreated, `{"id":"1"}`)(r)
	})

	resp, err := client(s).Do(ctx, request(http.MethodPost))
	if err != nil || resp.Status != http.StatusCreated {
		t.Errorf("%v %v", resp, err)
	}
}

// What waits long because the service asked for it is told, once for each wait.
func TestLongRetryAfterIsTold(t *testing.T) {
	t.Parallel()

	for after, want := range map[string][]string{
		"10": nil,
		"11": {"POST /things/1 11s", "POST /things/1 11s"},
	} {
		t.Run(after, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				shut := status(http.StatusTooManyRequests, `{}`, "Retry-After", after)

				var told []string

				c := client(serve(shut, shut, ok), func(c *rest.Config) {
					c.Waiting = func(_ context.Context, request string, wait time.Duration) {
						told = append(told, request+" "+wait.String())
					}
				})

				if _, err := c.Do(t.Context(), request(http.MethodPost)); err != nil || !slices.Equal(told, want) {
					t.Errorf("told %q, want %q: %v", told, want, err)
				}
			})
		})
	}
}
