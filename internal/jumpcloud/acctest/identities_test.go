// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package acctest_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

// rounds are those of [TestCore_Rounds]: whether its Core keeps no identities.
var rounds []bool

func TestMain(m *testing.M) {
	code := acctest.Main(m)

	// No test of one round can see the other.
	if got := slices.Compact(rounds); len(got) > 0 && !proof.OneRound() && !slices.Equal(got, []bool{false, true}) {
		fmt.Fprintf(os.Stderr, "a test that tells an identity ran in rounds without identities %v, want false and then true\n", got)

		code = 1
	}

	os.Exit(code)
}

// TestCore_Rounds tells an identity, and so runs in both rounds of acctest.Main.
func TestCore_Rounds(t *testing.T) {
	t.Parallel()

	c, s := newCore(t)
	rounds = append(rounds, c.NoIdentities)

	if n := c.Fewer(2, 1); n != map[bool]int{false: 2, true: 1}[c.NoIdentities] {
		t.Errorf("%d objects in the round with NoIdentities %t", n, c.NoIdentities)
	}

	acme, _ := s.OrganizationID(simulator.AcmeInc)
	config := acctest.Config{office: {"organization_id": acme, "name": "Offices", "ips": []any{"192.0.2.1"}}}
	c.MustApply(config)
	c.MustPlanEmpty(config)
}

// An older Terraform forgets the identities that it is told.
func TestCore_WithoutIdentities(t *testing.T) {
	t.Parallel()

	c, s := newCore(t)
	c.NoIdentities = true
	acme, _ := s.OrganizationID(simulator.AcmeInc)
	config := acctest.Config{office: {"organization_id": acme, "name": "Offices", "ips": []any{"192.0.2.1"}}}
	c.MustApply(config)

	if c.Identity(office)["organization_id"] != acme {
		t.Errorf("the provider told %v", c.Identity(office))
	}
}

// spy counts what a provider is told of identities.
type spy struct {
	tfprotov6.ProviderServer

	told *atomic.Int32
}

func (s spy) hear(told bool) {
	if told {
		s.told.Add(1)
	}
}

func (s spy) ReadResource(ctx context.Context, q *tfprotov6.ReadResourceRequest) (*tfprotov6.ReadResourceResponse, error) {
	s.hear(q.CurrentIdentity != nil)

	return s.ProviderServer.ReadResource(ctx, q)
}

func (s spy) PlanResourceChange(ctx context.Context, q *tfprotov6.PlanResourceChangeRequest) (*tfprotov6.PlanResourceChangeResponse, error) {
	s.hear(q.PriorIdentity != nil)

	return s.ProviderServer.PlanResourceChange(ctx, q)
}

func (s spy) ApplyResourceChange(ctx context.Context, q *tfprotov6.ApplyResourceChangeRequest) (*tfprotov6.ApplyResourceChangeResponse, error) {
	s.hear(q.PlannedIdentity != nil)

	return s.ProviderServer.ApplyResourceChange(ctx, q)
}

// A Terraform that keeps no identities tells a provider none.
func TestCore_TellsIdentities(t *testing.T) {
	t.Parallel()

	for _, without := range []bool{false, true} {
		s := acctest.Simulator(t, simulator.Options{})
		acme, _ := s.OrganizationID(simulator.AcmeInc)
		told := &atomic.Int32{}

		subject := proof.NewSubject(func(_ http.RoundTripper, env acctest.Environment) (tfprotov6.ProviderServer, error) {
			server, err := acctest.Server(s, env)

			return spy{server, told}, err
		})

		c := proof.NewCore(t, subject, s.Transport(), acctest.As(s, simulator.RoleBilling))
		c.NoIdentities = without

		for _, ip := range []any{"192.0.2.1", "192.0.2.2"} {
			c.MustApply(acctest.Config{office: {"organization_id": acme, "name": "Offices", "ips": []any{ip}}})
		}

		if d := c.Destroy(); len(d) > 0 {
			t.Error(d)
		}

		if n := told.Load(); (n == 0) != without {
			t.Errorf("without identities %t: told %d", without, n)
		}
	}
}
