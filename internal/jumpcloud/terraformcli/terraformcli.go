// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package terraformcli says how Terraform finds this provider, for the demonstration, the bench and
// tests with a real Terraform.
package terraformcli

import "github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"

// Provider is this provider as Terraform knows it.
var Provider = tfcli.Provider{Source: "seed-37bf88c1/jumpcloud", Prefix: "JUMPCLOUD_", Package: "."}
