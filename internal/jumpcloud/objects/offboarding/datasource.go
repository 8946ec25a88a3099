// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package offboarding

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

type model struct {
	OrganizationID types.String   `tfsdk:"organization_id"`
	Name           types.String   `tfsdk:"name"`
	AccountType    types.String   `tfsdk:"account_type"`
	PendingDelete  types.Bool     `tfsdk:"pending_delete"`
	Users          types.Int64    `tfsdk:"users"`
	Devices        types.Int64    `tfsdk:"devices"`
	Policies       types.Int64    `tfsdk:"policies"`
	Mappings       []mappingModel `tfsdk:"mappings"`
	Ready          types.Bool     `tfsdk:"ready"`
	Steps          []stepModel    `tfsdk:"steps"`
}

type mappingModel struct {
	Type          types.String `tfsdk:"type"`
	IntegrationID types.String `tfsdk:"integration_id"`
	CompanyID     types.String `tfsdk:"company_id"`
	CompanyName   types.String `tfsdk:"company_name"`
}

type stepModel struct {
	Action    types.String `tfsdk:"action"`
	Remaining types.Int64  `tfsdk:"remaining"`
}

// NewDataSource returns the data source jumpcloud_organization_offboarding.
func NewDataSource() datasource.DataSource {
	object := kit.Object{Type: "jumpcloud_organization_offboarding", Title: "Organization Offboarding"}

	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads what is still in an organization (tenant) that is to be deleted, and what to do in which order. The API " +
			"cannot delete an organization: once its devices and users are gone, one of its administrators asks JumpCloud's support " +
			"(see JumpCloud's article \"Delete an Organization\").",
		Attributes: map[string]schema.Attribute{
			"name":         schema.StringAttribute{MarkdownDescription: "Organization name.", Computed: true},
			"account_type": schema.StringAttribute{MarkdownDescription: "Account type, such as `Tenant` or `Deleted Organization`.", Computed: true},
			"pending_delete": schema.BoolAttribute{
				MarkdownDescription: "Whether JumpCloud is about to delete the organization.",
				Computed:            true,
			},
			"users":    schema.Int64Attribute{MarkdownDescription: "Number of users, staged and suspended ones included.", Computed: true},
			"devices":  schema.Int64Attribute{MarkdownDescription: "Number of devices.", Computed: true},
			"policies": schema.Int64Attribute{MarkdownDescription: "Number of policies. They go with the organization.", Computed: true},
			"mappings": kit.ShownObjects("PSA mappings of the organization: the companies that are billed for it. Null, with a warning, where "+
				"the credential may not see the provider's integrations.", map[string]schema.Attribute{
				"type":           schema.StringAttribute{MarkdownDescription: "PSA: `autotask`, `connectwise` or `syncro`.", Computed: true},
				"integration_id": schema.StringAttribute{MarkdownDescription: "ID of the integration, a UUID.", Computed: true},
				"company_id":     schema.StringAttribute{MarkdownDescription: "ID of the company in the PSA.", Computed: true},
				"company_name":   schema.StringAttribute{MarkdownDescription: "Name of the company in the PSA.", Computed: true},
			}),
			"ready": schema.BoolAttribute{
				MarkdownDescription: "Whether the deletion can be asked for: no devices, no users and no PSA mappings are left.",
				Computed:            true,
			},
			"steps": kit.ShownObjects("What to do, in this order. That devices and users must be gone before the request is JumpCloud's rule "+
				"(its article on deleting an organization); users right after devices, and taking the PSA mappings away, is this provider's advice.", map[string]schema.Attribute{
				"action": schema.StringAttribute{MarkdownDescription: "What to do.", Computed: true},
				"remaining": schema.Int64Attribute{
					MarkdownDescription: "How much of it is left to do; null where nobody can tell.",
					Computed:            true,
				},
			}),
		},
	}, look)
}

func look(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	o, err := get(ctx, t)
	if err != nil {
		return err
	}

	m.Name = types.StringValue(o.DisplayName)
	m.AccountType = types.StringValue(o.AccountType)
	m.PendingDelete = types.BoolValue(o.Settings.PendingDelete)

	for _, part := range []struct {
		to    *types.Int64
		count func() (int64, error)
	}{
		{&m.Users, func() (int64, error) { return total(ctx, t.V1("systemusers")) }},
		{&m.Devices, func() (int64, error) { return total(ctx, t.V1("systems")) }},
		{&m.Policies, func() (int64, error) { return policies(ctx, t) }},
	} {
		n, err := part.count()
		if err != nil {
			return err
		}

		*part.to = types.Int64Value(n)
	}

	mapped, err := m.lookMappings(ctx, t)
	if err != nil {
		return err
	}

	m.Steps = steps(m.Devices, m.Users, mapped, o.Settings.PendingDelete)
	m.Ready = types.BoolValue(m.Devices.ValueInt64() == 0 && m.Users.ValueInt64() == 0 && mapped.ValueInt64() == 0 && !mapped.IsNull())

	return nil
}

// lookMappings reads the PSA mappings, and returns how many there are; null where the
// credential may not see integrations, for which it needs a role with billing [kb].
func (m *model) lookMappings(ctx context.Context, t *jumpcloud.Tenant) (types.Int64, error) {
	all, err := mappings(ctx, t)
	if errors.Is(err, rest.ErrForbidden) || errors.Is(err, jumpcloud.ErrNoProvider) {
		kit.Warn(ctx, "PSA Mappings Not Known",
			"The credential may not see the provider's integrations, so nobody can tell whether a PSA still bills for this organization: "+err.Error())

		return types.Int64Null(), nil
	}

	if err != nil {
		return types.Int64Null(), err
	}

	m.Mappings = []mappingModel{}
	for _, one := range all {
		m.Mappings = append(m.Mappings, mappingModel{
			Type: types.StringValue(one.integration.Type), IntegrationID: types.StringValue(one.integration.ID),
			CompanyID: types.StringValue(one.Company.ID), CompanyName: types.StringValue(one.Company.Name),
		})
	}

	return types.Int64Value(int64(len(all))), nil
}

// steps are what the article "Delete an Organization" asks for, in its order [kb], with the
// mappings put before the request.
func steps(devices, users, mapped types.Int64, pending bool) []stepModel {
	request := int64(1)
	if pending {
		request = 0
	}

	return []stepModel{
		{types.StringValue("Remove the devices from the organization."), devices},
		{types.StringValue("Delete the users, after whoever needs their data and resources has taken them over."), users},
		{types.StringValue("Remove the PSA mappings, so that billing quantities stop being updated; correct the last one in the PSA."), mapped},
		{types.StringValue("Settle open invoices and contractual obligations: JumpCloud's finance department may have to agree."), types.Int64Null()},
		{types.StringValue("Have an administrator of the organization ask JumpCloud's support to delete it. Requests are handled Monday to " +
			"Friday, 9 to 17 Mountain time; a deletion cannot be undone."), types.Int64Value(request)},
		{types.StringValue("Forget it in Terraform: set deletion_policy = \"abandon\" on its jumpcloud_organization, apply, and remove it " +
			"from the configuration."), types.Int64Null()},
	}
}
