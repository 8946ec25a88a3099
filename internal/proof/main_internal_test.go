// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"flag"
	"testing"
)

// TestInBothRounds: the second round has the tests that told an identity, but for those with a real
// Terraform or browser, and of them the subtests that the command asks for.
func TestInBothRounds(t *testing.T) {
	asked := flag.Lookup("test.run").Value.String()

	t.Cleanup(func() {
		told.tests = nil

		if err := flag.Set("test.run", asked); err != nil {
			t.Error(err)
		}
	})

	for _, c := range []struct {
		tells     []string
		run, want string
	}{
		{want: ""},
		{tells: []string{"TestTerraformLife", "TestPage_Browser"}, want: ""},
		{tells: []string{"TestB/of/something", "TestA", "TestB/else"}, want: "^(TestA|TestB)$"},
		{run: "Test[AB]/else", want: "^(TestA|TestB)$/else"},
	} {
		for _, name := range c.tells {
			tells(name)
		}

		if err := flag.Set("test.run", c.run); err != nil {
			t.Fatal(err)
		}

		if got := inBothRounds(); got != c.want {
			t.Errorf("after %v, asked for %q: %q, want %q", c.tells, c.run, got, c.want)
		}
	}
}
