// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package acctest_test

import (
	"net/http"
	"path"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

const (
	nova   = "jumpcloud_organization.nova"
	office = "jumpcloud_iplist.office"
	lists  = "data.jumpcloud_iplists.all"
)

func newCore(t *testing.T) (*acctest.Core, *simulator.Simulator) {
	t.Helper()

	s := acctest.Simulator(t, simulator.Options{})

	return acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling)), s
}

// onboarding is an organization with a list in it, which nothing but references connects.
func onboarding(ips ...any) acctest.Config {
	return acctest.Config{
		nova:   {"name": "Nova"},
		office: {"organization_id": acctest.Ref(nova, "id"), "name": acctest.Text(acctest.Ref(nova, "name"), " offices"), "ips": ips},
	}
}

func TestCore_ReferencesOrderAndBecomeKnown(t *testing.T) {
	t.Parallel()

	c, _ := newCore(t)

	p := c.Plan(onboarding("192.0.2.1"))
	if got := p.Planned(office); got["organization_id"] != acctest.Unknown || got["name"] != "Nova offices" {
		t.Fatalf("planned %v %s", got, p.Diags)
	}

	if d := p.Apply(); len(d.Errors()) > 0 {
		t.Fatal(d)
	}

	if got, want := c.State(office)["organization_id"], c.State(nova)["id"]; got != want {
		t.Errorf("the list is in %v, want %v", got, want)
	}

	c.MustPlanEmpty(onboarding("192.0.2.1"))
}

func TestCore_DestroysRunTheOtherWay(t *testing.T) {
	t.Parallel()

	c, s := newCore(t)
	acme, _ := s.OrganizationID(simulator.AcmeInc)
	c.MustApply(acctest.Config{
		"jumpcloud_iplist.a": {"organization_id": acme, "name": "A", "ips": []any{"192.0.2.1"}},
		"jumpcloud_iplist.b": {"organization_id": acme, "name": "B", "ips": []any{"192.0.2.1"}, "depends_on": []string{"jumpcloud_iplist.a"}},
		"jumpcloud_iplist.c": {"organization_id": acme, "name": "C", "ips": []any{"192.0.2.1"}, "description": acctest.Ref("jumpcloud_iplist.b", "name")},
	})

	want := []any{c.State("jumpcloud_iplist.c")["id"], c.State("jumpcloud_iplist.b")["id"], c.State("jumpcloud_iplist.a")["id"]}

	s.Log().Reset()
	c.Destroy()

	var got []any
	for _, call := range s.Log().Calls("DELETE", "") {
		got = append(got, path.Base(call.Path))
	}

	if !reflect.DeepEqual(got, want) {
		t.Errorf("deleted %v, want %v", got, want)
	}
}

func TestCore_DataThatWaits(t *testing.T) {
	t.Parallel()

	c, s := newCore(t)
	acme, _ := s.OrganizationID(simulator.AcmeInc)
	config := acctest.Config{
		office: {"organization_id": acme, "name": "Offices", "ips": []any{"192.0.2.1"}},
		lists:  {"organization_id": acme, "depends_on": []string{office}},
	}

	p := c.Plan(config)
	if got := p.Planned(lists)["iplists"]; got != acctest.Unknown {
		t.Fatalf("read before what it depends on: %v %s", got, p.Diags)
	}

	if d := p.Apply(); len(d.Errors()) > 0 {
		t.Fatal(d)
	}

	if got, _ := c.State(lists)["iplists"].([]any); len(got) == 0 {
		t.Errorf("the list that was made is not seen: %v", c.State(lists))
	}
}

func TestCore_PlansAgainInsideTheApply(t *testing.T) {
	t.Parallel()

	c, s := newCore(t)
	acme, _ := s.OrganizationID(simulator.AcmeInc)
	config := func(ip string) acctest.Config {
		return acctest.Config{office: {"organization_id": acme, "name": "Offices", "ips": []any{ip}}}
	}

	var found []string

	c.OnBug = func(what string) { found = append(found, what) }

	p := c.Plan(config("192.0.2.1"))
	d := p.ApplyKnowing(config("192.0.2.2"))

	if len(found) != 1 || !strings.Contains(found[0], "inconsistent final plan") || len(d.Errors()) != 1 {
		t.Errorf("a plan that changed is let through: %v %s", found, d)
	}

	if c.State(office) != nil || s.Log().Count("POST", "/api/v2/iplists") > 0 {
		t.Error("it is applied all the same")
	}
}

