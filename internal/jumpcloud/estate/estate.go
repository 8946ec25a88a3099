// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package estate is the command line of jumpcloud-estate. Each command is a file here, and a
// folder beside it does its work.
package estate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"time"

	"github.com/spf13/cobra"
)

// Process is what the commands take from the process around them.
type Process struct {
	Version        string
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	Transport      http.RoundTripper // nil is the network
}

// System is the process that the program runs in.
func System(version string) Process {
	return Process{Version: version, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now}
}

// commands are all commands, in alphabetical order.
var commands = []func(Process) *cobra.Command{
	newExportCommand,
	newProbeCommand,
	newReportCommand,
}

// Exit codes of the program. A shell's own code for a program that Ctrl-C ended is 130.
const (
	exitFailed      = 1
	exitInterrupted = 130
)

// Main runs the command that args ask for, and returns the program's exit code: 0, 1 after
// an error, which it has printed to Stderr, or 130 where ctx has ended.
func Main(ctx context.Context, p Process, args []string) int {
	err := NewCommand(p, args).ExecuteContext(ctx)

	switch {
	case err == nil:
		return 0
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		_, _ = fmt.Fprintln(p.Stderr, "Interrupted. No file was left half written.")

		return exitInterrupted
	}

	_, _ = fmt.Fprintln(p.Stderr, "Error:", err)

	return exitFailed
}

// NewCommand returns the root command, to be executed with args.
func NewCommand(p Process, args []string) *cobra.Command {
	root := &cobra.Command{
		Use:   "jumpcloud-estate",
		Short: "Look at all JumpCloud tenants at once",
		Long: `jumpcloud-estate looks at all tenants of a JumpCloud provider (an MSP) at once.

It takes credentials and limits from the same environment variables as the Terraform provider:

  JUMPCLOUD_API_KEY, or JUMPCLOUD_CLIENT_ID and JUMPCLOUD_CLIENT_SECRET
  JUMPCLOUD_REGION (us, eu, in) or JUMPCLOUD_API_URL
  JUMPCLOUD_PROVIDER_ID, JUMPCLOUD_REQUESTS_PER_SECOND, JUMPCLOUD_MAX_RETRIES, JUMPCLOUD_REQUEST_TIMEOUT`,
		Example: `  # A page about all tenants, to be sent to people:
  export JUMPCLOUD_API_KEY=...
  jumpcloud-estate report compliance --out fleet.html

  # How your JumpCloud behaves where nobody documents it:
  jumpcloud-estate probe --plan

  # What a plan does, tenant by tenant, for a pull request:
  terraform show -json tfplan > plan.json
  jumpcloud-estate report plan plan.json --format markdown`,
		Version:       p.Version,
		SilenceErrors: true,
		SilenceUsage:  true,
	}

	root.SetArgs(args)
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	root.CompletionOptions.HiddenDefaultCmd = true

	for _, command := range commands {
		root.AddCommand(command(p))
	}

	return root
}
