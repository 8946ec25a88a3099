// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// Programs are the two of a vendor: the provider, and the simulator of its service.
type Programs struct {
	Vendor    string // the vendor's room, a folder of internal
	Simulator string // the simulator's program, a folder of cmd
	World     string // the kernel of the simulator, a folder of the vendor's room
}

// CheckArrows fails the test where a program has anything of another vendor linked in, the
// provider a simulator, or the simulator code of the provider; and where either lacks the
// object that is named, since then the list does not look like the program's.
func (p Programs) CheckArrows(t *testing.T, object string) {
	t.Helper()

	room := "internal/" + p.Vendor

	for program, c := range map[string]struct{ allowed, needed string }{
		"companions/" + p.Vendor: {
			`^(companions/` + p.Vendor + `|internal/(anyjson|collections|kit|nearest|providerblock|rest|serve)|` + room + `(/provider|/scope|/objects/[a-z]+)?)$`,
			room + "/objects/" + object,
		},
		"cmd/" + p.Simulator: {
			`^(cmd/` + p.Simulator + `|internal/(nearest|sim|sim/page|simprogram)|` + room + `/(simulator|` + p.World + `|objects/[a-z]+/[a-z]+sim))$`,
			room + "/objects/" + object + "/" + object + "sim",
		},
	} {
		allowed, found := regexp.MustCompile(c.allowed), false

		for _, one := range linked(t, program) {
			found = found || one == c.needed

			if !allowed.MatchString(one) {
				t.Errorf("%s has %s linked in", program, one)
			}
		}

		if !found {
			t.Errorf("%s has no %s linked in", program, c.needed)
		}
	}
}

// linked are the packages of this module that a program is made of.
func linked(t *testing.T, program string) []string {
	t.Helper()

	const module = "github.com/seed-37bf88c1/terraform-provider-jumpcloud/"

	out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", module+program).Output()
	if err != nil {
		t.Fatal(err)
	}

	var ours []string

	for one := range strings.FieldsSeq(string(out)) {
		if path, ok := strings.CutPrefix(one, module); ok {
			ours = append(ours, path)
		}
	}

	return ours
}
