// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"context"
	"slices"
	"sync"
)

// run is one command: its provider processes, and how far it came.
type run struct {
	core *Core
	ctx  context.Context

	mu       sync.Mutex
	sessions map[string]*session
	ending   *ending

	stopped, dead bool
	end           chan struct{} // closed when the run is killed
	cancel        context.CancelFunc
}

func newRun(c *Core, e *ending) *run {
	r := &run{core: c, sessions: map[string]*session{}, ending: e, end: make(chan struct{})}
	r.ctx, r.cancel = context.WithCancel(c.t.Context())

	return r
}

// session is the provider process of a provider block.
func (r *run) session(alias string) *session {
	r.mu.Lock()
	s := r.sessions[alias]
	r.mu.Unlock()

	if s == nil {
		s = r.newSession(alias) // may send something already

		r.mu.Lock()
		r.sessions[alias] = s
		r.mu.Unlock()
	}

	return s
}

// write changes state, unless the process is dead.
func (r *run) write(change func()) {
	r.mu.Lock()
	defer r.mu.Unlock()

	if !r.dead {
		change()
	}
}

// open starts the provider processes that the addresses need, the first block's always.
func (r *run) open(aliases ...string) Diagnostics {
	var diags Diagnostics

	aliases = append(aliases, "")
	slices.Sort(aliases)

	for _, alias := range slices.Compact(aliases) {
		diags = append(diags, r.session(alias).diags...)
	}

	return diags
}

// node is a step of a walk, which waits for others.
type node struct {
	name  string
	do    func() Diagnostics
	waits []*node

	done, failed bool
}

func (n *node) after(others ...*node) {
	for _, o := range others {
		if o != nil && o != n && !slices.Contains(n.waits, o) {
			n.waits = append(n.waits, o)
		}
	}
}

func (n *node) ready() bool {
	return !slices.ContainsFunc(n.waits, func(w *node) bool { return !w.done })
}

func (n *node) hopeless() bool {
	return slices.ContainsFunc(n.waits, func(w *node) bool { return w.failed })
}

type outcome struct {
	node  *node
	diags Diagnostics
}

// walk does all steps, each after those it waits for and only if they succeeded, with as
// many in flight as Terraform would have. A run that is interrupted begins nothing more
// and waits for what is in flight; of one that is killed nothing is heard any more.
func (r *run) walk(nodes []*node) Diagnostics {
	var diags Diagnostics

	var working sync.WaitGroup

	results := make(chan outcome, len(nodes))
	inFlight := 0
	waiting := slices.Clone(nodes)
	order := disorder()
	shuffle(order, waiting)

	for {
		for began := true; began; {
			began = false

			for _, n := range slices.Clone(waiting) {
				if inFlight >= r.core.Parallelism || r.over() {
					break
				}

				if !n.ready() {
					continue
				}

				waiting = slices.DeleteFunc(waiting, func(w *node) bool { return w == n })

				if n.hopeless() {
					n.done, n.failed, began = true, true, true

					continue
				}

				inFlight++

				do := paused(order, n.do)
				working.Go(func() { results <- outcome{n, do()} })
			}
		}

		if inFlight == 0 {
			break
		}

		select {
		case o := <-results:
			inFlight--
			o.node.done, o.node.failed = true, o.diags.failed()
			diags = append(diags, o.diags...)
		case <-r.end:
			working.Wait() // each dies with its next request

			return append(diags, refusal("killed", "The process was killed.")...)
		}
	}

	switch {
	case r.over():
		diags = append(diags, refusal("execution halted", "The run was interrupted.")...)
	case len(waiting) > 0:
		r.core.t.Fatalf("a cycle: %s", names(waiting))
	}

	return diags
}

func names(nodes []*node) []string {
	var all []string
	for _, n := range nodes {
		all = append(all, n.name)
	}

	return all
}
