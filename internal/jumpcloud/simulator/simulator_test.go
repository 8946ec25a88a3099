// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func newSimulator(t *testing.T, o simulator.Options) *simulator.Simulator {
	t.Helper()

	s, err := simulator.New(o)
	if err != nil {
		t.Fatal(err)
	}

	return s
}

func status(t *testing.T, s *simulator.Simulator, method, path, key, org, body string) int {
	t.Helper()

	req, err := http.NewRequestWithContext(t.Context(), method, "https://sim.invalid/api"+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}

	req.Header.Set("x-api-key", key)

	if org != "" {
		req.Header.Set("x-org-id", org)
	}

	resp, err := s.Transport().RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}

	if err := resp.Body.Close(); err != nil {
		t.Fatal(err)
	}

	return resp.StatusCode
}

func TestDefaultWorld(t *testing.T) {
	t.Parallel()

	s := newSimulator(t, simulator.Options{})
	sum := s.Summary("http://here")

	if len(sum.APIKeys) != 4 || sum.APIKey != s.Key(simulator.RoleBilling) || sum.ClientSecret == "" || len(sum.Organizations) != 3 || sum.URL != "http://here" {
		t.Errorf("summary %+v", sum)
	}

	acme, other := sum.Organizations[simulator.AcmeInc], ""
	if id, ok := s.OrganizationID(simulator.OtherTenant); ok {
		other = id
	}

	for _, tt := range []struct {
		role, org string
		want      int
	}{
		{simulator.RoleBilling, acme, 200},
		{simulator.RoleBilling, other, 404},
		{simulator.RoleOther, other, 200},
		{simulator.RoleLimited, acme, 200},
		{simulator.RoleLimited, sum.Organizations[simulator.Initech], 404},
		{simulator.RoleTenant, "", 200},
		{simulator.RoleTenant, other, 404},
	} {
		if got := status(t, s, "GET", "/v2/iplists", s.Key(tt.role), tt.org, ""); got != tt.want {
			t.Errorf("%s in %q: %d, want %d", tt.role, tt.org, got, tt.want)
		}
	}

	if got := status(t, s, "GET", "/v2/providers/"+sum.ProviderID+"/organizations", s.Key(simulator.RoleTenant), "", ""); got != 403 {
		t.Errorf("a single-tenant key on a provider route: %d", got)
	}

	if id, secret := s.ServiceAccount(simulator.RoleService); id != sum.ClientID || secret != sum.ClientSecret {
		t.Error("the summary shows another service account")
	}
}

func TestSameTimeGivesSameWorld(t *testing.T) {
	t.Parallel()

	now := func() time.Time { return time.Unix(1_800_000_000, 0) }
	a, b := newSimulator(t, simulator.Options{Now: now}), newSimulator(t, simulator.Options{Now: now})

	one, err := a.Snapshot()
	if err != nil {
		t.Fatal(err)
	}

	two, err := b.Snapshot()
	if err != nil || string(one) != string(two) {
		t.Errorf("two worlds of the same second differ (%v)", err)
	}
}

const seedFile = `{
  "providers": [{"name": "P", "organizations": [
    {"name": "A", "max_system_users": 25, "mdm": {"apple": true},
     "iplists": [{"name": "Offices", "ips": ["192.0.2.0/24"]}],
     "policies": [{"name": "Lock", "template": "lock_screen_darwin", "values": {"timeout": 300}}]},
    {"id": "aaaaaaaaaaaaaaaaaaaaaaaa", "name": "B"}]}],
  "keys": [{"role": "boss", "provider": "P", "all_organizations": true, "key": "mine"}, {"role": "b", "organization": "B"}],
  "service_accounts": [{"role": "ci", "provider": "P", "organizations": ["A"]}],
  "switches": {"policy-sensitive-read": "masked"}
}`

