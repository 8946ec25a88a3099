// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/simulator"
)

// summary is the first line of output of a run that ends at once.
func summary(t *testing.T, args ...string) simulator.Summary {
	t.Helper()

	ctx, cancel := context.WithCancel(t.Context())
	cancel() // it prints its line and stops

	var (
		out bytes.Buffer
		sum simulator.Summary
	)

	if err := program().Run(ctx, append(args, "-quiet"), &out, io.Discard); err != nil {
		t.Fatal(err)
	}

	if err := json.Unmarshal(out.Bytes(), &sum); err != nil {
		t.Fatalf("%s: %v", out.String(), err)
	}

	return sum
}

// TestSeed: the seed that -h shows can be used, and state wins over it.
func TestSeed(t *testing.T) {
	t.Parallel()

	var help bytes.Buffer
	if err := program().Run(t.Context(), []string{"-h"}, io.Discard, &help); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("-h: %v", err)
	}

	for _, part := range []string{usage.Seed, "/__sim/switches", "/__sim/documents/directory", "NEXPORT_URL", "behaviours that NexPort Campus does not document"} {
		if !strings.Contains(help.String(), part) {
			t.Errorf("no %q in:\n%s", part, help.String())
		}
	}

	seed, state := filepath.Join(t.TempDir(), "seed.json"), filepath.Join(t.TempDir(), "state.json")
	if err := os.WriteFile(seed, []byte(usage.Seed), 0o600); err != nil {
		t.Fatal(err)
	}

	sum := summary(t, "-seed", seed, "-state", state)
	if sum.Username != "admin" || sum.Password != "a-password-of-your-own" || sum.Organizations["ACME"] == "" || !strings.HasPrefix(sum.URL, "http://127.0.0.1:") {
		t.Errorf("%+v", sum)
	}

	if again := summary(t, "-state", state); again.Password != "a-password-of-your-own" || again.Organizations["ACME"] != sum.Organizations["ACME"] {
		t.Errorf("the second run has another world: %+v", again)
	}

	if sum := summary(t); sum.Logins[simulator.RoleViewer].Password == "" || sum.Login != sum.Logins[simulator.RoleAdmin] {
		t.Errorf("%+v", sum)
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()

	file := func(text string) string {
		path := filepath.Join(t.TempDir(), "seed.json")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}

		return path
	}

	for want, args := range map[string][]string{
		"seed.json:1:3: organisations: no such member; did you mean \"organizations\"?": {"-seed", file(`{ "organisations": []}`)},
		`users[0].organization: nothing with the short name "ACME" stands before it`:    {"-seed", file(`{"users":[{"organization":"ACME"}]}`)},
		`groups[0].parent: nothing with the short name ""`:                              {"-seed", file(`{"groups":[{"name":"x"}]}`)},
		`organizations[0].parent: nothing with the short name "TRAIN" stands before it`: {"-seed", file(`{"organizations":[{"parent":"TRAIN"}]}`)},
		`switches.x: no switch "x"`: {"-seed", file(`{"switches":{"x":"y"}}`)},
		"-allow-remote":             {"-listen", ":0"},
	} {
		if err := program().Run(t.Context(), args, io.Discard, io.Discard); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
