// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider_test

import (
	"maps"
	"os"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

const objects = "../objects"

var documentation = proof.Documentation{Folder: "../../../companions/nexport", Prefix: "nexport_", Says: "**Experimental"}

// TestConformance: what holds for all objects; and every page says that it is experimental.
func TestConformance(t *testing.T) {
	t.Parallel()

	has := proof.Conform(t, provider.New("test")(), documentation)
	if want := (proof.Conformance{"resources": 4, "data-sources": 8, "list-resources": 2}); !maps.Equal(has, want) {
		t.Errorf("%v, want %v", has, want)
	}

	for _, file := range []string{"README.md", "docs/index.md"} {
		documentation.Page(t, file)
	}

	for _, file := range []string{"CHANGELOG.md", "terraform-registry-manifest.json"} {
		documentation.Has(t, file)
	}
}

// TestEveryObjectHasASimulator: each folder is registered, in the provider and in the simulator.
func TestEveryObjectHasASimulator(t *testing.T) {
	t.Parallel()

	folders, err := os.ReadDir(objects)
	if err != nil || len(folders) == 0 {
		t.Fatal(folders, err)
	}

	for file, suffix := range map[string]string{"provider.go": ".Service", "../simulator/simulator.go": "sim.Register"} {
		wired, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}

		for _, f := range folders {
			if !strings.Contains(string(wired), f.Name()+suffix) {
				t.Errorf("%s is not registered in %s", f.Name(), file)
			}
		}
	}
}
