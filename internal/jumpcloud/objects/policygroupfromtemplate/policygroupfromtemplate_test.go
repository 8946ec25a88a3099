// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroupfromtemplate_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policygrouptemplate/policygrouptemplatesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	address    = "jumpcloud_policy_group_from_template.this"
	templateID = "65b000000000000000000000"
	memberID   = "65b000000000000000000001"
	loginText  = "5ade0cfd1f24754c6c5dc9f2" // the policy template login_window_text_darwin
)

type portal struct {
	*simulator.Simulator

	org  string
	core *acctest.Core
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
	p.org, _ = s.OrganizationID(simulator.Globex)
	provider, _ := s.ProviderID(simulator.DefaultProvider)
	s.Put(policygrouptemplatesim.Configured, provider, memberID, sim.Doc{
		"name": "Login text", "policyTemplateId": loginText,
		"values": []any{sim.Doc{"configFieldId": "5ade0cfd1f24754c6c5dc9f3", "name": "LoginwindowText", "value": "Property of Acme"}},
	})
	s.Put(policygrouptemplatesim.Collection, provider, templateID, sim.Doc{"name": "Baseline", "description": "", "memberIds": []any{memberID}})

	return p
}

func (p *portal) config() acctest.Config {
	return acctest.Config{address: {"organization_id": p.org, "template_id": templateID}}
}

func (p *portal) firstProvider() string {
	id, _ := p.ProviderID(simulator.DefaultProvider)

	return id
}

func (p *portal) groups() sim.Collection { return p.Docs(groupsim.PolicyGroups, p.org) }

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	for _, answer := range []string{"group", "empty"} {
		p := newPortal(t, "policygroup-fromtemplate-answer", answer)
		p.core.MustApply(p.config())

		posts := p.Log().Calls("POST", "/api/v2/organizations/"+p.org+"/policygroups/fromtemplate")
		if len(posts) != 1 || fmt.Sprint(posts[0].Object()) != "map[templateId:"+templateID+"]" || len(posts[0].Header.Values("X-Org-Id")) != 0 {
			t.Fatalf("posts are %v", posts)
		}

		id := fmt.Sprint(p.core.State(address)["id"])
		if p.groups().IDs()[0] != id || p.core.State(address)["name"] != "Baseline" || p.core.Identity(address)["organization_id"] != p.org {
			t.Errorf("state is %v", p.core.State(address))
		}

		copies := p.Docs(policysim.Collection, p.org).IDs()
		if len(copies) != 1 {
			t.Fatalf("copies are %v", copies)
		}

		if v, _ := policysim.Value(p.World, p.org, copies[0], "LoginwindowText"); v != "Property of Acme" {
			t.Errorf("the copy's value is %v", v)
		}

		p.Change(groupsim.PolicyGroups, p.org, id, func(d sim.Doc) { d["name"] = "Renamed" })
		p.core.MustPlanEmpty(p.config())

		if p.core.State(address)["name"] != "Renamed" {
			t.Error("a renamed group does not show")
		}

		other, provider := p.config(), p.firstProvider()
		other[address]["template_id"] = "65b0000000000000000000ff"
		p.Put(policygrouptemplatesim.Collection, provider, "65b0000000000000000000ff", sim.Doc{"name": "Other", "description": "", "memberIds": []any{}})

		if got := p.core.Plan(other).Actions()[address]; got != acctest.Replace {
			t.Errorf("another template is planned as %s", got)
		}

		d := p.core.Destroy()
		if len(d.Errors()) > 0 || !strings.Contains(d.String(), "Copied Policies Remain") || p.groups().Len() != 0 ||
			p.Docs(policysim.Collection, p.org).Len() != 1 {
			t.Errorf("destroy: %s", d)
		}

		p.core.MustApply(p.config())
		p.groups().Remove(fmt.Sprint(p.core.State(address)["id"]))

		if got := p.core.Plan(p.config()).Actions()[address]; got != acctest.Create {
			t.Errorf("one that is gone is planned as %s", got)
		}
	}
}

func TestImport(t *testing.T) {
	t.Parallel()

	p := newPortal(t)
	p.core.MustApply(p.config())

	want := p.core.State(address)
	fresh := acctest.NewCore(t, p.Simulator, acctest.As(p.Simulator, simulator.RoleBilling))

	if d := fresh.Import(address, p.org); !strings.Contains(d.String(), "<organization_id>/<id>") {
		t.Errorf("a wrong id: %s", d)
	}

	if d := fresh.Import(address, p.org+"/"+fmt.Sprint(want["id"])); len(d) > 0 {
		t.Fatal(d)
	}

	p.Log().Reset()
	fresh.MustApply(p.config())

	if n := len(p.Log().Writes()); n != 0 || fmt.Sprint(fresh.State(address)) != fmt.Sprint(want) {
		t.Errorf("%d writes, state %v, want %v", n, fresh.State(address), want)
	}
}

