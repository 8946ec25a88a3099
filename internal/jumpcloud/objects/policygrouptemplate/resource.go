// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygrouptemplate

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/listplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/setplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{Type: "jumpcloud_policy_group_template", Title: "Policy Group Template", Keys: tenancy.Keys}

type templateResource struct {
	kit.Resource[*jumpcloud.Portal]
}

// NewResource returns jumpcloud_policy_group_template.
func NewResource() resource.Resource {
	r := &templateResource{kit.NewResource(object, tenancy.Portal{}, resourceSchema, operations{})}
	r.Named(kit.Names[*jumpcloud.Portal]{Noun: "policy group template", Existing: existing})
	r.FoundBy(tenancy.FindAllOfPortal(listing, func(g groupTemplate) kit.Found { return tenancy.Found(g.ID, g.Name) }))

	return r
}

type operations struct{}

func (operations) Create(ctx context.Context, p *jumpcloud.Portal, plan *model) error {
	// The answer to an undocumented call is not relied on any further: the kernel reads the rest.
	made := func(g groupTemplate) { plan.ID = types.StringValue(g.ID) }

	return kit.Fill(made)(create(ctx, p, plan.toAPI(), plan.AllowDuplicateName.ValueBool()))
}

func (operations) Read(ctx context.Context, p *jumpcloud.Portal, m *model) error {
	g, err := get(ctx, p, m.ID.ValueString())
	if err != nil {
		return err
	}

	if g.Members == nil { // an answer without members does not say that there are none
		if g.Members, err = members(ctx, p, g.ID); err != nil {
			return fmt.Errorf("members: %w", err)
		}
	}

	m.fromAPI(g)

	return nil
}

// Update has only one thing to do: to take policy_ids into the state of an imported
// template. Everything else replaces it, since the API cannot change one.
func (operations) Update(ctx context.Context, p *jumpcloud.Portal, plan *model, _ model) error {
	return operations{}.Read(ctx, p, plan)
}

func (operations) Delete(ctx context.Context, p *jumpcloud.Portal, prior model) error {
	return remove(ctx, p, prior.ID.ValueString())
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages a policy group template of the Multi-Tenant Portal: copies of policies, from which policy groups can be " +
			"made in other organizations.\n\n" +
			"~> **Experimental.** JumpCloud documents how to read and delete these templates, not how to create one. The call that is used " +
			"(`POST /providers/{provider_id}/policygrouptemplates` with `name`, `description` and `policyIds`) is the one that the tests of " +
			"JumpCloud's own PowerShell module make. The service may stop taking it without notice; the error then says so, and templates " +
			"made in the portal can still be imported. To keep many organizations alike, prefer `jumpcloud_policy` with `for_each`: a template " +
			"is a copy that later changes do not reach.",
		Attributes: map[string]schema.Attribute{
			"id": kit.KeptString("ID of the policy group template, 24 hexadecimal digits."),
			"name": kit.RequiresReplace(kit.RequiredString("Template name. Changing it replaces the template, since the API cannot change one.",
				kit.VisibleName())),
			kit.AllowDuplicateName: kit.AllowDuplicateNameAttribute("the template"),
			"description": kit.RequiresReplace(kit.DefaultString("", "Description: free text. Defaults to an empty string. Changing it replaces "+
				"the template.")),
			"policy_ids": schema.SetAttribute{
				MarkdownDescription: "IDs of the policies to copy, at least one, each 24 hexadecimal digits. Required to create a template. The " +
					"service keeps the copies, which `members` shows, and not these ids: they are not read back, and a template that was imported " +
					"does without them, or takes them from the configuration. Changing them replaces the template.",
				ElementType: types.StringType,
				Optional:    true,
				Validators:  []validator.Set{setvalidator.SizeAtLeast(1), setvalidator.ValueStringsAre(tenancy.ValidID())},
				PlanModifiers: []planmodifier.Set{setplanmodifier.RequiresReplaceIf(func(
					_ context.Context, req planmodifier.SetRequest, resp *setplanmodifier.RequiresReplaceIfFuncResponse,
				) {
					resp.RequiresReplace = !req.StateValue.IsNull()
				}, "Replaces the template unless it was imported.", "Replaces the template unless it was imported.")},
			},
			"members": schema.ListNestedAttribute{
				MarkdownDescription: "Configured policy templates: the copies. Read one with its values through " +
					"`jumpcloud_configured_policy_template`.",
				Computed:      true,
				PlanModifiers: []planmodifier.List{listplanmodifier.UseStateForUnknown()},
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":                 schema.StringAttribute{MarkdownDescription: "ID of the configured policy template.", Computed: true},
					"name":               schema.StringAttribute{MarkdownDescription: "Name: that of the policy when it was copied.", Computed: true},
					"policy_template_id": schema.StringAttribute{MarkdownDescription: "ID of the policy template.", Computed: true},
				}},
			},
		},
	}
}
