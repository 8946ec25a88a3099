// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// points is at how many random points each kind of end is tried.
var points = flag.Int("points", 1, "at how many random points of an apply it is interrupted, interrupted twice, and killed")

// mixed is a configuration of 60 objects of several types and life cycles.
const mixed = required + `
data "jumpcloud_organization" "acme" {
  name = "Acme Inc"
}

locals {
  org = data.jumpcloud_organization.acme.id
}

resource "jumpcloud_organization" "new" {
  count = 2
  name  = "New Client ${count.index}"
}

resource "jumpcloud_iplist" "site" {
  count           = 16
  organization_id = local.org
  name            = "Site ${count.index}"
  ips             = ["203.0.113.0/24"]
}

resource "jumpcloud_iplist" "branch" {
  count           = 4
  organization_id = jumpcloud_organization.new[count.index % 2].id
  name            = "Branch ${count.index}"
  ips             = ["198.51.100.0/24"]
}

resource "jumpcloud_policy" "lock" {
  count           = 10
  organization_id = local.org
  name            = "Lock ${count.index}"
  template_name   = "lock_screen_darwin"
  values          = { timeout = 300 }
}

resource "jumpcloud_user_group" "team" {
  count           = 8
  organization_id = local.org
  name            = "Team ${count.index}"
}

resource "jumpcloud_system_group" "fleet" {
  count           = 8
  organization_id = local.org
  name            = "Fleet ${count.index}"
}

resource "jumpcloud_policy_group" "baseline" {
  count           = 4
  organization_id = local.org
  name            = "Baseline ${count.index}"
  policy_ids      = [jumpcloud_policy.lock[count.index].id, jumpcloud_policy.lock[count.index + 4].id]
}

resource "jumpcloud_policy_group_association" "fleet" {
  count           = 4
  organization_id = local.org
  policy_group_id = jumpcloud_policy_group.baseline[count.index].id
  target_type     = "system_group"
  target_id       = jumpcloud_system_group.fleet[count.index].id
}

resource "jumpcloud_role" "tier" {
  count  = 3
  name   = "Tier ${count.index}"
  scopes = ["groups.readonly"]
}

resource "jumpcloud_organization_settings" "acme" {
  organization_id = local.org
  contact_name    = "Example Contact"
}
`

// named are the collections of the simulator whose documents have a name that people tell
// them apart by.
var named = []string{"organizations", "iplists", "policies", "usergroups", "systemgroups", "policygroups", "roles"}

// ends are the ways in which a run does not come to its own end.
var ends = map[string]func(process *process){
	"interrupted": func(p *process) { p.interrupt() },
	"interrupted twice": func(p *process) {
		p.interrupt()
		p.interruptOnceHeard()
	},
	"killed": func(p *process) { p.kill() },
}

// TestEndsOfARun ends an apply at random points, then applies again: no object is there
// twice, and of every object that is not in state the second run tells its id.
func TestEndsOfARun(t *testing.T) {
	t.Parallel()

	for _, how := range slices.Sorted(maps.Keys(ends)) {
		for point := range *points {
			t.Run(fmt.Sprintf("%s %d", how, point), func(t *testing.T) {
				t.Parallel()

				// The number of the point draws it, so that a failure can be had again.
				objects := 1 + rand.New(rand.NewPCG(uint64(point), 1)).IntN(54) //nolint:gosec // no secret

				endAfter(t, how, objects)
			})
		}
	}
}

