// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/terraformcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// bench is what all cases share: the programs.
type bench struct {
	provider  string // its program
	terraform string
	dir       string // the configurations
	rc        string // the CLI configuration
	turns     int    // how often a plan is run; the fastest counts
}

// sample is what one Terraform command took.
type sample struct {
	calls   map[string]int // requests by method
	writes  int            // those that changed something
	singles int            // reads of one IP list by its id
	routes  map[string]int // requests by route, such as "GET /api/v2/policies/{id}"
	refused int            // answers of 429
	peak    float64        // MiB that the provider held at the most; 0: not known
	wall    time.Duration
}

func (s sample) total() int {
	n := 0
	for _, c := range s.calls {
		n += c
	}

	return n
}

// measured is one case at one latency.
type measured struct {
	create, plan, floor, destroy sample
	// slower are further no-op plans, by latency.
	slower map[time.Duration]sample
}

func (b *bench) heading(out io.Writer) {
	_, _ = fmt.Fprintf(out, "%s, %d processors, requests_per_second = 100. Plans: the fastest of %d. Ratio: to a plan with -refresh=false.\n\n", filepath.Base(b.terraform), runtime.NumCPU(), b.turns)
	_, _ = fmt.Fprintf(out, "%-20s %8s  %-20s %6s %6s %6s %6s %6s %8s %6s %6s\n", "case", "latency", "step", "calls", "GET", "POST", "PUT", "DELETE", "seconds", "ratio", "MiB")
}

// measure runs create, no-op plan and destroy of a configuration in a world of its own.
func (b *bench) measure(ctx context.Context, out io.Writer, name, config string, latency time.Duration, more ...time.Duration) (measured, error) {
	m := measured{slower: map[time.Duration]sample{}}

	w, err := b.world(config)
	if err != nil {
		return m, err
	}
	defer w.close()

	step := func(latency time.Duration, args ...string) (sample, error) { return w.step(ctx, latency, args...) }

	if m.create, err = step(latency, "apply", "-auto-approve"); err != nil {
		return m, err
	}

	// In turns, so that what else the machine does meets all of them alike.
	for turn := range b.turns {
		again := func(best *sample, latency time.Duration, args ...string) error {
			x, err := step(latency, append([]string{"plan", "-detailed-exitcode"}, args...)...)
			if turn == 0 || x.wall < best.wall {
				*best = x
			}

			return err
		}

		if err := again(&m.floor, latency, "-refresh=false"); err != nil {
			return m, err
		}

		if err := again(&m.plan, latency); err != nil {
			return m, err
		}

		for _, l := range more {
			best := m.slower[l]
			if err := again(&best, l); err != nil {
				return m, err
			}

			m.slower[l] = best
		}
	}

	if m.destroy, err = step(latency, "destroy", "-auto-approve"); err != nil {
		return m, err
	}

	if err := w.check(name); err != nil {
		return m, err
	}

	row := func(latency time.Duration, title string, x sample) { printRow(out, name, latency, title, x, m.floor) }

	row(latency, "create", m.create)
	row(latency, "plan -refresh=false", m.floor)
	row(latency, "no-op plan", m.plan)

	for _, l := range more {
		row(l, "no-op plan", m.slower[l])
	}

	row(latency, "destroy", m.destroy)

	return m, nil
}

// printRow prints one step of a case.
func printRow(out io.Writer, name string, latency time.Duration, title string, x, floor sample) {
	_, _ = fmt.Fprintf(out, "%-20s %8s  %-20s %6d %6d %6d %6d %6d %8.2f %6.2f %6.0f\n", name, latency, title, x.total(),
		x.calls[http.MethodGet], x.calls[http.MethodPost], x.calls[http.MethodPut], x.calls[http.MethodDelete],
		x.wall.Seconds(), x.wall.Seconds()/floor.wall.Seconds(), x.peak)
}

// world is a simulator of its own, and a folder with a configuration for it.
type world struct {
	*simulator.Simulator

	terraform    string
	provider     string // the program that Terraform starts
	organization string // the provider's default
	dir          string
	env          []string
	close        func()
}

func (b *bench) world(config string) (*world, error) {
	dir, err := os.MkdirTemp(b.dir, "case-")
	if err != nil {
		return nil, err
	}

	if err := os.WriteFile(filepath.Join(dir, "main.tf"), []byte(config), 0o600); err != nil {
		return nil, err
	}

	s, err := simulator.New(simulator.Options{})
	if err != nil {
		return nil, err
	}

	server := httptest.NewServer(s)
	organization, _ := s.OrganizationID(simulator.AcmeInc)
	env := terraformcli.Provider.Environ("TF_CLI_CONFIG_FILE="+b.rc, "TF_CLI_ARGS=-no-color", "JUMPCLOUD_API_URL="+server.URL,
		"JUMPCLOUD_API_KEY="+s.Key(simulator.RoleBilling), "JUMPCLOUD_ORGANIZATION_ID="+organization, "JUMPCLOUD_REQUESTS_PER_SECOND=100")

	return &world{s, b.terraform, b.provider, organization, dir, env, server.Close}, nil
}

// check fails a case whose requests the service would not take.
func (w *world) check(name string) error {
	if v := w.Violations(); len(v) > 0 {
		return fmt.Errorf("%s: requests that the service does not take: %v", name, v)
	}

	return nil
}

// step runs one command, with each request as slow as that. A plan must be empty:
// -detailed-exitcode fails it otherwise.
func (w *world) step(ctx context.Context, latency time.Duration, args ...string) (sample, error) {
	var faults []sim.Fault
	if latency > 0 {
		faults = []sim.Fault{{Name: "latency", Latency: latency}}
	}

	return w.stepWith(ctx, faults, args...)
}

// stepWith runs one command on a service with faults.
func (w *world) stepWith(ctx context.Context, faults []sim.Fault, args ...string) (sample, error) {
	w.ClearFaults()

	for _, f := range faults {
		w.Inject(f)
	}

	w.Log().Reset()

	peak := watchMemory(w.provider)
	wall, err := must(ctx, w.dir, w.env, w.terraform, args...)
	x := sample{wall: wall, peak: peak(), calls: map[string]int{}, writes: len(w.Log().Writes()), routes: map[string]int{}}

	for _, e := range w.Log().Calls("", "") {
		x.calls[e.Method]++
		x.routes[e.Route]++

		if e.Status == http.StatusTooManyRequests {
			x.refused++
		}

		if e.Method == http.MethodGet && strings.HasPrefix(e.Route, "GET /api/v2/iplists/{") {
			x.singles++
		}
	}

	return x, err
}
