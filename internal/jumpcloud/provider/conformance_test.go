// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

// root is the module's, from here.
const root = "../../.."

func schemas(t *testing.T) *tfprotov6.GetProviderSchemaResponse {
	t.Helper()

	server, err := providerserver.NewProtocol6WithError(provider.New("test")())()
	if err != nil {
		t.Fatal(err)
	}

	all, err := server.GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
	if err != nil || len(all.Diagnostics) > 0 {
		t.Fatal(err, all.Diagnostics)
	}

	return all
}

// kinds are all types by kind, as the folders of examples are named.
func kinds(t *testing.T) map[string]map[string]*tfprotov6.Schema {
	t.Helper()

	all := schemas(t)

	actions := map[string]*tfprotov6.Schema{}
	for name, s := range all.ActionSchemas {
		actions[name] = s.Schema
	}

	return map[string]map[string]*tfprotov6.Schema{
		"actions":   actions,
		"resources": all.ResourceSchemas, "data-sources": all.DataSourceSchemas, "ephemeral-resources": all.EphemeralResourceSchemas,
		"list-resources": all.ListResourceSchemas,
	}
}

func TestSchemasAreValid(t *testing.T) {
	t.Parallel()

	p := provider.New("test")()

	for _, construct := range p.Resources(t.Context()) {
		var resp resource.SchemaResponse

		construct().Schema(t.Context(), resource.SchemaRequest{}, &resp)

		if diags := resp.Schema.ValidateImplementation(t.Context()); resp.Diagnostics.HasError() || diags.HasError() {
			t.Error(resp.Diagnostics, diags)
		}
	}

	for _, construct := range p.DataSources(t.Context()) {
		var resp datasource.SchemaResponse

		construct().Schema(t.Context(), datasource.SchemaRequest{}, &resp)

		if diags := resp.Schema.ValidateImplementation(t.Context()); resp.Diagnostics.HasError() || diags.HasError() {
			t.Error(resp.Diagnostics, diags)
		}
	}
}

var documentation = proof.Documentation{Folder: root, Prefix: "jumpcloud_", More: []string{"import-for-each.tf"}}

// What holds for all types of every provider; functions have their own kind of schema.
func TestConformance(t *testing.T) {
	t.Parallel()

	has := proof.Conform(t, provider.New("test")(), documentation)

	for _, kind := range []string{"resources", "data-sources", "ephemeral-resources", "list-resources", "actions"} {
		if has[kind] == 0 {
			t.Errorf("no %s: %v", kind, has)
		}
	}

	for name := range schemas(t).Functions {
		documentation.Has(t, filepath.Join("examples/functions", name, "function.tf"))
		documentation.Has(t, filepath.Join("docs/functions", name+".md"))
	}
}

// What says where an object lives is part of its identity.
func TestIdentitiesHaveThePlace(t *testing.T) {
	t.Parallel()

	for _, construct := range provider.New("test")().Resources(t.Context()) {
		r := construct()
		name := resourceName(t, r)

		withIdentity, ok := r.(resource.ResourceWithIdentity)
		if !ok {
			t.Errorf("%s has no identity", name)

			continue
		}

		var identity resource.IdentitySchemaResponse

		withIdentity.IdentitySchema(t.Context(), resource.IdentitySchemaRequest{}, &identity)

		if placed, ok := r.(kit.Placed); !ok {
			t.Errorf("%s is not built on the kernel", name)
		} else if missing := slices.DeleteFunc(placed.Places(), func(place string) bool {
			_, ok := identity.IdentitySchema.Attributes[place]

			return ok
		}); len(missing) > 0 {
			t.Errorf("the identity of %s lacks %q, which say where it lives", name, missing)
		}
	}
}

func resourceName(t *testing.T, r resource.Resource) string {
	t.Helper()

	var resp resource.MetadataResponse

	r.Metadata(t.Context(), resource.MetadataRequest{ProviderTypeName: "jumpcloud"}, &resp)

	return resp.TypeName
}

// What lives in an organization takes the provider's default one; what belongs to the
// provider has no such attribute, or means something else by it.
func TestTenantRule(t *testing.T) {
	t.Parallel()

	all, tenants := kinds(t), 0

	for _, d := range provider.Declarations() {
		s := all[d.Kind][d.Type]
		if s == nil {
			continue // functions
		}

		has := slices.ContainsFunc(s.Block.Attributes, func(a *tfprotov6.SchemaAttribute) bool {
			return a.Name == "organization_id" && a.Optional && (a.Computed || d.Kind == "actions")
		})

		if d.Tenant() != has {
			t.Errorf("%s %s is declared to live in an organization: %t; it has an organization_id with a default: %t", d.Kind, d.Type, d.Tenant(), has)
		}

		if d.Tenant() {
			tenants++
		}
	}

	if tenants == 0 {
		t.Error("nothing lives in an organization")
	}
}

