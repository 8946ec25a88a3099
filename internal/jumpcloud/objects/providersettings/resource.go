// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providersettings

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/original"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{Type: "jumpcloud_provider_settings", Title: "Provider Settings", Keys: tenancy.Keys, Partial: true, Remembers: []string{"original"}}

type settingsResource struct {
	kit.Resource[*jumpcloud.Portal]
}

// NewResource returns jumpcloud_provider_settings.
func NewResource() resource.Resource {
	r := &settingsResource{kit.NewResource(object, tenancy.Portal{}, resourceSchema, operations{})}
	r.FoundBy(kit.Finder[*jumpcloud.Portal]{Find: find})

	return r
}

// ModifyPlan finds the provider whose settings are going to be taken over, and refuses a setting
// that two resources have.
func (r *settingsResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)
	r.planID(ctx, req, resp)
	r.Apart(ctx, req, resp)
}

func (r *settingsResource) planID(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() || !req.State.Raw.IsNull() {
		return
	}

	p, keys, ok := r.Client(ctx, resp.Plan.GetAttribute)
	if !ok {
		return
	}

	id, err := p.ProviderID(ctx)
	if err != nil {
		r.Report(ctx, &resp.Diagnostics, "Plan", keys, err)

		return
	}

	resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root("id"), id)...)
}

// find finds the settings of the provider that the credential belongs to.
func find(ctx context.Context, p *jumpcloud.Portal, _ kit.Asked) ([]kit.Found, error) {
	v, err := p.Provider(ctx)
	if err != nil {
		return nil, err
	}

	return []kit.Found{tenancy.Found(v.ID, v.Name)}, nil
}

type operations struct{}

// Create takes over the settings that exist, and changes what is configured.
func (operations) Create(ctx context.Context, p *jumpcloud.Portal, plan *model) error {
	id, err := p.ProviderID(ctx)
	if err != nil {
		return err
	}

	return original.Take(ctx, p.Client(), what(id), plan.toAPI(), func() error { return save(ctx, p, plan, id) })
}

// what names the settings among those that a run takes over.
func what(id string) string { return "provider " + id }

func (operations) Read(ctx context.Context, p *jumpcloud.Portal, m *model) error {
	return kit.Fill(m.fromAPI)(get(ctx, p, m.ID.ValueString()))
}

func (operations) Update(ctx context.Context, p *jumpcloud.Portal, plan *model, prior model) error {
	plan.Original = prior.Original

	return save(ctx, p, plan, prior.ID.ValueString())
}

// Delete keeps the settings, or sets back what Terraform has managed.
func (operations) Delete(ctx context.Context, p *jumpcloud.Portal, prior model) error {
	return prior.Destroy(ctx, p.Client(), what(prior.ID.ValueString()), func(noted collections.Members) error {
		_, err := adjust(ctx, p, prior.ID.ValueString(), noted, nil)

		return err
	})
}

func save(ctx context.Context, p *jumpcloud.Portal, plan *model, id string) error {
	want := plan.toAPI()

	after, err := adjust(ctx, p, id, want, func(now collections.Members) error { return plan.Note(want, now) })
	if err != nil {
		return err
	}

	var v provider

	// The answer was an object; this only gives it its type.
	raw, err := json.Marshal(after)
	if err == nil {
		err = json.Unmarshal(raw, &v)
	}

	plan.fromAPI(v)

	return err
}

// adjust reads the provider, lets see have a look at it, and changes what is wanted.
func adjust(
	ctx context.Context, p *jumpcloud.Portal, id string, want collections.Members, see func(now collections.Members) error,
) (collections.Members, error) {
	route := p.V2("providers", id)

	now, err := collections.Get[collections.Members](ctx, route)
	if err != nil {
		return nil, err
	}

	if see != nil {
		if err := see(now); err != nil {
			return nil, err
		}
	}

	after, others, err := collections.Adjust(ctx, route, want, now)
	if len(others) > 0 {
		kit.Warn(ctx, "Other Settings Changed Along", fmt.Sprintf(
			"Nobody asked for it, but with this request JumpCloud changed: %s. The API does not say that it does. "+
				"Check them in the console, and configure them here to keep them.", strings.Join(others, ", ")))
	}

	return after, err
}
