// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"fmt"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
)

// seatScope is what a role needs that sets a seat cap (evidence: organizations 3.1).
const seatScope = "organizations.billing"

// planSeats refuses a seat cap that the credential's role may not set, where the service
// tells what the role may do.
func (r *organizationResource) planSeats(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	var plan, prior model

	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.Get(ctx, &prior)...)
	}

	p, _, ok := r.Client(ctx, req.Plan.GetAttribute)
	if !ok || resp.Diagnostics.HasError() || plan.MaxSystemUsers.IsNull() || plan.MaxSystemUsers.IsUnknown() ||
		plan.MaxSystemUsers.Equal(prior.MaxSystemUsers) {
		return
	}

	who, err := p.Whoami(ctx)
	if err != nil {
		return
	}

	scopes, err := scopesOf(ctx, p, who)
	if err != nil || len(scopes) == 0 || slices.Contains(scopes, seatScope) {
		return
	}

	resp.Diagnostics.AddAttributeError(path.Root("max_system_users"), "Seat Cap Needs Billing", fmt.Sprintf(
		"JumpCloud would refuse the seat cap of organization %q: it needs the scope %s, which the role of the credential in use lacks (%s).\n"+
			"Leave max_system_users out, or use a credential whose role has billing, such as \"Administrator With Billing\".\n"+
			"Found at plan; nothing was changed.", plan.Name.ValueString(), seatScope, tenancy.Credential(who)))
}

// role is what tells the scopes of one (evidence: people 3.1).
type role struct {
	ID     string   `json:"id"`
	Scopes []string `json:"scopes"`
}

// scopesOf are those of somebody's role; none where nobody tells.
func scopesOf(ctx context.Context, p *jumpcloud.Portal, who jumpcloud.Identity) ([]string, error) {
	if who.RoleID == "" {
		return nil, nil
	}

	found, err := collections.GetOnce[role](ctx, p.V2("roles", who.RoleID).WithHeader("x-provider-id", p.Owner(ctx, true)))

	return found.Scopes, err
}