func TestSeedFile(t *testing.T) {
	t.Parallel()

	path := filepath.Join(t.TempDir(), "seed.json")
	write := func(text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}

	write(seedFile)

	seed, err := simulator.ReadSeed(path)
	if err != nil {
		t.Fatal(err)
	}

	s := newSimulator(t, simulator.Options{Seed: seed})
	org, _ := s.OrganizationID("A")
	_, secret := s.ServiceAccount("ci")

	if s.Key("boss") != "mine" || secret == "" || s.Switches.Get("policy-sensitive-read") != "masked" || !s.HasMDM(org, "darwin") {
		t.Error("the seed's keys, switches or MDM are not there")
	}

	if err := s.Switches.Set("policy-sensitive-read", "null"); err != nil {
		t.Fatal(err)
	}

	if s.Reset(); s.Switches.Get("policy-sensitive-read") != "masked" {
		t.Errorf("a reset does not return to the seed's switches")
	}

	if id, _ := s.OrganizationID("B"); id != "aaaaaaaaaaaaaaaaaaaaaaaa" {
		t.Errorf("B is %s", id)
	}

	policies := s.Docs(policysim.Collection, org).IDs()
	if len(policies) != 1 || s.Docs(iplistsim.Collection, org).Len() != 1 {
		t.Fatal("the seed's objects are not there")
	}

	if v, _ := policysim.Value(s.World, org, policies[0], "timeout"); v != json.Number("300") {
		t.Errorf("timeout is %v", v)
	}

	for bad, want := range map[string]string{
		"":                      ":1:1: the file is empty",
		"{":                     ":1:2: the file ends in the middle",
		"{\n \"keys\": }":       ":2:10: invalid character '}'",
		"{}\nnull":              "something follows the end",
		`{"organisations": []}`: ":1:2: organisations: no such member; there are keys, providers, service_accounts, switches",
		"{\"providers\": [\n  {}, {\"organisations\": []}]}":               ":2:8: providers[1].organisations: no such member; did you mean \"organizations\"?",
		`{"providers": [{"organizations": [{"max_system_users": "25"}]}]}`: ":1:56: providers[0].organizations[0].max_system_users: must be a whole number",
		`{"providers": [{"organizations": [{"max_system_users": 1.5}]}]}`:  "must be a whole number",
		`{"providers": [{"organizations": [{"mdm": true}]}]}`:              "mdm: must be an object",
		`{"keys": {}}`:             ":1:10: keys: must be a list",
		`{"keys": [], "keys": []}`: ":1:14: keys: given twice",
		`{"keys": [{"role": "x", "organization": "nope"}]}`:    ":1:41: keys[0].organization: \"nope\" is not an organization",
		`{"keys": [{"role": "x", "provider": "nope"}]}`:        "keys[0].provider: \"nope\" is not a provider. There are none.",
		`{"keys": [{"role": "x"}]}`:                            ":1:11: keys[0]: \"x\" needs either a provider or a single organization",
		`{"switches": {"nope": "x"}}`:                          ":1:23: switches.nope: ",
		`{"service_accounts": [{"role": "x"}]}`:                "service_accounts[0]: ",
		`{"providers": [{"organizations": [{"id": "acme"}]}]}`: "organizations[0].id: \"acme\" is not an id of 24",
		`{"providers": [{"name": "P"}], "keys": [{"role": "a", "provider": "P", "key": "k"}, {"role": "b", "provider": "P", "key": "k"}]}`: "keys[1].key: keys[0].key has it already",
		strings.Replace(seedFile, "lock_screen_darwin", "lock_screen_darwni", 1):                                                           "policies[0]: policy \"Lock\": no template \"lock_screen_darwni\"; did you mean \"lock_screen_darwin\"?",
		strings.Replace(seedFile, `"timeout"`, `"nope"`, 1):                                                                                "has no field \"nope\"",
	} {
		write(bad)

		seed, err := simulator.ReadSeed(path)
		if err == nil {
			_, err = simulator.New(simulator.Options{Seed: seed})
		}

		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ngot  %v\nwant %s", bad, err, want)
		}
	}
}

func TestSeedWarnings(t *testing.T) {
	t.Parallel()

	if got := simulator.DefaultSeed().Warnings(); len(got) > 0 {
		t.Errorf("of the default world: %q", got)
	}

	seed := simulator.Seed{Providers: []simulator.SeedProvider{{Organizations: make([]simulator.SeedOrganization, 2)}}}
	if got := seed.Warnings(); len(got) != 2 {
		t.Errorf("of no keys and of two organizations with one name: %q", got)
	}

	seed = simulator.Seed{Keys: []simulator.SeedKey{{Role: "a"}, {Role: "a"}}}
	if got := seed.Warnings(); len(got) != 1 || !strings.Contains(got[0], "keys[1].role") {
		t.Errorf("of two keys with one role: %q", got)
	}
}

