// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// met is the world of one configuration that somebody met with, in the default world.
func met(t *testing.T, name string) *world {
	t.Helper()
	t.Parallel()

	w := newWorld(t, simulator.Options{})
	w.copy(filepath.Join("testdata/cases", name))

	return w
}

func (w *world) organization(name string) string {
	w.t.Helper()

	id, ok := w.sim.OrganizationID(name)
	if !ok {
		w.t.Fatalf("no organization %q", name)
	}

	return id
}

// edit replaces text in the configuration's main file.
func (w *world) edit(pairs ...string) {
	w.t.Helper()

	raw, err := os.ReadFile(filepath.Join(w.dir, "main.tf"))
	if err != nil {
		w.t.Fatal(err)
	}

	after := strings.NewReplacer(pairs...).Replace(string(raw))
	if after == string(raw) {
		w.t.Fatalf("nothing of %q is in the configuration", pairs)
	}

	w.write("main.tf", after)
}

// refused plans, and fails the test unless that is an error with these words.
func (w *world) refused(words ...string) {
	w.t.Helper()

	out, code := w.plan()
	if code == 0 {
		w.t.Errorf("the plan is accepted:\n%s", out)
	}

	says(w.t, out, words...)
}

// planned plans, and fails the test unless that succeeds with these words.
func (w *world) planned(words ...string) string {
	w.t.Helper()

	out, code := w.plan()
	if code != 0 {
		w.t.Fatalf("the plan fails:\n%s", out)
	}

	says(w.t, out, words...)

	return out
}

const unchanged = "No changes."

func TestGoneInTheConsole(t *testing.T) {
	w := met(t, "gone-in-the-console")
	w.mustApply()

	acme := w.organization("Acme Inc")
	for _, collection := range []string{iplistsim.Collection, policysim.Collection} {
		for _, id := range w.state() {
			w.sim.Remove(collection, acme, id)
		}
	}

	w.planned("2 to add, 0 to change, 0 to destroy")
	w.must("destroy", "-auto-approve")
}

func TestRemovedInConsole(t *testing.T) {
	w := met(t, "removed-in-console")
	w.mustApply()

	for _, id := range w.state() {
		w.sim.Remove(iplistsim.Collection, w.organization("Acme Inc"), id)
	}

	out, code := w.run("plan", "-detailed-exitcode")
	if code != 2 {
		t.Errorf("exit code %d, want 2", code)
	}

	says(t, out, "1 to add")
	w.must("destroy", "-auto-approve")
}

func TestTenantRemovedAndForgotten(t *testing.T) {
	w := met(t, "tenant-removed-and-forgotten")
	w.mustApply()

	for _, scope := range w.sim.Store.Scopes(jumpcloudsim.Organizations) {
		w.sim.Remove(jumpcloudsim.Organizations, scope, w.organization("New Co"))

		break
	}

	w.edit(`resource "jumpcloud_organization" "new" {
  name = "New Co"
}`, "")
	w.mustApply()

	if left := w.state(); len(left) > 0 {
		t.Errorf("still in state: %v", left)
	}
}

func TestTenantRenamedUnderSlugKeys(t *testing.T) {
	w := met(t, "tenant-renamed-under-slug-keys")
	w.edit("data.jumpcloud_organizations.all.id_by_slug", "toset(data.jumpcloud_organizations.all.ids)")
	w.mustApply()

	for _, scope := range w.sim.Store.Scopes(jumpcloudsim.Organizations) {
		w.sim.Change(jumpcloudsim.Organizations, scope, w.organization("Acme Inc"), func(d sim.Doc) { d["name"] = "Acme Incorporated" })

		break
	}

	w.planned(unchanged)
}

func TestNamesNobodyCanSee(t *testing.T) {
	met(t, "names-nobody-can-see").refused("jumpcloud_organization.nbsp", "jumpcloud_iplist.zero_width", "must not be blank")
}

func TestInterruptWhileCreating(t *testing.T) {
	w := met(t, "interrupt-while-creating")
	slow := w.sim.Inject(sim.Fault{Method: http.MethodPost, Latency: 1500 * time.Millisecond, After: true})

	w.endedRun("interrupted", 10)
	slow.Remove()

	if made, known := w.sim.Docs(iplistsim.Collection, w.organization("Acme Inc")).Len(), len(w.state()); known != made {
		t.Errorf("%d lists in state, %d in the service", known, made)
	}

	w.mustApply()

	if n := w.sim.Docs(iplistsim.Collection, w.organization("Acme Inc")).Len(); n != 12 {
		t.Errorf("%d lists, want 12", n)
	}
}

func TestDependsOnDataReplacesTenant(t *testing.T) {
	w := met(t, "depends-on-data-replaces-tenant")
	w.mustApply()
	w.edit("input = 1", "input = 2")
	w.planned("Replaced for an Unknown organization_id", w.organization("Acme Inc"), "depends_on")
}

func TestGeneratedAdministrator(t *testing.T) {
	w := met(t, "generated-administrator")
	w.mustApply()

	administrator := w.state()["jumpcloud_provider_administrator.lee[<nil>]"]
	w.fresh(`import {
  to = jumpcloud_provider_administrator.lee
  id = "` + administrator + `"
}`)

	says(t, w.must("plan", "-generate-config-out=gen.tf"), "1 to import, 0 to add, 0 to change")
	w.mustApply()
	w.planned(unchanged)
}

