// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemassociation

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// NewDataSource returns the data source jumpcloud_system_association.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Asserts that a device (system) is bound to a target directly: an error where it is not.",
		Attributes: map[string]schema.Attribute{
			"system_id":             tenancy.RequiredID("Device: ID of the device (system), 24 hexadecimal digits."),
			"target_type":           group.SoughtTargetType("Type of the target: "+targetTypes, group.SystemTargetTypes),
			"target_id":             tenancy.RequiredID("Target: ID of the object of that type, 24 hexadecimal digits."),
			"sudo_enabled":          kit.ShownBool("Whether the user, or the users of the group, are administrators on the device."),
			"sudo_without_password": kit.ShownBool("Whether they need no password for it."),
		},
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
		return operations{}.Read(ctx, t, m)
	})
}
