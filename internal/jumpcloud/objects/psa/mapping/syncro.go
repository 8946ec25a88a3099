// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type syncroModel struct {
	base

	Billing types.Object `tfsdk:"billing"`

	bills *billing // the members of Billing, once they are asked for
}

// billing is what a mapping bills. A schedule is a recurring invoice, a line item one of
// its lines.
type billing struct {
	Schedule     types.String `tfsdk:"schedule"`
	ScheduleID   types.String `tfsdk:"schedule_id"`
	ScheduleName types.String `tfsdk:"schedule_name"`
	LineItem     types.String `tfsdk:"line_item"`
	LineItemID   types.String `tfsdk:"line_item_id"`
	LineItemName types.String `tfsdk:"line_item_name"`
}

var billingTypes = map[string]attr.Type{
	"schedule": types.StringType, "schedule_id": types.StringType, "schedule_name": types.StringType,
	"line_item": types.StringType, "line_item_id": types.StringType, "line_item_name": types.StringType,
}

func (m *syncroModel) billing() *billing {
	if m.bills == nil {
		text := func(name string) types.String {
			if m.Billing.IsUnknown() {
				return types.StringUnknown()
			}

			s, _ := m.Billing.Attributes()[name].(types.String)

			return s
		}
		m.bills = &billing{
			text("schedule"), text("schedule_id"), text("schedule_name"), text("line_item"), text("line_item_id"), text("line_item_name"),
		}
	}

	return m.bills
}

// spots of the billing are in no record: what the configuration spells as before stays
// with the ids that were sent.
func (m *syncroModel) spots() []spot {
	b, at := m.billing(), path.Root("billing")

	return []spot{
		m.companySpot(psa.Syncro),
		{target{
			noun: "billing schedule", at: at.AtName("schedule"), first: true,
			advice: "Schedules are Syncro's recurring invoices.",
			candidates: func(ctx context.Context, p *jumpcloud.Portal, i integration, _ string) ([]kit.Candidate, error) {
				all, err := schedules(ctx, p, i)

				return psa.Candidates(all), err
			},
		}, &b.Schedule, &b.ScheduleID, &b.ScheduleName},
		{target{
			noun: "line item", at: at.AtName("line_item"),
			advice: "JumpCloud only updates line items that already exist on the schedule: add the line in Syncro, or correct `line_item`.",
			candidates: func(ctx context.Context, p *jumpcloud.Portal, i integration, scheduleID string) ([]kit.Candidate, error) {
				all, err := schedules(ctx, p, i)

				for _, s := range all {
					if s.Candidate().ID == scheduleID {
						return psa.Candidates(s.Lines), nil
					}
				}

				return nil, err
			},
		}, &b.LineItem, &b.LineItemID, &b.LineItemName},
	}
}

// schedules are those of all options.
func schedules(ctx context.Context, p *jumpcloud.Portal, i integration) ([]psa.BillingSchedule, error) {
	options, err := collections.All(ctx, psa.BillingOptions(p, i.id))

	var all []psa.BillingSchedule
	for _, o := range options {
		all = append(all, o.Values...)
	}

	return all, err
}

func (m *syncroModel) settle() {
	if m.Billing.IsNull() || m.Billing.IsUnknown() {
		return
	}

	b := m.billing()
	m.Billing = types.ObjectValueMust(billingTypes, map[string]attr.Value{
		"schedule": b.Schedule, "schedule_id": b.ScheduleID, "schedule_name": b.ScheduleName,
		"line_item": b.LineItem, "line_item_id": b.LineItemID, "line_item_name": b.LineItemName,
	})
}

func (m *syncroModel) same(*syncroModel) bool { return true }

// structField is a member of the protobuf Struct that the API shows (evidence: psa 4.4).
type structField struct {
	StringValue *string  `json:"stringValue,omitzero"`
	NumberValue *float64 `json:"numberValue,omitzero"`
	Kind        string   `json:"kind"`
}

func (m *syncroModel) extend(e element) {
	e["billingConfigurations"] = nil
	if m.Billing.IsNull() {
		return
	}

	fields := map[string]structField{}

	b := m.billing()
	for name, of := range map[string][2]types.String{
		"schedule": {b.ScheduleID, b.ScheduleName}, "line_item": {b.LineItemID, b.LineItemName},
	} {
		fields[name+"_name"] = structField{StringValue: new(of[1].ValueString()), Kind: "stringValue"}

		// It came from the service as an integer.
		if id, err := strconv.ParseFloat(of[0].ValueString(), 64); err == nil {
			fields[name+"_id"] = structField{NumberValue: &id, Kind: "numberValue"}
		}
	}

	e["billingConfigurations"] = map[string]any{"fields": fields}
}

// shows cannot tell: no record has the billing configuration.
func (m *syncroModel) shows(*record) (same, visible bool) { return true, false }

func (m *syncroModel) take(*record) {
	if m.Billing.IsNull() {
		m.Billing = types.ObjectNull(billingTypes)
	}
}

// NewSyncro returns jumpcloud_syncro_mapping.
func NewSyncro() resource.Resource { return newResource[syncroModel](psa.Syncro, syncroSchema) }

func syncroSchema() schema.Schema {
	s := baseSchema(psa.Syncro, "\n\nJumpCloud never shows what a Syncro mapping bills: `billing` is kept as it was last sent, a change made elsewhere goes "+
		"unnoticed, and after an import the configured one is sent again.")

	inner := map[string]schema.Attribute{}
	for name, description := range map[string]string{
		"schedule":  "Schedule: the recurring invoice, by its exact name or its id.",
		"line_item": "Line item: the line of the schedule whose quantity follows usage, by its exact name or its id.",
	} {
		part(inner, name, description, true)
	}

	s.Attributes["billing"] = schema.SingleNestedAttribute{
		MarkdownDescription: "Billing: what usage updates in Syncro. Left out, nothing is billed. It cannot be read back.",
		Optional:            true,
		Attributes:          inner,
	}

	return s
}
