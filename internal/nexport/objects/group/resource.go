// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
)

var (
	_ resource.ResourceWithConfigure   = (*groupResource)(nil)
	_ resource.ResourceWithImportState = (*groupResource)(nil)
	_ resource.ResourceWithIdentity    = (*groupResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*groupResource)(nil)
)

// The parent is a key, since the directory is searched below it and does not show it.
var object = kit.Object{Type: "nexport_group", Title: "Group", Keys: []kit.Key{scope.Key("parent_id"), scope.Key("id")}}

type groupResource struct {
	kit.Resource[*nexport.Client]
}

// NewResource returns nexport_group.
func NewResource() resource.Resource {
	return &groupResource{kit.NewResource(object, scope.Site, resourceSchema(), operations{})}
}

// ModifyPlan refuses a replacement that NexPort would refuse.
func (r *groupResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)
	scope.Fixed(ctx, req, resp, "group", "short_name", "name", "parent_id", "description", "tracking_string")
}

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

type operations struct{}

func (operations) Create(ctx context.Context, c *nexport.Client, plan *model) error {
	g, err := create(ctx, c, plan.toAPI())

	// Its import id has the parent before it.
	if exists, ok := errors.AsType[*collections.ExistsError](err); ok {
		for i, id := range exists.Taken {
			exists.Taken[i] = plan.ParentID.ValueString() + "/" + id
		}
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
	text := func(description string, required bool, modifier planmodifier.String, validators ...validator.String) schema.StringAttribute {
		return schema.StringAttribute{
			MarkdownDescription: description, Required: required, Optional: !required,
			Validators: validators, PlanModifiers: []planmodifier.String{modifier},
		}
	}
	replace := stringplanmodifier.RequiresReplace()
	known := stringplanmodifier.RequiresReplaceIf(scope.Known, "A change makes another group.", "A change makes another group.")

	return schema.Schema{
		MarkdownDescription: scope.Experimental + "Creates a group. **The API can neither change nor delete groups: a change makes another group, which needs " +
			"another `short_name`, and a destroy takes the group out of state, with a warning, and leaves it in NexPort.**",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the group, a UUID.", Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
			},
			"parent_id":  text("ID of the organization or group that the group is created under.", true, replace, scope.ValidID()),
			"name":       text("Name.", true, replace, kit.VisibleName()),
			"short_name": text("Short name, unique within the whole system.", true, replace, kit.VisibleName()),
			"description": text("Description. The API never shows it, so that a change in the console is not seen.", false, known,
				stringvalidator.LengthAtLeast(1)),
			"tracking_string": text("Any text by which to track the group later. The API never shows it, so that a change in the console is not seen.", false,
				known, stringvalidator.LengthAtLeast(1)),
		},
	}
}
