// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var (
	_ resource.ResourceWithConfigure   = (*settingsResource)(nil)
	_ resource.ResourceWithImportState = (*settingsResource)(nil)
	_ resource.ResourceWithIdentity    = (*settingsResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*settingsResource)(nil)
)

// object has no key of its own: the organization is what identifies its settings.
var object = kit.Object{Type: "jumpcloud_organization_settings", Title: "Organization Settings", Partial: true, Remembers: []string{"original"}}

type settingsResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_organization_settings.
func NewResource() resource.Resource {
	r := &settingsResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema(), operations{})}
	r.FoundBy(kit.Finder[*jumpcloud.Tenant]{Find: find})

	return r
}

// find finds the settings that every organization has. It asks for nothing.
func find(context.Context, *jumpcloud.Tenant, kit.Asked) ([]kit.Found, error) {
	return []kit.Found{{Name: "settings"}}, nil
}

type operations struct{}

// Create takes over the settings that exist, and changes what is configured.
func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	return save(ctx, t, plan)
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	o, err := get(ctx, t)
	if err != nil {
		return err
	}

	m.fromAPI(o)

	return nil
}

func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, prior model) error {
	plan.Original = prior.Original

	return save(ctx, t, plan)
}

// Delete keeps the settings, or sets back what Terraform has managed.
func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior model) error {
	if prior.OnDestroy.ValueString() != restore {
		return nil
	}

	noted, unknown, err := prior.original()
	if err != nil {
		return err
	}

	if prior.Original.IsNull() {
		unknown = []string{"everything that was imported"}
	}

	if len(unknown) > 0 {
		kit.Warn(ctx, "Settings Were Not Restored", fmt.Sprintf(
			"What these were before Terraform managed them is not known, so they stay as they are: %s.", strings.Join(unknown, ", ")))
	}

	if len(noted) == 0 {
		return nil
	}

	now, err := get(ctx, t)
	if err != nil {
		return err
	}

	_, err = adjust(ctx, t, noted, now)

	return err
}

func save(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	now, err := get(ctx, t)
	if err != nil {
		return err
	}

	if err := plan.keepOriginal(now); err != nil {
		return err
	}

	after, err := adjust(ctx, t, plan.toAPI(), now)
	if err != nil {
		return err
	}

	plan.fromAPI(after)

	return nil
}
