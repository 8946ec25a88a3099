// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

const objects = "../objects"

var documentation = proof.Documentation{Folder: "../../../companions/bindplaneadmin", Prefix: "bindplaneadmin_"}

// TestConformance: what holds for all objects.
func TestConformance(t *testing.T) {
	t.Parallel()

	if has := proof.Conform(t, provider.New("test")(), documentation); has["ephemeral-resources"] == 0 || has["list-resources"] == 0 {
		t.Errorf("%v", has)
	}

	for _, file := range []string{"README.md", "CHANGELOG.md", "terraform-registry-manifest.json", "docs/index.md"} {
		documentation.Has(t, file)
	}
}

// TestEveryObjectHasASimulator: each folder is registered, in the provider and in the simulator.
func TestEveryObjectHasASimulator(t *testing.T) {
	t.Parallel()

	s, err := simulator.New(simulator.Options{})
	if err != nil {
		t.Fatal(err)
	}

	wired, err := os.ReadFile("provider.go")
	if err != nil {
		t.Fatal(err)
	}

	folders, err := os.ReadDir(objects)
	if err != nil || len(folders) == 0 {
		t.Fatal(folders, err)
	}

	routes := map[string][]string{
		"license":      {"PUT /v1/organizations/{id}/license", "PUT /v1/organization-license"},
		"organization": {"GET /v1/organizations", "POST /v1/organizations", "PATCH /v1/organizations/{id}/metadata", "DELETE /v1/organizations/{id}"},
		"project":      {"GET /v1/organizations/projects/all", "POST /v1/projects", "DELETE /v1/projects/{id}"},
	}

	for _, f := range folders {
		if !strings.Contains(string(wired), f.Name()+".Service") || len(routes[f.Name()]) == 0 {
			t.Errorf("%s is not registered", f.Name())
		}

		for _, route := range routes[f.Name()] {
			if !slices.Contains(s.Routes(), route) {
				t.Errorf("%s: the simulator has no %s", f.Name(), route)
			}
		}
	}
}
