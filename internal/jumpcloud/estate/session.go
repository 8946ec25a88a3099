// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate

import (
	"context"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/fleet"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/live"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
)

// progressEvery is how often somebody who waits is told that it goes on.
const progressEvery = 10 * time.Second

// progress counts requests and tells of them on standard error.
type progress struct {
	http.RoundTripper

	process  Process
	requests atomic.Int64
	stop     func()
}

// RoundTrip counts a request.
func (r *progress) RoundTrip(req *http.Request) (*http.Response, error) {
	r.requests.Add(1)

	return r.RoundTripper.RoundTrip(req)
}

// openSession configures the provider from the environment, read-only. Whoever opens it
// stops its progress.
func openSession(ctx context.Context, p Process) (*live.Session, *progress, error) {
	r := newProgress(p)

	s, err := live.Open(ctx, provider.New(p.Version, provider.WithTransport(r), provider.WithEnvironment(p.Getenv))())
	if err != nil {
		return nil, nil, err
	}

	s.Warn = func(text string) { r.say("Warning: %s", text) }

	r.tell(ctx)

	return s, r, nil
}

func newProgress(p Process) *progress {
	r := &progress{RoundTripper: p.Transport, process: p}
	if r.RoundTripper == nil {
		r.RoundTripper = http.DefaultTransport
	}

	return r
}

// tell tells of the requests from time to time, until it is stopped.
func (r *progress) tell(ctx context.Context) {
	ticking, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	r.stop = func() { stop(); <-done }

	go func() {
		defer close(done)

		ticker := time.NewTicker(progressEvery)
		defer ticker.Stop()

		for {
			select {
			case <-ticker.C:
				r.say("  %d requests so far ...", r.requests.Load())
			case <-ticking.Done():
				return
			}
		}
	}()
}

func (r *progress) say(format string, args ...any) {
	_, _ = fmt.Fprintf(r.process.Stderr, format+"\n", args...)
}

// readFleet reads the report on all tenants from the API.
func readFleet(ctx context.Context, p Process) (*fleet.Report, error) {
	s, r, err := openSession(ctx, p)
	if err != nil {
		return nil, err
	}
	defer r.stop()

	in, err := fleet.Collect(ctx, s, func(what string) { r.say("Reading %s ...", what) })
	if err != nil {
		return nil, err
	}

	r.say("Read everything with %d requests.", r.requests.Load())

	return in.Build(p.Now())
}
