// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/scope"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{Type: "bindplaneadmin_organization", Title: "Organization", Keys: scope.Keys, Hidden: []string{secret + "_wo_version"}}

type organizationResource struct {
	kit.Resource[*bindplaneadmin.Client]
}

// NewResource returns bindplaneadmin_organization.
func NewResource() resource.Resource {
	r := &organizationResource{kit.NewResource(object, scope.Instance, resourceSchema, operations{})}
	r.Named(kit.Names[*bindplaneadmin.Client]{Noun: "organization", Attribute: "display_name", Existing: existing})
	r.FoundBy(kit.Finder[*bindplaneadmin.Client]{Find: find})

	return r
}

// existing are the organizations when the run began.
func existing(ctx context.Context, c *bindplaneadmin.Client) ([]kit.Candidate, error) {
	all, err := collections.AllOnce(ctx, c.Organizations())

	candidates := make([]kit.Candidate, 0, len(all))
	for _, o := range all {
		candidates = append(candidates, kit.Candidate{ID: o.ID(), Name: displayName(o)})
	}

	return candidates, err
}

func find(ctx context.Context, c *bindplaneadmin.Client, _ kit.Asked) ([]kit.Found, error) {
	all, err := collections.All(ctx, c.Organizations())

	found := make([]kit.Found, 0, len(all))
	for _, o := range all {
		found = append(found, kit.Found{Keys: map[string]string{"id": o.ID()}, Name: displayName(o)})
	}

	return found, err
}

type operations struct{}

func (operations) Create(ctx context.Context, c *bindplaneadmin.Client, plan *model) error {
	c.Redact(plan.license().Value())

	o, err := create(ctx, c, plan.toAPI(), plan.AllowDuplicateName.ValueBool())
	if err != nil {
		return err
	}

	if o.Initial != nil {
		c.Redact(o.Initial.Spec.SecretKey)
	}

	plan.fromAPI(o)

	return nil
}

func (operations) Read(ctx context.Context, c *bindplaneadmin.Client, m *model) error {
	o, err := get(ctx, c, m.ID.ValueString(), m.Name.ValueString())
	if err != nil {
		return err
	}

	all, err := c.Everywhere(ctx)
	if err != nil {
		return err
	}

	m.fromAPI(o)

	// The two lists may be of different moments; then state says what it said.
	if there, ok := all.Of(o.ID()); ok {
		m.projects(there.Projects)
	}

	// What was imported may be meant to keep its key out of state; the first apply knows.
	if kit.Importing(ctx) {
		m.InitialProjectSecretKey = types.StringNull()
	}

	return nil
}

// Update sends what can be changed: the display name, and a licence whose version says that
// it is another. Everything else is Terraform's own.
func (o operations) Update(ctx context.Context, c *bindplaneadmin.Client, plan *model, prior model) error {
	id := plan.ID.ValueString()

	c.Redact(prior.InitialProjectSecretKey.ValueString())

	if !plan.DisplayName.Equal(prior.DisplayName) {
		if err := rename(ctx, c, id, plan.DisplayName.ValueString()); err != nil {
			return err
		}
	}

	if now := plan.license(); now.Changed(prior.license()) {
		c.Redact(now.Value())

		if err := c.SetLicense(ctx, id, collections.Members{"licenseKey": now.Value()}); err != nil {
			return &kit.AttributeError{Path: now.Path(), Err: err}
		}
	}

	planned := *plan
	if err := o.Read(ctx, c, plan); err != nil {
		return err
	}

	// What was planned must come true; the next plan shows a key that was changed meanwhile.
	if !planned.InitialProjectID.IsUnknown() {
		plan.InitialProjectID = planned.InitialProjectID
	}

	if !planned.InitialProjectSecretKey.IsUnknown() {
		plan.InitialProjectSecretKey = planned.InitialProjectSecretKey
	}

	return nil
}

func (operations) Delete(ctx context.Context, c *bindplaneadmin.Client, prior model) error {
	if err := scope.Protected(prior.DeletionPolicy, "organization"); err != nil {
		return err
	}

	c.Redact(prior.InitialProjectSecretKey.ValueString())

	return remove(ctx, c, prior.ID.ValueString())
}
