// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestFault_Effects(t *testing.T) {
	t.Parallel()

	tests := map[string]struct {
		fault  sim.Fault
		status int
		err    error
		stored int
		check  func(answer) bool
	}{
		"refused before the write": {
			fault: sim.Fault{Status: 503, RetryAfter: "7"}, status: 503,
			check: func(a answer) bool { return a.header.Get("Retry-After") == "7" && json.Valid([]byte(a.body)) },
		},
		"committed, answered 500": {fault: sim.Fault{Status: 500, After: true}, status: 500, stored: 1},
		"own body and header": {
			fault: sim.Fault{Status: 422, Body: `{"x":1}`, Header: map[string]string{"X-Y": "z"}}, status: 422,
			check: func(a answer) bool { return a.body == `{"x":1}` && a.header.Get("X-Y") == "z" },
		},
		"web page": {
			fault: sim.Fault{HTML: true, Status: 403}, status: 403,
			check: func(a answer) bool { return strings.HasPrefix(a.header.Get("Content-Type"), "text/html") },
		},
		"dropped before":   {fault: sim.Fault{Drop: true}, err: syscall.ECONNRESET},
		"dropped after":    {fault: sim.Fault{Drop: true, After: true}, err: syscall.ECONNRESET, stored: 1},
		"refused to dial":  {fault: sim.Fault{Refuse: true}, err: syscall.ECONNREFUSED},
		"malformed answer": {fault: sim.Fault{Malformed: true}, status: 201, stored: 1, check: func(a answer) bool { return !json.Valid([]byte(a.body)) }},
		"truncated answer": {fault: sim.Fault{Truncated: true}, err: io.ErrUnexpectedEOF, stored: 1},
		"another method":   {fault: sim.Fault{Method: "GET", Status: 500}, status: 201, stored: 1},
		"another path":     {fault: sim.Fault{PathPrefix: "/other", Status: 500}, status: 201, stored: 1},
		"another pattern":  {fault: sim.Fault{Pattern: "/things/{id}", Status: 500}, status: 201, stored: 1},
		"another request": {
			fault:  sim.Fault{Match: func(r *http.Request) bool { return r.Header.Get("X-Key") == "" }, Status: 500},
			status: 201, stored: 1,
		},
	}

	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			s := newServer(t)
			in := s.Inject(tt.fault)
			a := call(t.Context(), t, s, "POST", "/things", `{"name":"a"}`)

			if !errors.Is(a.err, tt.err) || (tt.status != 0 && a.status != tt.status) {
				t.Errorf("answered %d, %v", a.status, a.err)
			}

			if tt.check != nil && !tt.check(a) {
				t.Errorf("answered %+v", a)
			}

			if n := s.Store.Docs("things", "").Len(); n != tt.stored || len(s.Log().Writes()) != tt.stored {
				t.Errorf("%d stored, %d logged as committed, want %d", n, len(s.Log().Writes()), tt.stored)
			}

			if named := s.Log().Calls("", "")[0].Fault != ""; named != (in.Fired() == 1) {
				t.Errorf("fired %d times, log says %v", in.Fired(), named)
			}

			in.Remove()

			if a := call(t.Context(), t, s, "POST", "/things", `{"name":"b"}`); a.status != 201 {
				t.Errorf("a removed fault still acts: %+v", a)
			}
		})
	}
}

func TestFault_When(t *testing.T) {
	t.Parallel()

	tests := map[string]struct {
		fault sim.Fault
		fails []int
	}{
		"always": {sim.Fault{Status: 500}, []int{1, 2, 3, 4, 5, 6}},
		"second": {sim.Fault{Status: 500, Nth: 2}, []int{2}},
		"every":  {sim.Fault{Status: 500, Every: 3}, []int{3, 6}},
		"twice":  {sim.Fault{Status: 500, Times: 2}, []int{1, 2}},
		"burst":  {sim.Fault{Rate: 2}, []int{3, 4, 5, 6}},
	}

	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			s := newServer(t)
			s.Inject(tt.fault)

			if got := failures(t, s, 6); !slices.Equal(got, tt.fails) {
				t.Errorf("failed %v, want %v", got, tt.fails)
			}
		})
	}
}

