// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Command bench counts the API calls and the time of create, no-op plan and destroy with
// real Terraform against the simulator, and compares them with the bars that the project
// has set itself. Calls come from the simulator's own log. Times depend on the machine;
// their ratio to a plan that asks the service nothing (-refresh=false) does so less.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	quick := flag.Bool("quick", false, "leave out the 2,000 IP lists, which take minutes")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Stdout, *quick)

	stop()

	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}
