// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygrouptemplate_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policygrouptemplate/policygrouptemplatesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	address  = "jumpcloud_policy_group_template.baseline"
	oneType  = "jumpcloud_policy_group_template"
	allType  = "jumpcloud_policy_group_templates"
	confType = "jumpcloud_configured_policy_template"
)

// portal is a provider whose first organization has policies to copy.
type portal struct {
	*simulator.Simulator

	id, org  string
	policies []any
	core     *acctest.Core
}

func newPortal(t *testing.T, switches ...string) *portal {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{})
	for i := 0; i < len(switches); i += 2 {
		if err := s.Switches.Set(switches[i], switches[i+1]); err != nil {
			t.Fatal(err)
		}
	}

	p := &portal{Simulator: s, core: acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling))}
	p.id, _ = s.ProviderID(simulator.DefaultProvider)
	p.org, _ = s.OrganizationID(simulator.AcmeInc)

	for _, seed := range []simulator.SeedPolicy{
		{Name: "Lock", Template: "lock_screen_darwin", Values: map[string]any{"timeout": 300}},
		{Name: "Notify", Template: "app_notifications_darwin", Values: map[string]any{"BundleIdentifier": "com.example", "AlertType": "2"}},
	} {
		id, err := s.AddPolicy(p.org, seed)
		if err != nil {
			t.Fatal(err)
		}

		p.policies = append(p.policies, id)
	}

	return p
}

func (p *portal) templates() sim.Collection { return p.Docs(policygrouptemplatesim.Collection, p.id) }

func (p *portal) config(more ...any) acctest.Config {
	all := acctest.Attrs{"name": "Baseline", "policy_ids": p.policies}
	for i := 0; i < len(more); i += 2 {
		all[fmt.Sprint(more[i])] = more[i+1]
	}

	return acctest.Config{address: all}
}

func (p *portal) stateID(t *testing.T) string {
	t.Helper()

	id, _ := p.core.State(address)["id"].(string)
	if id == "" {
		t.Fatal("no template is in state")
	}

	return id
}

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	for _, answer := range []string{"object", "empty"} {
		p := newPortal(t, "policygrouptemplate-create-answer", answer)
		p.core.MustApply(p.config("description", "All devices"))

		posts := p.Log().Calls("POST", "/api/v2/providers/")
		if len(posts) != 1 || len(posts[0].Header.Values("X-Org-Id")) != 0 {
			t.Fatalf("%s: posts are %v", answer, posts)
		}

		if got := fmt.Sprint(posts[0].Object()); got != fmt.Sprint(map[string]any{
			"name": "Baseline", "description": "All devices", "policyIds": p.policies,
		}) {
			t.Errorf("the body is %s", got)
		}

		id := p.stateID(t)

		members, _ := p.core.State(address)["members"].([]any)
		if len(members) != 2 || p.core.Identity(address)["id"] != id {
			t.Fatalf("members %v, identity %v", members, p.core.Identity(address))
		}

		first, _ := members[0].(map[string]any)
		if first["name"] != "Lock" || first["id"] == "" || first["policy_template_id"] == "" {
			t.Errorf("a member is %v", first)
		}

		// A member that is removed in the console shows; nothing can put it back but a new template.
		p.Change(policygrouptemplatesim.Collection, p.id, id, func(d sim.Doc) { d["memberIds"] = d["memberIds"].([]any)[:1] }) //nolint:forcetypeassert // the simulator's own
		p.core.MustPlanEmpty(p.config("description", "All devices"))

		if members, _ := p.core.State(address)["members"].([]any); len(members) != 1 {
			t.Errorf("members after a refresh are %v", members)
		}

		for _, changed := range []acctest.Config{
			p.config("description", "All devices", "name", "Other"), p.config(), p.config("description", "All devices", "policy_ids", p.policies[:1]),
		} {
			if got := p.core.Plan(changed).Actions()[address]; got != acctest.Replace {
				t.Errorf("%v is planned as %s", changed, got)
			}
		}

		p.core.MustApply(p.config())

		if now := p.stateID(t); now == id || p.templates().Len() != 1 {
			t.Errorf("the template was not replaced: %s", now)
		}

		p.templates().Remove(p.stateID(t))

		if got := p.core.Plan(p.config()).Actions()[address]; got != acctest.Create {
			t.Errorf("one that is gone is planned as %s", got)
		}

		p.core.MustApply(p.config())

		if d := p.core.Destroy(); len(d) > 0 || p.templates().Len() != 0 {
			t.Errorf("destroy: %s", d)
		}
	}
}

