// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package serve

import (
	"flag"
	"log"
	"os"

	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"
)

// Main is a provider's program: it serves the provider to Terraform under its registry
// address, until Terraform ends it. An error ends the process.
func Main(address string, construct func() provider.Provider) {
	debug := flag.Bool("debug", false, "wait for a debugger such as delve instead of for Terraform")
	flag.Parse()

	if err := Quiet(os.Environ(), os.Setenv); err != nil {
		log.Fatal(err)
	}

	var options []tf6server.ServeOpt
	if *debug {
		options = append(options, tf6server.WithManagedDebug())
	}

	err := tf6server.Serve(address, func() tfprotov6.ProviderServer {
		return LetGo(providerserver.NewProtocol6(construct())())
	}, options...)
	if err != nil {
		log.Fatal(err)
	}
}
