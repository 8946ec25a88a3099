// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// What the demo changes in the console, and what the roster says.
const (
	drifting = "harbor-legal"
	field    = "timeout"
	rostered = 120
	changed  = 3600
)

func (d *demo) build(ctx context.Context) error {
	args := append([]string{"build", "-ldflags=-w", "-o", d.Bin + string(filepath.Separator)}, d.programs...)
	d.say("$ cd %s\n", d.root)
	d.show("go", args...)

	out, code, err := tfcli.Run(ctx, d.root, os.Environ(), d.Out, "go", args...)
	if err == nil && code != 0 {
		err = fmt.Errorf("go build: exit code %d:\n%s", code, out)
	}

	return errors.Join(err, d.buildProviders(ctx))
}

func (d *demo) start(ctx context.Context) error {
	program, output := filepath.Join(d.Bin, "jumpcloud-sim"), filepath.Join(d.dir, "simulator.json")
	args := []string{"-listen", "127.0.0.1:0", "-state", filepath.Join(d.dir, "simulator-state.json"), "-quiet"}
	d.say("$ %s %s > %s &\n", program, strings.Join(args, " "), output)

	var err error

	d.sim, err = startSimulator(ctx, "The simulator", program, output, args...)
	if err == nil {
		d.say("It listens on %s, which a browser shows; its keys are in that file.\n", d.sim.URL)
	}

	return err
}

// prepare writes everything that the commands after it need into a folder of its own.
func (d *demo) prepare(ctx context.Context) error {
	for _, example := range d.examples {
		to := filepath.Join(d.dir, example)
		d.show("cp", "-r", "examples/"+example, to)

		if err := os.CopyFS(to, os.DirFS(filepath.Join(d.root, "examples", example))); err != nil {
			return err
		}
	}

	d.work = filepath.Join(d.dir, d.examples[0])
	rc := filepath.Join(d.dir, "terraform.rc")

	if err := d.install(ctx, rc); err != nil {
		return err
	}

	variables := append([]string{
		"TF_CLI_CONFIG_FILE=" + rc,
		"JUMPCLOUD_API_URL=" + d.sim.URL,
		"JUMPCLOUD_API_KEY=" + d.sim.APIKey,
		"JUMPCLOUD_REQUESTS_PER_SECOND=100",
	}, d.variables...)
	if err := os.WriteFile(filepath.Join(d.dir, "env"), []byte(exports(variables)), 0o600); err != nil {
		return err
	}

	d.env = d.environ(append(variables, "TF_LOG=TRACE", "TF_LOG_PATH="+filepath.Join(d.dir, "trace.log"))...)
	if !d.Color {
		d.env = append(d.env, "TF_CLI_ARGS=-no-color")
	}

	d.say("$ source %s    # the simulator's address and key, and %s, which tells init of that folder\n", filepath.Join(d.dir, "env"), rc)
	d.say("$ export TF_LOG=TRACE TF_LOG_PATH=%s\n", filepath.Join(d.dir, "trace.log"))
	d.show("cd", d.work)

	_, err := d.tf(ctx, 0, "init")

	return err
}

func (d *demo) plan(ctx context.Context) error {
	if _, err := d.tf(ctx, 2, "plan", "-detailed-exitcode", "-out=onboarding.tfplan"); err != nil {
		return err
	}

	changes, err := d.changes(ctx, d.work, "onboarding.tfplan")
	if err == nil && len(changes) != d.adds {
		err = fmt.Errorf("the plan has %d changes where %d were expected", len(changes), d.adds)
	}

	return err
}

func (d *demo) apply(ctx context.Context) error {
	if _, err := d.tf(ctx, 0, "apply", "onboarding.tfplan"); err != nil {
		return err
	}

	_, err := d.tf(ctx, 0, "output")

	return err
}

func (d *demo) planEmpty(ctx context.Context) error {
	_, err := d.tf(ctx, 0, "plan", "-detailed-exitcode")

	return err
}

// changeInConsole changes a value in the simulator's store, behind Terraform's back.
func (d *demo) changeInConsole(ctx context.Context) error {
	printed, err := d.checked(ctx, d.work, d.env, io.Discard, 0, "output", "-json", "tenants")
	if err != nil {
		return err
	}

	var tenants map[string]struct {
		OrganizationID string            `json:"organization_id"`
		PolicyIDs      map[string]string `json:"policy_ids"`
	}
	if err := json.Unmarshal([]byte(printed), &tenants); err != nil {
		return err
	}

	organization, id := tenants[drifting].OrganizationID, tenants[drifting].PolicyIDs["lock_mac"]

	policy, at, err := d.sim.policy(ctx, organization, id, field)
	if err != nil {
		return err
	}

	policy.Values[at].Value = changed

	body, err := json.Marshal(map[string]any{"values": policy.Values})
	if err != nil {
		return err
	}

	path := "documents/policies/" + id + "?scope=" + organization
	d.show("curl", "-sS", "-X", "PATCH", d.sim.URL+"/__sim/"+path, "-d", string(body))
	d.say("Macs of %s now lock after an hour instead of two minutes.\n", drifting)
	d.drifted = drift{
		address: fmt.Sprintf("module.tenant[%q].jumpcloud_policy.lock_mac", drifting), attribute: []string{"values", field},
		changed: float64(changed), rostered: float64(rostered),
	}

	return d.sim.admin(ctx, http.MethodPatch, path, body, nil)
}

