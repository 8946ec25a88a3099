// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationshare

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

const (
	objectType = "object_type"
	objectID   = "object_id"
)

var shareObject = kit.Object{
	Type: "jumpcloud_organization_share", Title: "Organization Share",
	Keys: []kit.Key{
		{Name: objectType, Form: group.TypeForm(objectTypes, group.PolicyGroup)},
		{Name: objectID, Form: tenancy.ObjectID},
		{Name: tenancy.OrganizationID, Form: tenancy.ObjectID},
	},
}

type shareResource struct {
	kit.Resource[*jumpcloud.Portal]
}

// NewResource returns jumpcloud_organization_share.
func NewResource() resource.Resource {
	r := &shareResource{kit.NewResource(shareObject, tenancy.Portal{}, resourceSchema, operations{})}
	r.FoundBy(finder())

	return r
}

// ModifyPlan checks that a new share is of an object that can be shared, where that is listed.
func (r *shareResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	plan, _, ok := kit.Planned[model](ctx, req, resp)
	p, _, reachable := r.Client(ctx, resp.Plan.GetAttribute)

	if s := plan.share(); ok && reachable && s.of != "" && s.id != "" && !req.State.Raw.Equal(resp.Plan.Raw) {
		if err := missing(ctx, p, s.of, s.id); err != nil {
			resp.Diagnostics.AddAttributeError(path.Root(objectID), "Not Shareable", err.Error())
		}
	}
}

type operations struct{}

// Create leaves it to the read that follows whether the service shows the share. One that is
// there already is a success.
func (operations) Create(ctx context.Context, p *jumpcloud.Portal, plan *model) error {
	s := plan.share()

	switch err := s.change(ctx, p, "add"); {
	case errors.Is(err, rest.ErrConflict):
		return nil
	case errors.Is(err, rest.ErrNotFound):
		return fmt.Errorf("%w\n\nNeither the %s nor the organization may be missing, both must be of the credential's provider, and what is "+
			"shared must belong to the primary organization", err, group.Noun(s.of))
	default:
		return err
	}
}

// Read believes that the share of a group is there which no answer has ever shown: the API has no
// list of them, and that the organization shows the group is an inference (evidence: groups 3.4).
func (operations) Read(ctx context.Context, p *jumpcloud.Portal, m *model) error {
	err := m.share().find(ctx, p)

	switch {
	case errors.Is(err, rest.ErrNotFound) && kit.Importing(ctx):
		return fmt.Errorf("%w\n\nThe service does not show this share, so it cannot be imported. If it exists all the same, an apply adopts it: "+
			"sharing again what is shared is a success", err)
	case errors.Is(err, rest.ErrNotFound) && !m.Confirmed.ValueBool() && !slices.Contains(listedTypes, m.ObjectType.ValueString()):
		m.Confirmed = types.BoolValue(false)

		return nil
	case err == nil:
		m.Confirmed = types.BoolValue(true)
	}

	return err
}

// Update has nothing to do: every attribute that can be configured is a key, and a new key is a new share.
func (operations) Update(context.Context, *jumpcloud.Portal, *model, model) error { return nil }

func (operations) Delete(ctx context.Context, p *jumpcloud.Portal, prior model) error {
	return prior.share().change(ctx, p, "remove")
}

const typesHelp = "`active_directory`, `application`, `g_suite` (Google Workspace), `policy_group`, `system_group` (device group) or `user_group`."

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Shares one object of the primary organization with one organization of the provider (Multi-Tenant Portal), and " +
			"leaves its other shares alone: a policy group, device group, user group, Active Directory, Google Workspace directory or application.\n\n" +
			"The service lists the shares of directories and applications. Those of groups it does not: that one is there shows by the " +
			"group in the organization's own list; see `confirmed`. Refreshing all shares of a directory or an application costs one " +
			"listing, as does refreshing all groups of a type that are shared with one organization.",
		Attributes: map[string]schema.Attribute{
			objectType: kit.RequiresReplace(kit.RequiredString("Type of the object: "+typesHelp+" Changing it replaces the share.",
				kit.OneOf("type of object", objectTypes...))),
			objectID: tenancy.KeyID("ID of the object, 24 hexadecimal digits, which belongs to the primary organization. The data source " +
				"`jumpcloud_shareable_objects` has those of directories and applications by name. Changing it replaces the share."),
			tenancy.OrganizationID: tenancy.KeyID("Organization: ID of the organization that the object is shared with, 24 hexadecimal digits. " +
				"Changing it replaces the share."),
			"confirmed": schema.BoolAttribute{
				MarkdownDescription: "Whether the service has shown the share. Always `true` for directories and applications. For a group it is `false` as " +
					"long as the organization has never shown the group under its id: then a refresh cannot see that somebody ended the " +
					"share, and state holds what Terraform did last.",
				Computed: true,
			},
		},
	}
}
