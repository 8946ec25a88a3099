// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	resourceschema "github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// NewEdgeDataSource returns the data source that asserts one edge, whose keys are the attributes.
func NewEdgeDataSource[M EdgeModel](o kit.Object, help string, attributes map[string]schema.Attribute) datasource.DataSource {
	s := schema.Schema{MarkdownDescription: help, Attributes: attributes}

	return kit.NewDataSource(o, tenancy.Tenant{}, s, EdgeOperations[M]{}.Read)
}

// SoughtTargetType is the type of the other end, in a data source that asserts an edge.
func SoughtTargetType(help string, allowed []string) schema.StringAttribute {
	return schema.StringAttribute{
		MarkdownDescription: help, Required: true, Validators: []validator.String{kit.OneOf("target type", allowed...)},
	}
}

// KeyTargetType is the type of the other end, in the resource of an edge: with another one it is
// another edge.
func KeyTargetType(help string, allowed []string) resourceschema.StringAttribute {
	return resourceschema.StringAttribute{
		MarkdownDescription: help, Required: true, Validators: []validator.String{kit.OneOf("target type", allowed...)},
		PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplace()},
	}
}

// BoundAttributes are what a data source shows of the targets of an owner, besides its id. noun is
// what people call one.
func BoundAttributes(noun string) map[string]schema.Attribute {
	return map[string]schema.Attribute{
		"include_effective": schema.BoolAttribute{
			MarkdownDescription: "Whether to read `effective` as well, which costs at least four calls more. Defaults to false.",
			Optional:            true,
		},
		"direct":    TargetsAttribute("Targets that the " + noun + " is bound to directly."),
		"effective": TargetsAttribute("Targets that it reaches through any path; null unless `include_effective`."),
	}
}

// Bound returns what an owner is bound to directly and, where that is asked for, what it reaches
// through any path, else nil.
func Bound(ctx context.Context, t *jumpcloud.Tenant, of Ref, andEffective types.Bool) (direct, effective *Targets, err error) {
	direct, err = Associated(ctx, t, of)
	if err == nil && andEffective.ValueBool() {
		effective, err = Effective(ctx, t, of)
	}

	return direct, effective, err
}

// MemberLists returns the ids of a group's direct members, and of those that the service counts
// through any path.
func MemberLists(ctx context.Context, t *jumpcloud.Tenant, of Ref) (direct, effective types.List, err error) {
	now, err := Members(of).Now(ctx, t)
	if err != nil {
		return direct, effective, err
	}

	reached, err := Reach(ctx, t, of, "membership")

	return kit.StringList(now), kit.StringList(reached), err
}
