// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// Documentation is where a provider is documented.
type Documentation struct {
	Folder string   // with examples and docs in it
	Prefix string   // of every type, such as vendor_
	More   []string // example files of a resource beside those that every one has
	Says   string   // what every page of a type says, "" for nothing in particular
}

// Conformance is how many types a provider has that conform, by kind as the folders of the
// documentation are named.
type Conformance map[string]int

// Conform fails the test for what does not hold for every type of a provider: a valid schema
// without blocks that describes everything in whole sentences, the prefix, for a resource an
// identity that repeats attributes and an importer, a collection that may hold no null, examples and a page.
func Conform(t *testing.T, p provider.Provider, d Documentation) Conformance {
	t.Helper()

	served, err := providerserver.NewProtocol6WithError(p)()

	server, ok := served.(everyServer)
	if err != nil || !ok {
		t.Fatalf("no server of all kinds of blocks: %v", err)
	}

	all, err := server.GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
	if err != nil || len(all.Diagnostics) > 0 {
		t.Fatal(err, all.Diagnostics)
	}

	identities, err := server.GetResourceIdentitySchemas(t.Context(), &tfprotov6.GetResourceIdentitySchemasRequest{})
	if err != nil {
		t.Fatal(err)
	}

	described(t, "provider", all.Provider)
	refusesNulls(t, server, "provider", "", all.Provider)

	for name, f := range all.Functions {
		refusesNullArguments(t, server, name, f)
	}

	adoptable(t, p, all.ResourceSchemas, identities.IdentitySchemas)

	actions := map[string]*tfprotov6.Schema{}
	for name, s := range all.ActionSchemas {
		actions[name] = s.Schema
	}

	counted := Conformance{}

	for _, kind := range []struct {
		folder string
		types  map[string]*tfprotov6.Schema
		files  []string
	}{
		{"resources", all.ResourceSchemas, append([]string{"resource.tf", "import.sh", "import-by-string-id.tf", "import-by-identity.tf"}, d.More...)},
		{"data-sources", all.DataSourceSchemas, []string{"data-source.tf"}},
		{"ephemeral-resources", all.EphemeralResourceSchemas, []string{"ephemeral-resource.tf"}},
		{"list-resources", all.ListResourceSchemas, []string{"list-resource.tfquery.hcl"}},
		{"actions", actions, []string{"action.tf"}},
	} {
		for name, s := range kind.types {
			described(t, kind.folder+": "+name, s)
			refusesNulls(t, server, kind.folder, name, s)

			if !strings.HasPrefix(name, d.Prefix) || name != strings.ToLower(name) {
				t.Errorf("%s: %q is not snake_case with the provider's prefix", kind.folder, name)
			}

			for _, file := range kind.files {
				d.Has(t, filepath.Join("examples", kind.folder, name, file))
			}

			d.Page(t, filepath.Join("docs", kind.folder, strings.TrimPrefix(name, d.Prefix)+".md"))
		}

		d.onlyOf(t, kind.folder, kind.types)

		if n := len(kind.types); n > 0 {
			counted[kind.folder] = n
		}
	}

	return counted
}

// Has fails the test where a file is missing or empty.
func (d Documentation) Has(t *testing.T, file string) {
	t.Helper()

	if info, err := os.Stat(filepath.Join(d.Folder, file)); err != nil || info.Size() == 0 {
		t.Errorf("%s is missing or empty", file)
	}
}

// Page fails the test where a page is missing or does not say what every page says.
func (d Documentation) Page(t *testing.T, file string) {
	t.Helper()

	raw, err := os.ReadFile(filepath.Join(d.Folder, file))
	if err != nil || len(raw) == 0 || !strings.Contains(string(raw), d.Says) {
		t.Errorf("%s is missing or empty, or lacks %q", file, d.Says)
	}
}

// onlyOf fails the test for an example of a type that is not there.
func (d Documentation) onlyOf(t *testing.T, kind string, types map[string]*tfprotov6.Schema) {
	t.Helper()

	folders, err := os.ReadDir(filepath.Join(d.Folder, "examples", kind))
	if err != nil && !os.IsNotExist(err) {
		t.Error(err)
	}

	for _, folder := range folders {
		if types[folder.Name()] == nil {
			t.Errorf("examples/%s/%s is of no registered type", kind, folder.Name())
		}
	}
}

func described(t *testing.T, name string, s *tfprotov6.Schema) {
	t.Helper()

	if s.Block.Description == "" {
		t.Errorf("%s has no description", name)
	}

	if len(s.Block.BlockTypes) > 0 {
		t.Errorf("%s has blocks, which are nested attributes here", name)
	}

	describedAttributes(t, name, s.Block.Attributes)
}

func describedAttributes(t *testing.T, at string, attributes []*tfprotov6.SchemaAttribute) {
	t.Helper()

	for _, a := range attributes {
		at := at + "." + a.Name
		if text := strings.TrimSpace(a.Description); !strings.HasSuffix(text, ".") || a.DescriptionKind != tfprotov6.StringKindMarkdown {
			t.Errorf("%s is not described in whole sentences of Markdown: %q", at, text)
		}

		if a.NestedType != nil {
			describedAttributes(t, at, a.NestedType.Attributes)
		}
	}
}

// everyResource is what Terraform asks of a resource, besides its life cycle, only where it is there.
type everyResource interface {
	resource.ResourceWithConfigure
	resource.ResourceWithConfigValidators
	resource.ResourceWithIdentity
	resource.ResourceWithImportState
	resource.ResourceWithModifyPlan
	resource.ResourceWithMoveState
}

// adoptable fails the test for a resource that an import block cannot take over, by id and by
// identity.
func adoptable(t *testing.T, p provider.Provider, schemas map[string]*tfprotov6.Schema, identities map[string]*tfprotov6.ResourceIdentitySchema) {
	t.Helper()

	var provided provider.MetadataResponse

	p.Metadata(t.Context(), provider.MetadataRequest{}, &provided)

	for _, construct := range p.Resources(t.Context()) {
		var resp resource.MetadataResponse

		r := construct()
		r.Metadata(t.Context(), resource.MetadataRequest{ProviderTypeName: provided.TypeName}, &resp)

		// A method that is shadowed by one of another form is not there for Terraform.
		if _, ok := r.(everyResource); !ok {
			t.Errorf("%s cannot be imported, identified, planned or moved as every resource: %T lacks a method", resp.TypeName, r)
		}

		identity := identities[resp.TypeName]
		if identity == nil || len(identity.IdentityAttributes) == 0 {
			t.Errorf("%s has no identity", resp.TypeName)

			continue
		}

		attributes := map[string]bool{}
		for _, a := range schemas[resp.TypeName].Block.Attributes {
			attributes[a.Name] = true
		}

		for _, key := range identity.IdentityAttributes {
			if !attributes[key.Name] {
				t.Errorf("the identity of %s has %s, its schema has not", resp.TypeName, key.Name)
			}
		}
	}
}
