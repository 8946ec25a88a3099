// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

// model is a group in HCL.
type model struct {
	ID             types.String `tfsdk:"id"`
	ParentID       types.String `tfsdk:"parent_id"`
	Name           types.String `tfsdk:"name"`
	ShortName      types.String `tfsdk:"short_name"`
	Description    types.String `tfsdk:"description"`
	TrackingString types.String `tfsdk:"tracking_string"`
}

func (m model) toAPI() collections.Members {
	body := collections.Members{"parent_id": m.ParentID.ValueString(), "name": m.Name.ValueString(), "short_name": m.ShortName.ValueString()}

	for name, v := range map[string]types.String{"description": m.Description, "tracking_string": m.TrackingString} {
		if !v.IsNull() {
			body[name] = v.ValueString()
		}
	}

	return body
}
