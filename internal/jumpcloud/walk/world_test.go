// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/ldapserver/ldapserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/office365/office365sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policygrouptemplate/policygrouptemplatesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestMain(m *testing.M) {
	code := acctest.Main(m)
	program.Remove()
	os.Exit(code)
}

// world is a simulator with whatever the rows refer to, made as they ask for it, and
// Terraform's part.
type world struct {
	*acctest.Core

	t             *testing.T
	sim           *simulator.Simulator
	provider, org string
	key           string // of what is sent without the provider

	owner groupsim.Ref // of an edge

	together bool // rows refer to the integrations of other rows
	bugs     []string
	config   map[string]acctest.Attrs // of the rows, once made
}

func newWorld(t *testing.T) *world {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{})
	env := acctest.As(s, simulator.RoleBilling).With("JUMPCLOUD_MAX_RETRIES", "0")
	w := &world{Core: acctest.NewCore(t, s, env), t: t, sim: s, config: map[string]acctest.Attrs{}}
	w.provider, _ = s.ProviderID(simulator.DefaultProvider)
	w.org, _ = s.OrganizationID(simulator.AcmeInc)
	w.OnBug = func(what string) { w.bugs = append(w.bugs, what) }

	return w
}

// only is the configuration of one block.
func only(address string, attrs acctest.Attrs) acctest.Config { return acctest.Config{address: attrs} }

func (w *world) policy(name string) string {
	w.t.Helper()

	id, err := w.sim.AddPolicy(w.org, simulator.SeedPolicy{Name: name, Template: "lock_screen_darwin", Values: map[string]any{"timeout": 300}})
	if err != nil {
		w.t.Fatal(err)
	}

	return id
}

func (w *world) group(groupType string) string {
	return groupsim.AddGroup(w.sim.World, w.org, groupType, "A "+groupType)
}

// foreignGroup is a user group of another organization.
func (w *world) foreignGroup() string {
	owner, _ := w.sim.OrganizationID(simulator.Globex)

	return groupsim.AddGroup(w.sim.World, owner, groupsim.UserGroup, "Shared")
}

func (w *world) device() string {
	return groupsim.AddSystem(w.sim.World, w.org, groupsim.Device{DisplayName: "Laptop"})
}

func (w *world) list() string {
	id := w.sim.IDs.ObjectID()
	w.sim.Put("iplists", w.org, id, sim.Doc{"name": "A list", "description": "", "ips": []any{"203.0.113.0/24"}})

	return id
}

func (w *world) ldapServer() string { return ldapserversim.ServerID(w.org) }

func (w *world) office365() string {
	if all := w.sim.Docs(office365sim.Collection, w.org).IDs(); len(all) > 0 {
		return all[0]
	}

	return office365sim.Add(w.sim.World, w.org, "Acme 365")
}

// integration is one with ticketing on, so that its alerts can be configured.
func (w *world) integration(vendor string) string {
	if w.together {
		return fmt.Sprintf("${jumpcloud_%s_integration.this.id}", vendor)
	}

	all := w.sim.Docs(psasim.Integrations, w.provider)
	if d, ok := all.Find(func(d sim.Doc) bool { return d["type"] == vendor }); ok {
		id, _ := d["id"].(string)

		return id
	}

	id := psasim.AddIntegration(w.sim.World, w.provider, vendor)
	settings := w.sim.Docs(psasim.Settings, "")
	settings.Put(id, sim.Doc{"automaticTicketing": true})

	return id
}

func (w *world) administrator() string {
	const email = "lee@example.com"

	find := func(d sim.Doc) bool { return d["email"] == email }
	if _, ok := w.sim.Docs(jumpcloudsim.Administrators, "").Find(find); !ok {
		w.sim.AddKey(email, jumpcloudsim.Access{ProviderID: w.provider, Role: "Help Desk"}, "")
	}

	d, _ := w.sim.Docs(jumpcloudsim.Administrators, "").Find(find)
	id, _ := d["id"].(string)

	return id
}

// role is the id of a built-in role.
func (w *world) role() string {
	d, _ := w.sim.FindRole(w.provider, "Help Desk")
	id, _ := d["id"].(string)

	return id
}

func (w *world) groupTemplate() string {
	const member, template = "65b000000000000000000001", "65b000000000000000000000"

	w.sim.Put(policygrouptemplatesim.Configured, w.provider, member, sim.Doc{
		"name": "Login text", "policyTemplateId": "5ade0cfd1f24754c6c5dc9f2",
		"values": []any{sim.Doc{"configFieldId": "5ade0cfd1f24754c6c5dc9f3", "name": "LoginwindowText", "value": "Property of Acme"}},
	})
	w.sim.Put(policygrouptemplatesim.Collection, w.provider, template, sim.Doc{"name": "Standard", "description": "", "memberIds": []any{member}})

	return template
}

// removeOrganization is what support does when a tenant leaves.
func (w *world) removeOrganization() {
	w.sim.Remove(jumpcloudsim.Organizations, w.provider, w.org)
}

// loseAccess takes the organization from the credential, which keeps the others.
func (w *world) loseAccess() {
	all := w.sim.Docs(jumpcloudsim.Administrators, "")

	for _, d := range all.All() {
		if d["email"] != simulator.RoleBilling {
			continue
		}

		id, _ := d["id"].(string)
		rest := slices.DeleteFunc(w.sim.Docs(jumpcloudsim.Organizations, w.provider).IDs(), func(id string) bool { return id == w.org })
		w.sim.Change(jumpcloudsim.Administrators, "", id, func(d sim.Doc) {
			d["allOrganizations"], d["organizations"] = false, anys(rest)
		})
	}
}

func anys(all []string) []any {
	out := make([]any, 0, len(all))
	for _, s := range all {
		out = append(out, s)
	}

	return out
}
