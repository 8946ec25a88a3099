// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// partKeys identify a part of a directory.
var partKeys = []kit.Key{{Name: "office365_id", Form: tenancy.ObjectID}, {Name: "id", Form: tenancy.ObjectID}}

// partHelp says how the organization is chosen for the parts of a directory.
const partHelp = "The provider reads the directory in `organization_id` first, so that another organization's is not found."

// partResource is the resource of a part of a directory.
type partResource[M any] struct {
	kit.Resource[*jumpcloud.Tenant]
}

// ModifyPlan checks that the directory is the organization's.
func (r *partResource[M]) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() || !req.State.Raw.IsNull() {
		return
	}

	if t, _, ok := r.Client(ctx, resp.Plan.GetAttribute); ok {
		planDirectory(ctx, t, resp)
	}
}

func directoryID(part string) schema.StringAttribute {
	return tenancy.KeyID("ID of the directory, 24 hexadecimal digits. Changing it replaces the " + part + ".")
}