// What a type calls stands in its declaration, from which come the permissions on its page.
func TestEveryTypeIsDeclared(t *testing.T) {
	t.Parallel()

	for _, d := range provider.Declarations() {
		if d.Group == "" {
			t.Errorf("%s %s has no group", d.Kind, d.Type)
		}

		if len(d.Calls) == 0 && d.Kind != "functions" {
			t.Errorf("%s %s declares no calls", d.Kind, d.Type)
		}

		for _, call := range d.Calls {
			method, path, _ := strings.Cut(call, " ")
			if _, ok := jumpcloud.Operation(method, path); !ok {
				t.Errorf("%s %s: %q is no operation of the published documents", d.Kind, d.Type, call)
			}
		}
	}
}

var (
	listBlock    = regexp.MustCompile(`(?m)^list "(\w+)" "\w+" \{\n  provider = jumpcloud\n  limit    = 100000\n`)
	listArgument = regexp.MustCompile(`(?m)^    (\w+) += \[?["\w]`)
)

// The blocks of a list resource's example are of its type, have only arguments that it takes,
// and a limit that no estate reaches: without one Terraform stops at 100.
func TestListExamples(t *testing.T) {
	t.Parallel()

	for name, s := range schemas(t).ListResourceSchemas {
		raw, err := os.ReadFile(filepath.Join(root, "examples/list-resources", name, "list-resource.tfquery.hcl"))
		if err != nil {
			t.Error(err)

			continue
		}

		blocks := listBlock.FindAllStringSubmatch(string(raw), -1)
		if len(blocks) == 0 || len(blocks) != strings.Count(string(raw), "list \"") {
			t.Errorf("%s: %d blocks are as they should be:\n%s", name, len(blocks), raw)
		}

		for _, b := range blocks {
			if b[1] != name {
				t.Errorf("the example of %s lists %s", name, b[1])
			}
		}

		for _, argument := range listArgument.FindAllStringSubmatch(string(raw), -1) {
			if !slices.ContainsFunc(s.Block.Attributes, func(a *tfprotov6.SchemaAttribute) bool { return a.Name == argument[1] }) {
				t.Errorf("the example of %s has the argument %s", name, argument[1])
			}
		}
	}
}

// folders are those below internal/jumpcloud/objects that have a service.go.
func folders(t *testing.T) []string {
	t.Helper()

	var all []string

	err := fs.WalkDir(os.DirFS(filepath.Join(root, "internal/jumpcloud/objects")), ".", func(at string, d fs.DirEntry, err error) error {
		if err == nil && d.Name() == "service.go" {
			all = append(all, path.Dir(at))
		}

		return err
	})
	if err != nil || len(all) == 0 {
		t.Fatal(all, err)
	}

	return all
}

// A folder that speaks to the service has a simulator, its own or its family's, and the
// simulator is registered.
func TestSimulatorsArePresent(t *testing.T) {
	t.Parallel()

	list, err := os.ReadFile(filepath.Join(root, "internal/jumpcloud/simulator/objects.go"))
	if err != nil {
		t.Fatal(err)
	}

	// What these create, change or read, a neighbour's simulator keeps.
	neighbours := map[string]string{
		"policygroupfromtemplate": "policygrouptemplate",
		"offboarding":             "organization",
		"organizationsettings":    "organization",
		"providersettings":        "organization",
		"application":             "authnpolicy",
		"system":                  "group",
	}

	for _, folder := range folders(t) {
		service, err := os.ReadFile(filepath.Join(root, "internal/jumpcloud/objects", folder, "service.go"))
		if err != nil {
			t.Fatal(err)
		}

		if !regexp.MustCompile(`\b(Resources|DataSources|EphemeralResources):`).Match(service) {
			continue // functions alone speak to nobody
		}

		found := false

		if neighbours[folder] != "" {
			folder = neighbours[folder]
		}

		for at := folder; at != "."; at = path.Dir(at) {
			simulator := path.Base(at) + "sim"

			_, err := os.Stat(filepath.Join(root, "internal/jumpcloud/objects", at, simulator))
			found = found || err == nil && strings.Contains(string(list), "\t"+simulator+".Register")
		}

		if !found {
			t.Errorf("internal/jumpcloud/objects/%s has no simulator that internal/jumpcloud/simulator registers", folder)
		}
	}
}

// The released binary holds neither the simulator nor anything that is there for tests.
func TestReleasedBinaryLinksNoTestCode(t *testing.T) {
	t.Parallel()

	command := exec.CommandContext(t.Context(), "go", "list", "-deps", ".")
	command.Dir = root

	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}

	packages := strings.Fields(string(out))
	if !slices.ContainsFunc(packages, func(p string) bool { return strings.HasSuffix(p, "/internal/jumpcloud/objects/iplist") }) {
		t.Fatalf("the list does not look like the provider's: %d packages", len(packages))
	}

	unwanted := regexp.MustCompile(`/internal/(.*/)?(\w*sim|simulator|acctest|contract|bench|demo|schemaexport)(/|$)|terraform-plugin-testing`)

	for _, p := range packages {
		if unwanted.MatchString(p) {
			t.Errorf("the released binary links %s", p)
		}
	}
}
