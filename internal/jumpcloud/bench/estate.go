// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
)

// estate is so many policies of one tenant in three policy groups, which have all device
// groups of the tenant as targets.
func estate(policies int) string {
	return preamble + fmt.Sprintf(`locals {
  policies = %d
  groups   = 3
  targets  = values(data.jumpcloud_system_groups.all.ids_by_name)
}

data "jumpcloud_system_groups" "all" {}

resource "jumpcloud_policy" "this" {
  count = local.policies

  name          = "Policy ${count.index}"
  template_name = "lock_screen_darwin"
  values        = { timeout = 60 + count.index }
}

resource "jumpcloud_policy_group" "this" {
  count = local.groups

  name             = "Group ${count.index}"
  policy_ids       = [for i, p in jumpcloud_policy.this : p.id if i %% local.groups == count.index]
  system_group_ids = [for i, id in local.targets : id if i %% local.groups == count.index]
}
`, policies)
}

const (
	policyList = "GET /api/v2/policies"
	policyByID = "GET /api/v2/policies/{id}"
)

// estatePlans are no-op plans of an estate, by whether the list of policies shows their
// values when it is asked for them.
type estatePlans struct{ ignored, honoured sample }

// measureEstate creates an estate for which so many device groups are there already, and
// plans it against both services. What is left goes with its simulator.
func (b *bench) measureEstate(ctx context.Context, out io.Writer, policies, targets int, latency time.Duration) (estatePlans, error) {
	var plans estatePlans

	w, err := b.world(estate(policies))
	if err != nil {
		return plans, err
	}
	defer w.close()

	for i := range targets {
		groupsim.AddGroup(w.World, w.organization, groupsim.SystemGroup, fmt.Sprintf("Devices %03d", i))
	}

	name := fmt.Sprintf("%d policies, %d", policies, targets)

	create, err := w.step(ctx, 0, "apply", "-auto-approve")
	if err != nil {
		return plans, err
	}

	floor, err := w.step(ctx, 0, "plan", "-detailed-exitcode", "-refresh=false")
	if err != nil {
		return plans, err
	}

	printRow(out, name, 0, "create", create, floor)
	printRow(out, name, 0, "plan -refresh=false", floor, floor)

	for _, turn := range []struct {
		values string
		into   *sample
	}{{"ignored", &plans.ignored}, {"honoured", &plans.honoured}} {
		if err := w.Switches.Set("policies-list-fields-values", turn.values); err != nil {
			return plans, err
		}

		if *turn.into, err = w.step(ctx, latency, "plan", "-detailed-exitcode"); err != nil {
			return plans, err
		}

		printRow(out, name, latency, "plan, list "+turn.values, *turn.into, floor)
	}

	return plans, w.check(name)
}

func barsOfEstate(policies, targets int, p estatePlans) []bar {
	what := func(text string) string { return fmt.Sprintf("%d policies, %d targets: %s", policies, targets, text) }
	pages := (policies + 99) / 100

	singles := 0

	for route, n := range p.ignored.routes {
		if route != policyByID && strings.HasSuffix(route, "}") {
			singles += n
		}
	}

	return []bar{
		atMost(what("no values listed, GETs of a policy"), policies, p.ignored.routes[policyByID]),
		atMost(what("no values listed, other single GETs"), 0, singles),
		atMost(what("values listed, policy calls"), pages, p.honoured.routes[policyList]+p.honoured.routes[policyByID]),
	}
}

// rollout is so many tenants with so many policies each, one of which has a value that a
// variable decides.
func rollout(tenants, policies int) string {
	return preamble + fmt.Sprintf(`variable "timeout" {
  type    = number
  default = 120
}

locals {
  tenants = toset([for i in range(%d) : format("Tenant %%02d", i)])
  policies = {
    for pair in setproduct(local.tenants, range(%d)) : "${pair[0]}, policy ${pair[1]}" => { tenant = pair[0], number = pair[1] }
  }
}

resource "jumpcloud_organization" "this" {
  for_each = local.tenants

  name            = each.key
  deletion_policy = "abandon"
}

resource "jumpcloud_policy" "this" {
  for_each = local.policies

  organization_id = jumpcloud_organization.this[each.value.tenant].id
  name            = "Policy ${each.value.number}"
  template_name   = "lock_screen_darwin"
  values          = { timeout = each.value.number == 0 ? var.timeout : 300 }
}
`, tenants, policies)
}

// measureRollout creates a rollout and changes its one value everywhere.
func (b *bench) measureRollout(ctx context.Context, out io.Writer, tenants, policies int, latency time.Duration) (sample, error) {
	w, err := b.world(rollout(tenants, policies))
	if err != nil {
		return sample{}, err
	}
	defer w.close()

	name := fmt.Sprintf("%d tenants x %d", tenants, policies)

	create, err := w.step(ctx, 0, "apply", "-auto-approve")
	if err != nil {
		return sample{}, err
	}

	floor, err := w.step(ctx, 0, "plan", "-detailed-exitcode", "-refresh=false")
	if err != nil {
		return sample{}, err
	}

	change, err := w.step(ctx, latency, "apply", "-auto-approve", "-var=timeout=600")
	if err != nil {
		return sample{}, err
	}

	printRow(out, name, 0, "create", create, floor)
	printRow(out, name, 0, "plan -refresh=false", floor, floor)
	printRow(out, name, latency, "change 1 of each", change, floor)

	return change, w.check(name)
}

func barsOfRollout(tenants, policies int, change sample) []bar {
	what := func(text string) string {
		return fmt.Sprintf("%d tenants x %d, one value changed: %s", tenants, policies, text)
	}

	return []bar{
		exactly(what("PUTs"), tenants, change.calls[http.MethodPut]),
		exactly(what("writes"), tenants, change.writes),
	}
}
