// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// linked are the packages of this module that a program is made of.
func linked(t *testing.T, program string) []string {
	t.Helper()

	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", "../../../"+program).Output()
	if err != nil {
		t.Fatal(err)
	}

	var ours []string

	for p := range strings.FieldsSeq(string(out)) {
		if _, path, ok := strings.Cut(p, "/terraform-provider-jumpcloud/"); ok {
			ours = append(ours, path)
		}
	}

	return ours
}

// TestArrows: neither program has anything of another vendor in it, the provider no
// simulator, and the simulator no code of the provider.
func TestArrows(t *testing.T) {
	t.Parallel()

	for program, c := range map[string]struct{ allowed, needed string }{
		"companions/nexport": {
			`^(companions/nexport|internal/(anyjson|collections|kit|nearest|providerblock|rest|serve)|internal/nexport(/provider|/scope|/objects/[a-z]+)?)$`,
			"internal/nexport/objects/organization",
		},
		"cmd/nexport-sim": {
			`^(cmd/nexport-sim|internal/(nearest|sim|sim/page|simprogram)|internal/nexport/(simulator|nexportsim|objects/[a-z]+/[a-z]+sim))$`,
			"internal/nexport/objects/organization/organizationsim",
		},
	} {
		allowed, found := regexp.MustCompile(c.allowed), false

		for _, p := range linked(t, program) {
			found = found || p == c.needed

			if !allowed.MatchString(p) {
				t.Errorf("%s has %s linked in", program, p)
			}
		}

		if !found {
			t.Errorf("%s has no %s linked in", program, c.needed)
		}
	}
}
