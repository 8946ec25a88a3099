// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// finding is a vendor's mapping as data sources show it.
type finding[F any] interface {
	*F

	shown(r *record)
}

// singleFinding is one that was asked for by its organization.
type singleFinding[F any] interface {
	finding[F]

	asked() (integrationID, organizationID types.String)
}

// listModel is all mappings of an integration.
type listModel[F any] struct {
	IntegrationID           types.String `tfsdk:"integration_id"`
	Mappings                []F          `tfsdk:"mappings"`
	UnmappedOrganizationIDs types.List   `tfsdk:"unmapped_organization_ids"`
}

func newDataSource[F any, P singleFinding[F]](v psa.Vendor, members map[string]string) datasource.DataSource {
	attributes := computed(members)
	attributes["integration_id"] = psa.IntegrationIDAttribute(v)
	attributes["organization_id"] = tenancy.RequiredID("Organization: ID of the organization, 24 hexadecimal digits.")

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_" + v.Type + "_mapping", Title: v.Title + " Mapping"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: fmt.Sprintf("Reads the mapping of an organization in a %s integration. It is an error if the organization has none.", v.Title),
		Attributes:          attributes,
	}, func(ctx context.Context, p *jumpcloud.Portal, m *F) error {
		id, organization := P(m).asked()

		r, err := integration{v, id.ValueString()}.find(ctx, p, organization.ValueString())
		if err == nil {
			P(m).shown(&r)
		}

		return err
	})
}

func newList[F any, P finding[F]](v psa.Vendor, members map[string]string) datasource.DataSource {
	attributes := computed(members)
	attributes["organization_id"] = schema.StringAttribute{MarkdownDescription: "ID of the organization.", Computed: true}

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_" + v.Type + "_mappings", Title: v.Title + " Mappings"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: fmt.Sprintf("Reads all mappings of a %s integration, and which organizations have none.", v.Title),
		Attributes: map[string]schema.Attribute{
			"integration_id":            psa.IntegrationIDAttribute(v),
			"mappings":                  kit.ShownObjects("Mappings, in the order of their organizations' ids.", attributes),
			"unmapped_organization_ids": kit.ShownList("IDs of the provider's organizations that are not mapped, sorted: nobody is billed for them."),
		},
	}, func(ctx context.Context, p *jumpcloud.Portal, m *listModel[F]) error {
		listed, err := collections.All(ctx, integration{v, m.IntegrationID.ValueString()}.listing(p))
		if err != nil {
			return err
		}

		all := map[string]*record{}
		for _, r := range listed {
			all[r.Organization.ID] = &r
		}

		m.Mappings = []F{}

		for _, organization := range slices.Sorted(maps.Keys(all)) {
			if all[organization].mapped() {
				var one F

				P(&one).shown(all[organization])
				m.Mappings = append(m.Mappings, one)
			}
		}

		// The list may or may not have organizations without a mapping (evidence: psa 4.1).
		organizations, err := p.Organizations(ctx)
		unmapped := []string{}

		for _, o := range organizations {
			if !all[o.ID].mapped() {
				unmapped = append(unmapped, o.ID)
			}
		}

		slices.Sort(unmapped)
		m.UnmappedOrganizationIDs = kit.StringList(slices.Compact(unmapped))

		return err
	})
}

// computed are the strings of a mapping. Autotask's number stands beside them.
func computed(members map[string]string) map[string]schema.Attribute {
	attributes := map[string]schema.Attribute{}

	for name, description := range members {
		attributes[name] = schema.StringAttribute{MarkdownDescription: description, Computed: true}
	}

	if _, ok := members["service_id"]; ok {
		attributes["non_billable_users"] = schema.Int64Attribute{
			MarkdownDescription: "Non-billable users: how many users are not billed; null without a service.", Computed: true,
		}
	}

	return attributes
}
