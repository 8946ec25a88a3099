// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import "sync"

// Run is what one configured provider has seen of a run. Terraform starts a provider for
// the plan and another for the apply, in which it plans each object again.
type Run struct {
	mu        sync.Mutex
	said      map[string]bool
	refreshed map[string]bool    // type and import id of what was read from state
	named     map[string]*claims // by type, place and attribute, the names that plans give
	memory    map[string]string  // by object and attribute, what destroyed objects knew
	managed   map[managed]string // who manages parts of things that exist once
}

// NewRun returns a run that has seen nothing.
func NewRun() *Run {
	return &Run{
		said: map[string]bool{}, refreshed: map[string]bool{}, named: map[string]*claims{}, memory: map[string]string{},
		managed: map[managed]string{},
	}
}

func (r *Run) remember(what, text string) {
	r.mu.Lock()
	defer r.mu.Unlock()

	r.memory[what] = text
}

func (r *Run) recall(what string) string {
	r.mu.Lock()
	defer r.mu.Unlock()

	return r.memory[what]
}

// First tells whether nobody asked this of the run before: what is said once of many
// objects is said by the first of them.
func (r *Run) First(what string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()

	first := !r.said[what]
	r.said[what] = true

	return first
}

// refresh notes that an object in state was read.
func (r *Run) refresh(object string) {
	r.mu.Lock()
	defer r.mu.Unlock()

	r.refreshed[object] = true
}

// inState tells whether an object was read from state.
func (r *Run) inState(object string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()

	return r.refreshed[object]
}

// plans tells whether this is surely the plan phase: only that reads what is in state.
func (r *Run) plans() bool {
	r.mu.Lock()
	defer r.mu.Unlock()

	return len(r.refreshed) > 0
}

// manage notes who manages parts of a thing, and tells of each part whether another does. One that
// is new is owner "": Terraform plans a creation once in a process.
func (r *Run) manage(what, owner string, parts []string) (taken []bool) {
	r.mu.Lock()
	defer r.mu.Unlock()

	for _, part := range parts {
		before, ok := r.managed[managed{what, part}]
		taken = append(taken, ok && (owner == "" || before != owner))

		if !ok {
			r.managed[managed{what, part}] = owner
		}
	}

	return taken
}

type managed struct{ what, part string }
