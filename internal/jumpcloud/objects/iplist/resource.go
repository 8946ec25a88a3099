// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var (
	_ resource.ResourceWithConfigure   = (*ipListResource)(nil)
	_ resource.ResourceWithImportState = (*ipListResource)(nil)
	_ resource.ResourceWithIdentity    = (*ipListResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*ipListResource)(nil)
)

var object = kit.Object{Type: "jumpcloud_iplist", Title: "IP List", Keys: tenancy.Keys}

type ipListResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_iplist.
func NewResource() resource.Resource {
	r := &ipListResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema(), operations{})}
	r.Named(kit.Names[*jumpcloud.Tenant]{Noun: "IP list", Existing: existing})
	r.FoundBy(tenancy.FindAll(listing, func(l ipList) kit.Found { return tenancy.Found(l.ID, l.Name) }))

	return r
}

// existing are the lists of the organization when the run began.
func existing(ctx context.Context, t *jumpcloud.Tenant) ([]kit.Candidate, error) {
	all, err := collections.AllOnce(ctx, listing(t))

	candidates := make([]kit.Candidate, 0, len(all))
	for _, l := range all {
		candidates = append(candidates, kit.Candidate{ID: l.ID, Name: l.Name})
	}

	return candidates, err
}

type operations struct{}

func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *resourceModel) error {
	l, err := create(ctx, t, plan.toAPI(), plan.AllowDuplicateName.ValueBool())
	if err != nil {
		return err
	}

	plan.fromAPI(l)

	return nil
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *resourceModel) error {
	l, err := collections.Lookup(ctx, listing(t), m.ID.ValueString())
	if err != nil {
		return err
	}

	m.fromAPI(l)

	return nil
}

// Update sends nothing where only what Terraform knows has changed: the spelling of an
// entry, or whether there may be twins.
func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *resourceModel, prior resourceModel) error {
	if plan.toAPI().same(prior.toAPI()) {
		return nil
	}

	l, err := update(ctx, t, plan.ID.ValueString(), plan.toAPI(), prior.toAPI())
	if err != nil {
		return err
	}

	plan.fromAPI(l)

	return nil
}

func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior resourceModel) error {
	return remove(ctx, t, prior.ID.ValueString())
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages an IP list: a named set of addresses that conditional access policies refer to.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the IP list, 24 hexadecimal digits.",
				Computed:            true,
				PlanModifiers:       []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
			},
			"name": schema.StringAttribute{
				MarkdownDescription: "List name. The API documents neither a limit nor that it must be unique.",
				Required:            true,
				Validators:          []validator.String{kit.VisibleName()},
			},
			kit.AllowDuplicateName: kit.AllowDuplicateNameAttribute("the list"),
			"description": schema.StringAttribute{
				MarkdownDescription: "Description: free text. Defaults to an empty string.",
				Optional:            true,
				Computed:            true,
				Default:             stringdefault.StaticString(""),
			},
			"ips": schema.SetAttribute{
				MarkdownDescription: "IP addresses: single IPv4 or IPv6 addresses, CIDR blocks such as `203.0.113.0/24`, and ranges " +
					"such as `203.0.113.10 - 203.0.113.20`. Spellings that mean the same addresses cause no difference.",
				ElementType: types.StringType,
				Required:    true,
				Validators:  []validator.Set{entries{}},
			},
		},
	}
}
