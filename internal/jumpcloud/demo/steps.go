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

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/terraformcli"
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
	args := []string{"build", "-o", d.Bin + string(filepath.Separator), ".", "./cmd/jumpcloud-sim", "./cmd/jumpcloud-estate"}
	d.say("$ cd %s\n", d.root)
	d.show("go", args...)

	out, code, err := tfcli.Run(ctx, d.root, os.Environ(), d.Out, "go", args...)
	if err == nil && code != 0 {
		err = fmt.Errorf("go build: exit code %d:\n%s", code, out)
	}

	return err
}

func (d *demo) start(ctx context.Context) error {
	program, output := filepath.Join(d.Bin, "jumpcloud-sim"), filepath.Join(d.dir, "simulator.json")
	args := []string{"-listen", "127.0.0.1:0", "-state", filepath.Join(d.dir, "simulator-state.json"), "-quiet"}
	d.say("$ %s %s > %s &\n", program, strings.Join(args, " "), output)

	var err error

	d.sim, err = startSimulator(ctx, program, output, args...)
	if err == nil {
		d.say("It listens on %s, which a browser shows; its keys are in that file.\n", d.sim.URL)
	}

	return err
}

// prepare writes everything that the commands after it need into a folder of its own.
func (d *demo) prepare(ctx context.Context) error {
	d.work = filepath.Join(d.dir, "onboarding")
	example := filepath.Join(d.root, "examples", "onboarding")

	d.show("cp", "-r", "examples/onboarding", d.work)

	if err := os.CopyFS(d.work, os.DirFS(example)); err != nil {
		return err
	}

	mirror, rc := filepath.Join(d.dir, "mirror"), filepath.Join(d.dir, "terraform.rc")
	built := filepath.Join(d.Bin, "terraform-provider-jumpcloud")

	installed, err := terraformcli.Provider.Mirror(ctx, d.Terraform, mirror, built, version)
	if err != nil {
		return err
	}

	if err := os.WriteFile(rc, []byte(tfcli.Mirrored(mirror)), 0o600); err != nil {
		return err
	}

	d.show("install", "-D", built, installed)

	variables := []string{
		"TF_CLI_CONFIG_FILE=" + rc,
		"JUMPCLOUD_API_URL=" + d.sim.URL,
		"JUMPCLOUD_API_KEY=" + d.sim.APIKey,
		"JUMPCLOUD_REQUESTS_PER_SECOND=100",
	}
	if err := os.WriteFile(filepath.Join(d.dir, "env"), []byte("export "+strings.Join(variables, "\nexport ")+"\n"), 0o600); err != nil {
		return err
	}

	d.env = terraformcli.Provider.Environ(append(variables, "TF_LOG=TRACE", "TF_LOG_PATH="+filepath.Join(d.dir, "trace.log"))...)
	if !d.Color {
		d.env = append(d.env, "TF_CLI_ARGS=-no-color")
	}

	d.say("$ source %s    # the simulator's address and key, and %s, which tells init of that folder\n", filepath.Join(d.dir, "env"), rc)
	d.say("$ export TF_LOG=TRACE TF_LOG_PATH=%s\n", filepath.Join(d.dir, "trace.log"))
	d.show("cd", d.work)

	_, err = d.tf(ctx, 0, "init")

	return err
}

func (d *demo) plan(ctx context.Context) error {
	if _, err := d.tf(ctx, 2, "plan", "-detailed-exitcode", "-out=onboarding.tfplan"); err != nil {
		return err
	}

	changes, err := d.changes(ctx, d.work, "onboarding.tfplan")
	if err == nil && len(changes) != 18 {
		err = fmt.Errorf("the plan has %d changes where 18 were expected", len(changes))
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
	d.drifted = fmt.Sprintf("module.tenant[%q].jumpcloud_policy.lock_mac", drifting)

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

	if len(changes) != 1 || changes[0].Address != d.drifted || !slices.Equal(changes[0].Change.Actions, []string{"update"}) {
		return fmt.Errorf("the plan should change %s in place and nothing else, but has: %+v", d.drifted, changes)
	}

	before, after := changes[0].Change.Before.Values[field], changes[0].Change.After.Values[field]
	if before != float64(changed) || after != float64(rostered) {
		return fmt.Errorf("the plan should take %s from %d to %d, but takes it from %v to %v", field, changed, rostered, before, after)
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

	if _, err := d.tf(ctx, 0, "apply", "-auto-approve", "-var", "deletion_policy=abandon"); err != nil {
		return err
	}

	if _, err := d.tf(ctx, 0, "destroy", "-auto-approve", "-var", "deletion_policy=abandon"); err != nil {
		return err
	}

	left, err := d.checked(ctx, d.work, d.env, io.Discard, 0, "state", "list")
	if err == nil && strings.TrimSpace(left) != "" {
		err = fmt.Errorf("the state still holds:\n%s", left)
	}

	if err != nil {
		return err
	}

	return d.checkOnlyOrganizationsAreLeft(ctx)
}

// checkRequests asks the simulator whether it got anything that the service does not take.
func (d *demo) checkRequests(ctx context.Context) error {
	var violations, requests []any
	if err := d.sim.admin(ctx, http.MethodGet, "violations", nil, &violations); err != nil {
		return err
	}

	if err := d.sim.admin(ctx, http.MethodGet, "log", nil, &requests); err != nil {
		return err
	}

	if len(violations) > 0 {
		return fmt.Errorf("the simulator was sent what the service does not take: %v", violations)
	}

	d.say("The simulator got %d requests, and knew every route, header and field of them.\n", len(requests))

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
