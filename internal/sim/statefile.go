// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// StateFile keeps a server's documents in a file, "" for none.
type StateFile struct {
	server *Server
	path   string

	mu    sync.Mutex
	saved uint64 // the writes that the file has
}

// NewStateFile returns a server's state file. Nothing is read or written yet.
func NewStateFile(s *Server, path string) *StateFile { return &StateFile{server: s, path: path} }

// Load restores what the file holds, and tells whether there is one.
func (f *StateFile) Load() (found bool, err error) {
	if f.path == "" {
		return false, nil
	}

	raw, err := os.ReadFile(f.path)

	switch {
	case os.IsNotExist(err):
		return false, nil
	case err != nil:
		return false, err
	}

	if err := f.server.Restore(raw); err != nil {
		return false, fmt.Errorf("%s: %w", f.path, err)
	}

	return true, nil
}

// SaveChanges saves the documents if they have changed since they were saved last. Several
// requests that wait for it share one file.
func (f *StateFile) SaveChanges() error {
	f.mu.Lock()
	defer f.mu.Unlock()

	now := f.server.Store.Writes()
	if now == f.saved {
		return nil
	}

	err := f.Save()
	if err == nil {
		f.saved = now
	}

	return err
}

// Save writes the documents to the file, whole or not at all. They hold the simulator's own
// credentials, hence the file's mode.
func (f *StateFile) Save() error {
	if f.path == "" {
		return nil
	}

	raw, err := f.server.Snapshot()
	if err != nil {
		return err
	}

	next, err := os.CreateTemp(filepath.Dir(f.path), ".sim-*") // made with mode 0600
	if err != nil {
		return fmt.Errorf("the state file %s cannot be written: %w", f.path, err)
	}

	_, err = next.Write(raw)
	if closed := next.Close(); err == nil {
		err = closed
	}

	if err == nil {
		err = os.Rename(next.Name(), f.path)
	}

	if err != nil {
		_ = os.Remove(next.Name())
	}

	return err
}
