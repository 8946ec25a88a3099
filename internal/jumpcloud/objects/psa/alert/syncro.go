// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert

import (
	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
)

type syncroModel struct {
	base

	Priority    types.String `tfsdk:"priority"`
	Status      types.String `tfsdk:"status"`
	ProblemType types.String `tfsdk:"problem_type"`
	Assignee    types.String `tfsdk:"assignee"`
}

// fields are plain strings in the API, where options have labels with numbers: the label
// is what it takes [I]. The assignee has both.
func (m *syncroModel) fields() []field {
	return []field{
		{attribute: "priority", member: "priority", group: "priority", value: &m.Priority, plain: true},
		{attribute: "status", member: "status", group: "status", value: &m.Status, plain: true},
		{attribute: "problem_type", member: "problemType", group: "problemType", value: &m.ProblemType, plain: true, required: true},
		{attribute: "assignee", member: "user", group: "user", value: &m.Assignee},
	}
}

func (m *syncroModel) dueDays() (none any, ok bool) { return omitted, true }

func (m *syncroModel) extend(body, configuration, options, *syncroModel) error { return nil }

func (m *syncroModel) own(map[string]bool, func(attr.Value) bool) {}

func (m *syncroModel) take(configuration) {}

func (m *syncroModel) settle(_, _ *syncroModel) {}

// NewSyncro returns jumpcloud_syncro_alert_configuration.
func NewSyncro() resource.Resource { return newResource[syncroModel](psa.Syncro, syncroAttributes) }

func syncroAttributes() map[string]schema.Attribute {
	const plain = ", by its label in Syncro. Left out, it stays as it is."

	priority, status := schema.StringAttribute{Optional: true, Computed: true}, schema.StringAttribute{Optional: true, Computed: true}
	priority.MarkdownDescription = "Priority of the ticket" + plain + " An empty string means none."
	status.MarkdownDescription = "Status of the ticket" + plain + " An empty string means none."

	return map[string]schema.Attribute{
		"priority": priority,
		"status":   status,
		"problem_type": schema.StringAttribute{
			MarkdownDescription: "Problem type (issue type) of the ticket" + plain, Optional: true, Computed: true, Validators: notEmpty,
		},
		"assignee": option("Assignee: the Syncro user who gets the ticket", false),
	}
}