func TestImport(t *testing.T) {
	t.Parallel()

	p := newPortal(t)
	p.core.MustApply(p.config("description", "d"))

	id, want := p.stateID(t), fmt.Sprint(p.core.State(address)["members"])
	fresh := acctest.NewCore(t, p.Simulator, acctest.As(p.Simulator, simulator.RoleBilling))

	if d := fresh.Import(address, "nonsense"); !strings.Contains(d.String(), "24 hexadecimal digits") {
		t.Errorf("a wrong id: %s", d)
	}

	if d := fresh.Import(address, "ffffffffffffffffffffffff"); len(d.Errors()) != 1 {
		t.Errorf("a missing template: %s", d)
	}

	if d := fresh.ImportByIdentity(address, acctest.Attrs{"id": id}); len(d) > 0 {
		t.Fatal(d)
	}

	// policy_ids are not read back: the first apply takes them and sends nothing.
	p.Log().Reset()

	if got := fresh.Plan(p.config("description", "d")).Actions()[address]; got != acctest.Update {
		t.Errorf("after an import the plan is %s", got)
	}

	fresh.MustApply(p.config("description", "d"))

	if n := len(p.Log().Writes()); n != 0 || fmt.Sprint(fresh.State(address)["members"]) != want || fresh.State(address)["id"] != id {
		t.Errorf("%d writes; state %v", n, fresh.State(address))
	}
}

// Configuration that Terraform generates has no policy_ids, which the service never shows:
// an import does without, a creation does not.
func TestWithoutPolicyIDs(t *testing.T) {
	t.Parallel()

	p := newPortal(t)
	without := p.config("policy_ids", nil)
	missing := func(d acctest.Diagnostics) {
		t.Helper()

		if s := d.Errors().String(); !strings.Contains(s, `Missing policy_ids [AttributeName("policy_ids")]`) || len(d.Errors()) != 1 {
			t.Errorf("no policies: %s", d)
		}
	}

	missing(p.core.Plan(without).Diags)
	p.core.MustApply(p.config())
	missing(p.core.Plan(without).Diags)

	fresh := acctest.NewCore(t, p.Simulator, acctest.As(p.Simulator, simulator.RoleBilling))
	if d := fresh.Import(address, p.stateID(t)); len(d) > 0 {
		t.Fatal(d)
	}

	fresh.MustPlanEmpty(without)
	fresh.MustApply(p.config())
}

