// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var epoch = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

// newServer has one collection of things, whose names a body may set.
func newServer(t *testing.T) *sim.Server {
	t.Helper()

	s := sim.New(sim.Options{
		Now: func() time.Time { return epoch }, Seed: 7,
		LogHeaders: []string{"X-Tenant"}, SecretHeaders: []string{"X-Key"},
	})
	s.Handle("GET /things", func(r *sim.Request) sim.Response {
		return sim.JSON(http.StatusOK, r.Docs("things", "").All())
	}, "limit")
	s.Handle("POST /things", func(r *sim.Request) sim.Response {
		body, bad := r.Object(sim.Fields{"name": sim.String, "note": sim.String | sim.Null})
		if bad != nil {
			return sim.JSON(http.StatusBadRequest, sim.Doc{"message": bad.Error()})
		}

		id := s.IDs.ObjectID()
		body["id"] = id
		r.Docs("things", "").Put(id, body)

		return sim.JSON(http.StatusCreated, body)
	})
	s.Handle("DELETE /things/{id}", func(r *sim.Request) sim.Response {
		if !r.Docs("things", "").Remove(r.PathValue("id")) {
			return sim.JSON(http.StatusNotFound, sim.Doc{"message": "not found"})
		}

		return sim.NoContent()
	})

	return s
}

type answer struct {
	status int
	header http.Header
	body   string
	err    error
}

func call(ctx context.Context, t *testing.T, s *sim.Server, method, path, body string) answer {
	t.Helper()

	var reader io.Reader
	if body != "" {
		reader = strings.NewReader(body)
	}

	req, err := http.NewRequestWithContext(ctx, method, "https://sim.invalid"+path, reader)
	if err != nil {
		t.Fatal(err)
	}

	req.Header.Set("X-Key", "top-secret")

	resp, err := s.Transport().RoundTrip(req)
	if err != nil {
		return answer{err: err}
	}

	raw, err := io.ReadAll(resp.Body)

	return answer{resp.StatusCode, resp.Header, string(raw), err}
}

func TestServer_AnswersAndLogs(t *testing.T) {
	t.Parallel()

	s := newServer(t)
	a := call(t.Context(), t, s, "POST", "/things", `{"name":""}`)

	if a.status != http.StatusCreated || !strings.Contains(a.body, `"id":"695735a50000000000000001"`) {
		t.Fatalf("create: %d %s", a.status, a.body)
	}

	if got := a.header.Get("Date"); got != "Fri, 02 Jan 2026 03:04:05 GMT" {
		t.Errorf("Date is %q, want the simulator's clock", got)
	}

	call(t.Context(), t, s, "GET", "/things?limit=5", "")
	call(t.Context(), t, s, "DELETE", "/things/none", "")

	calls := s.Log().Calls("", "/things")
	if len(calls) != 3 || s.Log().Count("POST", "/things") != 1 || len(s.Log().Writes()) != 1 {
		t.Fatalf("log: %+v", calls)
	}

	create := calls[0]
	if v, sent := create.Object()["name"]; !sent || v != "" {
		t.Error("the log lost an empty member")
	}

	if _, sent := create.Object()["note"]; sent {
		t.Error("the log shows a member that was not sent")
	}

	if _, sent := create.Header["X-Tenant"]; sent || create.Route != "POST /things" || !create.Committed {
		t.Errorf("entry: %+v", create)
	}

	if got := create.Header.Get("X-Key"); got != sim.Fingerprint("top-secret") || strings.Contains(got, "secret") {
		t.Errorf("the key is logged as %q", got)
	}

	if v := s.Violations(); len(v) != 0 {
		t.Errorf("violations without cause: %v", v)
	}
}