func TestCore_CreateBeforeDestroy(t *testing.T) {
	t.Parallel()

	c, s := newCore(t)
	acme, _ := s.OrganizationID(simulator.AcmeInc)
	globex, _ := s.OrganizationID(simulator.Globex)
	config := func(org string) acctest.Config {
		return acctest.Config{office: {
			"organization_id": org, "name": "Offices", "ips": []any{"192.0.2.1"}, "create_before_destroy": true,
		}}
	}

	c.MustApply(config(acme))
	s.Log().Reset()
	c.MustApply(config(globex))

	writes := s.Log().Writes()
	if len(writes) != 2 || writes[0].Method != http.MethodPost || writes[1].Method != http.MethodDelete || c.Deposed(office) > 0 {
		t.Errorf("%d deposed, writes %v", c.Deposed(office), writes)
	}
}

func TestCore_Endings(t *testing.T) {
	t.Parallel()

	config := func(org string) acctest.Config {
		all := acctest.Config{}
		for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
			all["jumpcloud_iplist."+name] = acctest.Attrs{"organization_id": org, "name": name, "ips": []any{"192.0.2.1"}}
		}

		return all
	}
	at := acctest.At{Method: "POST", PathPrefix: "/api/v2/iplists", Nth: 3}

	for name, end := range map[string]func(c *acctest.Core){
		"interrupt": func(c *acctest.Core) { c.InterruptAt(at) },
		"kill":      func(c *acctest.Core) { c.KillAt(at) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				c, s := newCore(t)
				c.Parallelism = 1
				acme, _ := s.OrganizationID(simulator.AcmeInc)

				end(c)

				d := c.Apply(config(acme))
				if !c.Ended() || len(d.Errors()) == 0 {
					t.Fatalf("ended %t: %s", c.Ended(), d)
				}

				made, known := s.Log().Count("POST", "/api/v2/iplists"), len(c.Addresses())
				if made != 3 || name == "kill" && known != 2 {
					t.Errorf("%d were sent, %d are in state", made, known)
				}
			})
		})
	}
}

func TestCore_TwoProviderBlocks(t *testing.T) {
	t.Parallel()

	c, s := newCore(t)
	acme, _ := s.OrganizationID(simulator.AcmeInc)
	globex, _ := s.OrganizationID(simulator.Globex)
	c.Provider = acctest.Attrs{"organization_id": acme}
	c.Aliases = map[string]acctest.Alias{"globex": {Provider: acctest.Attrs{"organization_id": globex}}}

	config := acctest.Config{
		office:                    {"name": "Offices", "ips": []any{"192.0.2.1"}},
		"jumpcloud_iplist.branch": {"name": "Offices", "ips": []any{"192.0.2.1"}, "provider": "globex"},
	}
	c.MustApply(config)

	if got := c.State("jumpcloud_iplist.branch")["organization_id"]; got != globex {
		t.Errorf("made in %v, want %v", got, globex)
	}

	// What is not configured any more is destroyed by the provider that made it.
	if d := c.Destroy(); len(d.Errors()) > 0 || s.Log().Count("DELETE", "/api/v2/iplists") != 2 {
		t.Errorf("%s", d)
	}
}

func TestCore_Replacing(t *testing.T) {
	t.Parallel()

	c, s := newCore(t)
	acme, _ := s.OrganizationID(simulator.AcmeInc)
	config := acctest.Config{office: {"organization_id": acme, "name": "Offices", "ips": []any{"192.0.2.1"}}}
	c.MustApply(config)

	before := c.State(office)["id"]

	if p := c.PlanReplacing(config, office); p.Actions()[office] != acctest.Replace || len(p.Apply().Errors()) > 0 {
		t.Errorf("%v", p.Actions())
	}

	if c.State(office)["id"] == before {
		t.Error("not replaced")
	}

	c.Taint(office)

	if p := c.Plan(config); p.Actions()[office] != acctest.Replace {
		t.Errorf("tainted: %v", p.Actions())
	}
}

func TestCore_ImportInThePlan(t *testing.T) {
	t.Parallel()

	c, s := newCore(t)
	acme, _ := s.OrganizationID(simulator.AcmeInc)
	config := acctest.Config{office: {"organization_id": acme, "name": "Offices", "ips": []any{"192.0.2.1"}}}
	c.MustApply(config)

	id, _ := c.State(office)["id"].(string)
	c.Forget(office)
	c.Imports = map[string]any{office: acme + "/" + id}

	if p := c.Plan(config); p.Count(acctest.NoOp) != 1 || len(p.Apply()) > 0 {
		t.Errorf("%v %s", p.Actions(), p.Diags)
	}

	if c.State(office)["id"] != id {
		t.Error("not in state")
	}
}
