// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Command jumpcloud-estate looks at a whole JumpCloud estate: it reports on all tenants at
// once. jumpcloud-estate -h lists its commands.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate"
)

// version is set by the release build.
var version = "dev"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once

	code := estate.Main(ctx, estate.System(version), os.Args[1:])

	stop()
	os.Exit(code)
}
