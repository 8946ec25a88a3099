// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Command demo onboards three tenants with real Terraform against the simulator: plan,
// apply, an empty second plan, a change in the console, the drift it shows, its repair,
// a page about all tenants, and the end. With -suite it onboards three clients in four
// systems, each simulated. It prints each command so that it can be repeated by hand, stops at
// the first one that does not do what it should, and cleans up after itself.
//
// Everything runs with TF_LOG=TRACE into a file; the last step looks for secrets in that
// log and in every state and plan file.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	keep := flag.Bool("keep", false, "leave simulator, tenants and folder as they are in the end, and say how to go on")
	suite := flag.Bool("suite", false, "onboard three clients in four systems, each simulated, as examples/onboarding-suite does")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	began := time.Now()
	err := run(ctx, options{Out: os.Stdout, Keep: *keep, Suite: *suite, Verbose: os.Getenv("VERBOSE") == "1", Color: terminal(os.Stdout)})

	stop()

	if err != nil {
		fmt.Fprintln(os.Stderr, "\nThe demo FAILED:", err)
		os.Exit(1)
	}

	fmt.Printf("\nEverything worked, in %.0f seconds.\n", time.Since(began).Seconds())
}

// terminal tells whether somebody looks at colours.
func terminal(f *os.File) bool {
	info, err := f.Stat()

	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("NO_COLOR") == ""
}
