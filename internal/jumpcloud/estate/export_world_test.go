// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/office365/office365sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/radiusserver/radiusserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// byHand is an estate as people make it in the console.
type byHand struct {
	t      *testing.T
	sim    *simulator.Simulator
	random *rand.Rand

	objects  int      // that an export covers
	ids      []string // of all of them
	requests int      // that an export may send
}

// recipe is a policy that most tenants have.
type recipe struct {
	name, template string
	values         map[string]any
}

var recipes = []recipe{
	{"macOS - Lock screen", "lock_screen_darwin", map[string]any{"timeout": 300}},
	{"macOS - Login window", "login_window_text_darwin", map[string]any{"LoginwindowText": "Property of \"Acme\": ${not} %{a template}\nCall 555"}},
	{"macOS - Notifications", "app_notifications_darwin", map[string]any{"BundleIdentifier": "com.example.app", "AlertType": "2", "SoundsEnabled": false}},
	{"Windows - Wi-Fi", "wifi_configuration_windows", map[string]any{"SSID": "corp", "PASSPHRASE": "not to be seen"}},
	{"macOS - DNS", "encrypted_dns_https_darwin", map[string]any{"ServerURL": "https://dns.example/q", "ServerAddresses": []any{"192.0.2.1", "192.0.2.2"}}},
	{"macOS - Delay updates", "delay_software_updates_darwin", map[string]any{"enforcedSoftwareUpdateDelay": 14}},
	{"macOS - Panes", "system_preferences_panes_darwin", map[string]any{"icloud": true, "sharing": true}},
	{"macOS - Catalog", "software_update_preferences_darwin", map[string]any{"CatalogURL": "https://updates.example/catalog"}},
	{"macOS - Printer", "airprint_printer_darwin", map[string]any{"setIPAddress": "192.0.2.9", "setForceTLS": true}},
	{"macOS - System updates", "system_update_darwin", map[string]any{}},
	{"macOS - Automatic updates", "automatic_macOS_updates_darwin", map[string]any{"AutomaticDownload": false}},
	{"日本", "lock_screen_darwin", map[string]any{"timeout": 600, "askForPassword": false}},
}

// strange are names that people give.
var strange = []string{"Globex", "Globex!", "1st \"Choice\" | Ltd", "グローベックス", "Ünïted & Söns", "provider"}

// newByHand makes an estate of so many tenants with about as many policies, four fifths of
// which are alike.
func newByHand(t *testing.T, seed uint64, tenants, policies int) *byHand {
	t.Helper()
	t.Logf("the estate of seed %d", seed)

	b := &byHand{t: t, random: rand.New(rand.NewPCG(seed, seed))} //nolint:gosec // to be repeated
	provider := simulator.SeedProvider{Provider: jumpcloudsim.Provider{Name: "Example MSP"}}

	for i := range tenants {
		name := fmt.Sprintf("Tenant %d", i)
		if i < len(strange) {
			name = strange[i]
		}

		provider.Organizations = append(provider.Organizations, simulator.SeedOrganization{
			Organization: jumpcloudsim.Organization{Name: name, MaxSystemUsers: seats(i), MDM: jumpcloudsim.MDM{Apple: true, Windows: true}},
		})
	}

	b.sim = acctest.Simulator(t, simulator.Options{Seed: &simulator.Seed{
		Providers: []simulator.SeedProvider{provider},
		Keys:      []simulator.SeedKey{{Role: role, Provider: "Example MSP", AllOrganizations: true, Billing: true}},
	}})

	core := acctest.NewCore(t, b.sim, acctest.As(b.sim, role))
	config := acctest.Config{}

	for i, o := range provider.Organizations {
		org, _ := b.sim.OrganizationID(o.Name)
		b.note(org)
		b.tenant(config, i, org, policies)
	}

	b.provider(config)
	b.requests += 2 * policies // each template, by its name and by its id
	b.requests += 11           // lists of what the provider has

	made := map[string]string{}

	// One by one, so that the ids are the same each time.
	for _, address := range slices.Sorted(maps.Keys(config)) {
		core.MustApply(acctest.Config{address: config[address]})
		made[address], _ = core.State(address)["id"].(string)
		b.note(made[address])
		core.Forget(address)
	}

	globex, _ := b.sim.OrganizationID("Globex")
	core.MustApply(acctest.Config{"jumpcloud_administrator_organization_link.lee": acctest.Attrs{
		"administrator_id": made["jumpcloud_provider_administrator.lee"], "organization_id": globex,
	}})
	b.objects++

	b.sim.Log().Reset()

	return b
}

