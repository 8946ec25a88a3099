// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// AdminPrefix starts the paths of the simulator's own routes.
const AdminPrefix = "/__sim/"

func isAdmin(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, AdminPrefix) }

// serveAdmin runs the simulator's own routes, which the package comment lists.
func (s *Server) serveAdmin(r *http.Request, raw []byte) Response {
	r.Body = io.NopCloser(bytes.NewReader(raw))
	w := &recorder{resp: Response{Status: http.StatusOK, Header: http.Header{}}}
	s.admin.ServeHTTP(w, r)

	return w.resp.finish(s.Clock.Now())
}

// HandleAdmin adds a route of the simulator's own, below [AdminPrefix]: a pattern of
// net/http without the prefix ("POST thing/{id}") and what answers it. A string goes out
// as it is, anything else as JSON, an error as a 400.
func (s *Server) HandleAdmin(pattern string, h func(r *http.Request) (any, error)) {
	s.describedAdmin(pattern, "", h)
}

// describedAdmin adds a route with what the index says of it.
func (s *Server) describedAdmin(pattern, about string, h func(r *http.Request) (any, error)) {
	method, path, _ := strings.Cut(pattern, " ")
	s.describeRoute(method, path, about)
	s.admin.HandleFunc(method+" "+AdminPrefix+path, func(w http.ResponseWriter, r *http.Request) {
		status := http.StatusOK

		body, err := h(r)
		if err != nil {
			status, body = http.StatusBadRequest, Doc{"message": err.Error()}
		}

		if text, ok := body.(string); ok {
			_, _ = io.WriteString(w, text)

			return
		}

		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(body)
	})
}

func (s *Server) adminRoutes() {
	route := s.describedAdmin
	done := Doc{"ok": true}

	route("GET {$}", "this index", func(*http.Request) (any, error) { return s.index(), nil })
	route("GET log", "the request log; ?method= and ?path= (a prefix) narrow it, ?last= takes so many of its end", s.adminLog)
	route("DELETE log", "forget it", func(*http.Request) (any, error) { s.log.Reset(); return done, nil })
	route("GET violations", "where the client broke the contract", func(*http.Request) (any, error) { return append([]Violation{}, s.Violations()...), nil })
	route("GET faults", "injected faults with how often they matched and fired", func(*http.Request) (any, error) { return s.adminFaults(), nil })
	route("POST faults", "inject one", func(r *http.Request) (any, error) { return done, s.adminInject(r) })
	route("DELETE faults", "remove all", func(*http.Request) (any, error) { s.ClearFaults(); return done, nil })
	route("GET clock", "the time there", func(*http.Request) (any, error) { return Doc{"now": s.Clock.Now()}, nil })
	route("POST clock", `{"advance": "1h"} moves it forward`, func(r *http.Request) (any, error) {
		var body struct {
			Advance string `json:"advance"`
		}
		if err := adminBody(r, &body); err != nil {
			return nil, err
		}

		d, err := time.ParseDuration(body.Advance)
		if err != nil {
			return nil, err
		}

		s.Clock.Advance(d)

		return Doc{"now": s.Clock.Now()}, nil
	})
	route("GET switches", "behaviours that nobody documents; ?format=markdown renders the table", func(r *http.Request) (any, error) {
		if r.FormValue("format") == "markdown" {
			return s.Switches.Markdown(), nil
		}

		return s.Switches.List(), nil
	})
	route("POST switches", `{"name": ..., "value": ...} sets one`, func(r *http.Request) (any, error) {
		var body struct {
			Name  string `json:"name"`
			Value string `json:"value"`
		}
		if err := adminBody(r, &body); err != nil {
			return nil, err
		}

		return done, s.Switches.Set(body.Name, body.Value)
	})
	route("POST reset", "back to the baseline: documents, switches, clock; no faults, no log", func(*http.Request) (any, error) { s.Reset(); return done, nil })

	s.storedRoutes()
}

func (s *Server) adminLog(r *http.Request) (any, error) {
	entries := s.log.Calls(r.FormValue("method"), r.FormValue("path"))

	if text := r.FormValue("last"); text != "" {
		last, err := strconv.Atoi(text)
		if err != nil || last < 0 {
			return nil, fmt.Errorf("last must be a number of requests, not %q", text)
		}

		entries = entries[max(0, len(entries)-last):]
	}

	return entries, nil
}

// faultBody is a fault on the wire: its latency is readable text.
type faultBody struct {
	FaultState

	Latency string `json:"latency,omitempty"`
}

func (s *Server) adminFaults() []faultBody {
	out := []faultBody{}

	for _, f := range s.Faults() {
		b := faultBody{FaultState: f}
		if f.Latency > 0 {
			b.Latency = f.Latency.String()
		}

		out = append(out, b)
	}

	return out
}

func (s *Server) adminInject(r *http.Request) error {
	var body faultBody
	if err := adminBody(r, &body); err != nil {
		return misspelt(err)
	}

	f := body.Fault

	if body.Latency != "" {
		d, err := time.ParseDuration(body.Latency)
		if err != nil {
			return err
		}

		f.Latency = d
	}

	if err := f.check(); err != nil {
		return err
	}

	s.Inject(f)

	return nil
}

// misspelt adds to the refusal of a member of a fault which one may be meant.
func misspelt(err error) error {
	name, ok := strings.CutPrefix(err.Error(), "json: unknown field ")
	if !ok {
		return err
	}

	var names []string
	for _, m := range faultMembers {
		names = append(names, m.Name)
	}

	return fmt.Errorf("%w: %s", err, nearest.Unknown("member of a fault", strings.Trim(name, `"`), names))
}

// adminBody refuses unknown members, so that a misspelt fault does not pass for none.
func adminBody(r *http.Request, into any) error {
	dec := json.NewDecoder(r.Body)
	dec.UseNumber()
	dec.DisallowUnknownFields()

	return dec.Decode(into)
}

// recorder keeps what a handler of net/http writes.
type recorder struct{ resp Response }

func (w *recorder) Header() http.Header { return w.resp.Header }

func (w *recorder) Write(b []byte) (int, error) {
	w.resp.Body = append(w.resp.Body, b...)

	return len(b), nil
}

func (w *recorder) WriteHeader(status int) { w.resp.Status = status }
