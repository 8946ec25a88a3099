// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package system

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// listModel is the devices of an organization, or some of them.
type listModel struct {
	OrganizationID    types.String `tfsdk:"organization_id"`
	OS                types.String `tfsdk:"os"`
	OSFamily          types.String `tfsdk:"os_family"`
	Hostname          types.String `tfsdk:"hostname"`
	SerialNumber      types.String `tfsdk:"serial_number"`
	Active            types.Bool   `tfsdk:"active"`
	Systems           []item       `tfsdk:"systems"`
	IDs               types.List   `tfsdk:"ids"`
	IDsByHostname     types.Map    `tfsdk:"ids_by_hostname"`
	IDsBySerialNumber types.Map    `tfsdk:"ids_by_serial_number"`
}

// NewListDataSource returns the data source jumpcloud_systems.
func NewListDataSource() datasource.DataSource {
	text := func(description string) schema.Attribute {
		return schema.StringAttribute{MarkdownDescription: description, Optional: true}
	}
	byName := func(of string) schema.Attribute {
		return kit.ShownMap("IDs by " + of + "; of devices that share one, the oldest one's.")
	}

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_systems", Title: "Systems"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads the devices (systems) of an organization, all or those that fit every given argument. All data sources " +
			"of one organization share one listing, of 100 devices a call.",
		Attributes: map[string]schema.Attribute{
			"os":                   text("Only devices with exactly this operating system, such as `Mac OS X`."),
			"os_family":            text("Only devices of exactly this family, such as `darwin`, `windows` or `linux`."),
			"hostname":             text("Only devices with exactly this host name."),
			"serial_number":        text("Only devices with exactly this serial number."),
			"active":               schema.BoolAttribute{MarkdownDescription: "Only devices that are in contact with JumpCloud, or only those that are not.", Optional: true},
			"systems":              kit.ShownObjects("The devices, the oldest first.", shown()),
			"ids":                  kit.ShownList("IDs of the devices, the oldest first."),
			"ids_by_hostname":      byName("host name"),
			"ids_by_serial_number": byName("serial number"),
		},
	}, lookAll)
}

// lookAll filters here: which fields the service can filter by is not documented.
func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	all, err := collections.All(ctx, listing(t))
	if err != nil {
		return err
	}

	m.Systems = []item{}
	ids, hostnames, serials := []string{}, map[string]string{}, map[string]string{}

	for _, s := range all {
		if !m.fits(s) {
			continue
		}

		m.Systems = append(m.Systems, newItem(s))
		ids = append(ids, s.ID)
		first(hostnames, s.Hostname, s.ID)
		first(serials, s.SerialNumber, s.ID)
	}

	m.IDs, m.IDsByHostname, m.IDsBySerialNumber = kit.StringList(ids), kit.StringMap(hostnames), kit.StringMap(serials)

	return nil
}

// first notes the id of whatever has a name first.
func first(ids map[string]string, name, id string) {
	if _, taken := ids[name]; !taken && name != "" {
		ids[name] = id
	}
}

func (m listModel) fits(s system) bool {
	same := func(want types.String, have string) bool { return want.IsNull() || want.ValueString() == have }

	return same(m.OS, s.OS) && same(m.OSFamily, s.OSFamily) && same(m.Hostname, s.Hostname) && same(m.SerialNumber, s.SerialNumber) &&
		(m.Active.IsNull() || m.Active.ValueBool() == s.Active)
}
