// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package policyfunctions has the functions that build policy values and roll-outs from
// readable input. They are pure: they speak to nobody.
package policyfunctions

import (
	"github.com/hashicorp/terraform-plugin-framework/function"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns the functions registry_values, oma_uri_values, mobileconfig and ring.
func Service() kit.Service {
	return kit.Service{
		Group:     "Functions",
		Functions: []func() function.Function{NewMobileconfig, NewOMAURIValues, NewRegistryValues, NewRing},
	}
}
