// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package contract holds a conversation between the provider and the simulator
// against JumpCloud's published OpenAPI documents.
//
// The documents are not part of this repository. They are read from a folder
// beside it (shared/spec) or from the folder that JUMPCLOUD_CONTRACT_DIR names;
// where there is none, the check says so once and is skipped. Only tests use
// this package.
//
// The published documents are lenient (few required members, no closed
// objects), so the check adds one rule of its own: a body has no member, and a
// call no query parameter, that the documents do not know. What the service is
// known to do otherwise stands in deviations.go, each row with its source.
package contract

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

// FolderVariable is the environment variable that names the folder of the
// published documents; an empty value means: look beside the repository.
const FolderVariable = "JUMPCLOUD_CONTRACT_DIR"

// The published documents and the path under which the service mounts each.
// The longer prefix stands first: /api/v2 is also below /api.
var publications = []struct{ file, prefix string }{
	{"jumpcloud-v2.json", "/api/v2"},
	{"jumpcloud-v1.json", "/api"},
}

// Contract is the published interface of the service, ready to check exchanges.
// It is safe for concurrent use.
type Contract struct {
	documents []*document
}

// ErrAbsent is what [Find] answers when the published documents are not there.
var ErrAbsent = errors.New("the published API documents are not on this machine")

// Open returns the contract, or false where its documents are absent. It loads
// them once per process. A folder that was asked for by name must be complete.
func Open(tb testing.TB) (*Contract, bool) {
	tb.Helper()

	folder, err := Find()
	if errors.Is(err, ErrAbsent) {
		reportSkip.Do(func() {
			tb.Logf("contract check skipped in this package: %v (set %s to their folder)", err, FolderVariable)
		})

		return nil, false
	}

	if err != nil {
		tb.Fatal(err)
	}

	c, err := loadOnce(folder)
	if err != nil {
		tb.Fatal(err)
	}

	return c, true
}

// Find returns the folder of the published documents: the one that the
// environment names, else shared/spec beside the root of this module.
func Find() (string, error) {
	if folder := os.Getenv(FolderVariable); folder != "" {
		return folder, nil
	}

	at, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the working directory: %w", err)
	}

	for {
		if _, err := os.Stat(filepath.Join(at, "go.mod")); err == nil {
			break
		}

		parent := filepath.Dir(at)
		if parent == at {
			return "", ErrAbsent
		}

		at = parent
	}

	folder := filepath.Join(filepath.Dir(at), "shared", "spec")
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return "", ErrAbsent
	}

	return folder, nil
}

// Load reads the published documents from a folder and applies the deviations.
func Load(folder string) (*Contract, error) {
	c := &Contract{}

	for _, p := range publications {
		d, err := loadDocument(filepath.Join(folder, p.file), p.prefix)
		if err != nil {
			return nil, err
		}

		c.documents = append(c.documents, d)
	}

	return c, nil
}

// Operation names the operation that a call means: its operationId and its
// path template with the service's prefix, such as /api/v2/iplists/{id}.
func (c *Contract) Operation(method, path string) (id, template string, ok bool) {
	o, ok := c.find(method, path)
	if !ok {
		return "", "", false
	}

	return o.id, o.template, true
}

// Scopes lists the permissions of which the operation's caller needs one.
func (c *Contract) Scopes(method, path string) []string {
	o, ok := c.find(method, path)
	if !ok {
		return nil
	}

	return slices.Clone(o.scopes)
}

// TakesOrganization tells whether the operation documents the x-org-id header.
func (c *Contract) TakesOrganization(method, path string) bool {
	o, ok := c.find(method, path)

	return ok && o.header["x-org-id"] != nil
}

func (c *Contract) find(method, path string) (*operation, bool) {
	for _, d := range c.documents {
		if o, ok := d.match(method, path); ok {
			return o, true
		}
	}

	return nil, false
}

var (
	reportSkip sync.Once
	loaded     = map[string]func() (*Contract, error){}
	loadedLock sync.Mutex
)

func loadOnce(folder string) (*Contract, error) {
	loadedLock.Lock()

	load, ok := loaded[folder]
	if !ok {
		load = sync.OnceValues(func() (*Contract, error) { return Load(folder) })
		loaded[folder] = load
	}

	loadedLock.Unlock()

	return load()
}
