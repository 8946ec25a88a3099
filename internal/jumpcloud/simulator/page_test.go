// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator_test

import (
	"fmt"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/browser"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim/page"
)

// screenshots is where pictures of pages are left for people to look at.
const screenshots = "../../../bin/screenshots"

// TestPage_InTheBrowser changes a policy, deletes an IP list, breaks the service and resets it, all by
// clicking, and asks the provider after each what it makes of that.
func TestPage_InTheBrowser(t *testing.T) {
	t.Parallel()

	tab := browser.Open(t)

	s, err := seedFrom(t, simulator.ExampleSeed)
	if err != nil {
		t.Fatal(err)
	}

	server := httptest.NewServer(page.Handler("JumpCloud", s))
	t.Cleanup(server.Close)

	acme, _ := s.OrganizationID(simulator.AcmeInc)

	const lock, office = "jumpcloud_policy.lock", "jumpcloud_iplist.office"

	core := acctest.NewCore(t, s, acctest.As(s, simulator.RoleBilling))
	config := acctest.Config{
		lock: {
			"organization_id": acme, "name": "Lock screen", "template_name": "lock_screen_darwin",
			"values": map[string]any{"timeout": 300},
		},
		office: {"organization_id": acme, "name": "Branch offices", "ips": []any{"192.0.2.1"}},
	}
	core.MustApply(config)
	core.MustPlanEmpty(config)

	policy, _ := core.State(lock)["id"].(string)
	list, _ := core.State(office)["id"].(string)

	// await looks until an expression holds.
	await := func(expression string) {
		t.Helper()
		browser.Get(tab, chromedp.Poll[bool]("Boolean("+expression+")"))
	}
	key := func(name string) string { return fmt.Sprintf(`[data-key=%q]`, name) }

	tab.Resize(1280, 900, false)
	tab.Do(chromedp.Navigate(server.URL))

	// The tenant with the most in it is shown first, and its policies by their names.
	await(`document.querySelector("#scope").selectedOptions[0]?.text.startsWith("Acme Inc")`)
	tab.Click(key("collection policies"))
	await(fmt.Sprintf(`document.querySelector("tr[data-id='%s'] th")?.textContent == "Lock screen"`, policy))

	tab.Click(key("change " + policy))
	tab.Fill("#change-values-0", "3600")
	tab.Click("#dialog-do")
	await(`!document.querySelector("#dialog").open && document.querySelector("#status").textContent == "Lock screen is changed."`)

	if v, _ := policysim.Value(s.World, acme, policy, "timeout"); fmt.Sprint(v) != "3600" {
		t.Errorf("the policy has %v", v)
	}

	plan := core.Plan(config)
	if got := plan.Actions(); len(got) != 1 || got[lock] != acctest.Update {
		t.Errorf("the change is no drift: %v %s", got, plan.Diags)
	}

	// The requests of that plan are in the log.
	await(fmt.Sprintf(`document.querySelector("#log").textContent.includes("GET /api/v2/policies/%s")`, policy))

	tab.Click(key("collection iplists"))
	tab.Click(key("delete " + list))
	tab.Click("#dialog-do")
	await(`document.querySelector("#status").textContent == "Branch offices is deleted."`)

	if _, there := s.Docs(iplistsim.Collection, acme).Get(list); there {
		t.Error("the list is still there")
	}

	if got := core.Plan(config).Actions(); got[office] != acctest.Create {
		t.Errorf("the deletion is no drift: %v", got)
	}

	// A fault and a switch, by clicking too.
	tab.Click("#presets button:first-child")
	await(`document.querySelector("#active").textContent.includes("next fails")`)

	if faults := s.Faults(); len(faults) != 1 || faults[0].Status != 500 || faults[0].Times != 1 {
		t.Errorf("the faults are %+v", faults)
	}

	tab.Fill(key("switch user-email-case"), "keep")
	await(`document.querySelector("#status").textContent == "user-email-case is keep."`)

	if s.Switches.Get("user-email-case") != "keep" {
		t.Error("the switch is as it was")
	}

	// A request that breaks the contract is marked, and says why.
	s.ClearFaults()

	if got := status(t, s, "GET", "/v2/iplists?nonsense=1", s.Key(simulator.RoleBilling), acme, ""); got != 200 {
		t.Errorf("status %d", got)
	}

	await(`document.querySelector("#log tr.violated")?.textContent.includes('unknown parameter "nonsense"')`)

	// What refers to something is shown with its name.
	tab.Click(key("collection graphedges"))
	await(`document.querySelector("#collections").textContent.includes("member: Laptops with MBP-1")`)
	tab.Click(key("collection policyresults"))
	await(`document.querySelector("#collections").textContent.includes("Lock on MBP-1: failed")`)

	looks(t, tab)

	if n := len(s.TakeViolations()); n != 1 {
		t.Errorf("%d violations", n)
	}

	tab.Click("#reset")
	tab.Click("#dialog-do")
	await(`document.querySelector("#status").textContent == "Everything is as it began."`)

	if len(s.Faults()) != 0 || s.Switches.Get("user-email-case") == "keep" {
		t.Error("the reset left something behind")
	}

	if _, there := s.Docs(policysim.Collection, acme).Get(policy); there {
		t.Error("the reset left the policy behind")
	}

	for _, url := range tab.Requests() {
		if !strings.HasPrefix(url, server.URL+"/") {
			t.Errorf("the page asks for %s", url)
		}
	}

	if said := tab.Complaints(); len(said) > 0 {
		t.Errorf("the console says %q", said)
	}
}

// looks takes pictures of the page, and checks that it is no wider than the window, that its
// texts stand out, that all has a name, and that the keyboard reaches it.
func looks(t *testing.T, tab *browser.Tab) {
	t.Helper()

	for _, look := range []struct {
		name          string
		width, height int64
		scheme        string
	}{
		{"1280", 1280, 900, "light"}, {"1280-dark", 1280, 900, "dark"}, {"390", 390, 844, "light"},
	} {
		tab.Scheme(look.scheme)
		tab.Resize(look.width, look.height, look.width < 640)
		browser.Get(tab, chromedp.Poll[bool]("new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(() => seen(true))))"))
		tab.Screenshot(filepath.Join(screenshots, "simulator-"+look.name+".png"))

		if w := browser.Eval[int64](tab, "document.documentElement.scrollWidth"); w > look.width {
			t.Errorf("%s: the page is %d pixels wide", look.name, w)
		}

		if bad := browser.Eval[[]string](tab, browser.Contrast); len(bad) > 0 {
			t.Errorf("%s: too little contrast: %q", look.name, bad)
		}
	}

	if bad := browser.Eval[[]string](tab, browser.Unlabelled); len(bad) > 0 {
		t.Errorf("without a label: %q", bad)
	}

	browser.Eval[chromedp.Void](tab, `document.querySelector(".skip").focus()`)
	tab.Do(chromedp.KeyEvent(kb.Tab))

	if at := browser.Eval[string](tab, "document.activeElement.id"); at != "reset" {
		t.Errorf("after the link past the head the keyboard stops at %q", at)
	}

	if outline := browser.Eval[string](tab, "getComputedStyle(document.activeElement).outlineStyle"); outline != "solid" {
		t.Errorf("what has the focus has the outline %q", outline)
	}

	tab.Resize(1280, 900, false)
}
