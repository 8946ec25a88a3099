// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package systemassociation

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// NewDataSource returns the data source jumpcloud_system_association.
func NewDataSource() datasource.DataSource {
	flag := func(description string) schema.Attribute {
		return schema.BoolAttribute{MarkdownDescription: description, Computed: true}
	}

	return kit.NewDataSource(object, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Asserts that a device (system) is bound to a target directly: an error where it is not.",
		Attributes: map[string]schema.Attribute{
			"system_id": schema.StringAttribute{
				MarkdownDescription: "Device: ID of the device (system), 24 hexadecimal digits.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
			"target_type": schema.StringAttribute{
				MarkdownDescription: "Type of the target: " + targetTypes,
				Required:            true,
				Validators:          []validator.String{kit.OneOf("target type", group.SystemTargetTypes...)},
			},
			"target_id": schema.StringAttribute{
				MarkdownDescription: "Target: ID of the object of that type, 24 hexadecimal digits.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
			"sudo_enabled":          flag("Whether the user, or the users of the group, are administrators on the device."),
			"sudo_without_password": flag("Whether they need no password for it."),
		},
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
		return operations{}.Read(ctx, t, m)
	})
}
