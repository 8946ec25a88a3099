// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Command terraform-provider-zammad serves the provider for Zammad to Terraform.
package main

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/serve"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/provider"
)

// version is set by the release build.
var version = "dev"

func main() { serve.Main("registry.terraform.io/seed-37bf88c1/zammad", provider.New(version)) }