func (b *byHand) note(id string) {
	b.objects++
	b.ids = append(b.ids, id)
}

func (b *byHand) tenant(config acctest.Config, i int, org string, policies int) {
	b.t.Helper()

	var made []string

	for j, r := range recipes[:policies] {
		if b.random.IntN(10) == 0 || i%5 == 1 && j == 1 {
			continue // a tenant that has not got it
		}

		values, notes := maps.Clone(r.values), ""

		if _, ok := values["timeout"]; ok && b.random.IntN(10) == 0 {
			values["timeout"] = 60 + b.random.IntN(1000)
		}

		if _, ok := values["SoundsEnabled"]; ok && i%4 == 2 {
			delete(values, "SoundsEnabled")

			values["BadgesEnabled"] = true
			notes = "# yes: no\n\n- 日本"
		}

		made = append(made, b.policy(org, simulator.SeedPolicy{Name: r.name, Template: r.template, Values: values, Notes: notes}))
	}

	made = append(made, b.odd(i, org)...)

	var groups []string
	for _, name := range []string{"All Macs", "All-Macs"}[:1+b.random.IntN(2)] {
		groups = append(groups, groupsim.AddGroup(b.sim.World, org, groupsim.SystemGroup, name))
	}

	staff := groupsim.AddGroup(b.sim.World, org, groupsim.UserGroup, "Staff")
	baseline := groupsim.AddGroup(b.sim.World, org, groupsim.PolicyGroup, "Baseline")
	empty := groupsim.AddGroup(b.sim.World, org, groupsim.PolicyGroup, "Nothing yet")

	for _, id := range append([]string{staff, baseline, empty}, groups...) {
		b.note(id)
	}

	b.requests += 1 + 2*2 + len(groups) // a policy group has two lists
	b.requests += 10                    // lists of all kinds, and of the domains of the LDAP server

	for _, id := range made {
		groupsim.Join(b.sim.World, org, groupsim.Ref{Type: groupsim.PolicyGroup, ID: baseline}, groupsim.Ref{Type: groupsim.Policy, ID: id})
	}

	groupsim.Bind(b.sim.World, org, groupsim.Ref{Type: groupsim.PolicyGroup, ID: baseline}, groupsim.Ref{Type: groupsim.SystemGroup, ID: groups[0]})

	offices := b.sim.IDs.ObjectID()
	b.sim.Put("iplists", org, offices, sim.Doc{"name": "Offices", "description": "", "ips": []any{"203.0.113.0/24", "192.0.2.1"}})
	b.note(offices)

	b.applied(config, i, org, offices, staff)
	b.directories(i, org)
}

func (b *byHand) policy(org string, p simulator.SeedPolicy) string {
	b.t.Helper()

	id, err := b.sim.AddPolicy(org, p)
	if err != nil {
		b.t.Fatal(err)
	}

	b.note(id)
	b.requests++

	return id
}

