// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policytemplate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

var policyObject = kit.Object{Type: "jumpcloud_policy", Title: "Policy", Keys: tenancy.Keys, Moved: []kit.Moved{
	{Type: "jumpcloud_policy"}, // agilize
}}

type policyResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_policy.
func NewResource() resource.Resource {
	r := &policyResource{kit.NewResource(policyObject, tenancy.Tenant{}, resourceSchema, operations{})}
	r.Named(tenancy.NamesIn("policy", listing, policy.candidate))
	r.FoundBy(finder())

	return r
}

type operations struct{}

func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	template, err := templateByName(ctx, t, plan.TemplateName.ValueString())
	if err != nil {
		return err
	}

	c, err := plan.contents(ctx)
	if err != nil {
		return err
	}

	where := place{tenant: t, template: template.Name}
	if err := join(check(ctx, template.ConfigFields, plan.Name.ValueString(), c, nil, where)); err != nil {
		return err
	}

	keepSecret(t, template.ConfigFields, c)

	body, err := plan.toAPI(c, template.ConfigFields, nil, nil)
	if err != nil {
		return err
	}

	return kit.Fill(plan.fromAPI)(create(ctx, t, newPolicyBody{body, templateRef{template.ID}}, plan.AllowDuplicateName.ValueBool()))
}

// Read reads by id what was just created, of which something is not known yet: a list may
// be behind.
func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	read := refresh
	if m.TemplateID.IsUnknown() {
		read = func(ctx context.Context, t *jumpcloud.Tenant, id, _ string) (policy, error) { return get(ctx, t, id) }
	}

	p, err := read(ctx, t, m.ID.ValueString(), m.Notes.ValueString())
	if err != nil {
		return err
	}

	fields, err := templateFields(ctx, t, p)
	m.fromAPI(p)

	switch {
	case errors.Is(err, rest.ErrNotFound): // the template, not the policy
		kit.Warn(ctx, fmt.Sprintf("Policy Values Not Read: %q", p.ID), fmt.Sprintf("The catalogue has no template %s (%s) any more, from which policy %q (%s) in %s was made. "+
			"Its values are taken to be what they were.", m.TemplateName.ValueString(), m.TemplateID.ValueString(), p.Name, p.ID, tenancy.Name(ctx, t.Client(), t.ID(), nil)))

		return nil
	case err != nil:
		return err
	}

	return m.valuesFromAPI(ctx, fields, p.Values)
}

// Update reads the policy first: PUT replaces all values, so those that the configuration
// does not mention have to be sent along, or they would be lost (evidence: policies 3.2).
func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, prior model) error {
	id := plan.ID.ValueString()

	now, err := get(ctx, t, id)
	if err != nil {
		return err
	}

	fields, err := templateFields(ctx, t, now)

	switch {
	case errors.Is(err, rest.ErrNotFound):
		return fmt.Errorf("the catalogue has no template %s (%s) any more, from which the policy was made: %w",
			now.Template.Name, now.Template.ID, err)
	case err != nil:
		return err
	}

	c, err := plan.contents(ctx)
	if err != nil {
		return err
	}

	before, err := prior.members(ctx)
	if err != nil {
		return fmt.Errorf("values in state: %w", err)
	}

	if plan.changes(prior) {
		where := place{tenant: t, template: plan.TemplateName.ValueString()}
		if err := join(check(ctx, fields, plan.Name.ValueString(), c, before, where)); err != nil {
			return err
		}
	}

	keepSecret(t, fields, c)

	body, err := plan.toAPI(c, fields, before, now.Values)
	if err != nil {
		return err
	}

	p, err := replace(ctx, t, id, body)

	if known, lost := policytemplate.ByTemplate(fields, body.Values); errors.Is(err, rest.ErrInvalid) && len(lost) > 0 {
		body.Values = known
		if p, err = replace(ctx, t, id, body); err == nil {
			kit.Warn(ctx, fmt.Sprintf("Policy Values Without a Field: %q", id), fmt.Sprintf("Policy %q (%s) in %s held values of fields that its template no longer has, and the "+
				"service refused to keep them. The update was made without them: %s.",
				body.Name, id, tenancy.Name(ctx, t.Client(), t.ID(), nil), strings.Join(lost, ", ")))
		}
	}

	if err != nil {
		return err
	}

	// The documented answer is shallow: it may lack the notes, which were accepted.
	p.Notes = body.Notes
	plan.fromAPI(p)

	return nil
}

func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior model) error {
	return remove(ctx, t, prior.ID.ValueString())
}

// templateFields returns the fields of a policy's template: the copy that comes with the policy,
// or where there is none the template's own.
func templateFields(ctx context.Context, t *jumpcloud.Tenant, p policy) ([]policytemplate.Field, error) {
	if len(p.ConfigFields) > 0 || len(p.Values) == 0 || p.Template.ID == "" {
		return p.ConfigFields, nil
	}

	template, err := templateByID(ctx, t, p.Template.ID)

	return template.ConfigFields, err
}

// keepSecret keeps what is sent for sensitive fields out of every error, since the
// service may quote what it refuses.
func keepSecret(t *jumpcloud.Tenant, fields []policytemplate.Field, c contents) {
	t.Client().Redact(secrets(c.sensitive)...)

	plain, _ := c.values.(map[string]any)

	for _, f := range fields {
		if f.Sensitive {
			t.Client().Redact(secrets(plain[f.Name])...)
		}
	}
}
