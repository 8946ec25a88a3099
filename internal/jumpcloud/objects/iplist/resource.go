// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var object = kit.Object{Type: "jumpcloud_iplist", Title: "IP List", Keys: tenancy.Keys}

// NewResource returns jumpcloud_iplist.
func NewResource() resource.Resource {
	r := kit.NewResource(object, tenancy.Tenant{}, resourceSchema, operations{})
	r.Named(tenancy.NamesIn("IP list", listing, ipList.candidate))
	r.FoundBy(tenancy.FindAll(listing, func(l ipList) kit.Found { return tenancy.Found(l.ID, l.Name) }))

	return &r
}

type operations struct{}

func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *resourceModel) error {
	return kit.Fill(plan.fromAPI)(create(ctx, t, plan.toAPI(), plan.AllowDuplicateName.ValueBool()))
}

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *resourceModel) error {
	return kit.Fill(m.fromAPI)(collections.Lookup(ctx, listing(t), m.ID.ValueString()))
}

// Update sends nothing where only what Terraform knows has changed: the spelling of an
// entry, or whether there may be twins.
func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *resourceModel, prior resourceModel) error {
	if plan.toAPI().same(prior.toAPI()) {
		return nil
	}

	return kit.Fill(plan.fromAPI)(update(ctx, t, plan.ID.ValueString(), plan.toAPI(), prior.toAPI()))
}

func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior resourceModel) error {
	return remove(ctx, t, prior.ID.ValueString())
}

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages an IP list: a named set of addresses that conditional access policies refer to.\n\n" +
			"One that a policy uses cannot be destroyed. " + tenancy.TwoApplies,
		Attributes: map[string]schema.Attribute{
			"id":                   kit.KeptString("ID of the IP list, 24 hexadecimal digits."),
			"name":                 kit.RequiredString("List name. The API documents neither a limit nor that it must be unique.", kit.VisibleName()),
			kit.AllowDuplicateName: kit.AllowDuplicateNameAttribute("the list"),
			"description":          kit.DefaultString("", "Description: free text. Defaults to an empty string."),
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
