// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Command terraform-provider-nexport serves the provider for NexPort Campus to Terraform.
package main

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/serve"
)

// version is set by the release build.
var version = "dev"

func main() { serve.Main("registry.terraform.io/seed-37bf88c1/nexport", provider.New(version)) }
