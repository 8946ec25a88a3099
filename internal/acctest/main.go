// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package acctest

import (
	"flag"
	"fmt"
	"os"
	"testing"
)

// withoutIdentities is the second round of [Main].
var withoutIdentities bool

// Main runs the tests of a package twice: as Terraform 1.12 and later, and as older
// Terraform and OpenTofu, which keep no identity of a resource. What needs a real
// Terraform runs in the first round only. Every package that uses [Core] has
//
//	func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }
func Main(m *testing.M) int {
	code := m.Run()
	if asksForOnce() {
		return code
	}

	fmt.Fprintln(os.Stdout, "=== second round, as Terraform before 1.12 and OpenTofu, which keep no identities:")

	withoutIdentities = true

	if err := os.Unsetenv("TF_ACC"); err != nil {
		fmt.Fprintln(os.Stderr, err)

		return 1
	}

	return max(code, m.Run())
}

// asksForOnce tells that the command only lists tests, or measures.
func asksForOnce() bool {
	for _, name := range []string{"test.list", "test.bench", "test.fuzz"} {
		if f := flag.Lookup(name); f != nil && f.Value.String() != "" {
			return true
		}
	}

	return false
}
