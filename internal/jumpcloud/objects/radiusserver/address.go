// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver

import (
	"context"
	"fmt"
	"net/netip"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// address refuses what is no IP address, such as a range or a host name.
type address struct{}

func (address) Description(context.Context) string { return "must be an IPv4 or IPv6 address" }

func (a address) MarkdownDescription(ctx context.Context) string { return a.Description(ctx) }

func (a address) ValidateString(ctx context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}

	if ip, err := netip.ParseAddr(req.ConfigValue.ValueString()); err != nil || ip.Zone() != "" {
		resp.Diagnostics.AddAttributeError(req.Path, "Invalid IP Address", fmt.Sprintf(
			"%s %s such as 198.51.100.7, not %q.", req.Path, a.Description(ctx), req.ConfigValue.ValueString()))
	}
}