func endAfter(t *testing.T, how string, objects int) {
	t.Helper()

	w := newWorld(t, simulator.Options{})
	w.starts = true
	w.write("main.tf", mixed)

	// Answers take their time, so that requests are in flight whenever the run ends.
	slow := w.sim.Inject(sim.Fault{Method: http.MethodPost, Latency: 150 * time.Millisecond, After: true})

	before := counted(w)
	first, whole := w.endedRun(how, objects)

	slow.Remove()

	w.dropHalfWrittenState()

	inState := len(w.state())
	second, code := w.run("apply", "-input=false", "-auto-approve", "-lock=false")

	for _, twin := range twins(w) {
		t.Errorf("%s after %d objects: there twice: %s", how, objects, twin)
	}

	state := fmt.Sprint(w.state())
	lost := map[string]document{} // not in state

	for id, d := range counted(w) {
		if _, was := before[id]; !was && !strings.Contains(state, id) {
			lost[id] = d
		}
	}

	for id, d := range lost {
		// What is within an organization that is lost itself is told of when that has been adopted.
		_, below := lost[d.place]

		told := strings.Contains(second, id) || whole && strings.Contains(first, id)

		if !below && !told {
			t.Errorf("%s after %d objects: nobody tells of %s (%s)", how, objects, d.what, id)
		}
	}

	if code != 0 && len(lost) == 0 {
		t.Errorf("%s after %d objects: the second apply fails without a reason", how, objects)
	}

	t.Logf("%s after %d objects: %d in state, then exit code %d, %d in state, %d orphans told", how, objects, inState, code, len(w.state()), len(lost))

	if t.Failed() {
		t.Logf("first run:\n%s\nsecond run:\n%s", messages(first), messages(second))
	}
}

// endedRun applies and ends the run that way once the service holds so many new objects,
// most of whose answers are still on their way. It returns what was printed, and whether
// Terraform had the time to print all.
func (w *world) endedRun(how string, objects int) (out string, whole bool) {
	w.t.Helper()

	var printed safeBuffer

	cmd := w.command("apply", "-input=false", "-auto-approve", "-lock=false")
	cmd.Stdout, cmd.Stderr = &printed, &printed
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Terraform and its providers are killed together

	before := len(counted(w))

	if err := cmd.Start(); err != nil {
		w.t.Fatal(err)
	}

	p := &process{pid: cmd.Process.Pid, printed: &printed, exited: make(chan struct{})}

	go func() {
		defer close(p.exited)

		_ = cmd.Wait() // how it ends is the test's own doing
	}()

	if p.await(func() bool { return len(counted(w)) >= before+objects }) {
		ends[how](p)
	} else {
		w.t.Logf("the run ended before there were %d objects", objects)
	}

	<-p.exited

	return unwrapped(printed.String()), how == "interrupted"
}

// process is a running Terraform.
type process struct {
	pid     int
	printed *safeBuffer
	exited  chan struct{}
}

func (p *process) interrupt() { _ = syscall.Kill(p.pid, syscall.SIGINT) }

// interruptOnceHeard sends the second interrupt when Terraform has said that it heard the first.
func (p *process) interruptOnceHeard() {
	if p.await(func() bool { return strings.Contains(p.printed.String(), "Interrupt received") }) {
		p.interrupt()
	}
}

// await waits until something is so, and tells whether that was before the process ended.
func (p *process) await(so func() bool) bool {
	for !so() {
		select {
		case <-p.exited:
			return false
		case <-time.After(2 * time.Millisecond):
		}
	}

	return true
}

func (p *process) kill() { _ = syscall.Kill(-p.pid, syscall.SIGKILL) }

// safeBuffer may be read while a process writes to it.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()

	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()

	return s.b.String()
}

// document is a named object of the simulated service.
type document struct {
	what  string
	place string // the organization or provider that it is in
}

// counted are the named objects of the simulated service, by id.
func counted(w *world) map[string]document {
	all := map[string]document{}

	for _, collection := range named {
		for _, place := range w.sim.Store.Scopes(collection) {
			for _, d := range w.sim.Docs(collection, place).All() {
				all[fmt.Sprint(d["id"])] = document{fmt.Sprintf("%s %q", collection, d["name"]), place}
			}
		}
	}

	return all
}

// twins are the names that two objects of one collection and place have.
func twins(w *world) []string {
	var (
		seen  = map[document]bool{}
		twice []string
	)

	for _, d := range counted(w) {
		if seen[d] {
			twice = append(twice, d.what)
		}

		seen[d] = true
	}

	return twice
}
