// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Mirror writes the repository that a sibling provider is published from: registries take
// one provider a repository, named terraform-provider-<name>. It holds the packages that the
// sibling is made of, under a module path of its own, and what stands in companions/<name>.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
)

func main() {
	name := flag.String("name", "", "sibling, a folder in companions/")
	into := flag.String("into", "", "folder to write; what is in it is replaced")

	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	if err := write(ctx, ".", *name, *into); err != nil {
		fmt.Fprintln(os.Stderr, "mirror:", err)
		stop()
		os.Exit(1)
	}
}
