// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package live_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-testing/helper/acctest"
	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	inprocess "github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// mark begins the name of everything that the suite makes. The sweeper deletes what has it.
const mark = "tf-live-"

// tenant is where the suite runs: a real one, or one of a simulator.
type tenant struct {
	organization string
	factories    map[string]func() (tfprotov6.ProviderServer, error)
	client       *jumpcloud.Client
}

// realTenant is the tenant that the environment names; a test of it is skipped unless asked for.
func realTenant(t *testing.T) tenant {
	t.Helper()

	if os.Getenv("JUMPCLOUD_LIVE") != "1" {
		t.Skip("set JUMPCLOUD_LIVE=1, JUMPCLOUD_API_KEY and JUMPCLOUD_ORGANIZATION_ID of an organization made for tests")
	}

	organization := os.Getenv("JUMPCLOUD_ORGANIZATION_ID")
	if organization == "" {
		t.Fatal("JUMPCLOUD_ORGANIZATION_ID names no organization to run in")
	}

	return tenant{organization, map[string]func() (tfprotov6.ProviderServer, error){
		"jumpcloud": providerserver.NewProtocol6WithError(provider.New("live")()),
	}, clientOf(t, os.Getenv)}
}

// simulated is a tenant of a simulator, which a suite under test runs in.
func simulated(t *testing.T) (tenant, *simulator.Simulator) {
	t.Helper()

	s := inprocess.Simulator(t, simulator.Options{})
	id, _ := s.OrganizationID(simulator.AcmeInc)
	env := inprocess.As(s, simulator.RoleBilling).With("JUMPCLOUD_ORGANIZATION_ID", id)

	client, err := jumpcloud.New(jumpcloud.Config{
		APIURL: inprocess.URL, APIKey: s.Key(simulator.RoleBilling), RequestsPerSecond: 100, MaxRetries: 1, RequestTimeout: time.Minute, Transport: s.Transport(),
	})
	if err != nil {
		t.Fatal(err)
	}

	return tenant{id, inprocess.Factories(s, env), client}, s
}

func clientOf(t *testing.T, env func(string) string) *jumpcloud.Client {
	t.Helper()

	client, err := jumpcloud.New(jumpcloud.Config{
		APIURL: env("JUMPCLOUD_API_URL"), Region: env("JUMPCLOUD_REGION"), APIKey: env("JUMPCLOUD_API_KEY"),
		ClientID: env("JUMPCLOUD_CLIENT_ID"), ClientSecret: env("JUMPCLOUD_CLIENT_SECRET"),
		RequestsPerSecond: 5, MaxRetries: 3, RequestTimeout: time.Minute, UserAgent: "terraform-provider-jumpcloud/live",
	})
	if err != nil {
		t.Fatal(err)
	}

	return client
}

// organization reads what every tenant has, and changes nothing.
func organization(t *testing.T, in tenant) {
	t.Helper()

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true, // real asks for more than TF_ACC
		ProtoV6ProviderFactories: in.factories,
		Steps: []resource.TestStep{{
			Config: fmt.Sprintf(`
				data "jumpcloud_organization_settings" "this" { organization_id = %[1]q }
				data "jumpcloud_iplists" "all" { organization_id = %[1]q }
				data "jumpcloud_policies" "all" { organization_id = %[1]q }
				data "jumpcloud_groups" "all" { organization_id = %[1]q }
				data "jumpcloud_policy_templates" "all" { organization_id = %[1]q }
			`, in.organization),
			ConfigStateChecks: []statecheck.StateCheck{
				statecheck.ExpectKnownValue("data.jumpcloud_organization_settings.this", tfjsonpath.New("password_policy"), knownvalue.NotNull()),
			},
		}},
	})
}

// objects are made, changed and destroyed.
func objects(t *testing.T, in tenant) {
	t.Helper()

	name := acctest.RandomWithPrefix(strings.TrimSuffix(mark, "-"))
	empty := resource.ConfigPlanChecks{PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()}}

	config := func(description string) string {
		return fmt.Sprintf(`
			resource "jumpcloud_iplist" "this" {
				organization_id = %[1]q
				name            = %[2]q
				description     = %[3]q
				ips             = ["192.0.2.1", "198.51.100.0/24"]
			}

			resource "jumpcloud_system_group" "this" {
				organization_id = %[1]q
				name            = %[2]q
				description     = %[3]q
			}

			resource "jumpcloud_user_group" "this" {
				organization_id = %[1]q
				name            = %[2]q
				description     = %[3]q
			}

			resource "jumpcloud_policy_group" "this" {
				organization_id = %[1]q
				name            = %[2]q
			}

			resource "jumpcloud_policy_group_association" "this" {
				organization_id = %[1]q
				policy_group_id = jumpcloud_policy_group.this.id
				target_type     = "system_group"
				target_id       = jumpcloud_system_group.this.id
			}
		`, in.organization, name, description)
	}

	resource.Test(t, resource.TestCase{
		IsUnitTest:               true, // real asks for more than TF_ACC
		ProtoV6ProviderFactories: in.factories,
		Steps: []resource.TestStep{
			{Config: config("made by a test"), ConfigPlanChecks: empty},
			{Config: config(""), ConfigPlanChecks: empty},
		},
	})

	if left := leftovers(t.Context(), t, in, name); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// swept are the collections in which the suite makes objects, in the order in which they can go.
var swept = []string{"policygroups", "systemgroups", "usergroups", "iplists"}

type found struct{ collection, id, name string }

// leftovers are the objects of the tenant whose name begins so.
func leftovers(ctx context.Context, tb testing.TB, in tenant, prefix string) []found {
	tb.Helper()

	type object struct{ ID, Name string }

	var all []found

	for _, c := range swept {
		list := collections.Listing[object]{
			Route: in.client.Tenant(in.organization).V2(c), Sort: jumpcloud.SortID, ID: func(o object) string { return o.ID },
		}

		for o, err := range collections.Each(ctx, list) {
			if err != nil {
				tb.Fatal(err)
			}

			if strings.HasPrefix(o.Name, prefix) {
				all = append(all, found{c, o.ID, o.Name})
			}
		}
	}

	return all
}

// sweep deletes what the suite made in the tenant, and nothing else.
func sweep(t *testing.T, in tenant) {
	t.Helper()

	for _, o := range leftovers(t.Context(), t, in, mark) {
		t.Logf("deleting %s %s (%s)", o.collection, o.name, o.id)

		if err := collections.Delete(t.Context(), in.client.Tenant(in.organization).V2(o.collection, o.id)); err != nil {
			t.Errorf("%s %s (%s): %s", o.collection, o.name, o.id, err)
		}
	}
}
