// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider_test

import (
	"encoding/json"
	"io/fs"
	"maps"
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

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
)

// root is the module's, from here.
const root = "../../.."

// tenantScoped live in an organization and have organization_id; portalScoped belong to
// the provider and have none, or mean something else by it. Every type is in one of them.
var (
	tenantScoped = []string{
		"jumpcloud_application",
		"jumpcloud_applications",
		"jumpcloud_authn_policies",
		"jumpcloud_authn_policy",
		"jumpcloud_groups",
		"jumpcloud_iplist",
		"jumpcloud_iplists",
		"jumpcloud_ldap_samba_domain",
		"jumpcloud_ldap_samba_domains",
		"jumpcloud_ldap_server",
		"jumpcloud_ldap_servers",
		"jumpcloud_office365",
		"jumpcloud_office365_domain",
		"jumpcloud_office365_domains",
		"jumpcloud_office365_import_users",
		"jumpcloud_office365_translation_rule",
		"jumpcloud_office365_translation_rules",
		"jumpcloud_office365s",
		"jumpcloud_organization_offboarding",
		"jumpcloud_organization_settings",
		"jumpcloud_policies",
		"jumpcloud_policy",
		"jumpcloud_policy_association",
		"jumpcloud_policy_associations",
		"jumpcloud_policy_group",
		"jumpcloud_policy_group_association",
		"jumpcloud_policy_group_associations",
		"jumpcloud_policy_group_from_template",
		"jumpcloud_policy_group_membership",
		"jumpcloud_policy_group_memberships",
		"jumpcloud_policy_groups",
		"jumpcloud_policy_results",
		"jumpcloud_policy_statuses",
		"jumpcloud_policy_template",
		"jumpcloud_policy_templates",
		"jumpcloud_system",
		"jumpcloud_system_association",
		"jumpcloud_system_group",
		"jumpcloud_system_group_association",
		"jumpcloud_system_group_associations",
		"jumpcloud_system_group_membership",
		"jumpcloud_system_group_memberships",
		"jumpcloud_system_groups",
		"jumpcloud_systems",
		"jumpcloud_user",
		"jumpcloud_user_group",
		"jumpcloud_user_group_association",
		"jumpcloud_user_group_associations",
		"jumpcloud_user_group_membership",
		"jumpcloud_user_group_memberships",
		"jumpcloud_user_groups",
		"jumpcloud_users",
	}
	portalScoped = []string{
		"jumpcloud_administrator_organization_link",
		"jumpcloud_administrator_organization_links",
		"jumpcloud_autotask_alert_configuration",
		"jumpcloud_autotask_alert_options",
		"jumpcloud_autotask_companies",
		"jumpcloud_autotask_company_types",
		"jumpcloud_autotask_contract_fields",
		"jumpcloud_autotask_contracts",
		"jumpcloud_autotask_integration",
		"jumpcloud_autotask_mapping",
		"jumpcloud_autotask_mappings",
		"jumpcloud_autotask_services",
		"jumpcloud_autotask_settings",
		"jumpcloud_billing_contract",
		"jumpcloud_billing_details",
		"jumpcloud_case_metadata",
		"jumpcloud_cases",
		"jumpcloud_configured_policy_template",
		"jumpcloud_configured_policy_templates",
		"jumpcloud_connectwise_additions",
		"jumpcloud_connectwise_agreements",
		"jumpcloud_connectwise_alert_configuration",
		"jumpcloud_connectwise_alert_options",
		"jumpcloud_connectwise_companies",
		"jumpcloud_connectwise_company_types",
		"jumpcloud_connectwise_integration",
		"jumpcloud_connectwise_mapping",
		"jumpcloud_connectwise_mappings",
		"jumpcloud_connectwise_settings",
		"jumpcloud_integration_sync_errors",
		"jumpcloud_integrations",
		"jumpcloud_invoice",
		"jumpcloud_invoices",
		"jumpcloud_logo",
		"jumpcloud_microsoft_mdm_configuration_file",
		"jumpcloud_organization",
		"jumpcloud_organizations",
		"jumpcloud_password_manager_device",
		"jumpcloud_password_manager_devices",
		"jumpcloud_policy_compliance",
		"jumpcloud_policy_group_template",
		"jumpcloud_policy_group_templates",
		"jumpcloud_provider",
		"jumpcloud_provider_administrator",
		"jumpcloud_provider_administrators",
		"jumpcloud_provider_settings",
		"jumpcloud_providers",
		"jumpcloud_role",
		"jumpcloud_roles",
		"jumpcloud_scope_groups",
		"jumpcloud_service_account",
		"jumpcloud_service_account_credential",
		"jumpcloud_syncro_alert_configuration",
		"jumpcloud_syncro_alert_options",
		"jumpcloud_syncro_billing_options",
		"jumpcloud_syncro_companies",
		"jumpcloud_syncro_integration",
		"jumpcloud_syncro_mapping",
		"jumpcloud_syncro_mappings",
		"jumpcloud_syncro_settings",
		"jumpcloud_ticketing_alerts",
		"jumpcloud_whoami",
	}
)

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

	return map[string]map[string]*tfprotov6.Schema{
		"resources": all.ResourceSchemas, "data-sources": all.DataSourceSchemas, "ephemeral-resources": all.EphemeralResourceSchemas,
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

func TestEveryAttributeIsDescribed(t *testing.T) {
	t.Parallel()

	described(t, "provider", schemas(t).Provider)

	for _, types := range kinds(t) {
		for name, s := range types {
			described(t, name, s)
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
		if text := strings.TrimSpace(a.Description); text == "" || !strings.HasSuffix(text, ".") {
			t.Errorf("%s is not described in whole sentences: %q", at, text)
		}

		if a.NestedType != nil {
			describedAttributes(t, at, a.NestedType.Attributes)
		}
	}
}

// Every object can be adopted, by id and by identity, and its identity repeats attributes.
func TestEveryResourceHasImporterAndIdentity(t *testing.T) {
	t.Parallel()

	for _, construct := range provider.New("test")().Resources(t.Context()) {
		r := construct()
		name := resourceName(t, r)

		if _, ok := r.(resource.ResourceWithImportState); !ok {
			t.Errorf("%s cannot be imported", name)
		}

		withIdentity, ok := r.(resource.ResourceWithIdentity)
		if !ok {
			t.Errorf("%s has no identity", name)

			continue
		}

		var (
			identity resource.IdentitySchemaResponse
			schema   resource.SchemaResponse
		)

		withIdentity.IdentitySchema(t.Context(), resource.IdentitySchemaRequest{}, &identity)
		r.Schema(t.Context(), resource.SchemaRequest{}, &schema)

		if len(identity.IdentitySchema.Attributes) == 0 {
			t.Errorf("the identity of %s is empty", name)
		}

		for key := range identity.IdentitySchema.Attributes {
			if _, ok := schema.Schema.Attributes[key]; !ok {
				t.Errorf("the identity of %s has %s, its schema has not", name, key)
			}
		}

		// What joins something of the portal with an organization is identified by it and does not live in it.
		joins := strings.HasSuffix(name, "_organization_link") || strings.HasSuffix(name, "_mapping")
		named := slices.Contains(tenantScoped, name) || joins
		if _, ok := identity.IdentitySchema.Attributes["organization_id"]; ok != named {
			t.Errorf("the identity of %s has organization_id: %t", name, ok)
		}
	}
}

func resourceName(t *testing.T, r resource.Resource) string {
	t.Helper()

	var resp resource.MetadataResponse

	r.Metadata(t.Context(), resource.MetadataRequest{ProviderTypeName: "jumpcloud"}, &resp)

	return resp.TypeName
}

func TestTenantRule(t *testing.T) {
	t.Parallel()

	if !slices.IsSorted(tenantScoped) || !slices.IsSorted(portalScoped) {
		t.Error("the lists are not sorted")
	}

	seen := map[string]bool{}

	for _, types := range kinds(t) {
		for name, s := range types {
			seen[name] = true

			has := slices.ContainsFunc(s.Block.Attributes, func(a *tfprotov6.SchemaAttribute) bool {
				return a.Name == "organization_id" && a.Optional && a.Computed
			})

			switch tenant, portal := slices.Contains(tenantScoped, name), slices.Contains(portalScoped, name); {
			case tenant == portal:
				t.Errorf("%s must be in one of tenantScoped and portalScoped", name)
			case tenant != has:
				t.Errorf("%s has an organization_id with a default: %t", name, has)
			}
		}
	}

	for _, name := range slices.Concat(tenantScoped, portalScoped) {
		if !seen[name] {
			t.Errorf("%s is listed and not registered", name)
		}
	}
}

func TestExamplesArePresent(t *testing.T) {
	t.Parallel()

	files := map[string][]string{
		"resources":           {"resource.tf", "import.sh", "import-by-string-id.tf", "import-by-identity.tf"},
		"data-sources":        {"data-source.tf"},
		"ephemeral-resources": {"ephemeral-resource.tf"},
	}

	for kind, types := range kinds(t) {
		for name := range types {
			for _, file := range files[kind] {
				present(t, "examples", kind, name, file)
			}
		}

		folders, err := os.ReadDir(filepath.Join(root, "examples", kind))
		if err != nil && !os.IsNotExist(err) {
			t.Error(err)
		}

		for _, folder := range folders {
			if types[folder.Name()] == nil {
				t.Errorf("examples/%s/%s is of no registered type", kind, folder.Name())
			}
		}
	}

	for name := range schemas(t).Functions {
		present(t, "examples", "functions", name, "function.tf")
	}
}

func present(t *testing.T, parts ...string) {
	t.Helper()

	if info, err := os.Stat(filepath.Join(append([]string{root}, parts...)...)); err != nil || info.Size() == 0 {
		t.Errorf("%s is missing or empty", path.Join(parts...))
	}
}

func TestDocsArePresent(t *testing.T) {
	t.Parallel()

	if _, err := os.Stat(filepath.Join(root, "docs")); os.IsNotExist(err) {
		t.Skip("docs/ is not generated here")
	}

	for kind, types := range kinds(t) {
		for name := range types {
			present(t, "docs", kind, strings.TrimPrefix(name, "jumpcloud_")+".md")
		}
	}

	for name := range schemas(t).Functions {
		present(t, "docs", "functions", name+".md")
	}
}

func TestSubcategoriesArePresent(t *testing.T) {
	t.Parallel()

	raw, err := os.ReadFile(filepath.Join(root, "internal/tools/subcategories/groups.json"))
	if err != nil {
		t.Fatal(err)
	}

	var groups map[string][]string
	if err := json.Unmarshal(raw, &groups); err != nil {
		t.Fatal(err)
	}

	grouped := slices.Concat(slices.Collect(maps.Values(groups))...)

	for _, types := range kinds(t) {
		for name := range types {
			if !slices.Contains(grouped, strings.TrimPrefix(name, "jumpcloud_")) {
				t.Errorf("%s is in no group of internal/tools/subcategories/groups.json", name)
			}
		}
	}
}

var (
	serviceLine = regexp.MustCompile(`(?m)^\t(\w+)\.Service,$`)
	importLine  = regexp.MustCompile(`(?m)^\t(?:(\w+) )?"[^"]+/internal/jumpcloud/objects/([^"]+)"$`)
)

// registered are the folders below internal/jumpcloud/objects that services.go lists, in its order.
func registered(t *testing.T) []string {
	t.Helper()

	raw, err := os.ReadFile("services.go")
	if err != nil {
		t.Fatal(err)
	}

	folders := map[string]string{}

	for _, m := range importLine.FindAllStringSubmatch(string(raw), -1) {
		name := m[1]
		if name == "" {
			name = path.Base(m[2])
		}

		folders[name] = m[2]
	}

	_, list, _ := strings.Cut(string(raw), "= []func() kit.Service{\n")
	list, _, _ = strings.Cut(list, "\n}")

	var all []string

	for line := range strings.SplitSeq(list, "\n") {
		m := serviceLine.FindStringSubmatch(line)
		if m == nil || folders[m[1]] == "" {
			t.Errorf("services.go: %q is not one folder's line", line)

			continue
		}

		all = append(all, folders[m[1]])
	}

	return all
}

func TestServicesAreRegisteredInOrder(t *testing.T) {
	t.Parallel()

	all := registered(t)
	if !slices.IsSortedFunc(all, func(a, b string) int { return strings.Compare(path.Base(a), path.Base(b)) }) {
		t.Errorf("services.go is not in alphabetical order: %q", all)
	}

	var folders []string

	err := fs.WalkDir(os.DirFS(filepath.Join(root, "internal/jumpcloud/objects")), ".", func(at string, d fs.DirEntry, err error) error {
		if err == nil && d.Name() == "service.go" {
			folders = append(folders, path.Dir(at))
		}

		return err
	})
	if err != nil {
		t.Fatal(err)
	}

	slices.Sort(folders)
	slices.Sort(all)

	if !slices.Equal(folders, all) {
		t.Errorf("folders with a service.go: %q\nregistered:               %q", folders, all)
	}
}

// A folder that speaks to the service has a simulator, its own or its family's, and the
// simulator is registered.
func TestSimulatorsArePresent(t *testing.T) {
	t.Parallel()

	list, err := os.ReadFile(filepath.Join(root, "internal/jumpcloud/simulator/simulator.go"))
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

	for _, folder := range registered(t) {
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

func TestNamesHaveThePrefix(t *testing.T) {
	t.Parallel()

	for kind, types := range kinds(t) {
		for name := range types {
			if !strings.HasPrefix(name, "jumpcloud_") || name != strings.ToLower(name) {
				t.Errorf("%s: %q is not snake_case with the provider's prefix", kind, name)
			}
		}
	}
}
