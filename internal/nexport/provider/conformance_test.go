// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/provider"
)

const (
	objects   = "../objects"
	companion = "../../../companions/nexport"
)

// TestConformance: what holds for all objects: a valid schema that describes everything and
// says that it is experimental, an identity, an importer, examples and a page.
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

		page(t, "docs/resources/"+strings.TrimPrefix(name, "nexport_")+".md")
	}

	for name, s := range schemas.DataSourceSchemas {
		described(t, "data source "+name, s.Block.Attributes)
		exists(t, "examples/data-sources/"+name+"/data-source.tf")
		page(t, "docs/data-sources/"+strings.TrimPrefix(name, "nexport_")+".md")
	}

	for name := range schemas.ListResourceSchemas {
		exists(t, "examples/list-resources/"+name+"/list-resource.tfquery.hcl")
		page(t, "docs/list-resources/"+strings.TrimPrefix(name, "nexport_")+".md")
	}

	if r, d, l := len(schemas.ResourceSchemas), len(schemas.DataSourceSchemas), len(schemas.ListResourceSchemas); r != 4 || d != 8 || l != 2 {
		t.Errorf("%d resources, %d data sources, %d list resources", r, d, l)
	}

	for _, file := range []string{"README.md", "docs/index.md"} {
		page(t, file)
	}

	for _, file := range []string{"CHANGELOG.md", "terraform-registry-manifest.json"} {
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

// page is a page that says how little is known.
func page(t *testing.T, file string) {
	t.Helper()

	raw, err := os.ReadFile(filepath.Join(companion, file))
	if err != nil || !strings.Contains(string(raw), "**Experimental") {
		t.Errorf("%s does not say that it is experimental: %v", file, err)
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
