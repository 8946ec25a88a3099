// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/terraformcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// scenario is what a demo onboards, and where.
type scenario struct {
	examples   []string // folders of examples/: the one that is applied, and those whose modules it uses
	programs   []string // what is built beside the providers
	adds       int      // objects that the first plan makes
	permission string   // the variable of the configuration that allows a destroy
	systems    []*system
}

var tenants = scenario{
	examples:   []string{"onboarding"},
	programs:   []string{"./cmd/jumpcloud-sim", "./cmd/jumpcloud-estate"},
	adds:       18,
	permission: "deletion_policy=abandon",
}

// system is one that clients are onboarded in beside JumpCloud. Its provider and its simulator
// are programs, and nothing of them is linked in here.
type system struct {
	name      string // as people call it
	provider  tfcli.Provider
	simulator string // the command
	seed      []byte // the world to start with; the simulator's own if nil
	variables []variable
	sim       *simulator
}

// variable is one that leads the provider to the simulator.
type variable struct {
	name   string
	member string // of the simulator's first line, which is its value
	secret bool
}

// start runs the simulator, with its world in a file.
func (s *system) start(ctx context.Context, d *demo) error {
	output := filepath.Join(d.dir, s.simulator+".json")
	args := []string{"-listen", "127.0.0.1:0", "-state", s.stateFile(d), "-quiet"}

	if s.seed != nil {
		file := filepath.Join(d.dir, s.simulator+"-seed.json")
		if err := os.WriteFile(file, s.seed, 0o600); err != nil {
			return err
		}

		args = append(args, "-seed", file)
	}

	program := filepath.Join(d.Bin, s.simulator)
	d.say("$ %s %s > %s &\n", program, strings.Join(args, " "), output)

	var err error

	s.sim, err = startSimulator(ctx, "The simulated "+s.name, program, output, args...)
	if err == nil {
		d.say("%s listens on %s.\n", s.sim.name, s.sim.URL)
	}

	return err
}

func (s *system) stateFile(d *demo) string { return filepath.Join(d.dir, s.simulator+"-state.json") }

// environment is what leads the provider to the simulator, and those of its values that are
// secrets, by name.
func (s *system) environment() (variables []string, secrets map[string]string, err error) {
	var told map[string]any
	if err := json.Unmarshal(s.sim.line, &told); err != nil {
		return nil, nil, err
	}

	variables, secrets = []string{s.provider.Prefix + "REQUESTS_PER_SECOND=100"}, map[string]string{}

	for _, v := range s.variables {
		value, ok := told[v.member].(string)
		if !ok || value == "" {
			return nil, nil, fmt.Errorf("%s does not tell its %s", s.sim.name, v.member)
		}

		variables = append(variables, v.name+"="+value)

		if v.secret {
			secrets[v.name] = value
		}
	}

	return variables, secrets, nil
}

// providers are all that the configuration uses.
func (d *demo) providers() []tfcli.Provider {
	all := []tfcli.Provider{terraformcli.Provider}
	for _, s := range d.systems {
		all = append(all, s.provider)
	}

	return all
}

// simulators are those that run.
func (d *demo) simulators() []*simulator {
	var all []*simulator
	if d.sim != nil {
		all = append(all, d.sim)
	}

	for _, s := range d.systems {
		if s.sim != nil {
			all = append(all, s.sim)
		}
	}

	return all
}

// buildProviders builds what tests have not built already.
func (d *demo) buildProviders(ctx context.Context) error {
	for _, p := range d.providers() {
		name := "terraform-provider-" + path.Base(p.Source)

		if os.Getenv(tfcli.BuiltProviders) == "" {
			d.show("go", "build", "-ldflags=-w", "-o", filepath.Join(d.Bin, name), p.Package)
		}

		folder, err := p.Build(ctx, d.Bin)
		if err != nil {
			return err
		}

		d.built[p.Source] = filepath.Join(folder, name)
	}

	return nil
}

// install puts the providers where init looks for them, and says so in Terraform's own
// configuration.
func (d *demo) install(ctx context.Context, rc string) error {
	mirror := filepath.Join(d.dir, "mirror")

	for _, p := range d.providers() {
		installed, err := p.Mirror(ctx, d.Terraform, mirror, d.built[p.Source], version)
		if err != nil {
			return err
		}

		d.show("install", "-D", d.built[p.Source], installed)
	}

	return os.WriteFile(rc, []byte(tfcli.Mirrored(mirror)), 0o600)
}

// environ is this process's environment without what would steer Terraform or a provider.
func (d *demo) environ(add ...string) []string {
	env := slices.DeleteFunc(terraformcli.Provider.Environ(), func(kv string) bool {
		return slices.ContainsFunc(d.systems, func(s *system) bool { return strings.HasPrefix(kv, s.provider.Prefix) })
	})

	return append(env, add...)
}

// exports is a script that sets variables, which are given as NAME=value.
func exports(variables []string) string {
	var script strings.Builder

	for _, v := range variables {
		name, value, _ := strings.Cut(v, "=")
		_, _ = fmt.Fprintf(&script, "export %s='%s'\n", name, strings.ReplaceAll(value, "'", `'\''`))
	}

	return script.String()
}
