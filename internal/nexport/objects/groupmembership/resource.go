// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupmembership

import (
	"context"
	"fmt"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
)

var object = kit.Object{Type: "nexport_group_membership", Title: "Group Membership", Keys: []kit.Key{scope.Key("user_id")}}

// NewResource returns nexport_group_membership.
func NewResource() resource.Resource {
	r := kit.NewResource(object, scope.Site, resourceSchema, operations{})

	return &r
}

// model is the memberships of a user in HCL.
type model struct {
	UserID   types.String `tfsdk:"user_id"`
	GroupIDs types.Set    `tfsdk:"group_ids"`
}

type operations struct{}

func (operations) Create(ctx context.Context, c *nexport.Client, plan *model) error {
	return join(ctx, c, plan.UserID.ValueString(), kit.Strings(plan.GroupIDs),
		"If the memberships are there and no other resource has them, import it by the user's id; if only some are, end them in the console and apply again.")
}

// Read sees whether the user is there. Memberships stay as they were written.
func (operations) Read(ctx context.Context, c *nexport.Client, m *model) error {
	return exists(ctx, c, m.UserID.ValueString())
}

// Update adds and removes. Where the second of these fails the first is taken back, so that
// state, which keeps what was before, is right.
func (operations) Update(ctx context.Context, c *nexport.Client, plan *model, prior model) error {
	user := plan.UserID.ValueString()

	if prior.GroupIDs.IsNull() {
		kit.Warn(ctx, "Memberships Taken from the Configuration", "NexPort's API does not show memberships, so the import could not read them, and those of the "+
			"configuration were taken as being there. Nothing was sent.")

		return nil
	}

	added := without(kit.Strings(plan.GroupIDs), kit.Strings(prior.GroupIDs))
	removed := without(kit.Strings(prior.GroupIDs), kit.Strings(plan.GroupIDs))

	if err := join(ctx, c, user, added, "If they are there, end them in the console and apply again, which makes them anew."); err != nil {
		return err
	}

	err := leave(ctx, c, user, removed)
	if err == nil || len(added) == 0 {
		return err
	}

	if back := leave(ctx, c, user, added); back != nil {
		return fmt.Errorf("%w\n\nBefore that, the user was made a member of %v, and taking that back failed as well: %w", err, added, back)
	}

	return fmt.Errorf("%w\n\nThe user was made a member of %v before that; this was taken back, so that nothing has changed", err, added)
}

func (operations) Delete(ctx context.Context, c *nexport.Client, prior model) error {
	if prior.GroupIDs.IsNull() {
		kit.Warn(ctx, "Memberships Not Removed", "They were imported and never applied, so that nobody knows which they are: remove them in NexPort's console.")
	}

	return leave(ctx, c, prior.UserID.ValueString(), kit.Strings(prior.GroupIDs))
}

func without(all, others []string) []string {
	return slices.DeleteFunc(all, func(id string) bool { return slices.Contains(others, id) })
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: scope.Experimental + "Manages memberships of a user in groups. **The API does not show memberships: what somebody changes in the " +
			"console is not seen**, and of an import the groups of the configuration are taken as they are. Groups are added in one atomic call and " +
			"removed in another.",
		Attributes: map[string]schema.Attribute{
			"user_id": kit.RequiresReplace(kit.RequiredString("ID of the user, who needs a subscription to the groups' organizations.", scope.ValidID())),
			"group_ids": schema.SetAttribute{
				MarkdownDescription: "IDs of the groups. Other memberships of the user are left alone.",
				ElementType:         types.StringType,
				Required:            true,
				Validators:          []validator.Set{setvalidator.SizeAtLeast(1), setvalidator.ValueStringsAre(scope.ValidID())},
			},
		},
	}
}