func (d *demo) planDrift(ctx context.Context) error {
	d.fold.open = true
	defer func() { d.fold.open = d.Verbose }()

	if _, err := d.tf(ctx, 2, "plan", "-detailed-exitcode", "-out=drift.tfplan"); err != nil {
		return err
	}

	changes, err := d.changes(ctx, d.work, "drift.tfplan")
	if err != nil {
		return err
	}

	if len(changes) != 1 || changes[0].Address != d.drifted.address || !slices.Equal(changes[0].Change.Actions, []string{"update"}) {
		return fmt.Errorf("the plan should change %s in place and nothing else, but has: %+v", d.drifted.address, changes)
	}

	before, after := at(changes[0].Change.Before, d.drifted.attribute...), at(changes[0].Change.After, d.drifted.attribute...)
	if before != d.drifted.changed || after != d.drifted.rostered {
		return fmt.Errorf("the plan should take %s from %v to %v, but takes it from %v to %v",
			strings.Join(d.drifted.attribute, "."), d.drifted.changed, d.drifted.rostered, before, after)
	}

	return nil
}

func (d *demo) repair(ctx context.Context) error {
	if _, err := d.tf(ctx, 0, "apply", "drift.tfplan"); err != nil {
		return err
	}

	return d.planEmpty(ctx)
}

// destroy shows both halves of what destroying a tenant means: the API cannot delete
// organizations, so they are given up by name first.
func (d *demo) destroy(ctx context.Context) error {
	d.say("The API cannot delete organizations. A destroy is refused until the configuration says that they may be\nleft alive, which is this example's variable.\n")

	if err := d.destroyAll(ctx); err != nil {
		return err
	}

	return d.checkOnlyOrganizationsAreLeft(ctx)
}

// destroyAll gives the configuration's permission, and destroys what is in state.
func (d *demo) destroyAll(ctx context.Context) error {
	for _, command := range []string{"apply", "destroy"} {
		if _, err := d.tf(ctx, 0, command, "-auto-approve", "-var", d.permission); err != nil {
			return err
		}
	}

	left, err := d.checked(ctx, d.work, d.env, io.Discard, 0, "state", "list")
	if err == nil && strings.TrimSpace(left) != "" {
		err = fmt.Errorf("the state still holds:\n%s", left)
	}

	return err
}

// checkRequests asks each simulator whether it got anything that the service does not take.
func (d *demo) checkRequests(ctx context.Context) error {
	for _, sim := range d.simulators() {
		var violations, requests []any
		if err := sim.admin(ctx, http.MethodGet, "violations", nil, &violations); err != nil {
			return err
		}

		if err := sim.admin(ctx, http.MethodGet, "log", nil, &requests); err != nil {
			return err
		}

		if len(violations) > 0 {
			return fmt.Errorf("%s was sent what the service does not take: %v", sim.name, violations)
		}

		d.say("%s got %d requests, and knew every route, header and field of them.\n", sim.name, len(requests))
	}

	return nil
}

func (d *demo) checkOnlyOrganizationsAreLeft(ctx context.Context) error {
	var organizations []struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	}
	if err := d.sim.admin(ctx, http.MethodGet, "documents/organizations?scope="+d.sim.ProviderID, nil, &organizations); err != nil {
		return err
	}

	var alive []string

	for _, o := range organizations {
		if _, before := d.sim.Organizations[o.Name]; before {
			continue
		}

		alive = append(alive, o.Name)

		for _, collection := range []string{"policies", "iplists"} {
			var left []any
			if err := d.sim.admin(ctx, http.MethodGet, "documents/"+collection+"?scope="+o.ID, nil, &left); err != nil {
				return err
			}

			if len(left) > 0 {
				return fmt.Errorf("%s still has %d %s", o.Name, len(left), collection)
			}
		}
	}

	if len(alive) != 3 {
		return errors.New("three organizations should be alive, but these are: " + strings.Join(alive, ", "))
	}

	d.say("Still there, and empty: %s.\n", strings.Join(alive, ", "))

	return nil
}