// Configuration that Terraform generates has no template_id, which a group does not
// remember: an import does without, a creation does not.
func TestWithoutTemplateID(t *testing.T) {
	t.Parallel()

	p := newPortal(t)
	without := acctest.Config{address: {"organization_id": p.org}}
	missing := func(d acctest.Diagnostics) {
		t.Helper()

		if s := d.Errors().String(); !strings.Contains(s, `Missing template_id [AttributeName("template_id")]`) || len(d.Errors()) != 1 {
			t.Errorf("no template: %s", d)
		}
	}

	missing(p.core.Plan(without).Diags)
	p.core.MustApply(p.config())
	missing(p.core.Plan(without).Diags)

	fresh := acctest.NewCore(t, p.Simulator, acctest.As(p.Simulator, simulator.RoleBilling))
	if d := fresh.Import(address, fmt.Sprintf("%s/%s", p.org, p.core.State(address)["id"])); len(d) > 0 {
		t.Fatal(d)
	}

	fresh.MustPlanEmpty(without)
	fresh.MustApply(p.config())
}

// A template that the portal does not have is found at plan.
func TestUnknownTemplate(t *testing.T) {
	t.Parallel()

	p := newPortal(t)
	config := p.config()
	config[address]["template_id"] = "65b0000000000000000000ff"

	d := p.core.Plan(config).Diags.Errors()
	for _, want := range []string{"Unknown Policy Group Template", `[AttributeName("template_id")]`, `"Baseline (` + templateID + `)"`} {
		if !strings.Contains(d.String(), want) {
			t.Errorf("the message does not mention %q:\n%s", want, d)
		}
	}

	// What cannot be read is no reason to refuse a plan.
	p.Inject(sim.Fault{Method: "GET", Pattern: "/api/v2/providers/{provider_id}/policygrouptemplates/{id}", Status: 403, Body: "{}"})

	if d := p.core.Plan(config).Diags; len(d) > 0 {
		t.Error(d)
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()

	p := newPortal(t)
	bad := p.config()
	bad[address]["template_id"] = "x"

	if d := p.core.Plan(bad).Diags; !strings.Contains(d.String(), "24 hexadecimal digits") {
		t.Errorf("a bad id: %s", d)
	}

	bad[address]["template_id"] = acctest.Unknown
	if d := p.core.Plan(bad).Diags; len(d) > 0 {
		t.Errorf("an unknown id: %s", d)
	}

	bad[address]["template_id"] = "65b0000000000000000000ff"
	if d := p.core.Apply(bad); !strings.Contains(d.String(), "is not a policy group template") || len(p.core.Addresses()) != 0 {
		t.Errorf("a missing template: %s", d)
	}

	for _, status := range []string{"404", "405"} {
		if err := p.Switches.Set("policygroup-fromtemplate", status); err != nil {
			t.Fatal(err)
		}

		if d := p.core.Apply(p.config()); !strings.Contains(d.String(), "not part of JumpCloud's documented API") || len(p.core.Addresses()) != 0 {
			t.Errorf("%s: %s", status, d)
		}
	}

	if err := p.Switches.Set("policygroup-fromtemplate", "accept"); err != nil {
		t.Fatal(err)
	}

	taken := groupsim.AddGroup(p.World, p.org, groupsim.PolicyGroup, "Baseline")
	if d := p.core.Apply(p.config()); !strings.Contains(d.String(), taken) || !strings.Contains(d.String(), "copied only once") {
		t.Errorf("a second copy: %s", d)
	}
}

// However the answer gets lost, there is one group, in state, or a second apply has it.
func TestFaults(t *testing.T) {
	t.Parallel()

	for name, fault := range map[string]sim.Fault{
		"500 after": {Method: "POST", Status: 500, After: true, Times: 1},
		"dropped":   {Method: "POST", Drop: true, After: true, Times: 1},
		"malformed": {Method: "POST", Malformed: true, Times: 1},
		"500":       {Method: "POST", Status: 500, Times: 1},
		"read 500":  {Method: "GET", Status: 500, Times: 1},
		"delete":    {Method: "DELETE", Status: 503, After: true, Times: 1},
	} {
		fault.PathPrefix = "/api/v2/"

		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				p := newPortal(t)
				injected := p.Inject(fault)

				d := p.core.Apply(p.config())
				if failed := len(d.Errors()) > 0; failed != (name == "500") || failed && len(p.core.Addresses()) > 0 {
					t.Errorf("apply: %s; state %v", d, p.core.Addresses())
				}

				p.core.MustApply(p.config())

				if p.groups().Len() != 1 || p.groups().IDs()[0] != p.core.State(address)["id"] {
					t.Errorf("groups %v, state %v", p.groups().IDs(), p.core.State(address))
				}

				if d := p.core.Destroy(); len(d.Errors()) > 0 || p.groups().Len() != 0 || injected.Fired() != 1 {
					t.Errorf("destroy: %s; fired %d", d, injected.Fired())
				}
			})
		})
	}

	for _, verb := range []string{"POST", "GET", "DELETE"} {
		p := newPortal(t)
		if verb != "POST" {
			p.core.MustApply(p.config())
		}

		p.Inject(sim.Fault{Method: verb, PathPrefix: "/api/v2/", Status: 403, Body: `{"message":"Forbidden"}`})

		d := p.core.Apply(map[bool]acctest.Config{true: {}, false: p.config()}[verb == "DELETE"])
		if len(d.Errors()) != 1 || (len(p.core.Addresses()) == 0) != (verb == "POST") {
			t.Errorf("%s forbidden: %s; state %v", verb, d, p.core.Addresses())
		}
	}
}
