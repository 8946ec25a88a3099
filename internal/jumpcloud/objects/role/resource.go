// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package role

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

var object = kit.Object{Type: "jumpcloud_role", Title: "Role", Keys: tenancy.Keys}

type roleResource struct {
	kit.Resource[*jumpcloud.Portal]
}

// NewResource returns jumpcloud_role.
func NewResource() resource.Resource {
	r := &roleResource{kit.NewResource(object, tenancy.Portal{}, resourceSchema, operations{})}
	r.Named(kit.Names[*jumpcloud.Portal]{Noun: "role", Existing: existing})
	r.FoundBy(finder())

	return r
}

func existing(ctx context.Context, p *jumpcloud.Portal) ([]kit.Candidate, error) {
	l, err := listing(ctx, p)
	if err != nil {
		return nil, err
	}

	all, err := collections.AllOnce(ctx, l)

	return kit.Candidates(all, func(r role) kit.Candidate { return kit.Candidate{ID: r.ID, Name: r.Name} }), err
}

type operations struct{}

func (operations) Create(ctx context.Context, p *jumpcloud.Portal, plan *model) error {
	return kit.Fill(plan.fromAPI)(create(ctx, p, plan.toAPI(), plan.AllowDuplicate.ValueBool()))
}

func (operations) Read(ctx context.Context, p *jumpcloud.Portal, m *model) error {
	return kit.Fill(m.fromAPI)(find(ctx, p, m.ID.ValueString()))
}

func (operations) Update(ctx context.Context, p *jumpcloud.Portal, plan *model, prior model) error {
	if b, was := plan.toAPI(), prior.toAPI(); b.describes(role{Name: was.Name, Description: was.Description, Scopes: was.Scopes}) {
		plan.keep(prior)

		return nil // only what is Terraform's own has changed
	}

	return kit.Fill(plan.fromAPI)(replace(ctx, p, plan.ID.ValueString(), plan.toAPI()))
}

func (operations) Delete(ctx context.Context, p *jumpcloud.Portal, prior model) error {
	id := prior.ID.ValueString()

	err := remove(ctx, p, id)
	if errors.Is(err, rest.ErrConflict) {
		return inUse(ctx, p, id, prior.Name.ValueString(), err)
	}

	return err
}

// ModifyPlan checks new scopes against those that the service has, and lets administrators
// of the same plan know the name.
func (r *roleResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	plan, prior, ok := kit.Planned[model](ctx, req, resp)

	p, keys, reachable := r.Client(ctx, req.Plan.GetAttribute)
	if !ok || !reachable {
		return
	}

	if name := plan.Name.ValueString(); name != "" && name != prior.Name.ValueString() {
		p.Client().ComingTo("roles").Name(name, prior.ID.ValueString())
	}

	if plan.Scopes.Equal(prior.Scopes) {
		return
	}

	if err := checkScopes(ctx, p, kit.Strings(plan.Scopes)); err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, err)
	}
}

func checkScopes(ctx context.Context, p *jumpcloud.Portal, scopes []string) error {
	groups, err := scopeGroups(ctx, p)
	if err != nil {
		return err
	}

	var (
		known    []string
		problems []error
	)

	for _, g := range groups {
		known = append(known, g.all()...)
	}

	slices.Sort(known)
	known = slices.Compact(known)

	for _, s := range scopes {
		if !slices.Contains(known, s) {
			problems = append(problems, &kit.AttributeError{
				Path: path.Root("scopes").AtSetValue(types.StringValue(s)), Err: fmt.Errorf("%s", nearest.Unknown("scope", s, known)),
			})
		}
	}

	return errors.Join(problems...)
}

func resourceSchema() schema.Schema {
	computed := func(description string) schema.Attribute {
		return schema.StringAttribute{MarkdownDescription: description, Computed: true}
	}

	return schema.Schema{
		MarkdownDescription: "Manages a custom role: a named set of scopes that the provider's administrators and service accounts can have.\n\n" +
			"Built-in roles are read with `jumpcloud_roles`; JumpCloud does not let them be changed. A role that somebody has cannot be destroyed. " +
			tenancy.TwoApplies,
		Attributes: map[string]schema.Attribute{
			"id":                   kit.KeptString("Role ID, 24 hexadecimal digits."),
			"name":                 kit.RequiredString("Role Name. Must not be blank. `jumpcloud_provider_administrator` takes it as `role`.", kit.VisibleName()),
			kit.AllowDuplicateName: kit.AllowDuplicateNameAttribute("the role"),
			"description":          kit.DefaultString("", "Description: free text. Defaults to an empty string."),
			"scopes": schema.SetAttribute{
				MarkdownDescription: "Permissions: scopes, at least one, such as `organizations.readonly`. Those that there are come from `jumpcloud_scope_groups`, " +
					"against which they are checked at plan; those that a resource needs stand on its page.",
				ElementType: types.StringType,
				Required:    true,
				Validators:  []validator.Set{setvalidator.SizeAtLeast(1)},
			},
			"provider_id":     computed("ID of the provider that the role belongs to."),
			"custom":          schema.BoolAttribute{MarkdownDescription: "Whether it is a custom role.", Computed: true},
			"created_by":      computed("Who created the role, as JumpCloud tells it."),
			"last_updated_by": computed("Who changed the role last, as JumpCloud tells it."),
		},
	}
}
