// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/simulator"
)

const objects = "../objects"

var documentation = proof.Documentation{Folder: "../../../companions/zammad", Prefix: "zammad_"}

// TestConformance: what holds for all objects.
func TestConformance(t *testing.T) {
	t.Parallel()

	if has := proof.Conform(t, provider.New("test")(), documentation); has["list-resources"] == 0 {
		t.Errorf("%v", has)
	}

	for _, file := range []string{"README.md", "CHANGELOG.md", "terraform-registry-manifest.json", "docs/index.md", "docs/guides/migrating-from-o11ydev.md"} {
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

	paths := map[string]string{"organization": "/api/v1/organizations", "ticketpriority": "/api/v1/ticket_priorities"}

	for _, f := range folders {
		if !strings.Contains(string(wired), f.Name()+".Service") {
			t.Errorf("%s is not registered", f.Name())
		}

		path, ok := paths[f.Name()]
		for _, method := range []string{"GET " + path, "POST " + path, "GET " + path + "/{id}", "PUT " + path + "/{id}", "DELETE " + path + "/{id}"} {
			if !ok || !slices.Contains(s.Routes(), method) {
				t.Errorf("%s: the simulator has no %s", f.Name(), method)
			}
		}
	}
}
