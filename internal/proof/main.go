// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"flag"
	"fmt"
	"os"
	"testing"
)

// withoutIdentities is the second round of [Main].
var withoutIdentities bool

// Main runs the tests of a package twice: as Terraform 1.12 and later, and as older
// Terraform and OpenTofu, which keep no identity of a resource. Two kinds of tests, which have it
// in their name, run in the first round only: those with a real Terraform, which is one of either
// kind, and those that look at a page in the Browser, which no identity reaches. Every package
// that uses [Core] has
//
//	func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }
func Main(m *testing.M) int {
	code := m.Run()
	if asksForOnce() {
		return code
	}

	fmt.Fprintln(os.Stdout, "=== second round, as Terraform before 1.12 and OpenTofu, which keep no identities:")

	withoutIdentities = true

	if err := flag.Set("test.skip", inOneRound()); err != nil {
		fmt.Fprintln(os.Stderr, err)

		return 1
	}

	return max(code, m.Run())
}

// inOneRound matches the tests of the first round only, and what the command skips anyway.
func inOneRound() string {
	skip := "Terraform|Browser"
	if f := flag.Lookup("test.skip"); f != nil && f.Value.String() != "" {
		skip += "|" + f.Value.String()
	}

	return skip
}

// asksForOnce tells that the command only lists tests, or measures.
func asksForOnce() bool {
	for _, name := range []string{"test.list", "test.bench", "test.fuzz", "test.cpuprofile", "test.memprofile"} {
		if f := flag.Lookup(name); f != nil && f.Value.String() != "" {
			return true
		}
	}

	return false
}
