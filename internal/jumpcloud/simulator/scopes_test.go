// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

var writeScopes = flag.Bool("write-scopes", false, "write the tables of scopes from the published contract")

// tables are the client's and the simulator's: each has its own, since they share no code.
var tables = []string{"../scopes.txt", "../jumpcloudsim/scopes.txt"}

// TestScopesAreTheContracts holds both tables to the published x-scopes, and demands a
// line for every route that has some. "go test ./internal/jumpcloud/simulator -run Scopes
// -write-scopes" adds what is missing.
func TestScopesAreTheContracts(t *testing.T) {
	t.Parallel()

	published, ok := contract.Open(t)
	if !ok {
		t.Skip("the published contract is not at hand")
	}

	have := map[string]bool{}

	for _, table := range tables {
		raw, err := os.ReadFile(table)
		if err != nil {
			t.Fatal(err)
		}

		for line := range strings.Lines(string(raw)) {
			if f := strings.Fields(line); len(f) > 1 {
				have[f[0]+" "+f[1]] = true
			}
		}
	}

	var want []string

	for _, route := range slices.Concat(newSimulator(t, simulator.Options{Empty: true}).Routes(), keys(have)) {
		method, path, _ := strings.Cut(route, " ")

		_, template, found := published.Operation(method, path)
		if scopes := published.Scopes(method, path); found && len(scopes) > 0 {
			slices.Sort(scopes)
			want = append(want, fmt.Sprintf("%s %s %s\n", method, template, strings.Join(scopes, " ")))
		}
	}

	slices.Sort(want)
	text := strings.Join(slices.Compact(want), "")

	for _, table := range tables {
		if *writeScopes {
			if err := os.WriteFile(table, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}

		raw, err := os.ReadFile(table)
		if err != nil || string(raw) != text {
			t.Errorf("%s is not what the contract says (%v); run this test with -write-scopes", table, err)
		}
	}
}

func keys(m map[string]bool) []string {
	var all []string
	for k := range m {
		all = append(all, k)
	}

	return all
}
