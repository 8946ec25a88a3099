// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"errors"
	"math"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// Fault is a misbehaviour of the service. All conditions that are set must hold.
// With several faults on one request latencies add up and the first other effect wins.
type Fault struct {
	Name string `json:"name,omitempty"`

	// What it matches: method (empty: any), and by a path prefix, by a path
	// pattern ("/api/v2/iplists/{id}"), or by a function.
	Method     string                   `json:"method,omitempty"`
	PathPrefix string                   `json:"path_prefix,omitempty"`
	Pattern    string                   `json:"pattern,omitempty"`
	Match      func(*http.Request) bool `json:"-"`

	// When it fires: on every match, or on the n-th, every n-th, or each with a
	// probability drawn from the server's seed; at most Times (0: no end).
	Nth         int     `json:"nth,omitempty"`
	Every       int     `json:"every,omitempty"`
	Probability float64 `json:"probability,omitempty"`
	Times       int     `json:"times,omitempty"`

	// After lets the request act first: a write is committed, then the effect
	// replaces the answer. Latency with After delays the answer, not the act.
	After bool `json:"after,omitempty"`

	Latency    time.Duration     `json:"-"`
	Status     int               `json:"status,omitempty"`
	Body       string            `json:"body,omitempty"`
	Header     map[string]string `json:"header,omitempty"`
	RetryAfter string            `json:"retry_after,omitempty"` // seconds or a date
	// HTML answers with a web page (Status, or 200).
	HTML bool `json:"html,omitempty"`
	// Drop breaks the connection without an answer.
	Drop bool `json:"drop,omitempty"`
	// Refuse is a refused connection: the request never arrived. A real
	// listener cannot refuse one request and drops it instead.
	Refuse bool `json:"refuse,omitempty"`
	// Malformed lets the request act and cuts the JSON of its answer; Truncated
	// ends the transfer early besides.
	Malformed bool `json:"malformed,omitempty"`
	Truncated bool `json:"truncated,omitempty"`
	// Rate refuses (429, or Status) what exceeds so many requests a second,
	// Burst (default: one second's worth) at once.
	Rate  float64 `json:"rate,omitempty"`
	Burst int     `json:"burst,omitempty"`
}

func (f Fault) check() error {
	if f.Status == 0 && !f.HTML && !f.Drop && !f.Refuse && !f.Malformed && !f.Truncated && f.Rate == 0 && f.Latency == 0 {
		return errors.New("the fault has no effect")
	}

	if f.Probability < 0 || f.Probability > 1 || f.Rate < 0 || f.Nth < 0 || f.Every < 0 || f.Times < 0 {
		return errors.New("a number of the fault is out of range")
	}

	if f.Refuse && f.After {
		return errors.New("a refused connection cannot come after the request has acted")
	}

	return nil
}

func (f Fault) onlyDelays() bool {
	return f.Status == 0 && !f.HTML && !f.Drop && !f.Refuse && !f.Malformed && !f.Truncated && f.Rate == 0
}

// actsFirst tells whether the request reaches its route before the effect.
func (f Fault) actsFirst() bool { return f.After || f.Malformed || f.Truncated }

func (f Fault) matches(r *http.Request) bool {
	return (f.Method == "" || f.Method == r.Method) &&
		strings.HasPrefix(r.URL.Path, f.PathPrefix) &&
		(f.Pattern == "" || matchPath(f.Pattern, r.URL.Path)) &&
		(f.Match == nil || f.Match(r))
}

// matchPath compares segment by segment; {any} stands for one segment.
func matchPath(pattern, path string) bool {
	want, got := strings.Split(pattern, "/"), strings.Split(path, "/")

	return slices.EqualFunc(want, got, func(w, g string) bool {
		return w == g || (strings.HasPrefix(w, "{") && strings.HasSuffix(w, "}") && g != "")
	})
}

// Injected is a fault at work.
type Injected struct {
	fault  Fault
	faults *faults
	random *rand.Rand

	matched, fired int
	tokens         float64
	filled         time.Time
}