func TestServer_Violations(t *testing.T) {
	t.Parallel()

	tests := map[string]struct {
		method, path, body string
		status             int
		rule               string
	}{
		"unknown route":     {"GET", "/nothing", "", http.StatusNotFound, "route"},
		"unknown method":    {"PATCH", "/things", "{}", http.StatusNotFound, "route"},
		"unclean path":      {"DELETE", "/things//", "", http.StatusNotFound, "route"},
		"unknown parameter": {"GET", "/things?page=1", "", http.StatusOK, "query"},
		"unknown member":    {"POST", "/things", `{"nam":"x"}`, http.StatusBadRequest, "body"},
		"wrong type":        {"POST", "/things", `{"name":1}`, http.StatusBadRequest, "body"},
		"null":              {"POST", "/things", `{"name":null}`, http.StatusBadRequest, "body"},
		"not an object":     {"POST", "/things", `[]`, http.StatusBadRequest, "body"},
		"no body":           {"POST", "/things", "", http.StatusBadRequest, "body"},
		"trailing data":     {"POST", "/things", `{"name":"x"}{}`, http.StatusBadRequest, "body"},
	}

	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			s := newServer(t)
			if a := call(t.Context(), t, s, tt.method, tt.path, tt.body); a.status != tt.status {
				t.Errorf("status %d, want %d", a.status, tt.status)
			}

			v := s.TakeViolations()
			if len(v) != 1 || v[0].Rule != tt.rule {
				t.Errorf("violations %v, want one of %q", v, tt.rule)
			}

			if len(s.Violations()) != 0 {
				t.Error("taken violations are still there")
			}
		})
	}
}

func TestServer_Observers(t *testing.T) {
	t.Parallel()

	s := newServer(t)

	var seen []sim.Exchange

	s.OnExchange(func(x sim.Exchange) { seen = append(seen, x) })
	call(t.Context(), t, s, "POST", "/things", `{"name":"a"}`)

	if len(seen) != 1 || seen[0].Status != http.StatusCreated || string(seen[0].Body) != `{"name":"a"}` ||
		!json.Valid(seen[0].ResponseBody) || seen[0].ResponseHeader.Get("Content-Type") == "" {
		t.Errorf("observed %+v", seen)
	}
}

func TestServer_SnapshotAndReset(t *testing.T) {
	t.Parallel()

	s := newServer(t)
	call(t.Context(), t, s, "POST", "/things", `{"name":"a"}`)

	s.SetBaseline()

	saved, err := s.Snapshot()
	if err != nil {
		t.Fatal(err)
	}

	call(t.Context(), t, s, "POST", "/things", `{"name":"b"}`)
	s.Clock.Advance(time.Hour)

	s.Reset()

	if n := s.Store.Docs("things", "").Len(); n != 1 || !s.Clock.Now().Equal(epoch) || s.Log().Count("", "") != 0 {
		t.Errorf("after reset: %d things at %v, %d calls", n, s.Clock.Now(), s.Log().Count("", ""))
	}

	other := newServer(t)
	if err := other.Restore(saved); err != nil {
		t.Fatal(err)
	}

	again, err := other.Snapshot()
	if err != nil || !bytes.Equal(saved, again) {
		t.Errorf("a restored server gives another snapshot (%v)", err)
	}

	if a := call(t.Context(), t, other, "POST", "/things", `{"name":"c"}`); strings.Contains(a.body, "000000001\"") {
		t.Errorf("a restored server gave an id twice: %s", a.body)
	}

	for _, bad := range []string{"", "[]", `{"version":99}`} {
		if other.Restore([]byte(bad)) == nil {
			t.Errorf("state %q was accepted", bad)
		}
	}
}

func TestServer_Concurrent(t *testing.T) {
	t.Parallel()

	s := newServer(t)
	s.Inject(sim.Fault{Method: "POST", Every: 10, Status: http.StatusInternalServerError})

	const requests = 200

	var all sync.WaitGroup

	for i := range requests {
		all.Go(func() {
			call(t.Context(), t, s, "POST", "/things", `{"name":"x"}`)

			switch i % 10 {
			case 0:
				s.Log().Writes()
			case 1:
				s.Store.Docs("things", "").All()
			case 2:
				_ = s.Violations()
			case 3:
				s.Clock.Advance(time.Second)
			}
		})
	}

	all.Wait()

	if n := s.Store.Docs("things", "").Len(); n != requests*9/10 {
		t.Errorf("%d things, want %d", n, requests*9/10)
	}

	if n := len(s.Log().Writes()); n != requests*9/10 {
		t.Errorf("%d writes in the log, want %d", n, requests*9/10)
	}
}
