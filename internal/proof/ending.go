// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"net/http"
	"runtime"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// At is a moment of an apply: when the simulator has acted on the nth request that
// matches, and before the provider hears of it.
type At struct {
	Method     string // any if empty
	PathPrefix string
	Nth        int // 1 if not set

	// Before is the moment when the request is about to be sent.
	Before bool
}

type ending struct {
	at   At
	kill bool
	seen int
	over bool
}

// InterruptAt interrupts the next apply, as Ctrl-C does: no operation begins any more,
// those in flight are told to stop and are waited for, and what they answer is in state.
func (c *Core) InterruptAt(at At) { c.ending = &ending{at: at} }

// KillAt kills the next apply: nothing in flight is heard of, and what the provider would
// still send never arrives. State is as far as it was written.
func (c *Core) KillAt(at At) { c.ending = &ending{at: at, kill: true} }

// Ended tells whether the moment of the last [Core.InterruptAt] or [Core.KillAt] came.
func (c *Core) Ended() bool {
	c.mu.Lock()
	defer c.mu.Unlock()

	return c.ending != nil && c.ending.over
}

// over tells whether the run is not to begin anything more.
func (r *run) over() bool {
	r.mu.Lock()
	defer r.mu.Unlock()

	return r.stopped
}

type transport struct {
	run  *run
	base http.RoundTripper
}

func (r *run) transport(base http.RoundTripper) http.RoundTripper { return transport{r, base} }

func (t transport) RoundTrip(req *http.Request) (*http.Response, error) {
	now := t.run.counts(req)
	if now && t.run.ending.at.Before {
		t.run.finish()
	}

	if err := t.run.gone(req); err != nil {
		return nil, err
	}

	resp, err := t.base.RoundTrip(req)

	if now && !t.run.ending.at.Before {
		t.run.finish()
	}

	// As with a real connection, whoever gave up meanwhile does not hear the answer.
	if gone := t.run.gone(req); gone != nil {
		return nil, gone
	}

	return resp, err
}

func (r *run) gone(req *http.Request) error {
	r.mu.Lock()
	defer r.mu.Unlock()

	if r.dead {
		runtime.Goexit() // nothing of a dead process goes on
	}

	return req.Context().Err()
}

// counts tells whether this request is the one that ends the run.
func (r *run) counts(req *http.Request) bool {
	r.core.mu.Lock()
	defer r.core.mu.Unlock()

	e := r.ending
	if e == nil || e.over || e.at.Method != "" && e.at.Method != req.Method || !strings.HasPrefix(req.URL.Path, e.at.PathPrefix) {
		return false
	}

	e.seen++
	e.over = e.seen >= max(e.at.Nth, 1)

	return e.over
}

func (r *run) finish() {
	r.mu.Lock()
	r.stopped, r.dead = true, r.ending.kill
	sessions := make([]*session, 0, len(r.sessions))

	for _, s := range r.sessions {
		sessions = append(sessions, s)
	}
	r.mu.Unlock()

	if r.ending.kill {
		close(r.end)
		r.cancel()

		return
	}

	for _, s := range sessions {
		if _, err := s.server.StopProvider(r.ctx, &tfprotov6.StopProviderRequest{}); err != nil {
			r.core.t.Errorf("stopping the provider: %s", err)
		}
	}
}
