// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist_test

import (
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

func TestRefusedAtPlan(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		attrs acctest.Attrs
		parts []string
	}{
		"an entry": {
			acctest.Attrs{"name": "x", "ips": []any{"10.0.0.1", "10.0.0.256"}},
			[]string{"Invalid IP List Entry", `"10.0.0.256" is not an IP address, a CIDR block or a range.`, `AttributeName("ips").ElementKeyValue(`},
		},
		"an empty entry": {acctest.Attrs{"name": "x", "ips": []any{""}}, []string{`"" is not an IP address`}},
		"no entry":       {acctest.Attrs{"name": "x", "ips": []any{nil}}, []string{"Null Element", "an element of ips is null"}},
		"a range":        {acctest.Attrs{"name": "x", "ips": []any{"10.0.0.9 - 10.0.0.1"}}, []string{"ends before it begins"}},
		"no name":        {acctest.Attrs{"ips": []any{}}, []string{"name"}},
		"no ips":         {acctest.Attrs{"name": "x"}, []string{"ips"}},
		"organization": {
			acctest.Attrs{"organization_id": "Acme", "name": "x", "ips": []any{}},
			[]string{"organization_id", "24 hexadecimal digits"},
		},
	} {
		w := newWorld(t, nil)
		t.Log(name)
		wantError(t, w.Plan(w.Config(c.attrs)).Diags, c.parts...)

		if n := w.Sim.Log().Count("", ""); n > 0 {
			t.Errorf("%s: %d calls", name, n)
		}
	}
}

func TestEveryBadEntryIsNamed(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)

	d := w.Plan(w.Config(acctest.Attrs{"name": "x", "ips": []any{"a", "10.0.0.1", "b"}})).Diags
	if len(d.Errors()) != 2 {
		t.Errorf("want one error for each of two entries:\n%s", d)
	}
}

func TestUnknownIsAccepted(t *testing.T) {
	t.Parallel()

	for name, attrs := range map[string]acctest.Attrs{
		"all": {
			"organization_id": acctest.Unknown, "name": acctest.Unknown, "description": acctest.Unknown, "ips": acctest.Unknown,
		},
		"one entry": {"name": "x", "ips": []any{"10.0.0.1", acctest.Unknown}},
	} {
		w := newWorld(t, nil)
		if p := w.Plan(w.Config(attrs)); len(p.Diags) > 0 || p.Actions()[office] != acctest.Create {
			t.Errorf("%s: %v %s", name, p.Actions(), p.Diags)
		}
	}
}

// TestTheServicesSpelling goes through everything that nobody documents about how the
// service keeps entries: none of it may cause a difference.
func TestTheServicesSpelling(t *testing.T) {
	t.Parallel()

	ips := []any{
		"10.0.0.1", "10.0.0.2/32", "10.0.0.2", "203.0.113.77/24", "2001:DB8::/32", "2001:0db8:1::1",
		" 198.51.100.1-198.51.100.9 ", "192.0.2.0 - 192.0.2.3", "192.0.2.0/30",
	}

	for name, switches := range map[string]map[string]string{
		"as sent":   nil,
		"canonical": {"iplist-ips-spelling": "canonical"},
		"sorted":    {"iplist-ips-order": "sorted"},
		"single":    {"iplist-ips-duplicates": "remove"},
		"strict":    {"iplist-ips-invalid": "refuse"},
		"all": {
			"iplist-ips-spelling": "canonical", "iplist-ips-order": "sorted", "iplist-ips-duplicates": "remove",
			"iplist-ips-invalid": "refuse",
		},
	} {
		w := newWorld(t, switches)
		config := w.Config(acctest.Attrs{"name": "Office", "ips": ips})
		t.Log(name)
		w.MustApply(config)

		before := w.State(office)
		config[office]["name"] = "Office 2"
		w.MustApply(config)

		if got := w.State(office)["ips"]; !reflect.DeepEqual(got, before["ips"]) {
			t.Errorf("%s: %v became %v", name, before["ips"], got)
		}
	}
}

func TestRespelledInTheConsole(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	config := w.Config(acctest.Attrs{"name": "Office", "ips": []any{"10.0.0.1/32", "203.0.113.0/24", "2001:DB8::1"}})
	w.MustApply(config)
	w.Sim.Change(iplistsim.Collection, w.Org, w.ID(), func(d sim.Doc) {
		d["ips"] = []any{"2001:db8:0::1", "203.0.113.0 - 203.0.113.255", "10.0.0.1", "10.0.0.1"}
	})
	w.MustPlanEmpty(config)
}

// TestRespelledInTheConfiguration: a new spelling is a plan of its own, since state shows
// the configuration's, and settles at once.
func TestRespelledInTheConfiguration(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"iplist-ips-spelling": "canonical"})
	w.MustApply(w.Config(acctest.Attrs{"name": "Office", "ips": []any{"10.0.0.1/32"}}))
	w.MustApply(w.Config(acctest.Attrs{"name": "Office", "ips": []any{"10.0.0.1"}}))
	w.WantState(acctest.Attrs{"ips": []any{"10.0.0.1"}})
}

func TestWhatTheServiceRefuses(t *testing.T) {
	t.Parallel()

	w := newWorld(t, map[string]string{"iplist-name-unique": "on"})
	w.Sim.Put(iplistsim.Collection, w.Org, "0123456789abcdef01234567", sim.Doc{
		"id": "0123456789abcdef01234567", "name": "Office", "description": "", "ips": []any{},
	})

	d := w.Apply(w.Config(acctest.Attrs{"name": "Office", "ips": []any{}, "allow_duplicate_name": true}))
	wantError(t, d, "Unable to Create IP List", "IP list already exists", "Acme Inc", w.Org+"/0123456789abcdef01234567", "POST /api/v2/iplists, status 409")

	d = w.Apply(w.Config(acctest.Attrs{"name": " ", "ips": []any{}}))
	wantError(t, d, "Invalid Name", "name must not be blank")

	if w.State(office) != nil || len(w.Stored()) != 1 {
		t.Errorf("state %v, stored %v", w.State(office), w.Stored())
	}

	// A list that an authentication policy refers to stays, and stays in state.
	config := w.Config(acctest.Attrs{"name": "Branch", "ips": []any{}})
	w.MustApply(config)

	id := w.State(office)["id"]
	w.Sim.Put("authnpolicies", w.Org, "1", sim.Doc{"name": "Only offices", "conditions": sim.Doc{"ipAddressIn": []any{id}}})
	wantError(t, w.Destroy(), "Unable to Delete IP List", "IP list is in use", "status 409", `"Only offices"`)
	w.MustPlanEmpty(config)

	// Nor does a list of policies that cannot be had make the refusal a success.
	for _, status := range []int{403, 404} {
		hidden := w.Sim.Inject(sim.Fault{PathPrefix: "/api/v2/authn/policies", Status: status})
		wantError(t, w.Destroy(), "IP list is in use", "access policies may use it")
		hidden.Remove()
		w.MustPlanEmpty(config)
	}
}
