// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyresult

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// The states that were seen (evidence: policies 5.1); the contract lists none.
const (
	stateSuccess = "success"
	stateFailed  = "failed"
	statePending = "pending"
)

type resultModel struct {
	ID         types.String `tfsdk:"id"`
	PolicyID   types.String `tfsdk:"policy_id"`
	SystemID   types.String `tfsdk:"system_id"`
	UserID     types.String `tfsdk:"user_id"`
	State      types.String `tfsdk:"state"`
	Success    types.Bool   `tfsdk:"success"`
	ExitStatus types.Int64  `tfsdk:"exit_status"`
	StartedAt  types.String `tfsdk:"started_at"`
	EndedAt    types.String `tfsdk:"ended_at"`
	Detail     types.String `tfsdk:"detail"`
	StdErr     types.String `tfsdk:"std_err"`
	StdOut     types.String `tfsdk:"std_out"`
}

func (r result) model() resultModel {
	return resultModel{
		ID: types.StringValue(r.ID), PolicyID: types.StringValue(r.PolicyID), SystemID: types.StringValue(r.SystemID),
		UserID: types.StringValue(r.UserID), State: types.StringValue(r.State), Success: types.BoolValue(r.Success),
		ExitStatus: types.Int64Value(r.ExitStatus), StartedAt: types.StringValue(r.StartedAt), EndedAt: types.StringValue(r.EndedAt),
		Detail: types.StringValue(r.Detail), StdErr: types.StringValue(r.StdErr), StdOut: types.StringValue(r.StdOut),
	}
}

func resultAttributes() schema.NestedAttributeObject {
	return schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
		"id":          schema.StringAttribute{MarkdownDescription: "ID of the result.", Computed: true},
		"policy_id":   schema.StringAttribute{MarkdownDescription: "ID of the policy.", Computed: true},
		"system_id":   schema.StringAttribute{MarkdownDescription: "ID of the device.", Computed: true},
		"user_id":     schema.StringAttribute{MarkdownDescription: "ID of the user, where the result is one user's; else empty.", Computed: true},
		"state":       schema.StringAttribute{MarkdownDescription: "State; `success`, `failed` and `pending` are known.", Computed: true},
		"success":     schema.BoolAttribute{MarkdownDescription: "Whether the policy was applied.", Computed: true},
		"exit_status": schema.Int64Attribute{MarkdownDescription: "Exit status on the device.", Computed: true},
		"started_at":  schema.StringAttribute{MarkdownDescription: "When it began, RFC 3339.", Computed: true},
		"ended_at":    schema.StringAttribute{MarkdownDescription: "When it ended, RFC 3339; empty while it has not.", Computed: true},
		"detail":      schema.StringAttribute{MarkdownDescription: "Details from the device.", Computed: true},
		"std_err":     schema.StringAttribute{MarkdownDescription: "Standard error.", Computed: true},
		"std_out":     schema.StringAttribute{MarkdownDescription: "Standard output.", Computed: true},
	}}
}

// counts is how many devices a policy succeeded on, and which it failed on.
type counts struct {
	Success types.Int64 `tfsdk:"success"`
	Failed  types.Int64 `tfsdk:"failed"`
	Pending types.Int64 `tfsdk:"pending"`
	Other   types.Int64 `tfsdk:"other"`
	Failing types.List  `tfsdk:"failing_system_ids"`
}

// count counts states. One that is not known counts as success where the result says so,
// else as other: what nobody documents is not called a failure.
func count(all []result) counts {
	n := map[string]int64{}
	failing := []string{}

	for _, r := range all {
		state := r.State

		switch {
		case state == stateSuccess, state == stateFailed, state == statePending:
		case r.Success:
			state = stateSuccess
		default:
			state = "other"
		}

		n[state]++

		if state == stateFailed && r.SystemID != "" {
			failing = append(failing, r.SystemID)
		}
	}

	return counts{
		types.Int64Value(n[stateSuccess]), types.Int64Value(n[stateFailed]), types.Int64Value(n[statePending]), types.Int64Value(n["other"]),
		kit.StringList(failing),
	}
}

func countAttributes() map[string]schema.Attribute {
	return map[string]schema.Attribute{
		"success":            schema.Int64Attribute{MarkdownDescription: "Devices on which the latest result is a success.", Computed: true},
		"failed":             schema.Int64Attribute{MarkdownDescription: "Devices on which the latest result is a failure.", Computed: true},
		"pending":            schema.Int64Attribute{MarkdownDescription: "Devices that have not applied the policy yet.", Computed: true},
		"other":              schema.Int64Attribute{MarkdownDescription: "Devices in a state that JumpCloud does not document.", Computed: true},
		"failing_system_ids": kit.ShownList("IDs of the devices counted in `failed`."),
	}
}
