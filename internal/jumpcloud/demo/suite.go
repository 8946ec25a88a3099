// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"context"
	"crypto/rand"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"path/filepath"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// Positions in the suite's systems.
const (
	helpDesk = iota
	telemetry
	training
)

// training.json has the organizations that the API cannot make.
//
//go:embed suite/training.json
var trainingSeed []byte

// suite onboards three clients in four systems.
func suite() scenario {
	return scenario{
		examples:   []string{"onboarding-suite", "onboarding"},
		programs:   []string{"./cmd/jumpcloud-sim", "./cmd/zammad-sim", "./cmd/bindplane-sim", "./cmd/nexport-sim"},
		adds:       27,
		permission: "offboarding=true",
		systems: []*system{
			helpDesk: {
				name:      "Zammad",
				provider:  tfcli.Provider{Source: "seed-37bf88c1/zammad", Prefix: "ZAMMAD_", Package: "./companions/zammad"},
				simulator: "zammad-sim",
				variables: []variable{{"ZAMMAD_URL", "url", false}, {"ZAMMAD_TOKEN", "token", true}},
			},
			telemetry: {
				name:      "Bindplane",
				provider:  tfcli.Provider{Source: "seed-37bf88c1/bindplaneadmin", Prefix: "BINDPLANEADMIN_", Package: "./companions/bindplaneadmin"},
				simulator: "bindplane-sim",
				variables: []variable{{"BINDPLANEADMIN_URL", "url", false}, {"BINDPLANEADMIN_API_KEY", "api_key", true}},
			},
			training: {
				name:      "NexPort",
				provider:  tfcli.Provider{Source: "seed-37bf88c1/nexport", Prefix: "NEXPORT_", Package: "./companions/nexport"},
				simulator: "nexport-sim",
				seed:      trainingSeed,
				variables: []variable{{"NEXPORT_URL", "url", false}, {"NEXPORT_USERNAME", "username", false}, {"NEXPORT_PASSWORD", "password", true}},
			},
		},
	}
}

func (d *demo) suiteSteps() []step {
	all := []step{
		{"Build the providers and the simulators", d.build},
		{"Start the four simulators", d.startSuite},
		{"Copy examples/onboarding-suite and the module that it uses, and install the providers", d.prepare},
		{"Plan: three clients from clients/*.yaml in JumpCloud, Zammad, Bindplane and NexPort", d.plan},
		{"Apply: one apply for all four systems", d.applySuite},
		{"Plan again: nothing to do", d.planEmpty},
		{"Somebody switches domain based assignment off in Zammad", d.changeInHelpDesk},
		{"Plan: exactly that shows", d.planDrift},
		{"Apply: as it should be", d.repair},
	}

	if !d.Keep {
		all = append(all, step{"Destroy: what a system cannot delete, it says", d.destroySuite})
	}

	return append(all,
		step{"Look for requests that a system would not know", d.checkRequests},
		step{"Look for secrets in the trace log, the states and the plans", d.searchSuite},
	)
}

// startSuite makes the secrets of the clients as well, which Terraform gets as variables.
func (d *demo) startSuite(ctx context.Context) error {
	if err := d.start(ctx); err != nil {
		return err
	}

	d.sim.name = "The simulated JumpCloud"

	for _, s := range d.systems {
		if err := s.start(ctx, d); err != nil {
			return err
		}

		variables, secrets, err := s.environment()
		if err != nil {
			return err
		}

		d.variables = append(d.variables, variables...)

		maps.Copy(d.secrets, secrets)
	}

	files, err := filepath.Glob(filepath.Join(d.root, "examples", d.examples[0], "clients", "*.yaml"))
	if err != nil {
		return err
	}

	for _, name := range []string{"licenses", "first_passwords"} {
		values := map[string]string{}

		for _, file := range files {
			slug := strings.TrimSuffix(filepath.Base(file), ".yaml")
			values[slug] = rand.Text()
			d.secrets[name+" of "+slug] = values[slug]
		}

		raw, err := json.Marshal(values)
		if err != nil {
			return err
		}

		d.variables = append(d.variables, "TF_VAR_"+name+"="+string(raw))
	}

	d.say("Each client has a licence for Bindplane, and a first password for NexPort, in variables of the environment.\n")

	return nil
}

// refuseOld fails where the secrets of the suite cannot be said, before anything is built.
func (d *demo) refuseOld(ctx context.Context) error {
	lacks, err := tfcli.WriteOnly.MissingIn(ctx, d.Terraform)
	if err == nil && lacks != "" {
		err = fmt.Errorf("%w: %s", errTooOld, lacks)
	}

	return err
}

// applySuite makes sure that what is secret arrived: what nobody has, nobody leaks.
func (d *demo) applySuite(ctx context.Context) error {
	if _, err := d.tf(ctx, 0, "apply", "onboarding.tfplan"); err != nil {
		return err
	}

	return d.collectSecrets(ctx)
}

// changeInHelpDesk changes an organization in the simulator's store, behind Terraform's back.
func (d *demo) changeInHelpDesk(ctx context.Context) error {
	printed, err := d.checked(ctx, d.work, d.env, io.Discard, 0, "output", "-json", "clients")
	if err != nil {
		return err
	}

	var clients map[string]struct {
		OrganizationID string `json:"zammad_organization_id"`
	}
	if err := json.Unmarshal([]byte(printed), &clients); err != nil {
		return err
	}

	sim := d.systems[helpDesk].sim
	route, body := "documents/organizations/"+clients[drifting].OrganizationID, `{"domain_assignment":false}`

	d.show("curl", "-sS", "-X", "PATCH", sim.URL+"/__sim/"+route, "-d", body)
	d.say("New people from %s's domain are no longer taken for the client's.\n", drifting)
	d.drifted = drift{
		address: fmt.Sprintf("zammad_organization.client[%q]", drifting), attribute: []string{"domain_assignment"},
		changed: false, rostered: true,
	}

	return sim.admin(ctx, http.MethodPatch, route, []byte(body), nil)
}

func (d *demo) destroySuite(ctx context.Context) error {
	d.say(`A destroy is refused until the configuration says that clients may go, which is this example's variable. Then
JumpCloud's API cannot delete organizations: they are left alive and forgotten. NexPort's cannot delete users nor
subscriptions: the users are forgotten, the subscriptions disabled. Zammad and Bindplane delete.
`)

	if err := d.destroyAll(ctx); err != nil {
		return err
	}

	if err := d.checkOnlyOrganizationsAreLeft(ctx); err != nil {
		return err
	}

	return d.checkWhatIsLeft(ctx)
}

// searchSuite looks for the access tokens of all commands, too.
func (d *demo) searchSuite(ctx context.Context) error {
	if err := d.collectTokens(); err != nil {
		return err
	}

	return d.searchSecrets(ctx)
}
