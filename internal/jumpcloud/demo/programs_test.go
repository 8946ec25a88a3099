// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// programs is a folder with all that a demonstration builds, linked once for the tests of this package;
// temporary tells that nobody needs it afterwards.
var (
	programs  string
	temporary bool
)

func TestMain(m *testing.M) {
	code := m.Run()

	if temporary {
		_ = os.RemoveAll(programs)
	}

	os.Exit(code)
}

// buildPrograms fills that folder. Where `make test` has a place for providers it is there, so that
// the next run finds what did not change.
var buildPrograms = sync.OnceValue(func() error {
	ctx := context.Background()

	root, err := tfcli.Root(ctx)
	if err != nil {
		return err
	}

	built := os.Getenv(tfcli.BuiltProviders)
	if temporary = built == ""; temporary {
		programs, err = os.MkdirTemp("", "jumpcloud-demo-programs-")
	} else {
		programs, err = filepath.Abs(filepath.Join(built, "programs"))
	}

	if err != nil {
		return err
	}

	packages := append(tenants.programs, suite().programs...)
	slices.Sort(packages)

	args := append([]string{"build", "-ldflags=-w", "-o", programs + string(filepath.Separator)}, slices.Compact(packages)...)

	out, code, err := tfcli.Run(ctx, root, os.Environ(), io.Discard, "go", args...)
	if err == nil && code != 0 {
		err = errors.New(out)
	}

	return err
})

// linked is a folder for a demonstration to build into, in which it finds everything up to date.
func linked(t *testing.T) string {
	t.Helper()

	if err := buildPrograms(); err != nil {
		t.Fatal(err)
	}

	all, err := os.ReadDir(programs)
	if err != nil || len(all) == 0 {
		t.Fatalf("%v: %v", all, err)
	}

	to := t.TempDir()
	for _, program := range all {
		if err := os.Symlink(filepath.Join(programs, program.Name()), filepath.Join(to, program.Name())); err != nil {
			t.Fatal(err)
		}
	}

	return to
}
