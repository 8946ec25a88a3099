// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policytemplate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// ModifyPlan checks the values against the template, where something about them changes.
func (r *policyResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() {
		return
	}

	var plan, config model

	resp.Diagnostics.Append(resp.Plan.Get(ctx, &plan)...)
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)

	prior, changes := r.changes(ctx, req, plan, &resp.Diagnostics)
	if resp.Diagnostics.HasError() || plan.TemplateName.IsUnknown() || !changes {
		return
	}

	plan.SensitiveValuesWO = config.SensitiveValuesWO

	where, keys, ok := r.place(ctx, resp)
	if !ok {
		return
	}

	template, err := templateOf(ctx, where.tenant, plan, prior)
	if err != nil {
		reportTemplate(ctx, r, &resp.Diagnostics, keys, where, plan.TemplateName.ValueString(), err)

		return
	}

	if !where.standIn && plan.TemplateID.IsUnknown() {
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root("template_id"), template.ID)...)
	}

	where.template = template.Name

	c, err := plan.contents(ctx)
	if err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, err)

		return
	}

	before, err := prior.members(ctx)
	if err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, err)

		return
	}

	for _, err := range check(ctx, template.ConfigFields, plan.Name.ValueString(), c, before, where) {
		resp.Diagnostics.AddAttributeError(err.Path, "Policy Does Not Fit Its Template", err.Error())
	}

	warnOfSecrets(&resp.Diagnostics, template.ConfigFields, c)

	if !resp.Diagnostics.HasError() && plan.TemplateName.Equal(prior.TemplateName) && !prior.Values.IsNull() && !plan.Values.IsNull() &&
		policytemplate.SaySame(template.ConfigFields, c.values, before) {
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root(policytemplate.ValuesAttribute), prior.Values)...)
	}
}

// changes tells whether the plan has something to check that is not in state already, and
// returns what is.
func (r *policyResource) changes(ctx context.Context, req resource.ModifyPlanRequest, plan model, diags *diag.Diagnostics) (model, bool) {
	var prior model

	if req.State.Raw.IsNull() {
		return prior, true
	}

	diags.Append(req.State.Get(ctx, &prior)...)

	return prior, plan.changes(prior)
}

// changes tells whether something has to be checked against the template again.
func (m model) changes(prior model) bool {
	return !m.TemplateName.Equal(prior.TemplateName) || !m.Values.Equal(prior.Values) ||
		!m.ValuesJSON.Equal(prior.ValuesJSON) || !m.SensitiveValuesWOVersion.Equal(prior.SensitiveValuesWOVersion) || !m.OrganizationID.Equal(prior.OrganizationID)
}

// templateOf finds the template of a plan. That of an existing policy is known by its id,
// which saves a call; only if it is gone from the catalogue the name has to do.
func templateOf(ctx context.Context, t *jumpcloud.Tenant, plan, prior model) (policytemplate.Template, error) {
	if id := prior.TemplateID.ValueString(); id != "" && plan.TemplateName.Equal(prior.TemplateName) {
		if template, err := templateByID(ctx, t, id); !errors.Is(err, rest.ErrNotFound) {
			return template, err
		}
	}

	return templateByName(ctx, t, plan.TemplateName.ValueString())
}

// place is where a template was looked up.
type place struct {
	tenant   *jumpcloud.Tenant
	standIn  bool // the policy's own organization is not known yet
	template string
}

// place finds where to look the template up: in the policy's organization, or while that
// does not exist in another one, since the catalogue is JumpCloud's. ok is false where
// there is none: then the check is left to apply.
func (r *policyResource) place(ctx context.Context, resp *resource.ModifyPlanResponse) (place, map[string]string, bool) {
	if t, keys, ok := r.Client(ctx, resp.Plan.GetAttribute); ok {
		return place{tenant: t}, keys, true
	}

	client, ok := r.Data().(*jumpcloud.Client)
	if !ok || !client.Ready() {
		return place{}, nil, false
	}

	t, ok := client.Portal().StandIn(ctx)
	if !ok {
		return place{}, nil, false
	}

	return place{tenant: t, standIn: true}, map[string]string{tenancy.OrganizationID: t.ID()}, true
}

// check returns every problem of the values, in one error for each of the two attributes.
// prior is what state has.
func check(ctx context.Context, fields []policytemplate.Field, name string, c contents, prior map[string]any, where place) []*kit.AttributeError {
	byAttribute := map[string][]policytemplate.Problem{}
	for _, p := range append(policytemplate.CheckValues(fields, c.values, c.sensitive), policytemplate.CheckMeanings(fields, c.values, prior)...) {
		if rest, ok := strings.CutPrefix(p.Path, policytemplate.ValuesAttribute); ok && p.Attribute == policytemplate.ValuesAttribute {
			p.Attribute, p.Path = c.attribute, c.attribute+rest
		}

		byAttribute[p.Attribute] = append(byAttribute[p.Attribute], p)
	}

	var errs []*kit.AttributeError

	for _, attribute := range []string{c.attribute, policytemplate.SensitiveAttribute} {
		problems := byAttribute[attribute]
		if len(problems) == 0 {
			continue
		}

		count := fmt.Sprintf("%d problems", len(problems))
		if len(problems) == 1 {
			count = "1 problem"
		}

		text := fmt.Sprintf(
			"Policy %q does not fit template %s (%s):\n\n%s\n\nChecked against %s.%s\nFields: data \"jumpcloud_policy_template\" \"x\" { name = %q }",
			name, where.template, count, policytemplate.ProblemLines(problems),
			tenancy.Name(ctx, where.tenant.Client(), where.tenant.ID(), nil), where.note(), where.template)

		errs = append(errs, &kit.AttributeError{Path: path.Root(attribute), Err: errors.New(text)})
	}

	return errs
}

// join makes one error of all, nil of none.
func join(problems []*kit.AttributeError) error {
	errs := make([]error, 0, len(problems))
	for _, p := range problems {
		errs = append(errs, p)
	}

	return errors.Join(errs...)
}
