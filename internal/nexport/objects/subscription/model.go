// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package subscription

import (
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
)

// model is a subscription in HCL.
type model struct {
	ID             types.String `tfsdk:"id"`
	OrganizationID types.String `tfsdk:"organization_id"`
	UserID         types.String `tfsdk:"user_id"`
	Enabled        types.Bool   `tfsdk:"enabled"`
	Status         types.String `tfsdk:"status"`
	Fields         types.Map    `tfsdk:"custom_profile_fields"`
}

// fromAPI leaves a status alone that nobody manages, and one that the service does not show.
func (m *model) fromAPI(s subscription) {
	m.ID = types.StringValue(s.id())
	m.OrganizationID = scope.Served(s.OrgID, m.OrganizationID)
	m.UserID = scope.Served(s.UserID, m.UserID)
	m.Enabled = types.BoolValue(!s.Disabled)

	if !m.Status.IsNull() && s.Status != nil {
		m.Status = types.StringValue(s.Status.String())
	}
}

// fields are the custom profile fields that are managed.
func (m model) fields() map[string]string {
	all := map[string]string{}

	for key, v := range m.Fields.Elements() {
		if text, ok := v.(types.String); ok {
			all[key] = text.ValueString()
		}
	}

	return all
}

// show has of what is held those fields that are managed. Nobody documents whether an empty
// text is held, so that one that is not held is as good.
func (m *model) show(held map[string]string) {
	managed := m.fields()
	for key := range managed {
		text, ok := held[key]
		if !ok && managed[key] != "" {
			delete(managed, key)
		} else {
			managed[key] = text
		}
	}

	m.Fields = kit.StringMap(managed)
}

// since are the fields that differ from prior, and empty texts for those that are managed
// no more.
func (m model) since(prior model) map[string]string {
	now, before := m.fields(), prior.fields()
	changed := map[string]string{}

	for key, text := range now {
		if was, ok := before[key]; !ok || was != text {
			changed[key] = text
		}
	}

	for key := range before {
		if _, still := now[key]; !still {
			changed[key] = ""
		}
	}

	return changed
}
