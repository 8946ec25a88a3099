// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package system

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// item is a device as both data sources show it.
type item struct {
	ID           types.String `tfsdk:"id"`
	DisplayName  types.String `tfsdk:"display_name"`
	Hostname     types.String `tfsdk:"hostname"`
	SerialNumber types.String `tfsdk:"serial_number"`
	OS           types.String `tfsdk:"os"`
	OSFamily     types.String `tfsdk:"os_family"`
	Version      types.String `tfsdk:"version"`
	Arch         types.String `tfsdk:"arch"`
	AgentVersion types.String `tfsdk:"agent_version"`
	Description  types.String `tfsdk:"description"`
	Active       types.Bool   `tfsdk:"active"`
	LastContact  types.String `tfsdk:"last_contact"`
	Created      types.String `tfsdk:"created"`
}

type model struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	item
}

func newItem(s system) item {
	text := types.StringValue

	return item{
		text(s.ID), text(s.DisplayName), text(s.Hostname), text(s.SerialNumber), text(s.OS), text(s.OSFamily), text(s.Version),
		text(s.Arch), text(s.AgentVersion), text(s.Description), types.BoolValue(s.Active), text(s.LastContact), text(s.Created),
	}
}

// shown are the attributes of a device.
func shown() map[string]schema.Attribute {
	return map[string]schema.Attribute{
		"id":            kit.ShownString("ID of the device, 24 hexadecimal digits. A device that enrolls again gets another."),
		"display_name":  kit.ShownString("Display name: what the console calls the device."),
		"hostname":      kit.ShownString("Host name."),
		"serial_number": kit.ShownString("Serial number."),
		"os":            kit.ShownString("Operating system, such as `Mac OS X`, `Windows` or `Ubuntu`."),
		"os_family":     kit.ShownString("Family of the operating system, such as `darwin`, `windows` or `linux`."),
		"version":       kit.ShownString("Version of the operating system."),
		"arch":          kit.ShownString("Architecture of the processor."),
		"agent_version": kit.ShownString("Version of the JumpCloud agent."),
		"description":   kit.ShownString("Description."),
		"active":        schema.BoolAttribute{MarkdownDescription: "Whether the device is in contact with JumpCloud.", Computed: true},
		"last_contact":  kit.ShownString("When JumpCloud heard of the device last, in RFC 3339; empty for never."),
		"created":       kit.ShownString("When the device enrolled, in RFC 3339."),
	}
}

// NewDataSource returns the data source jumpcloud_system.
func NewDataSource() datasource.DataSource {
	attributes := shown()
	keys := path.Expressions{path.MatchRoot("id")}

	for _, n := range names {
		keys = append(keys, path.MatchRoot(n.attribute))
		attributes[n.attribute] = schema.StringAttribute{
			MarkdownDescription: attributes[n.attribute].GetMarkdownDescription() + " One that several devices have is an error that lists their ids.",
			Optional:            true,
			Computed:            true,
			Validators:          []validator.String{stringvalidator.LengthAtLeast(1)},
		}
	}

	attributes["id"] = schema.StringAttribute{
		MarkdownDescription: "ID of the device, 24 hexadecimal digits. Exactly one of `id`, `hostname`, `serial_number` and `display_name` is given.",
		Optional:            true,
		Computed:            true,
		Validators:          []validator.String{stringvalidator.ExactlyOneOf(keys...), tenancy.ValidID()},
	}

	return kit.NewDataSource(kit.Object{Type: "jumpcloud_system", Title: "System"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one device (system) of an organization, by `id`, `hostname`, `serial_number` or `display_name`. It costs " +
			"a call; of many devices, `jumpcloud_systems` has the ids by host name and by serial number from one listing.",
		Attributes: attributes,
	}, lookOne)
}

func lookOne(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	s, err := find(ctx, t, *m)
	if err != nil {
		return err
	}

	m.item = newItem(s)

	return nil
}

func find(ctx context.Context, t *jumpcloud.Tenant, m model) (system, error) {
	for by, given := range []types.String{m.DisplayName, m.Hostname, m.SerialNumber} {
		if given.ValueString() != "" {
			return resolve(ctx, t, by, given.ValueString())
		}
	}

	return collections.Lookup(ctx, listing(t), m.ID.ValueString())
}
