// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// Options of a [Server]; the zero value is useful.
type Options struct {
	// Now is the source of time; [time.Now] if nil.
	Now func() time.Time
	// Seed makes the draws of faults with a probability repeatable.
	Seed uint64
	// LogHeaders are the request headers that the log keeps.
	LogHeaders []string
	// SecretHeaders are kept as a fingerprint, never in clear.
	SecretHeaders []string
	// Strict tells whether a body member that is not known is refused; nil: it is. The
	// other way is to ignore it.
	Strict func() bool
	// Path turns the path of a request into that of its route; nil: they are the same.
	Path func(path string) string
	// Text is applied to the texts of a body's objects, though not within lists; nil: they stay.
	Text func(text string) string
	// ErrorBody words the kernel's own refusals as the vendor would.
	ErrorBody func(status int, message string) any
}

// Server is a simulated service.
type Server struct {
	Clock    *Clock
	IDs      *IDs
	Store    *Store
	Switches *Switches

	options    Options
	adminRoute []adminRoute // in the index

	mux    *http.ServeMux
	admin  *http.ServeMux
	routes []string
	about  About
	faults faults
	log    Log

	handling sync.Mutex // held while a handler runs

	mu         sync.Mutex
	observers  []func(Exchange)
	violations []Violation
	baseline   contents
	switched   map[string]string // the baseline's switches
}

// New returns a server without routes.
func New(o Options) *Server {
	if o.Now == nil {
		o.Now = time.Now
	}

	if o.ErrorBody == nil {
		o.ErrorBody = func(_ int, message string) any { return Doc{"message": message} }
	}

	clock := &Clock{source: o.Now}
	s := &Server{
		Clock: clock, IDs: &IDs{clock: clock}, Store: newStore(), Switches: &Switches{value: map[string]string{}},
		options: o, mux: http.NewServeMux(), admin: http.NewServeMux(), faults: faults{clock: clock, seed: o.Seed},
	}
	s.adminRoutes()

	return s
}

// Handle adds a route: a pattern of net/http with a method ("GET /things/{id}"),
// its handler, and the query parameters that it documents. A request with any
// other parameter is served, since services ignore those, and recorded as a violation.
func (s *Server) Handle(pattern string, h Handler, query ...string) {
	s.routes = append(s.routes, pattern)
	s.mux.HandleFunc(pattern, func(_ http.ResponseWriter, r *http.Request) {
		call := r.Context().Value(callKey{}).(*call) //nolint:forcetypeassert // set by dispatch for every request
		call.route = pattern
		call.request.Request = r // carries the path values

		for name := range r.URL.Query() {
			base, _, _ := strings.Cut(name, "[") // name[0]=… is an element of name
			if !slices.Contains(query, base) {
				call.request.Violate("query", fmt.Sprintf("unknown parameter %q", name))
			}
		}

		call.response = h(call.request)
	})
}

func (s *Server) strict() bool { return s.options.Strict == nil || s.options.Strict() }

// Routes lists the patterns, sorted.
func (s *Server) Routes() []string { return slices.Sorted(slices.Values(s.routes)) }

// Log is the request log.
func (s *Server) Log() *Log { return &s.log }

// OnExchange adds an observer of every request and answer. It is called after
// the answer is made and before it is sent, on the goroutine of the request.
func (s *Server) OnExchange(observe func(Exchange)) {
	s.mu.Lock()
	defer s.mu.Unlock()

	s.observers = append(s.observers, observe)
}

// Violations lists where the client broke the documented contract.
func (s *Server) Violations() []Violation {
	s.mu.Lock()
	defer s.mu.Unlock()

	return slices.Clone(s.violations)
}

// TakeViolations returns the violations and forgets them: a test that provokes
// some asserts them this way.
func (s *Server) TakeViolations() []Violation {
	s.mu.Lock()
	defer s.mu.Unlock()

	taken := s.violations
	s.violations = nil

	return taken
}

// SetBaseline makes the present documents and switches those that a reset returns to.
func (s *Server) SetBaseline() {
	contents := s.contents()

	s.mu.Lock()
	defer s.mu.Unlock()

	s.baseline, s.switched = contents, s.Switches.values()
}

// SetSwitch changes a switch to one of its values, to which a reset returns from now on.
func (s *Server) SetSwitch(name, value string) error {
	if err := s.Switches.Set(name, value); err != nil {
		return err
	}

	s.mu.Lock()
	defer s.mu.Unlock()

	if s.switched == nil {
		s.switched = map[string]string{}
	}

	s.switched[name] = value

	return nil
}

// Reset returns to the baseline: its documents and switches, the clock's own
// time, no faults, no log, no violations.
func (s *Server) Reset() {
	s.mu.Lock()
	baseline, switched := s.baseline, s.switched
	s.violations = nil
	s.mu.Unlock()

	s.ClearFaults()
	s.Switches.reset(switched)
	s.Clock.reset()
	s.log.Reset()

	s.replace(baseline)
}
