// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package project

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/scope"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{Type: "bindplaneadmin_project", Title: "Project", Keys: scope.Keys}

type projectResource struct {
	kit.Resource[*bindplaneadmin.Client]
}

// NewResource returns bindplaneadmin_project.
func NewResource() resource.Resource {
	r := &projectResource{kit.NewResource(object, scope.Instance, resourceSchema, operations{})}
	r.FoundBy(kit.Finder[*bindplaneadmin.Client]{
		Filters: map[string]string{"organizations": "Keeps projects of organizations with a display name, or an id, that matches one of these patterns."},
		Find:    find,
	})

	return r
}

func find(ctx context.Context, c *bindplaneadmin.Client, _ kit.Asked) ([]kit.Found, error) {
	all, err := c.Everywhere(ctx)

	var found []kit.Found

	for _, m := range all.Organizations {
		for _, p := range m.Projects {
			found = append(found, kit.Found{
				Keys: map[string]string{"id": p.ID()}, Name: displayName(p),
				Facts: map[string][]string{"organizations": {m.Organization.Metadata.DisplayName, m.Organization.ID()}},
			})
		}
	}

	return found, err
}

// ModifyPlan refuses what deletion_policy prevents and a name that cannot be changed, and
// says which deletion may take the credential along.
func (r *projectResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	scope.PlanDeletion(ctx, "project", []string{"organization_id"}, req, resp)

	if client, _, ready := r.Client(ctx, req.State.GetAttribute); ready {
		scope.WarnOfActive(ctx, client, "project", req, resp)
	}

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() || req.State.Raw.IsNull() || len(resp.RequiresReplace) > 0 {
		return
	}

	var before, now types.String

	at := path.Root("display_name")
	resp.Diagnostics.Append(req.State.GetAttribute(ctx, at, &before)...)
	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, at, &now)...)

	if !now.IsUnknown() && !bindplaneadmin.Same(before.ValueString(), now.ValueString()) {
		resp.Diagnostics.AddAttributeError(at, "Project Cannot Be Renamed", fmt.Sprintf(
			"The project %q is named %q in the configuration, and Bindplane does not document how the API renames a project. Rename it in the web "+
				"interface: the next plan then shows no change. A new project of that name is a block of its own.", before.ValueString(), now.ValueString()))
	}
}

type operations struct{}

func (operations) Create(ctx context.Context, c *bindplaneadmin.Client, plan *model) error {
	at, err := c.Within(ctx, plan.OrganizationID.ValueString())

	if elsewhere := (*bindplaneadmin.ElsewhereError)(nil); errors.As(err, &elsewhere) {
		return &kit.AttributeError{Path: path.Root("organization_id"), Err: err}
	}

	if err != nil {
		return err
	}

	p, err := create(ctx, c, at, plan.DisplayName.ValueString(), plan.AllowDuplicateName.ValueBool())
	if err != nil {
		return err
	}

	c.Redact(p.Spec.SecretKey)

	// An answer may say no more than the id; what it does not say is read.
	plan.ID = types.StringValue(p.ID())
	if p.Metadata.Name != "" && p.Metadata.DisplayName != "" {
		plan.fromAPI(p, at.OrganizationID)
	}

	return nil
}

func (operations) Read(ctx context.Context, c *bindplaneadmin.Client, m *model) error {
	p, organizationID, err := c.FindProject(ctx, m.ID.ValueString())
	if err != nil {
		return err
	}

	m.fromAPI(p, organizationID)

	return nil
}

// Update sends nothing: what can change is Terraform's own.
func (o operations) Update(ctx context.Context, c *bindplaneadmin.Client, plan *model, _ model) error {
	return o.Read(ctx, c, plan)
}

func (operations) Delete(ctx context.Context, c *bindplaneadmin.Client, prior model) error {
	if err := scope.Protected(prior.DeletionPolicy, "project"); err != nil {
		return err
	}

	return remove(ctx, c, prior.ID.ValueString())
}

func resourceSchema() schema.Schema {
	s := schema.Schema{
		MarkdownDescription: "Manages a project: where agents and configurations of an organization are. The first project of an organization is made " +
			"with it, by `bindplaneadmin_organization`; this resource makes further ones. The secret key that enrols agents is read by the ephemeral " +
			"resource `bindplaneadmin_project_secret_key`.",
		Attributes: map[string]schema.Attribute{
			"id":   kit.KeptString("ID of the project."),
			"name": kit.KeptString("Internal name, which Bindplane gives."),
			"display_name": kit.RequiredString("Name that people see. Bindplane does not document how the API renames a project, so another name "+
				"is refused at plan: rename the project in the web interface first.", kit.VisibleName()),
			kit.AllowDuplicateName: schema.BoolAttribute{
				MarkdownDescription: "Whether to create the project although the organization has one of that name. Nobody documents whether Bindplane " +
					"accepts twins. Defaults to `false`.",
				Optional: true,
			},
			"organization_id": schema.StringAttribute{
				MarkdownDescription: "ID of the organization that the project is in; another one replaces the project. Left out, it is the one that the " +
					"credential acts in. The API takes no organization: the provider names a project of it in a header that third parties use, and " +
					"creates nothing where the server does not follow.",
				Optional:      true,
				Computed:      true,
				Validators:    []validator.String{scope.ValidID()},
				PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
			},
		},
	}

	name, policy := scope.DeletionPolicyAttribute("project")
	s.Attributes[name] = policy

	return s
}
