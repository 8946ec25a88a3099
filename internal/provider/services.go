// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/iplist"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/organization"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/policy"
)

// services are all objects of the provider, in alphabetical order.
var services = []func() kit.Service{
	iplist.Service,
	organization.Service,
	policy.Service,
}
