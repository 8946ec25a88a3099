// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package mapping

import (
	"context"
	"fmt"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/services/psa"
)

type syncroModel struct {
	base

	Billing types.Object `tfsdk:"billing"`
}

// The members of billing. A schedule is a recurring invoice, a line item one of its lines.
var billingTypes = map[string]attr.Type{
	"schedule": types.StringType, "schedule_id": types.StringType, "schedule_name": types.StringType,
	"line_item": types.StringType, "line_item_id": types.StringType, "line_item_name": types.StringType,
}

func (m *syncroModel) spots() []spot { return []spot{m.companySpot(psa.Syncro)} }

// plan resolves schedule and line item. No record has them, so what the configuration
// spells as before stays with the ids that were sent.
func (m *syncroModel) plan(ctx context.Context, p *jumpcloud.Portal, i integration, prior *syncroModel) error {
	if m.Billing.IsNull() || m.Billing.IsUnknown() || text(m.Billing, "line_item_id") != "" {
		return nil
	}

	now, was := m.Billing.Attributes(), prior.Billing.Attributes()
	unchanged := len(was) > 0 && now["schedule"].Equal(was["schedule"]) && now["line_item"].Equal(was["line_item"]) &&
		m.IntegrationID.Equal(prior.IntegrationID)

	switch {
	case unchanged:
		m.Billing = prior.Billing

		return nil
	case now["schedule"].IsUnknown() || now["line_item"].IsUnknown() || m.IntegrationID.IsUnknown():
		return nil
	}

	options, err := jumpcloud.All(ctx, psa.BillingOptions(p, i.id))
	if err != nil {
		return fmt.Errorf("looking up the billing schedule: %w", err)
	}

	var schedules []psa.BillingSchedule
	for _, o := range options {
		schedules = append(schedules, o.Values...)
	}

	schedule, err := kit.Resolve("billing schedule", text(m.Billing, "schedule"), psa.Candidates(schedules))
	if err != nil {
		return &kit.AttributeError{Path: path.Root("billing").AtName("schedule"), Err: err}
	}

	var lines []psa.BillingLine

	for _, s := range schedules {
		if s.Candidate() == schedule {
			lines = s.Lines
		}
	}

	line, err := kit.Resolve("line item", text(m.Billing, "line_item"), psa.Candidates(lines))
	if err != nil {
		return &kit.AttributeError{
			Path: path.Root("billing").AtName("line_item"), Err: fmt.Errorf("%w\n\nLooked for on the schedule %q (%s)", err, schedule.Name, schedule.ID),
		}
	}

	m.Billing = types.ObjectValueMust(billingTypes, map[string]attr.Value{
		"schedule": now["schedule"], "schedule_id": types.StringValue(schedule.ID), "schedule_name": types.StringValue(schedule.Name),
		"line_item": now["line_item"], "line_item_id": types.StringValue(line.ID), "line_item_name": types.StringValue(line.Name),
	})

	return nil
}

func (m *syncroModel) same(prior *syncroModel) bool {
	for _, name := range []string{"schedule_id", "line_item_id"} {
		if text(m.Billing, name) != text(prior.Billing, name) {
			return false
		}
	}

	return true
}

// structField is a member of the protobuf Struct that the API shows (jumpcloud.md 5.4).
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

	for _, name := range []string{"schedule", "line_item"} {
		fields[name+"_name"] = structField{StringValue: new(text(m.Billing, name+"_name")), Kind: "stringValue"}

		// It came from the service as an integer.
		if id, err := strconv.ParseFloat(text(m.Billing, name+"_id"), 64); err == nil {
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

// text is a string of an object, or "".
func text(o types.Object, name string) string {
	s, _ := o.Attributes()[name].(types.String)

	return s.ValueString()
}

// NewSyncro returns jumpcloud_syncro_mapping.
func NewSyncro() resource.Resource {
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

	return newResource[syncroModel](psa.Syncro, s)
}
