// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package contract holds a conversation between a provider and a simulator against the
// OpenAPI documents that a service publishes.
//
// The documents are not part of this repository. They are read from a folder beside it
// (shared/spec) or from the folder that the definition's variable names; where there is
// none, the check says so once and is skipped. Only tests use this package.
//
// Published documents are lenient (few required members, no closed objects), so the check
// adds one rule of its own: a body has no member, and a call no query parameter, that the
// documents do not know. What the service is known to do otherwise stands in the
// definition, each row with its source.
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

// Contract is the published interface of the service, ready to check exchanges.
// It is safe for concurrent use.
type Contract struct {
	definition *Definition
	documents  []*document
}

// ErrAbsent is what [Find] answers when the published documents are not there.
var ErrAbsent = errors.New("the published API documents are not on this machine")

// Open returns the contract, or false where its documents are absent. It loads
// them once per process. A folder that was asked for by name must be complete.
func (d *Definition) Open(tb testing.TB) (*Contract, bool) {
	tb.Helper()

	folder, err := d.Find()
	if errors.Is(err, ErrAbsent) {
		d.skipped.Do(func() {
			tb.Logf("contract check skipped in this package: %v (set %s to their folder)", err, d.Variable)
		})

		return nil, false
	}

	if err != nil {
		tb.Fatal(err)
	}

	c, err := d.loadOnce(folder)
	if err != nil {
		tb.Fatal(err)
	}

	return c, true
}

// Find returns the folder of the published documents: the one that the
// environment names, else shared/spec beside the root of this module.
func (d *Definition) Find() (string, error) {
	if folder := os.Getenv(d.Variable); folder != "" {
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
func (d *Definition) Load(folder string) (*Contract, error) {
	c := &Contract{definition: d}

	for _, p := range d.Publications {
		loaded, err := d.loadDocument(filepath.Join(folder, p.File), p.Prefix)
		if err != nil {
			return nil, err
		}

		c.documents = append(c.documents, loaded)
	}

	return c, nil
}

// Operation names the operation that a call means: its operationId and its
// path template with the service's prefix, such as /v2/things/{id}.
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

// Takes tells whether the operation documents a header.
func (c *Contract) Takes(header, method, path string) bool {
	o, ok := c.find(method, path)

	return ok && o.header[header] != nil
}

func (c *Contract) find(method, path string) (*operation, bool) {
	for _, d := range c.documents {
		if o, ok := d.match(method, path); ok {
			return o, true
		}
	}

	return nil, false
}

func (d *Definition) loadOnce(folder string) (*Contract, error) {
	load, _ := d.loaded.LoadOrStore(folder, sync.OnceValues(func() (*Contract, error) { return d.Load(folder) }))

	return load.(func() (*Contract, error))() //nolint:forcetypeassert // nothing else is stored
}
