// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Targets are the objects that a policy or a policy group acts on, by type, as data
// sources show them. They are lists, sorted: sets of hundreds are slow in Terraform.
type Targets struct {
	SystemIDs      types.List `tfsdk:"system_ids"`
	SystemGroupIDs types.List `tfsdk:"system_group_ids"`
	UserIDs        types.List `tfsdk:"user_ids"`
	UserGroupIDs   types.List `tfsdk:"user_group_ids"`
}

// TargetsAttribute declares [Targets].
func TargetsAttribute(description string) schema.Attribute {
	list := func(of string) schema.Attribute {
		return kit.ShownList("IDs of " + of + ", sorted.")
	}

	return schema.SingleNestedAttribute{
		MarkdownDescription: description,
		Computed:            true,
		Attributes: map[string]schema.Attribute{
			"system_ids":       list("devices (systems)"),
			"system_group_ids": list("device groups"),
			"user_ids":         list("users"),
			"user_group_ids":   list("user groups"),
		},
	}
}

// targets arranges what was found by type.
func targets(lists map[string]types.List, err error) (*Targets, error) {
	if err != nil {
		return nil, err
	}

	return &Targets{lists[System], lists[SystemGroup], lists[User], lists[UserGroup]}, nil
}

// Associated are the targets that an object is directly associated with.
func Associated(ctx context.Context, t *jumpcloud.Tenant, owner Ref) (*Targets, error) {
	return targets(AssociationsByType(ctx, t, owner, TargetTypes...))
}

// Effective are the targets that an object reaches through any path.
func Effective(ctx context.Context, t *jumpcloud.Tenant, from Ref) (*Targets, error) {
	return targets(byType(ctx, from, TargetTypes, func(to string) ([]string, error) {
		return Reach(ctx, t, from, strings.ReplaceAll(to, "_", "")+"s")
	}))
}