func failures(t *testing.T, s *sim.Server, requests int) []int {
	t.Helper()

	var failed []int

	for i := range requests {
		if call(t.Context(), t, s, "GET", "/things", "").status != http.StatusOK {
			failed = append(failed, i+1)
		}
	}

	return failed
}

func TestFault_ProbabilityRepeats(t *testing.T) {
	t.Parallel()

	var runs [2][]int

	for i := range runs {
		s := newServer(t)
		s.Inject(sim.Fault{Status: 429, Probability: 0.1})
		runs[i] = failures(t, s, 1000)
	}

	if !slices.Equal(runs[0], runs[1]) || len(runs[0]) < 60 || len(runs[0]) > 140 {
		t.Errorf("%d and %d of 1000 failed", len(runs[0]), len(runs[1]))
	}
}

func TestFault_RateRefillsWithTheClock(t *testing.T) {
	t.Parallel()

	s := newServer(t)
	s.Inject(sim.Fault{Rate: 5, RetryAfter: "1"})

	if n := len(failures(t, s, 8)); n != 3 {
		t.Errorf("%d of 8 refused, want 3", n)
	}

	s.Clock.Advance(400 * time.Millisecond)

	if n := len(failures(t, s, 4)); n != 2 {
		t.Errorf("%d of 4 refused after 0.4 s, want 2", n)
	}
}

func TestFault_Combine(t *testing.T) {
	t.Parallel()

	synctest.Test(t, func(t *testing.T) {
		s := newServer(t)
		s.Inject(sim.Fault{Name: "slow", Latency: 50 * time.Millisecond})
		s.Inject(sim.Fault{Name: "first", Status: 500})
		second := s.Inject(sim.Fault{Name: "second", Status: 503})
		start := time.Now()

		if a := call(t.Context(), t, s, "GET", "/things", ""); a.status != 500 || time.Since(start) != 50*time.Millisecond {
			t.Errorf("answered %d after %v", a.status, time.Since(start))
		}

		if got := s.Log().Calls("", "")[0].Fault; got != "slow+first" || second.Fired() != 0 {
			t.Errorf("fault %q", got)
		}
	})
}

func TestFault_LatencyAndCancellation(t *testing.T) {
	t.Parallel()

	for name, after := range map[string]bool{"before the write": false, "after the write": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			synctest.Test(t, func(t *testing.T) {
				s := newServer(t)
				s.Inject(sim.Fault{Latency: time.Minute, After: after})

				ctx, cancel := context.WithTimeout(t.Context(), time.Second)
				defer cancel()

				a := call(ctx, t, s, "POST", "/things", `{"name":"a"}`)
				if !errors.Is(a.err, context.DeadlineExceeded) {
					t.Errorf("answered %+v", a)
				}

				want := 0
				if after {
					want = 1
				}

				if n := s.Store.Docs("things", "").Len(); n != want {
					t.Errorf("%d stored, want %d", n, want)
				}

				if e := s.Log().Calls("", ""); len(e) != 1 || e[0].Status != 0 {
					t.Errorf("log %+v", e)
				}
			})
		})
	}
}

func TestFault_OverARealConnection(t *testing.T) {
	t.Parallel()

	s := newServer(t)
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)

	get := func() error {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+"/things", nil)
		if err != nil {
			return err
		}

		resp, err := server.Client().Do(req)
		if err != nil {
			return err
		}

		defer func() { _ = resp.Body.Close() }()

		if resp.StatusCode != http.StatusOK || resp.Header.Get("Date") != "Fri, 02 Jan 2026 03:04:05 GMT" {
			t.Errorf("status %d, date %s", resp.StatusCode, resp.Header.Get("Date"))
		}

		_, err = io.ReadAll(resp.Body)

		return err
	}

	if err := get(); err != nil {
		t.Fatal(err)
	}

	for name, fault := range map[string]sim.Fault{"drop": {Drop: true}, "truncated": {Truncated: true}} {
		in := s.Inject(fault)

		if get() == nil {
			t.Errorf("%s: no error", name)
		}

		in.Remove()
	}
}

func TestInject_RefusesNonsense(t *testing.T) {
	t.Parallel()

	for _, fault := range []sim.Fault{{}, {Status: 500, Probability: 2}, {Refuse: true, After: true}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%+v was accepted", fault)
				}
			}()
			newServer(t).Inject(fault)
		}()
	}
}