// Fired tells how often the fault had its effect.
func (i *Injected) Fired() int {
	i.faults.mu.Lock()
	defer i.faults.mu.Unlock()

	return i.fired
}

// Remove ends the fault.
func (i *Injected) Remove() {
	i.faults.mu.Lock()
	defer i.faults.mu.Unlock()

	i.faults.active = slices.DeleteFunc(i.faults.active, func(o *Injected) bool { return o == i })
}

type faults struct {
	clock *Clock
	seed  uint64

	mu     sync.Mutex
	count  uint64
	active []*Injected
}

// FaultState is an injected fault with its counters.
type FaultState struct {
	Fault

	Matched int `json:"matched"`
	Fired   int `json:"fired"`
}

// Inject adds a fault. One without an effect is a programming error.
func (s *Server) Inject(f Fault) *Injected {
	if err := f.check(); err != nil {
		panic("sim: " + err.Error())
	}

	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()

	s.faults.count++
	// Each fault has its own sequence, so that adding one does not change another.
	in := &Injected{fault: f, faults: &s.faults, random: rand.New(rand.NewPCG(s.faults.seed, s.faults.count))}
	s.faults.active = append(s.faults.active, in)

	return in
}

// ClearFaults ends all faults.
func (s *Server) ClearFaults() {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()

	s.faults.active = nil
}

// Faults lists the faults at work.
func (s *Server) Faults() []FaultState {
	s.faults.mu.Lock()
	defer s.faults.mu.Unlock()

	out := []FaultState{}
	for _, in := range s.faults.active {
		out = append(out, FaultState{in.fault, in.matched, in.fired})
	}

	return out
}

// hit is what the faults do to one request.
type hit struct {
	before, after time.Duration
	effect        *Fault
	name          string
}

func (fs *faults) take(r *http.Request) hit {
	fs.mu.Lock()
	defer fs.mu.Unlock()

	var h hit

	for _, in := range fs.active {
		if !in.fault.matches(r) || !in.due(fs.clock.Now()) {
			continue
		}

		if h.effect != nil && !in.fault.onlyDelays() {
			continue
		}

		in.fired++
		h.name = strings.TrimPrefix(h.name+"+"+in.fault.title(), "+")

		if in.fault.After {
			h.after += in.fault.Latency
		} else {
			h.before += in.fault.Latency
		}

		if !in.fault.onlyDelays() {
			h.effect = &in.fault
		}
	}

	return h
}

// due counts a match and tells whether it is this one's turn.
func (i *Injected) due(now time.Time) bool {
	f := i.fault
	i.matched++

	switch {
	case f.Times > 0 && i.fired >= f.Times,
		f.Nth > 0 && i.matched != f.Nth,
		f.Every > 0 && i.matched%f.Every != 0,
		f.Probability > 0 && i.random.Float64() >= f.Probability:
		return false
	case f.Rate > 0:
		return i.exceeds(now)
	default:
		return true
	}
}

// exceeds takes a token from the bucket of a rate limit and tells whether there was none.
func (i *Injected) exceeds(now time.Time) bool {
	burst := float64(i.fault.Burst)
	if burst == 0 {
		burst = math.Max(1, i.fault.Rate)
	}

	if i.filled.IsZero() {
		i.tokens = burst
	} else {
		i.tokens = math.Min(burst, i.tokens+now.Sub(i.filled).Seconds()*i.fault.Rate)
	}

	i.filled = now

	if i.tokens < 1 {
		return true
	}

	i.tokens--

	return false
}

func (f Fault) title() string {
	switch {
	case f.Name != "":
		return f.Name
	case f.Rate > 0:
		return "rate"
	case f.Refuse:
		return "refuse"
	case f.Drop:
		return "drop"
	case f.Truncated:
		return "truncated"
	case f.Malformed:
		return "malformed"
	case f.HTML:
		return "html"
	case f.Status != 0:
		return "status"
	default:
		return "latency"
	}
}
