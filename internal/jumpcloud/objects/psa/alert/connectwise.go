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

type connectwiseModel struct {
	base

	Priority types.String `tfsdk:"priority"`
	Source   types.String `tfsdk:"source"`
}

func (m *connectwiseModel) fields() []field {
	return []field{
		{attribute: "priority", member: "priority", group: "priority", value: &m.Priority},
		{attribute: "source", member: "source", group: "source", value: &m.Source},
	}
}

func (m *connectwiseModel) dueDays() (none any, ok bool) { return nil, true }

func (m *connectwiseModel) extend(body, configuration, options, *connectwiseModel) error { return nil }

func (m *connectwiseModel) own(map[string]bool, func(attr.Value) bool) {}

func (m *connectwiseModel) take(configuration) {}

func (m *connectwiseModel) settle(_, _ *connectwiseModel) {}

// NewConnectWise returns jumpcloud_connectwise_alert_configuration.
func NewConnectWise() resource.Resource {
	return newResource[connectwiseModel](psa.ConnectWise, connectwiseAttributes)
}

func connectwiseAttributes() map[string]schema.Attribute {
	return map[string]schema.Attribute{
		"priority": option("Priority of the ticket", false),
		"source":   option("Source of the ticket", false),
	}
}
