// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationshare

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type sharesModel struct {
	ObjectType      types.String `tfsdk:"object_type"`
	ObjectID        types.String `tfsdk:"object_id"`
	OrganizationIDs types.List   `tfsdk:"organization_ids"`
}

// NewDataSource returns the data source jumpcloud_organization_shares.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_organization_shares", Title: "Organization Shares"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads with which organizations of the provider one object of the primary organization is shared.\n\n" +
			"For a directory or an application this costs one call. The service has no such list for groups: all organizations that the " +
			"provider block allows are asked for their groups, and one that does not show a group that is shared with it is left out.",
		Attributes: map[string]schema.Attribute{
			objectType: schema.StringAttribute{
				MarkdownDescription: "Type of the object: " + typesHelp,
				Required:            true,
				Validators:          []validator.String{kit.OneOf("type of object", objectTypes...)},
			},
			objectID:                tenancy.RequiredID("ID of the object, 24 hexadecimal digits."),
			tenancy.OrganizationIDs: kit.ShownList("IDs of the organizations that the object is shared with, sorted."),
		},
	}, func(ctx context.Context, p *jumpcloud.Portal, m *sharesModel) error {
		ids, err := sharedWith(ctx, p, m.ObjectType.ValueString(), m.ObjectID.ValueString())
		m.OrganizationIDs = kit.StringList(ids)

		return err
	})
}

type objectsModel struct {
	ObjectType types.String `tfsdk:"object_type"`
	Objects    []objectItem `tfsdk:"objects"`
	IDsByName  types.Map    `tfsdk:"ids_by_name"`
}

type objectItem struct {
	ID   types.String `tfsdk:"id"`
	Name types.String `tfsdk:"name"`
}

// NewObjectsDataSource returns the data source jumpcloud_shareable_objects.
func NewObjectsDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_shareable_objects", Title: "Shareable Objects"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the directories or the applications of the primary organization, which `jumpcloud_organization_share` can share. " +
			"Its groups are listed by `jumpcloud_policy_groups`, `jumpcloud_system_groups` and `jumpcloud_user_groups` with its `organization_id`.",
		Attributes: map[string]schema.Attribute{
			objectType: schema.StringAttribute{
				MarkdownDescription: "Type of the objects: `active_directory`, `application` or `g_suite` (Google Workspace).",
				Required:            true,
				Validators:          []validator.String{kit.OneOf("type of object", listedTypes...)},
			},
			"objects": kit.ShownObjects("The objects, the oldest first.", map[string]schema.Attribute{
				"id":   kit.ShownString("ID of the object."),
				"name": kit.ShownString("What the console calls it: the domain of an Active Directory, the display label of an application."),
			}),
			"ids_by_name": kit.ShownMap("IDs by name; of objects that share a name, the oldest one's."),
		},
	}, lookObjects)
}

func lookObjects(ctx context.Context, p *jumpcloud.Portal, m *objectsModel) error {
	all, err := objects(ctx, p, m.ObjectType.ValueString())
	m.Objects = []objectItem{}

	for _, o := range all {
		m.Objects = append(m.Objects, objectItem{types.StringValue(o.ID), types.StringValue(o.Name)})
	}

	m.IDsByName = kit.IDsByName(kit.Candidates(all, func(o object) kit.Candidate { return kit.Candidate(o) }))

	return err
}
