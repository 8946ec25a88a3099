// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/simulator"
)

const (
	objects   = "../objects"
	companion = "../../../companions/zammad"
)

// TestConformance: what holds for all objects: a valid schema that describes everything,
// an identity, an importer, examples and a page.
func TestConformance(t *testing.T) {
	t.Parallel()

	server, err := providerserver.NewProtocol6WithError(provider.New("test")())()
	if err != nil {
		t.Fatal(err)
	}

	schemas, err := server.GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
	if err != nil || len(schemas.Diagnostics) > 0 {
		t.Fatal(err, schemas.Diagnostics)
	}

	described(t, "provider", schemas.Provider.Block.Attributes)

	identities, err := server.GetResourceIdentitySchemas(t.Context(), &tfprotov6.GetResourceIdentitySchemasRequest{})
	if err != nil {
		t.Fatal(err)
	}

	for name, s := range schemas.ResourceSchemas {
		described(t, name, s.Block.Attributes)

		if identities.IdentitySchemas[name] == nil {
			t.Errorf("%s has no identity", name)
		}

		for _, file := range []string{"resource.tf", "import.sh", "import-by-string-id.tf", "import-by-identity.tf"} {
			exists(t, "examples/resources/"+name+"/"+file)
		}

		exists(t, "docs/resources/"+strings.TrimPrefix(name, "zammad_")+".md")
	}

	for name, s := range schemas.DataSourceSchemas {
		described(t, "data source "+name, s.Block.Attributes)
		exists(t, "examples/data-sources/"+name+"/data-source.tf")
		exists(t, "docs/data-sources/"+strings.TrimPrefix(name, "zammad_")+".md")
	}

	for name, s := range schemas.ListResourceSchemas {
		described(t, "list resource "+name, s.Block.Attributes)
		exists(t, "examples/list-resources/"+name+"/list-resource.tfquery.hcl")
		exists(t, "docs/list-resources/"+strings.TrimPrefix(name, "zammad_")+".md")
	}

	if len(schemas.ListResourceSchemas) == 0 {
		t.Error("no list resource")
	}

	for _, file := range []string{"README.md", "CHANGELOG.md", "terraform-registry-manifest.json", "docs/index.md", "docs/guides/migrating-from-o11ydev.md"} {
		exists(t, file)
	}
}

func described(t *testing.T, of string, attributes []*tfprotov6.SchemaAttribute) {
	t.Helper()

	for _, a := range attributes {
		if !strings.HasSuffix(a.Description, ".") || a.DescriptionKind != tfprotov6.StringKindMarkdown {
			t.Errorf("%s: %s is described as %q", of, a.Name, a.Description)
		}

		if a.NestedType != nil {
			described(t, of+": "+a.Name, a.NestedType.Attributes)
		}
	}
}

func exists(t *testing.T, file string) {
	t.Helper()

	if _, err := os.Stat(filepath.Join(companion, file)); err != nil {
		t.Error(err)
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