func TestStateFile(t *testing.T) {
	t.Parallel()

	path := filepath.Join(t.TempDir(), "state.json")
	first := newSimulator(t, simulator.Options{StateFile: path})
	key, org := first.Key(simulator.RoleBilling), first.Summary("").Organizations[simulator.AcmeInc]

	if got := status(t, first, "POST", "/v2/iplists", key, org, `{"name":"kept"}`); got != 201 {
		t.Fatalf("create: %d", got)
	}

	// As if the state came from an older catalogue.
	template, _ := policysim.TemplateByName(first.World, "lock_screen_darwin")
	first.Store.Docs(policysim.Templates, "").Remove(fmt.Sprint(template["id"]))

	if err := first.Save(); err != nil {
		t.Fatal(err)
	}

	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("state file: %v %v", info, err)
	}

	second := newSimulator(t, simulator.Options{StateFile: path})
	if second.Key(simulator.RoleBilling) != key || second.Docs(iplistsim.Collection, org).Len() != 1 {
		t.Error("the world was not kept")
	}

	if _, ok := policysim.TemplateByName(second.World, "lock_screen_darwin"); !ok {
		t.Error("a template of the catalogue is missing from an old state")
	}

	if err := os.WriteFile(path, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}

	if _, err := simulator.New(simulator.Options{StateFile: path}); err == nil {
		t.Error("a broken state file was accepted")
	}
}

func TestConsole(t *testing.T) {
	t.Parallel()

	s := newSimulator(t, simulator.Options{Empty: true, Switches: map[string]string{"iplist-name-unique": "on"}})
	if n := len(s.Summary("").APIKeys); n != 0 {
		t.Fatalf("an empty world has %d keys", n)
	}

	provider := s.AddProvider(jumpcloudsim.Provider{Name: "P"})
	org := s.AddOrganization(provider, jumpcloudsim.Organization{Name: "A"})
	key := s.AddKey("me", jumpcloudsim.Access{ProviderID: provider, AllOrganizations: true}, "")

	s.Put(iplistsim.Collection, org, "1", sim.Doc{"name": "by hand", "ips": []string{}})

	if !s.Change(iplistsim.Collection, org, "1", func(d sim.Doc) { d["name"] = "changed" }) || status(t, s, "GET", "/v2/iplists/1", key, org, "") != 200 {
		t.Error("a list made in the console is not served")
	}

	if d, _ := s.Docs(iplistsim.Collection, org).Get("1"); d["name"] != "changed" || d["id"] != "1" {
		t.Errorf("stored %v", d)
	}

	if !s.Remove(iplistsim.Collection, org, "1") || s.Remove(iplistsim.Collection, org, "1") || s.Change(iplistsim.Collection, org, "1", nil) {
		t.Error("remove or change does not tell whether it was there")
	}

	if s.Organizations(provider).Len() != 1 {
		t.Error("the organization is not listed")
	}

	if _, err := simulator.New(simulator.Options{Switches: map[string]string{"nope": "x"}}); err == nil {
		t.Error("an unknown switch was accepted")
	}
}

// TestSwitchTable holds every row to having something to choose and a reason.
func TestSwitchTable(t *testing.T) {
	t.Parallel()

	s := newSimulator(t, simulator.Options{})
	rows := s.Switches.List()

	for _, row := range rows {
		if len(row.Values) < 2 || row.Values[0] != row.Default || len(row.About) < 20 {
			t.Errorf("row %+v", row)
		}

		if !strings.Contains(s.Switches.Markdown(), "`"+row.Name+"`") {
			t.Errorf("%s is not rendered", row.Name)
		}
	}

	for _, name := range []string{
		"iplist-name-unique", "policy-sensitive-read", "policy-put-missing-values", "organization-name-unique", "organization-put-omitted-max",
		"iplist-delete-in-use", "policies-list-fields-values", "single-tenant-providers", "limit-over-100",
	} {
		if !slices.ContainsFunc(rows, func(r sim.SwitchState) bool { return r.Name == name }) {
			t.Errorf("no switch %s", name)
		}
	}
}

func TestConcurrentTenants(t *testing.T) {
	t.Parallel()

	s := newSimulator(t, simulator.Options{})
	sum := s.Summary("")

	const each = 40

	var all sync.WaitGroup

	for _, org := range sum.Organizations {
		for i := range each {
			all.Go(func() {
				if got := status(t, s, "POST", "/v2/iplists", sum.APIKey, org, fmt.Sprintf(`{"name":"%d"}`, i)); got != 201 {
					t.Errorf("create: %d", got)
				}

				status(t, s, "GET", "/v2/iplists?limit=100", sum.APIKey, org, "")
				s.Docs(iplistsim.Collection, org).All()
			})
		}
	}

	all.Wait()

	ids := map[string]bool{}

	for _, org := range sum.Organizations {
		for _, id := range s.Docs(iplistsim.Collection, org).IDs() {
			ids[id] = true
		}
	}

	if len(ids) != each*len(sum.Organizations) {
		t.Errorf("%d different lists, want %d", len(ids), each*len(sum.Organizations))
	}
}
