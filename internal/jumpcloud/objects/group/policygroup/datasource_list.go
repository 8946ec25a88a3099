// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroup

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// listModel is all policy groups of an organization.
type listModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	Groups         []group.Item `tfsdk:"policy_groups"`
	IDsByName      types.Map    `tfsdk:"ids_by_name"`
}

// NewListDataSource returns the data source jumpcloud_policy_groups.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_policy_groups", Title: "Policy Groups"}, tenancy.Tenant{},
		group.ListSchema("policy_groups", "policy group"), lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) (err error) {
	m.Groups, m.IDsByName, err = group.Items(ctx, t, group.PolicyGroup)

	return err
}
