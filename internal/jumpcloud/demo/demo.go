// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// version is what the built provider calls itself in the folder that init reads.
const version = "0.0.1"

type options struct {
	Out       io.Writer
	Keep      bool
	Suite     bool // onboards in four systems
	Verbose   bool // shows the bodies of plans
	Color     bool
	Terraform string // the program; found if empty
	Bin       string // where to build; the repository's bin/ if empty
	Temp      string // where to make the folder of this run; the system's place if empty
}

// demo is one run of the demonstration.
type demo struct {
	options
	scenario

	root      string // of the repository
	dir       string // everything that this run writes, but for what it builds
	work      string // the copied example
	env       []string
	printed   bytes.Buffer // all that was printed, to be searched for secrets
	fold      *fold        // leaves out what is shown to nobody
	sim       *simulator
	password  string // of the Wi-Fi; empty where Terraform is too old for it
	page      string // the file of the compliance page
	drifted   drift
	secrets   map[string]string // of the suite, by description
	variables []string          // of the environment, which lead to the suite's systems
	built     map[string]string // the providers' programs, by address
}

type step struct {
	title string
	do    func(context.Context) error
}

func (d *demo) steps() []step {
	if d.Suite {
		return d.suiteSteps()
	}

	all := []step{
		{"Build the provider, the simulator and the tool", d.build},
		{"Start the simulator", d.start},
		{"Copy examples/onboarding, and install the provider for it", d.prepare},
		{"Connect ConnectWise in the console, so that tenants can be mapped", d.connect},
		{"Plan: three tenants from tenants/*.yaml, whose ids nobody knows yet", d.plan},
		{"Apply: one apply for tenants and what is in them", d.apply},
		{"Plan again: nothing to do", d.planEmpty},
		{"Somebody changes a policy in the console", d.changeInConsole},
		{"Plan: exactly that shows", d.planDrift},
		{"Apply: as it should be", d.repair},
		{"A Wi-Fi password that only JumpCloud gets to see", d.wifi},
		{"Report on all tenants on one page", d.report},
	}

	if !d.Keep {
		all = append(all, step{"Destroy: mappings, policies and IP lists go, organizations are forgotten", d.destroy})
	}

	return append(all,
		step{"Look for requests that JumpCloud would not know", d.checkRequests},
		step{"Look for secrets in the trace log, the states and the plans", d.searchSecrets},
	)
}

// run does all steps. The first that fails ends it.
func run(ctx context.Context, o options) (err error) {
	d := &demo{options: o, scenario: tenants, secrets: map[string]string{}, built: map[string]string{}}
	if o.Suite {
		d.scenario = suite()
	}

	d.fold = &fold{out: o.Out, open: o.Verbose}
	d.Out = io.MultiWriter(d.fold, &d.printed)

	if !o.Verbose {
		d.say("Plans are shown without their bodies, but for the one that shows the drift; VERBOSE=1 shows all.\n")
	}

	if d.Terraform == "" {
		if d.Terraform, err = tfcli.Find(); err != nil {
			return err
		}
	}

	if d.Suite {
		if err := d.refuseOld(ctx); err != nil {
			return err
		}
	}

	if d.root, err = tfcli.Root(ctx); err != nil {
		return err
	}

	if d.Bin == "" {
		d.Bin = filepath.Join(d.root, "bin")
	}

	if d.dir, err = os.MkdirTemp(d.Temp, "jumpcloud-demo-"); err != nil {
		return err
	}

	defer func() { err = errors.Join(err, d.end(err != nil)) }()

	for i, s := range d.steps() {
		d.say("\n== %d. %s\n", i+1, s.title)

		if err := s.do(ctx); err != nil {
			return fmt.Errorf("step %d (%s): %w", i+1, s.title, err)
		}
	}

	return nil
}

// end stops what was started, unless it is to be kept. After a failure the folder stays.
func (d *demo) end(failed bool) error {
	if !failed && d.page != "" {
		defer func() { d.say("\nCompliance of all tenants, for a browser: %s\n", d.page) }()
	}

	if d.Keep && !failed {
		d.sayHowToGoOn()

		return nil
	}

	d.say("\n")

	for _, sim := range d.simulators() {
		d.say("%s is stopped.\n", sim.name)

		if err := sim.stop(); err != nil {
			return err
		}
	}

	if failed {
		d.say("What was written stands in %s, the trace log among it.\n", d.dir)

		return nil
	}

	return os.RemoveAll(d.dir)
}

func (d *demo) sayHowToGoOn() {
	if d.Suite {
		d.sayHowToGoOnWithSuite()

		return
	}

	d.say(`
The simulator still runs at %[1]s, with the three tenants in it. Open that address in a browser to see
them, to change a policy as if in the console, and to break the service. Go on by hand:

    source %[2]s
    cd %[3]s
    %[4]s plan                                  # no changes
    $EDITOR tenants/harbor-legal.yaml               # lock_after_seconds: 60, another office, a new file ...
    %[4]s apply
    curl -s $JUMPCLOUD_API_URL/__sim/log | less     # every request that was made

Organizations cannot be deleted through the API, so a destroy is refused until you say what it means:

    %[4]s apply -var deletion_policy=abandon
    %[4]s destroy -var deletion_policy=abandon

When you are done:

    kill %[5]d && rm -r %[6]s
`, d.sim.URL, filepath.Join(d.dir, "env"), d.work, d.name(), d.sim.cmd.Process.Pid, d.dir)
}

func (d *demo) say(format string, args ...any) {
	_, _ = fmt.Fprintf(d.Out, format, args...)
}

// name is how the program is called in a shell.
func (d *demo) name() string {
	base := filepath.Base(d.Terraform)
	if found, err := exec.LookPath(base); err == nil && found == d.Terraform {
		return base
	}

	return d.Terraform
}

// show prints a command as one would type it.
func (d *demo) show(name string, args ...string) {
	line := []string{name}

	for _, a := range args {
		if strings.ContainsAny(a, " '\"{}[]?&$") {
			a = "'" + a + "'"
		}

		line = append(line, a)
	}

	d.say("$ %s\n", strings.Join(line, " "))
}

// tf runs Terraform in the working folder and insists on an exit code.
func (d *demo) tf(ctx context.Context, want int, args ...string) (string, error) {
	return d.tfIn(ctx, d.work, d.env, want, args...)
}

func (d *demo) tfIn(ctx context.Context, dir string, env []string, want int, args ...string) (string, error) {
	d.show(d.name(), args...)

	return d.checked(ctx, dir, env, d.Out, want, args...)
}

// checked runs Terraform without showing the command.
func (d *demo) checked(ctx context.Context, dir string, env []string, out io.Writer, want int, args ...string) (string, error) {
	printed, code, err := tfcli.Run(ctx, dir, env, out, d.Terraform, args...)

	switch {
	case err != nil:
		return printed, fmt.Errorf("%s %s: %w", d.name(), strings.Join(args, " "), err)
	case code != want && out == d.Out:
		return printed, fmt.Errorf("%s %s: exit code %d where %d was expected; its output stands above", d.name(), strings.Join(args, " "), code, want)
	case code != want:
		return printed, fmt.Errorf("%s %s: exit code %d where %d was expected; its output:\n%s", d.name(), strings.Join(args, " "), code, want, printed)
	}

	return printed, nil
}
