// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Command terraform-provider-bindplaneadmin serves the provider for Bindplane to Terraform.
package main

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/serve"
)

// version is set by the release build.
var version = "dev"

func main() { serve.Main("registry.terraform.io/seed-37bf88c1/bindplaneadmin", provider.New(version)) }
