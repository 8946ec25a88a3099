// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365

import (
	"context"
	"regexp"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var (
	_ resource.ResourceWithConfigure   = (*domainResource)(nil)
	_ resource.ResourceWithImportState = (*domainResource)(nil)
	_ resource.ResourceWithIdentity    = (*domainResource)(nil)
	_ resource.ResourceWithModifyPlan  = (*domainResource)(nil)
)

// partKeys identify a part of a directory.
var partKeys = []kit.Key{{Name: "office365_id", Form: tenancy.ObjectID}, {Name: "id", Form: tenancy.ObjectID}}

var domainObject = kit.Object{Type: "jumpcloud_office365_domain", Title: "Microsoft 365 Domain", Keys: partKeys}

// domainName is a name of at least two labels.
var domainName = regexp.MustCompile(`^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$`)

type domainResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewDomainResource returns jumpcloud_office365_domain.
func NewDomainResource() resource.Resource {
	r := &domainResource{kit.NewResource(domainObject, tenancy.Tenant{}, domainSchema(), domainOperations{})}
	r.FoundBy(partFinder(domains, func(d domain) (id, name string) { return d.ID, d.Domain }))

	return r
}

// ModifyPlan checks that the directory is the organization's.
func (r *domainResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	if resp.Diagnostics.HasError() || req.Plan.Raw.IsNull() || !req.State.Raw.IsNull() {
		return
	}

	if t, _, ok := r.Client(ctx, resp.Plan.GetAttribute); ok {
		planDirectory(ctx, t, resp)
	}
}

type domainOperations struct{}

func (domainOperations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *domainModel) error {
	d, err := createDomain(ctx, t, plan.Office365ID.ValueString(), plan.Domain.ValueString())
	if err != nil {
		return err
	}

	plan.fromAPI(d)

	return nil
}

func (domainOperations) Read(ctx context.Context, t *jumpcloud.Tenant, m *domainModel) error {
	d, err := getDomain(ctx, t, m.Office365ID.ValueString(), m.ID.ValueString())
	if err != nil {
		return err
	}

	m.fromAPI(d)

	return nil
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
		MarkdownDescription: "Manages a domain of a Microsoft 365 directory.\n\n" + partHelp,
		Attributes: map[string]schema.Attribute{
			"office365_id": directoryID("domain"),
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the domain, 24 hexadecimal digits.",
				Computed:            true,
				PlanModifiers:       []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
			},
			"domain": schema.StringAttribute{
				MarkdownDescription: "Domain name, such as `example.com`. Changing it replaces the domain.",
				Required:            true,
				Validators:          []validator.String{stringvalidator.RegexMatches(domainName, "must be a domain name such as example.com")},
				PlanModifiers:       []planmodifier.String{stringplanmodifier.RequiresReplace()},
			},
			"default": schema.BoolAttribute{
				MarkdownDescription: "Whether it is the directory's default domain. See `default_domain_id` of `jumpcloud_office365`.",
				Computed:            true,
			},
		},
	}
}

// partHelp says how the organization is chosen for the parts of a directory.
const partHelp = "The provider reads the directory in `organization_id` first, so that another organization's is not found."

func directoryID(part string) schema.StringAttribute {
	return schema.StringAttribute{
		MarkdownDescription: "ID of the directory, 24 hexadecimal digits. Changing it replaces the " + part + ".",
		Required:            true,
		Validators:          []validator.String{tenancy.ValidID()},
		PlanModifiers:       []planmodifier.String{stringplanmodifier.RequiresReplace()},
	}
}
