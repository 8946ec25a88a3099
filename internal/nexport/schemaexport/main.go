// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Schemaexport prints the schema of the provider for NexPort Campus as JSON, the input of
// `make docs`.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/schemaexport"
)

func main() {
	server := providerserver.NewProtocol6(provider.New("docs")())()

	if err := schemaexport.Write(context.Background(), os.Stdout, "nexport", server); err != nil {
		fmt.Fprintln(os.Stderr, "schemaexport:", err)
		os.Exit(1)
	}
}
