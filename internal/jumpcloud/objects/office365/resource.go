// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/boolplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{Type: "jumpcloud_office365", Title: "Microsoft 365 Directory", Keys: tenancy.Keys}

type directoryResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_office365.
func NewResource() resource.Resource {
	r := &directoryResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema, operations{})}
	r.FoundBy(kit.Finder[*jumpcloud.Tenant]{Find: findDirectories})

	return r
}

// ModifyPlan finds the directory that is going to be adopted, and refuses a setting that two
// resources have.
func (r *directoryResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)
	r.planDirectory(ctx, req, resp)
	r.Apart(ctx, req, resp)
}

func (r *directoryResource) planDirectory(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var id, want, prior types.String

	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, path.Root("default_domain_id"), &want)...)

	t, keys, ok := r.Client(ctx, resp.Plan.GetAttribute)
	if !ok {
		return
	}

	if !req.State.Raw.IsNull() {
		resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root("id"), &id)...)
		resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root("default_domain_id"), &prior)...)
		planDefaultDomain(ctx, t, id.ValueString(), want, prior, &resp.Diagnostics)

		return
	}

	resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root("id"), &id)...)

	if id.IsUnknown() {
		return
	}

	o, err := adopt(ctx, t, id.ValueString())
	if err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, err)

		return
	}

	resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root("id"), o.ID)...)
	planDefaultDomain(ctx, t, o.ID, want, types.StringValue(o.domainID()), &resp.Diagnostics)
}

// planDefaultDomain checks that the default domain is one of the directory's. What the run itself
// makes, or another made meanwhile, is in a list that is read now.
func planDefaultDomain(ctx context.Context, t *jumpcloud.Tenant, id string, want, prior types.String, diags *diag.Diagnostics) {
	if id == "" || want.ValueString() == "" || want.Equal(prior) || t.Client().MadeHere(want.ValueString()) {
		return
	}

	var there []string

	for d, err := range collections.Each(ctx, domains(t, id)) {
		if err != nil || d.ID == want.ValueString() {
			return // it is there, or nobody can tell
		}

		there = append(there, fmt.Sprintf("%q (%s)", d.Domain, d.ID))
	}

	text := "It has none: make one with jumpcloud_office365_domain first."
	if len(there) > 0 {
		text = "There are: " + strings.Join(there, ", ") + "."
	}

	diags.AddAttributeError(path.Root("default_domain_id"), "Not in This Directory",
		fmt.Sprintf("Microsoft 365 directory %s has no domain %s. %s", id, want.ValueString(), text))
}

type operations struct{}

// Create adopts the directory that exists: one is made by an OAuth flow in the console
// (evidence: directories 3.1).
func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	now, err := adopt(ctx, t, plan.ID.ValueString())
	if err != nil {
		return err
	}

	return save(ctx, t, plan, now)
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	return kit.Fill(m.fromAPI)(get(ctx, t, m.ID.ValueString()))
}

func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, prior model) error {
	return save(ctx, t, plan, prior.stored())
}

// Delete forgets the directory, since the API cannot delete one.
func (operations) Delete(ctx context.Context, _ *jumpcloud.Tenant, prior model) error {
	kit.Warn(ctx, "Microsoft 365 Directory Left As It Is", fmt.Sprintf(
		"%q (%s) is no longer managed by Terraform, stays connected and keeps its settings: the API cannot delete one.",
		prior.Name.ValueString(), prior.ID.ValueString()))

	return nil
}

// save changes what the plan wants to differ, and nothing where nothing does.
func save(ctx context.Context, t *jumpcloud.Tenant, plan *model, now office365) error {
	body := plan.toAPI(now)
	if body == (office365Body{}) {
		plan.fromAPI(now)

		return nil
	}

	return kit.Fill(plan.fromAPI)(change(ctx, t, now.ID, body))
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages the settings of a Microsoft 365 (Office 365) directory. It is connected in the console: creating " +
			"this resource adopts it, and destroying it leaves the directory connected and as it is.",
		Attributes: map[string]schema.Attribute{
			"id": tenancy.AdoptedID("directory"),
			"name": schema.StringAttribute{
				MarkdownDescription: "Directory name. Left as it is when left out; the API documents no limit.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.String{kit.VisibleName()},
				PlanModifiers:       []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
			},
			"user_lockout_action":             tenancy.AdoptedAction("User lockout: what happens in Microsoft 365 to a user who is locked out", actions),
			"user_password_expiration_action": tenancy.AdoptedAction("Password expiration: what happens in Microsoft 365 to a user whose password expired", actions),
			"groups_enabled": schema.BoolAttribute{
				MarkdownDescription: "Group management: whether user groups are kept in Microsoft 365. Left as it is when left out.",
				Optional:            true,
				Computed:            true,
				PlanModifiers:       []planmodifier.Bool{boolplanmodifier.UseStateForUnknown()},
			},
			"default_domain_id": schema.StringAttribute{
				MarkdownDescription: "ID of the directory's domain that is the default one, 24 hexadecimal digits, or `\"\"` for none. " +
					"Left as it is when left out.",
				Optional:      true,
				Computed:      true,
				Validators:    []validator.String{tenancy.ObjectIDOrNone.Valid()},
				PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
			},
			"default_domain": schema.StringAttribute{
				MarkdownDescription: "Name of the default domain, or an empty string.",
				Computed:            true,
			},
		},
	}
}
