// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// TestDirectoryOfTheSameRun finds the directory, gives it a domain and a rule, and makes the domain
// the default one.
func TestDirectoryOfTheSameRun(t *testing.T) {
	t.Parallel()

	const found = "data.jumpcloud_office365.found"

	w := newWorld(t)
	config := func(builtIn string) acctest.Config {
		return acctest.Config{
			found:     {"organization_id": w.Org},
			domain:    {"organization_id": w.Org, "office365_id": acctest.Ref(found, "id"), "domain": "acme.example"},
			rule:      {"organization_id": w.Org, "office365_id": acctest.Ref(found, "id"), "built_in": builtIn},
			directory: {"organization_id": w.Org, "groups_enabled": builtIn == "user_city", "default_domain_id": acctest.Ref(domain, "id")},
		}
	}

	w.MustApply(config("user_city"))
	w.MustPlanEmpty(config("user_city"))

	if got := w.State(directory)["default_domain"]; got != "acme.example" {
		t.Errorf("the default domain is %v", got)
	}

	p := w.Plan(config("user_state"))
	for address, want := range map[string]acctest.Action{directory: acctest.Update, rule: acctest.Replace} {
		if p.Actions()[address] != want {
			t.Errorf("%s: planned %v, want %v", address, p.Actions(), want)
		}
	}

	if _, touched := p.Actions()[domain]; touched {
		t.Errorf("the domain is planned to change: %v", p.Actions())
	}

	if d := p.Apply(); len(d) > 0 {
		t.Fatal(d)
	}

	w.MustPlanEmpty(config("user_state"))
}
