// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365

import (
	"context"
	"regexp"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var domainObject = kit.Object{Type: "jumpcloud_office365_domain", Title: "Microsoft 365 Domain", Keys: partKeys}

// domainName is a name of at least two labels.
var domainName = regexp.MustCompile(`^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$`)

// NewDomainResource returns jumpcloud_office365_domain.
func NewDomainResource() resource.Resource {
	r := &partResource[domainModel]{kit.NewResource(domainObject, tenancy.Tenant{}, domainSchema, domainOperations{})}
	r.FoundBy(partFinder(domains, func(d domain) (id, name string) { return d.ID, d.Domain }))

	return r
}

type domainOperations struct{}

func (domainOperations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *domainModel) error {
	return kit.Fill(plan.fromAPI)(createDomain(ctx, t, plan.Office365ID.ValueString(), plan.Domain.ValueString()))
}

func (domainOperations) Read(ctx context.Context, t *jumpcloud.Tenant, m *domainModel) error {
	return kit.Fill(m.fromAPI)(getDomain(ctx, t, m.Office365ID.ValueString(), m.ID.ValueString()))
}

// Update is never reached: every attribute that can change replaces the domain.
func (domainOperations) Update(context.Context, *jumpcloud.Tenant, *domainModel, domainModel) error {
	return errNothingToChange
}

func (domainOperations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior domainModel) error {
	return removeDomain(ctx, t, prior.Office365ID.ValueString(), prior.ID.ValueString())
}

func domainSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages a domain of a Microsoft 365 directory. The default one may be refused to be destroyed. " + tenancy.TwoApplies +
			"\n\n" + partHelp,
		Attributes: map[string]schema.Attribute{
			"office365_id": directoryID("domain"),
			"id":           kit.KeptString("ID of the domain, 24 hexadecimal digits."),
			"domain": kit.RequiresReplace(kit.RequiredString("Domain name, such as `example.com`. Changing it replaces the domain.",
				stringvalidator.RegexMatches(domainName, "must be a domain name such as example.com"))),
			"default": schema.BoolAttribute{
				MarkdownDescription: "Whether it is the directory's default domain. See `default_domain_id` of `jumpcloud_office365`.",
				Computed:            true,
			},
		},
	}
}