// fresh begins in an empty folder, with another configuration of the same world.
func (w *world) fresh(main string) {
	w.t.Helper()

	w.dir = w.t.TempDir()
	w.write("main.tf", required+main)
}

func TestReplaceAdministratorCreateFirst(t *testing.T) {
	w := met(t, "replace-administrator-create-first")
	w.mustApply()

	before := w.state()

	out, code := w.run("apply", "-auto-approve", "-replace=jumpcloud_provider_administrator.lee")
	if code == 0 {
		t.Errorf("two administrators have one address:\n%s", out)
	}

	says(t, out, "create_before_destroy")

	if after := w.state(); len(after) != 1 || after["jumpcloud_provider_administrator.lee[<nil>]"] != before["jumpcloud_provider_administrator.lee[<nil>]"] {
		t.Errorf("before %v, afterwards %v", before, after)
	}

	w.planned(unchanged)
}

func TestImportSettingsPartlyConfigured(t *testing.T) {
	w := met(t, "import-settings-partly-configured")
	out := w.planned("1 to import, 0 to add, 0 to change")

	if strings.Contains(out, "-> null") {
		t.Errorf("shows removals:\n%s", out)
	}
}

func TestModuleTestWithMocks(t *testing.T) {
	w := met(t, "module-test-with-mocks")
	delete(w.env, "JUMPCLOUD_API_KEY")

	w.write("main.tftest.hcl", strings.Replace(w.text(filepath.Join(w.dir, "main.tftest.hcl")), `mock_provider "jumpcloud" {}`,
		"mock_provider \"jumpcloud\" {\n"+mocks(t, moduleMocks)+"}", 1))

	says(t, w.must("test"), "2 passed, 0 failed")
}

func TestMemberQueryUnknown(t *testing.T) {
	met(t, "member-query-unknown").planned("2 to add")
}

func TestNullGIDBecomesRoot(t *testing.T) {
	met(t, "null-gid-becomes-root").refused("posix_groups", "admins")
}

func TestGroupTakesOverASet(t *testing.T) {
	w := met(t, "group-takes-over-a-set")
	w.mustApply()

	acme, state := w.organization("Acme Inc"), w.state()
	for _, p := range []string{"a", "b"} {
		groupsim.Join(w.sim.World, acme, groupsim.Ref{Type: groupsim.PolicyGroup, ID: state["jumpcloud_policy_group.one[<nil>]"]},
			groupsim.Ref{Type: groupsim.Policy, ID: state["jumpcloud_policy.p["+p+"]"]})
	}

	w.edit("# second step: policy_ids", "policy_ids")
	w.planned("Warning:", "removes", `"b"`, state["jumpcloud_policy.p[b]"])
}

func TestGroupImportedWithoutItsSets(t *testing.T) {
	w := met(t, "group-imported-without-its-sets")
	acme := w.organization("Acme Inc")
	w.write("policies.tf", `resource "jumpcloud_policy" "p" {
  count           = 2
  organization_id = data.jumpcloud_organization.acme.id
  name            = "P ${count.index}"
  template_name   = "lock_screen_darwin"
  values          = { timeout = 300 }
}
`)
	w.must("apply", "-auto-approve", "-target=jumpcloud_policy.p")

	group := groupsim.AddGroup(w.sim.World, acme, groupsim.PolicyGroup, "One")

	for _, p := range w.state() {
		groupsim.Join(w.sim.World, acme, groupsim.Ref{Type: groupsim.PolicyGroup, ID: group}, groupsim.Ref{Type: groupsim.Policy, ID: p})
	}

	w.write("import.tf", `import {
  to = jumpcloud_policy_group.one
  id = "`+acme+"/"+group+`"
}`)
	out := w.planned("1 to import, 0 to add, 0 to change")

	if strings.Contains(out, "-> null") {
		t.Errorf("shows removals:\n%s", out)
	}
}

func TestNullInExclusionsKeepsTheLockoutGuard(t *testing.T) {
	met(t, "null-in-exclusions-switches-lockout-guard-off").refused("exclusions")
}

func TestCountryThatDoesNotExist(t *testing.T) {
	met(t, "country-that-does-not-exist").refused(`"UK"`, `did you mean "GB"`, `"XX"`, `"EU"`)
}

func TestGeneratedRequiredButUnreadable(t *testing.T) {
	w := met(t, "generated-required-but-unreadable")
	w.mustApply()

	state, acme := w.state(), w.organization("Acme Inc")
	blocks := ""

	for address, id := range state {
		resource := strings.TrimSuffix(address, "[<nil>]")

		switch {
		case strings.HasPrefix(resource, "jumpcloud_policy_group_from_template"):
			id = acme + "/" + id
		case strings.HasPrefix(resource, "jumpcloud_policy.lock"):
			continue
		}

		blocks += "import {\n  to = " + resource + "\n  id = \"" + id + "\"\n}\n"
	}

	w.fresh(blocks)
	says(t, w.must("plan", "-generate-config-out=gen.tf"), "3 to import, 0 to add, 0 to change")
	w.mustApply()
	w.planned(unchanged)
}
