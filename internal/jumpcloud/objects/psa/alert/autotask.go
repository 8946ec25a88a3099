// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type autotaskModel struct {
	base

	Priority    types.String `tfsdk:"priority"`
	Status      types.String `tfsdk:"status"`
	Source      types.String `tfsdk:"source"`
	Destination types.Object `tfsdk:"destination"`
}

var (
	resourceTypes    = map[string]attr.Type{"name": types.StringType, "role": types.StringType}
	destinationTypes = map[string]attr.Type{"queue": types.StringType, "resource": types.ObjectType{AttrTypes: resourceTypes}}
)

func (m *autotaskModel) fields() []field {
	return []field{
		{attribute: "priority", member: "priority", group: "priority", value: &m.Priority, required: true},
		{attribute: "status", member: "status", group: "status", value: &m.Status, required: true},
		{attribute: "source", member: "source", group: "source", value: &m.Source},
	}
}

func (m *autotaskModel) dueDays() (none any, ok bool) { return nil, false }

// extend adds where tickets go: to a queue, or to a resource in one of its roles [S].
func (m *autotaskModel) extend(b body, now configuration, o options, prior *autotaskModel) error {
	b["destination"], b["queue"], b["resource"] = now.Destination, nil, nil

	if !m.Destination.IsNull() && !m.Destination.IsUnknown() && !m.Destination.Equal(prior.Destination) {
		return m.send(b, o)
	}

	switch {
	case now.Destination == toQueue && now.Queue != nil:
		b["queue"] = *now.Queue
	case now.Destination == toResource && now.Resource != nil:
		b["resource"] = *now.Resource
	default:
		return missing("destination")
	}

	return nil
}

// The destinations of a ticket.
const (
	toQueue    = "queue"
	toResource = "resource"
)

func (m *autotaskModel) send(b body, o options) error {
	root := path.Root("destination")

	if queue := text(m.Destination, "queue"); !queue.IsNull() {
		b["destination"] = toQueue

		if queue.IsUnknown() {
			return nil
		}

		c, err := among("queue", queue.ValueString(), o.of("queue"), false)
		if err != nil {
			return &kit.AttributeError{Path: root.AtName("queue"), Err: err}
		}

		b["queue"] = *c

		return nil
	}

	b["destination"] = toResource
	inner, _ := m.Destination.Attributes()["resource"].(types.Object)
	name, role := text(inner, "name"), text(inner, "role")

	if name.IsUnknown() || role.IsUnknown() || inner.IsUnknown() {
		return nil
	}

	people := []optionValue{}
	for _, p := range o.Resources {
		people = append(people, optionValue{p.Name, p.ID})
	}

	c, err := among("resource", name.ValueString(), people, false)
	if err != nil {
		return &kit.AttributeError{Path: root.AtName("resource").AtName("name"), Err: err}
	}

	var roles []optionValue

	for _, p := range o.Resources {
		if p.ID == c.ID {
			roles = p.Roles
		}
	}

	if c.Role, err = among("role", role.ValueString(), roles, false); err != nil {
		return &kit.AttributeError{
			Path: root.AtName("resource").AtName("role"), Err: fmt.Errorf("%w\n\nRoles are those of the resource %q", err, c.Name),
		}
	}

	b["resource"] = *c

	return nil
}

func (m *autotaskModel) own(all map[string]bool, given func(attr.Value) bool) {
	for _, member := range []string{"destination", toQueue, toResource} {
		all[member] = given(m.Destination)
	}
}

// take keeps the spelling of a destination that is where it was.
func (m *autotaskModel) take(c configuration) {
	queue, inner := text(m.Destination, "queue"), types.ObjectNull(resourceTypes)
	before, _ := m.Destination.Attributes()["resource"].(types.Object)

	switch {
	case c.Destination == toQueue && c.Queue != nil:
		queue = spelled(queue, c.Queue)
	case c.Destination == toResource && c.Resource != nil && c.Resource.Role != nil:
		queue = types.StringNull()
		inner = types.ObjectValueMust(resourceTypes, map[string]attr.Value{
			"name": spelled(text(before, "name"), c.Resource), "role": spelled(text(before, "role"), c.Resource.Role),
		})
	default:
		m.Destination = types.ObjectNull(destinationTypes)

		return
	}

	m.Destination = types.ObjectValueMust(destinationTypes, map[string]attr.Value{"queue": queue, "resource": inner})
}

func (m *autotaskModel) settle(config, prior *autotaskModel) {
	if config.Destination.IsNull() {
		m.Destination = prior.Destination
	}
}

// text is a string of an object; null where the object has none.
func text(o types.Object, name string) types.String {
	s, ok := o.Attributes()[name].(types.String)
	if !ok {
		return types.StringNull()
	}

	return s
}

var notEmpty = []validator.String{stringvalidator.LengthAtLeast(1)}

// NewAutotask returns jumpcloud_autotask_alert_configuration.
func NewAutotask() resource.Resource {
	return newResource[autotaskModel](psa.Autotask, autotaskAttributes)
}

func autotaskAttributes() map[string]schema.Attribute {
	return map[string]schema.Attribute{
		"priority": option("Priority of the ticket", true),
		"status":   option("Status of the ticket", true),
		"source":   option("Source of the ticket", false),
		"destination": schema.SingleNestedAttribute{
			MarkdownDescription: "Destination: where tickets go, either `queue` or `resource`. Left out, it stays as it is.",
			Optional:            true,
			Computed:            true,
			Attributes: map[string]schema.Attribute{
				"queue": schema.StringAttribute{
					MarkdownDescription: "Queue, by its label in Autotask or its id.",
					Optional:            true,
					Validators: append([]validator.String{
						stringvalidator.ExactlyOneOf(path.MatchRelative().AtParent().AtName("queue"), path.MatchRelative().AtParent().AtName("resource")),
					}, notEmpty...),
				},
				"resource": schema.SingleNestedAttribute{
					MarkdownDescription: "Resource: the person who gets the ticket.",
					Optional:            true,
					Attributes: map[string]schema.Attribute{
						"name": schema.StringAttribute{MarkdownDescription: "Name of the resource, or its id.", Required: true, Validators: notEmpty},
						"role": schema.StringAttribute{MarkdownDescription: "Role of the resource, or its id.", Required: true, Validators: notEmpty},
					},
				},
			},
		},
	}
}
