// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert

import (
	"context"
	"fmt"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// catalogued is an alert of the catalogue.
type catalogued struct {
	ID          int64  `json:"id"`
	Name        string `json:"name"`
	Category    string `json:"category"`
	Description string `json:"description"`
}

type catalogueModel struct {
	Alerts []catalogueItem `tfsdk:"alerts"`
	Names  types.List      `tfsdk:"names"`
}

type catalogueItem struct {
	ID          types.String `tfsdk:"id"`
	Name        types.String `tfsdk:"name"`
	Category    types.String `tfsdk:"category"`
	Description types.String `tfsdk:"description"`
}

// NewCatalogue returns jumpcloud_ticketing_alerts.
func NewCatalogue() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_ticketing_alerts", Title: "Ticketing Alerts"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the alerts that can create tickets in a PSA: JumpCloud's own catalogue.",
		Attributes: map[string]schema.Attribute{
			"alerts": psa.ItemsAttribute("Alerts.", map[string]string{
				"id":   "Number of the alert in the catalogue. It is not the `alert_id` that each PSA's configurations have.",
				"name": "Name.", "category": "Category.", "description": "What raises it.",
			}),
			"names": kit.ShownList("Names of the alerts."),
		},
	}, func(ctx context.Context, p *jumpcloud.Portal, m *catalogueModel) error {
		route, err := p.Own(ctx, "integrations", "ticketing", "alerts")
		if err != nil {
			return err
		}

		all, err := collections.All(ctx, collections.Listing[catalogued]{
			Route: route, Whole: true, ID: func(a catalogued) string { return strconv.FormatInt(a.ID, 10) },
		})
		m.Alerts = []catalogueItem{}
		names := []string{}

		for _, a := range all {
			m.Alerts = append(m.Alerts, catalogueItem{types.StringValue(strconv.FormatInt(a.ID, 10)), types.StringValue(a.Name), types.StringValue(a.Category), types.StringValue(a.Description)})
			names = append(names, a.Name)
		}

		m.Names = kit.StringList(names)

		return err
	})
}

type optionsModel struct {
	Options types.Map `tfsdk:"options"`
}

type autotaskOptionsModel struct {
	optionsModel

	Resources types.Map `tfsdk:"resources"`
}

// values are ids by label.
func values(all []optionValue) map[string]string {
	ids := map[string]string{}
	for _, v := range all {
		ids[v.Label] = strconv.FormatInt(v.Value, 10)
	}

	return ids
}

// mapOfMaps makes a map of maps of strings.
func mapOfMaps(all map[string]map[string]string) types.Map {
	elements := map[string]attr.Value{}
	for name, one := range all {
		elements[name] = kit.StringMap(one)
	}

	return types.MapValueMust(types.MapType{ElemType: types.StringType}, elements)
}

func (m *optionsModel) take(o options) {
	groups := map[string]map[string]string{}
	for _, g := range o.groups() {
		groups[g.Name] = values(g.Values)
	}

	m.Options = mapOfMaps(groups)
}

func (m *autotaskOptionsModel) take(o options) {
	m.optionsModel.take(o)

	people := map[string]map[string]string{}
	for _, p := range o.Resources {
		people[p.Name] = values(p.Roles)
	}

	m.Resources = mapOfMaps(people)
}

func optionsAttributes(v psa.Vendor) map[string]schema.Attribute {
	return map[string]schema.Attribute{"options": schema.MapAttribute{
		MarkdownDescription: fmt.Sprintf("What can be chosen in `jumpcloud_%s_alert_configuration`: ids by label, by the group that they are of.", v.Type),
		ElementType:         types.MapType{ElemType: types.StringType},
		Computed:            true,
	}}
}

// optionsForm is either model; M is its struct.
type optionsForm[M any] interface {
	*M

	take(o options)
}

func newOptions[M any, F optionsForm[M]](v psa.Vendor, attributes map[string]schema.Attribute) datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_" + v.Type + "_alert_options", Title: v.Title + " Alert Options"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: fmt.Sprintf("Reads what can be chosen for tickets in %[1]s, such as priorities. It needs a %[1]s integration.", v.Title),
		Attributes:          attributes,
	}, func(ctx context.Context, p *jumpcloud.Portal, m *M) error {
		o, err := readOptions(ctx, p, v)
		F(m).take(o)

		return err
	})
}

// NewConnectWiseOptions returns jumpcloud_connectwise_alert_options.
func NewConnectWiseOptions() datasource.DataSource {
	return newOptions[optionsModel](psa.ConnectWise, optionsAttributes(psa.ConnectWise))
}

// NewSyncroOptions returns jumpcloud_syncro_alert_options.
func NewSyncroOptions() datasource.DataSource {
	return newOptions[optionsModel](psa.Syncro, optionsAttributes(psa.Syncro))
}

// NewAutotaskOptions returns jumpcloud_autotask_alert_options.
func NewAutotaskOptions() datasource.DataSource {
	attributes := optionsAttributes(psa.Autotask)
	attributes["resources"] = schema.MapAttribute{
		MarkdownDescription: "Resources, the people of Autotask: ids of each one's roles by label, by the resource's name.",
		ElementType:         types.MapType{ElemType: types.StringType},
		Computed:            true,
	}

	return newOptions[autotaskOptionsModel](psa.Autotask, attributes)
}
