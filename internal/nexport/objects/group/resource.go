// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
)

// The parent is a key, since the directory is searched below it and does not show it.
var object = kit.Object{Type: "nexport_group", Title: "Group", Keys: []kit.Key{scope.Key("parent_id"), scope.Key("id")}}

type groupResource struct {
	kit.Resource[*nexport.Client]
}

// NewResource returns nexport_group.
func NewResource() resource.Resource {
	return &groupResource{kit.NewResource(object, scope.Site, resourceSchema, operations{})}
}

// ModifyPlan refuses a replacement that NexPort would refuse.
func (r *groupResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)
	scope.Fixed(ctx, req, resp, "group", "short_name", "name", "parent_id", "description", "tracking_string")
}

type operations struct{}

func (operations) Create(ctx context.Context, c *nexport.Client, plan *model) error {
	g, err := create(ctx, c, plan.toAPI())

	// Its import id has the parent before it.
	if exists, ok := errors.AsType[*collections.ExistsError](err); ok {
		for i, id := range exists.Taken {
			exists.Taken[i] = plan.ParentID.ValueString() + "/" + id
		}
	} else if scope.Missing(err) {
		err = scope.Told(err, fmt.Sprintf("What was sent: parent_id %s, short_name %q. NexPort says the same of a parent that is not there and of a short name that "+
			"is taken, anywhere in the system.", plan.ParentID.ValueString(), plan.ShortName.ValueString()))
	}

	if err != nil {
		return err
	}

	plan.ID = types.StringValue(g.id())

	return nil
}

// Read fills in what the directory shows. Description and tracking string stay as written.
func (operations) Read(ctx context.Context, c *nexport.Client, m *model) error {
	g, err := get(ctx, c, m.ParentID.ValueString(), m.ShortName.ValueString(), m.ID.ValueString())
	if err != nil {
		return err
	}

	m.Name = types.StringValue(g.Name.String())
	m.ShortName = types.StringValue(g.ShortName.String())

	return nil
}

// Update takes what an import could not read from the configuration; nothing is sent.
func (operations) Update(context.Context, *nexport.Client, *model, model) error { return nil }

// Delete forgets the group: the API deletes none.
func (operations) Delete(ctx context.Context, _ *nexport.Client, prior model) error {
	kit.Warn(ctx, "Group Not Deleted", "The API cannot delete groups: "+prior.ShortName.ValueString()+" ("+prior.ID.ValueString()+") stays in NexPort and "+
		"Terraform forgets it. Delete the group in NexPort's console; until then the short name stays taken.")

	return nil
}

func resourceSchema() schema.Schema {
	const another = "A change makes another group."

	return schema.Schema{
		MarkdownDescription: scope.Experimental + "Creates a group. **The API can neither change nor delete groups: a change makes another group, which needs " +
			"another `short_name`, and a destroy takes the group out of state, with a warning, and leaves it in NexPort.**",
		Attributes: map[string]schema.Attribute{
			"id":         kit.KeptString("ID of the group, a UUID."),
			"parent_id":  kit.RequiresReplace(kit.RequiredString("ID of the organization or group that the group is created under.", scope.ValidID())),
			"name":       kit.RequiresReplace(kit.RequiredString("Name.", kit.VisibleName())),
			"short_name": kit.RequiresReplace(kit.RequiredString("Short name, unique within the whole system.", kit.VisibleName())),
			"description": kit.RequiresReplaceIfKnown(another, kit.OptionalString("Description. The API never shows it, so that a change in the "+
				"console is not seen.", stringvalidator.LengthAtLeast(1))),
			"tracking_string": kit.RequiresReplaceIfKnown(another, kit.OptionalString("Any text by which to track the group later. The API never "+
				"shows it, so that a change in the console is not seen.", stringvalidator.LengthAtLeast(1))),
		},
	}
}