// odd are policies that no other tenant has: of a name that nobody else uses, twice under one
// name, and of another template than the others have under that name.
func (b *byHand) odd(i int, org string) []string {
	b.t.Helper()

	switch i % 5 {
	case 1:
		return []string{
			b.policy(org, simulator.SeedPolicy{Name: "null", Template: "lock_screen_darwin", Values: map[string]any{"timeout": 77}}),
			b.policy(org, simulator.SeedPolicy{Name: recipes[1].name, Template: recipes[0].template, Values: map[string]any{"timeout": 5}}),
		}
	case 2:
		return []string{
			b.policy(org, simulator.SeedPolicy{Name: recipes[0].name, Template: recipes[0].template, Values: map[string]any{"timeout": 1200}, Notes: "The second"}),
		}
	}

	return nil
}

// applied are a tenant's objects that take a body of some depth.
func (b *byHand) applied(config acctest.Config, i int, org, offices, staff string) {
	config[fmt.Sprintf("jumpcloud_authn_policy.t%d", i)] = acctest.Attrs{
		"organization_id": org, "name": "Outside the offices", "description": "MFA",
		"conditions": map[string]any{"not": map[string]any{"ip_address_in": []any{offices}}},
		"targets": map[string]any{
			"users": map[string]any{"inclusions": []any{"ALL"}}, "user_groups": map[string]any{"exclusions": []any{staff}},
		},
		"effect": map[string]any{"action": "allow", "obligations": map[string]any{"mfa": map[string]any{"required": true}}},
	}

	if b.random.IntN(2) == 0 {
		b.requests += 2
		config[fmt.Sprintf("jumpcloud_user_group.t%d", i)] = acctest.Attrs{
			"organization_id": org, "name": "Servers", "description": "All", "ldap_groups": []any{"staff"}, "posix_groups": map[string]any{"staff": 2001},
			"radius_reply": []any{map[string]any{"name": "Filter-Id", "value": "staff"}}, "sudo_enabled": true,
		}
		config[fmt.Sprintf("jumpcloud_system_group.t%d", i)] = acctest.Attrs{
			"organization_id": org, "name": "Macs by query", "membership_method": "DYNAMIC_AUTOMATED",
			"member_query": map[string]any{"query_type": "FilterQuery", "filters": []any{map[string]any{"field": "os", "operator": "eq", "value": "Mac OS X"}}},
		}
	}
}

// directories connects every third tenant to Microsoft 365 and gives every other one a RADIUS
// server. Each has an LDAP server.
func (b *byHand) directories(i int, org string) {
	b.objects++ // the LDAP server

	if i%2 == 1 {
		b.note(radiusserversim.Add(b.sim.World, org, sim.Doc{"name": "Wi-Fi", "networkSourceIp": fmt.Sprintf("198.51.100.%d", i)}))
	}

	if i%3 == 0 {
		b.requests += 4 // two for the directory, and its domains and rules
		b.note(office365sim.Add(b.sim.World, org, "Microsoft 365"))
	}
}

// provider makes what belongs to the provider.
func (b *byHand) provider(config acctest.Config) {
	b.t.Helper()

	provider, _ := b.sim.ProviderID("Example MSP")
	integration := psasim.AddIntegration(b.sim.World, provider, psasim.ConnectWise)
	b.note(integration)
	b.objects++ // the administrator whose key all this is made with

	config["jumpcloud_role.auditor"] = acctest.Attrs{"name": "Auditor", "scopes": []any{"groups.readonly", "organizations.readonly"}}
	config["jumpcloud_provider_administrator.lee"] = acctest.Attrs{
		"email": "lee@example.com", "role": "Help Desk", "first_name": "Lee", "last_name": "Example", "multi_factor": true, "organization_access": "selected",
	}

	companies := b.sim.Store.Docs(psasim.Companies, integration).All()

	for i, name := range strange {
		org, ok := b.sim.OrganizationID(name)
		if !ok || i%2 != 0 {
			continue
		}

		b.objects++
		b.sim.Store.Docs(psasim.Mappings, integration).Put(org, sim.ToDoc(sim.Doc{
			"organization": sim.Doc{"id": org, "name": name}, "company": sim.Doc{"id": companies[i]["id"], "name": companies[i]["name"]},
		}))
	}
}
