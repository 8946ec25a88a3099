// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Command terraform-provider-jumpcloud serves the provider to Terraform.
package main

import (
	"flag"
	"log"
	"os"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/serve"
)

// version is set by the release build.
var version = "dev"

func main() {
	debug := flag.Bool("debug", false, "wait for a debugger such as delve instead of for Terraform")
	flag.Parse()

	if err := serve.Quiet(os.Environ(), os.Setenv); err != nil {
		log.Fatal(err)
	}

	var options []tf6server.ServeOpt
	if *debug {
		options = append(options, tf6server.WithManagedDebug())
	}

	err := tf6server.Serve("registry.terraform.io/seed-37bf88c1/jumpcloud", func() tfprotov6.ProviderServer {
		return serve.LetGo(providerserver.NewProtocol6(provider.New(version)())())
	}, options...)
	if err != nil {
		log.Fatal(err)
	}
}
