// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// placed is a resource that knows the organization of what it manages.
type placed interface {
	Client(ctx context.Context, get kit.Getter) (t *jumpcloud.Tenant, keys map[string]string, ok bool)
}

// RefuseShared adds an error to a plan that changes or destroys a group which another
// organization owns and shares with this one: whether the service would take it for a change
// of the owner's group, and so of everybody's, is not documented (evidence: groups 3.4). What
// cannot be read is not refused.
func RefuseShared(ctx context.Context, of string, r placed, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if resp.Diagnostics.HasError() || req.State.Raw.IsNull() || req.State.Raw.Equal(resp.Plan.Raw) {
		return
	}

	t, _, ok := r.Client(ctx, req.State.GetAttribute)

	var id types.String
	if diags := req.State.GetAttribute(ctx, path.Root("id"), &id); !ok || diags.HasError() || t.Client().MadeHere(id.ValueString()) {
		return
	}

	// Once: inside the apply each change is planned again, after the writes of those before it.
	g, err := collections.LookupOnce(ctx, Groups(t, of), id.ValueString())
	if err != nil || !g.SharedWith(t) {
		return
	}

	owner := tenancy.Name(ctx, t.Client(), g.OrganizationObjectID, nil)

	resp.Diagnostics.AddError("Shared Group", fmt.Sprintf(
		"The %s %q (%s) belongs to organization %s, which shares it with organization %s: a change or an end of it here could be one for "+
			"everybody. Manage it with organization_id = %q. To stop managing it here, take it out of state with a removed block that has "+
			"destroy = false; to stop sharing it, destroy its jumpcloud_organization_share. A single object of this organization is joined "+
			"with the group by jumpcloud_%s_membership.",
		kinds[of].noun, g.Name, g.ID, owner, tenancy.Name(ctx, t.Client(), t.ID(), nil), g.OrganizationObjectID, of))
}