// An answer without members does not say that there are none.
func TestAnswerWithoutMembers(t *testing.T) {
	t.Parallel()

	p := newPortal(t)
	p.core.MustApply(p.config())
	p.Inject(sim.Fault{
		Method: "GET", Pattern: "/api/v2/providers/{provider_id}/policygrouptemplates/{id}", Status: 200,
		Body: fmt.Sprintf(`{"id":%q,"name":" Baseline"}`, p.stateID(t)),
	})
	p.core.MustPlanEmpty(p.config())

	if members, _ := p.core.State(address)["members"].([]any); len(members) != 2 {
		t.Errorf("members are %v", members)
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()

	p := newPortal(t)

	for want, config := range map[string]acctest.Config{
		"at least 1":            p.config("policy_ids", []any{}),
		"24 hexadecimal digits": p.config("policy_ids", []any{"x"}),
		"must not be blank":     p.config("name", ""),
	} {
		if d := p.core.Plan(config).Diags; !strings.Contains(d.String(), want) {
			t.Errorf("%v: %s, want %q", config, d, want)
		}
	}

	for _, name := range []string{"name", "description", "policy_ids"} {
		if d := p.core.Plan(p.config(name, acctest.Unknown)).Diags; len(d) > 0 {
			t.Errorf("unknown %s: %s", name, d)
		}
	}

	for status, want := range map[string]string{"404": "not part of JumpCloud's documented API", "405": "Create the template in the Multi-Tenant Portal and import it"} {
		if err := p.Switches.Set("policygrouptemplate-create", status); err != nil {
			t.Fatal(err)
		}

		if d := p.core.Apply(p.config()); !strings.Contains(d.String(), want) || len(p.core.Addresses()) != 0 {
			t.Errorf("%s: %s", status, d)
		}
	}

	tenant := acctest.NewCore(t, p.Simulator, acctest.As(p.Simulator, simulator.RoleTenant))
	if d := tenant.Apply(p.config()); !strings.Contains(d.String(), "needs a credential of the Multi-Tenant Portal") {
		t.Errorf("a tenant's key: %s", d)
	}
}

// Every way in which an answer can be lost leaves one template, in state.
func TestFaults(t *testing.T) {
	t.Parallel()

	for name, fault := range map[string]sim.Fault{
		"500 before":    {Method: "POST", Status: 500, Times: 1},
		"500 after":     {Method: "POST", Status: 500, After: true, Times: 1},
		"dropped":       {Method: "POST", Drop: true, After: true, Times: 1},
		"malformed":     {Method: "POST", Malformed: true, Times: 1},
		"read 500":      {Method: "GET", Status: 500, Times: 1, Nth: 2},
		"delete 500":    {Method: "DELETE", Status: 500, Times: 1},
		"delete, twice": {Method: "DELETE", Status: 503, After: true, Times: 1},
	} {
		fault.PathPrefix = "/api/v2/providers/"

		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				p := newPortal(t)
				injected := p.Inject(fault)

				for range 2 { // the second run mends what the first could not
					if d := p.core.Apply(p.config()); len(d.Errors()) == 0 {
						break
					}
				}

				p.core.MustPlanEmpty(p.config())

				if n := p.templates().Len(); n != 1 || !strings.Contains(fmt.Sprint(p.templates().IDs()), p.stateID(t)) {
					t.Errorf("%d templates: %v", n, p.templates().IDs())
				}

				for range 2 {
					if d := p.core.Destroy(); len(d.Errors()) == 0 {
						break
					}
				}

				if p.templates().Len() != 0 || len(p.core.Addresses()) != 0 || injected.Fired() == 0 {
					t.Errorf("left: %v, %v; fired %d", p.templates().IDs(), p.core.Addresses(), injected.Fired())
				}
			})
		})
	}

	for _, verb := range []string{"POST", "GET", "DELETE"} {
		p := newPortal(t)
		if verb != "POST" {
			p.core.MustApply(p.config())
		}

		p.Inject(sim.Fault{Method: verb, PathPrefix: "/api/v2/providers/", Status: 403, Body: `{"message":"Forbidden"}`})

		var d acctest.Diagnostics
		if verb == "DELETE" {
			d = p.core.Destroy()
		} else {
			d = p.core.Apply(p.config())
		}

		if len(d.Errors()) != 1 || (len(p.core.Addresses()) == 0) != (verb == "POST") {
			t.Errorf("%s forbidden: %s, state %v", verb, d, p.core.Addresses())
		}
	}
}

func TestDataSources(t *testing.T) {
	t.Parallel()

	for _, wrapper := range []string{"results", "records"} {
		p := newPortal(t, "policygrouptemplate-wrapper", wrapper, "configuredpolicytemplate-wrapper", "results")
		p.core.MustApply(p.config("description", "d"))
		id := p.stateID(t)

		byName, diags := p.core.Data(oneType, acctest.Attrs{"name": "Baseline"})
		if len(diags) > 0 {
			t.Fatal(diags)
		}

		byID, diags := p.core.Data(oneType, acctest.Attrs{"id": id})
		if len(diags) > 0 || fmt.Sprint(byID) != fmt.Sprint(byName) || byID["id"] != id || byID["description"] != "d" {
			t.Errorf("by id %v, by name %v, %s", byID, byName, diags)
		}

		all, diags := p.core.Data(allType, nil)
		if len(diags) > 0 {
			t.Fatal(diags)
		}

		ids, _ := all["ids_by_name"].(map[string]any)
		list, _ := all["policy_group_templates"].([]any)

		if len(list) != 1 || ids["Baseline"] != id || fmt.Sprint(list[0]) != fmt.Sprint(byID) {
			t.Errorf("all are %v", all)
		}

		for want, config := range map[string]acctest.Attrs{
			`did you mean "Baseline"`: {"name": "Basline"}, "Invalid Attribute Combination": {}, "24 hexadecimal digits": {"id": "x"},
			"Unable to Read": {"id": "ffffffffffffffffffffffff"},
		} {
			if _, diags := p.core.Data(oneType, config); !strings.Contains(diags.String(), want) {
				t.Errorf("%v: %s, want %q", config, diags, want)
			}
		}
	}
}

// Members of a large template are read to the last.
func TestDataSource_PagesMembers(t *testing.T) {
	t.Parallel()

	p := newPortal(t)
	ids := []any{}

	for i := range 130 {
		id := fmt.Sprintf("65a00000000000000000%04x", i)
		ids = append(ids, id)
		p.Put(policygrouptemplatesim.Configured, p.id, id, sim.Doc{"name": fmt.Sprint(i), "policyTemplateId": "5ade0cfd1f24754c6c5dc9f2", "values": []any{}})
	}

	p.Put(policygrouptemplatesim.Collection, p.id, "65b000000000000000000000", sim.Doc{"name": "Large", "description": "", "memberIds": ids})

	d, diags := p.core.Data(oneType, acctest.Attrs{"name": "Large"})
	if members, _ := d["members"].([]any); len(diags) > 0 || len(members) != 130 {
		t.Errorf("%d members, %s", len(members), diags)
	}
}

