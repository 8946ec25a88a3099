// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package scope

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// deletionPolicy is the attribute that says whether a destroy deletes.
const deletionPolicy = "deletion_policy"

// What a destroy does. Null, as an import leaves it, is prevent.
const (
	prevent = "prevent"
	remove  = "delete"
)

// DeletionPolicyAttribute declares it for what noun names.
func DeletionPolicyAttribute(noun string) (string, schema.StringAttribute) {
	return deletionPolicy, kit.OptionalString("What a destroy does: `prevent` refuses it at plan, `delete` deletes the "+noun+". "+
		"Bindplane does not document what becomes of what is in it: take it for lost. The policy that was applied last counts, so to "+
		"destroy set `delete` and apply first. Defaults to `prevent`.", kit.OneOf("deletion policy", prevent, remove))
}

// Protected returns an error where the policy in state does not allow to delete.
func Protected(policy types.String, noun string) error {
	if policy.ValueString() == remove {
		return nil
	}

	return fmt.Errorf("the %s is protected, since deletion_policy is not \"delete\" in state: nothing was deleted. To delete it with all that "+
		"is in it, set deletion_policy = \"delete\", apply, and destroy then. To leave it in Bindplane, take it out of state with a removed block", noun)
}

// PlanDeletion replaces an object where an attribute that is settled when it is made changes
// (one that state does not know, as after an import, or that is left out does not), and
// refuses a plan that destroys or replaces a protected object, before anything of the plan
// is done.
func PlanDeletion(ctx context.Context, noun string, settled []string, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.State.Raw.IsNull() {
		return
	}

	var policy, name types.String

	resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root(deletionPolicy), &policy)...)
	resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root("display_name"), &name)...)

	err := Protected(policy, fmt.Sprintf("%s %q", noun, name.ValueString()))

	if req.Plan.Raw.IsNull() {
		if err != nil {
			resp.Diagnostics.AddError("Deletion Is Prevented", "The plan is refused: "+err.Error()+".")
		}

		return
	}

	for _, attribute := range settled {
		var before, now types.String

		at := path.Root(attribute)
		resp.Diagnostics.Append(req.State.GetAttribute(ctx, at, &before)...)
		resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, at, &now)...)

		switch {
		case before.IsNull() || now.IsNull() || before.Equal(now):
		case err == nil:
			resp.RequiresReplace = append(resp.RequiresReplace, at)
		default:
			resp.Diagnostics.AddAttributeError(at, "Replacement Is Prevented", fmt.Sprintf(
				"%s is settled when the %s is made: another value would destroy it and make another, and %s. To change nothing, set %s back.",
				at, noun, err, at))
		}
	}
}

// WarnOfActive says of a plan that deletes an organization or a project by its id that the
// credential's user works in it. Nobody documents whether an API key outlives the project
// that it was made in.
func WarnOfActive(ctx context.Context, c *bindplaneadmin.Client, noun string, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.State.Raw.IsNull() || !req.Plan.Raw.IsNull() || resp.Diagnostics.HasError() {
		return
	}

	var id types.String

	resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root("id"), &id)...)

	// Whoever needs the answer says what is wrong with it.
	all, err := c.Everywhere(ctx)
	if err != nil {
		return
	}

	p, organizationID, ok := all.Project(all.ActiveProjectID)
	if ok && (id.ValueString() == p.ID() || id.ValueString() == organizationID) {
		resp.Diagnostics.AddWarning("The Credential Acts Here", fmt.Sprintf(
			"The plan deletes the %s %s, and the credential's user works in the project %q (%s), which goes with it. Bindplane does not say whether an "+
				"API key that was made there works afterwards: let an organization of your own be the one that the key is of.",
			noun, id.ValueString(), p.Metadata.DisplayName, p.ID()))
	}
}
