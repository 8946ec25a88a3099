// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package ticketpriority manages ticket priorities (/api/v1/ticket_priorities). Its
// attributes are those of the provider o11ydev/zammad, whose state can be taken over.
package ticketpriority

import (
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Service returns zammad_ticket_priority.
func Service() kit.Service {
	return kit.Service{Resources: []func() resource.Resource{NewResource}}
}