func TestConfigured(t *testing.T) {
	t.Parallel()

	p := newPortal(t)
	p.core.MustApply(p.config())

	d, diags := p.core.Data(confType, acctest.Attrs{"name": "Notify"})
	if len(diags) > 0 {
		t.Fatal(diags)
	}

	if d["template_name"] != "app_notifications_darwin" || fmt.Sprint(d["values"]) != "map[AlertType:Persistent Banner BundleIdentifier:com.example]" {
		t.Errorf("the template is %v", d)
	}

	// What it gives can be passed on as it is.
	copied := acctest.Config{"jumpcloud_policy.copy": {
		"organization_id": p.org, "name": d["name"], "template_name": d["template_name"], "values": d["values"],
		"allow_duplicate_name": true,
	}}
	fresh := acctest.NewCore(t, p.Simulator, acctest.As(p.Simulator, simulator.RoleBilling))
	fresh.MustApply(copied)

	list, diags := p.core.Data(confType+"s", nil)
	ids, _ := list["ids_by_name"].(map[string]any)
	all, _ := list["configured_policy_templates"].([]any)

	if len(diags) > 0 || len(all) != 2 || ids["Notify"] != d["id"] {
		t.Errorf("all are %v, %s", list, diags)
	}

	for want, config := range map[string]acctest.Attrs{
		`did you mean "Notify"`: {"name": "Notfy"}, "Invalid Attribute Combination": {}, "24 hexadecimal digits": {"id": "x"},
		"Unable to Read": {"id": "ffffffffffffffffffffffff"},
	} {
		if _, diags := p.core.Data(confType, config); !strings.Contains(diags.String(), want) {
			t.Errorf("%v: %s, want %q", config, diags, want)
		}
	}
}

// A secret that a template keeps is named and not returned; a template that needs MDM is
// found in the organization that has it; a list of one may come as that one.
func TestConfigured_Corners(t *testing.T) {
	t.Parallel()

	p := newPortal(t)
	wifi, err := p.AddPolicy(p.org, simulator.SeedPolicy{Name: "Wi-Fi", Template: "wifi_configuration_windows", Values: map[string]any{"SSID": "corp", "PASSPHRASE": "hunter2"}})
	if err != nil {
		t.Fatal(err)
	}

	p.core.MustApply(p.config("policy_ids", []any{wifi}))

	d, diags := p.core.Data(confType, acctest.Attrs{"name": "Wi-Fi"})
	if len(diags.Errors()) > 0 || len(diags.Warnings()) != 1 || !strings.Contains(diags.String(), "PASSPHRASE") || strings.Contains(fmt.Sprint(d, diags), "hunter2") {
		t.Errorf("%v, %s", d, diags)
	}

	mdm, err := p.AddPolicy(p.org, simulator.SeedPolicy{Name: "DDM", Template: "software_update_enforcement_specific_darwin_ddm", Values: map[string]any{"TargetOSVersion": "15.1"}})
	if err != nil {
		t.Fatal(err)
	}

	p.core.MustApply(p.config("policy_ids", []any{mdm}))

	globex, _ := p.OrganizationID(simulator.Globex) // has no MDM
	core := acctest.NewCore(t, p.Simulator, acctest.As(p.Simulator, simulator.RoleBilling).With("JUMPCLOUD_ORGANIZATION_ID", globex))

	if d, diags := core.Data(confType, acctest.Attrs{"name": "DDM"}); len(diags) > 0 || fmt.Sprint(d["values"]) != "map[TargetOSVersion:15.1]" {
		t.Errorf("%v, %s", d, diags)
	}

	only := fmt.Sprintf(`{"totalCount":1,"records":{"id":"65a000000000000000000001","name":"Only","policyTemplateId":"%s"}}`, mdm)
	p.Inject(sim.Fault{PathPrefix: "/api/v2/providers/" + p.id + "/configuredpolicytemplates", Status: 200, Body: only})

	d, diags = p.core.Data(confType+"s", nil)
	if all, _ := d["configured_policy_templates"].([]any); len(diags) > 0 || len(all) != 1 {
		t.Errorf("a single record: %v, %s", d, diags)
	}
}
