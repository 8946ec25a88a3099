// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type configurationsModel struct {
	Type           types.String        `tfsdk:"type"`
	Configurations []configurationItem `tfsdk:"alert_configurations"`
	IDsByName      types.Map           `tfsdk:"alert_ids_by_name"`
}

type configurationItem struct {
	AlertID       types.String `tfsdk:"alert_id"`
	Alert         types.String `tfsdk:"alert"`
	CreateTickets types.Bool   `tfsdk:"create_tickets"`
	Priority      types.String `tfsdk:"priority"`
	Status        types.String `tfsdk:"status"`
	Source        types.String `tfsdk:"source"`
	ProblemType   types.String `tfsdk:"problem_type"`
	DueDays       types.Int64  `tfsdk:"due_days"`
	Queue         types.String `tfsdk:"queue"`
	Resource      types.String `tfsdk:"resource"`
	Assignee      types.String `tfsdk:"assignee"`
}

// NewConfigurations returns jumpcloud_ticketing_alert_configurations.
func NewConfigurations() datasource.DataSource {
	text := kit.ShownString

	return kit.NewDataSource(kit.Object{
		Type: "jumpcloud_ticketing_alert_configurations", Title: "Ticketing Alert Configurations",
	}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads what every alert does in the PSA of one vendor: whether it makes tickets, and which. What the vendor does not " +
			"have, or nobody has set, is null. It needs an integration of the vendor.",
		Attributes: map[string]schema.Attribute{
			"type": schema.StringAttribute{
				MarkdownDescription: "Vendor: `autotask`, `connectwise` or `syncro`.",
				Required:            true,
				Validators:          []validator.String{kit.OneOf("vendor", psa.Types...)},
			},
			"alert_configurations": schema.ListNestedAttribute{
				MarkdownDescription: "Configurations, in the order of the service.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"alert_id":       text("ID of the alert with this vendor, a UUID."),
					"alert":          text("Name of the alert."),
					"create_tickets": schema.BoolAttribute{MarkdownDescription: "Whether the alert makes tickets.", Computed: true},
					"priority":       text("Priority of the tickets, by name."),
					"status":         text("Status of new tickets, by name; not with ConnectWise."),
					"source":         text("Source of the tickets, by name; not with Syncro."),
					"problem_type":   text("Problem type of the tickets; with Syncro alone."),
					"due_days":       schema.Int64Attribute{MarkdownDescription: "Days until a ticket is due.", Computed: true},
					"queue":          text("Queue that tickets go to, by name; with Autotask alone."),
					"resource":       text("Resource (person) that tickets go to, by name; with Autotask alone."),
					"assignee":       text("User that tickets are assigned to, by name; with Syncro alone."),
				}},
			},
			"alert_ids_by_name": schema.MapAttribute{
				MarkdownDescription: "IDs of the alerts with this vendor, by name.", ElementType: types.StringType, Computed: true,
			},
		},
	}, lookConfigurations)
}

func lookConfigurations(ctx context.Context, p *jumpcloud.Portal, m *configurationsModel) error {
	v, err := psa.VendorOf(m.Type.ValueString())
	if err != nil {
		return err
	}

	all, err := configurations(ctx, p, v)
	ids := map[string]string{}
	m.Configurations = []configurationItem{}

	for _, c := range all {
		ids[c.DisplayName] = c.AlertID
		m.Configurations = append(m.Configurations, configurationItem{
			types.StringValue(c.AlertID), types.StringValue(c.DisplayName), types.BoolValue(c.ShouldCreateTickets),
			nameOf(c.member("priority")), nameOf(c.member("status")), nameOf(c.member("source")), nameOf(c.member("problemType")),
			types.Int64PointerValue(c.DueDays), nameOf(c.Queue), nameOf(c.Resource), nameOf(c.member("user")),
		})
	}

	m.IDsByName = kit.StringMap(ids)

	return err
}

// nameOf is the name of a choice, null where there is none.
func nameOf(c *choice) types.String {
	if c == nil || c.Name == "" {
		return types.StringNull()
	}

	return types.StringValue(c.Name)
}
