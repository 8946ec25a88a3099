// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
)

// withoutIdentities is the second round of [Main].
var withoutIdentities bool

// told are the tests of the first round that told a provider an identity.
var told struct {
	sync.Mutex

	tests map[string]bool
}

// Main runs the tests of a package twice: as Terraform 1.12 and later, and as older
// Terraform and OpenTofu, which keep no identity of a resource. The rounds differ in the identities
// that a provider is told, and in Terraform's version, which none reads; so a test that tells no
// identity runs in the first only. So do those with a real Terraform, which is one of either kind, and those that look at a page in the
// Browser; they have it in their name. Every package that uses [Core] has
//
//	func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }
func Main(m *testing.M) int {
	code := m.Run()

	both := inBothRounds()
	if both == "" || OneRound() {
		return code
	}

	fmt.Fprintln(os.Stdout, "=== second round, as Terraform and OpenTofu before 1.12, which keep no identities:")

	withoutIdentities = true

	if err := flag.Set("test.run", both); err != nil {
		fmt.Fprintln(os.Stderr, err)

		return 1
	}

	return max(code, m.Run())
}

// tells notes that a test tells a provider an identity. Its subtests are one test.
func tells(name string) {
	name, _, _ = strings.Cut(name, "/")

	told.Lock()
	defer told.Unlock()

	if told.tests == nil {
		told.tests = map[string]bool{}
	}

	told.tests[name] = true
}

// inBothRounds matches the tests of the second round, and of them the subtests that the command
// asks for.
func inBothRounds() string {
	var names []string

	for name := range told.tests {
		if !strings.Contains(name, "Terraform") && !strings.Contains(name, "Browser") {
			names = append(names, name)
		}
	}

	if len(names) == 0 {
		return ""
	}

	slices.Sort(names)

	pattern := "^(" + strings.Join(names, "|") + ")$"
	if _, subtests, found := strings.Cut(flag.Lookup("test.run").Value.String(), "/"); found {
		pattern += "/" + subtests
	}

	return pattern
}

// OneRound tells that the command only lists tests, or measures, for which [Main] has one round.
func OneRound() bool {
	for _, name := range []string{"test.list", "test.bench", "test.fuzz", "test.cpuprofile", "test.memprofile"} {
		if f := flag.Lookup(name); f != nil && f.Value.String() != "" {
			return true
		}
	}

	return false
}
