// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// baseSchema is what the alert configurations of all vendors have.
func baseSchema(v psa.Vendor) schema.Schema {
	return schema.Schema{
		MarkdownDescription: fmt.Sprintf("Manages whether an alert creates tickets in %[1]s, and which. Alerts are JumpCloud's own and always have a "+
			"configuration: creating this resource takes one over, and destroying it does what `on_destroy` says.\n\n"+
			"It belongs to the provider and %[1]s, and needs a %[1]s integration: where that is made in the same run, write "+
			"`depends_on`. Labels are looked up at plan. What is left out stays as it is. Tickets are created only while "+
			"`automatic_ticketing` of `jumpcloud_%[2]s_settings` is on.", v.Title, v.Type),
		Attributes: map[string]schema.Attribute{
			"alert": kit.RequiredString("Alert: its exact name, as `jumpcloud_ticketing_alerts` has it, or its `alert_id`. Another alert replaces "+
				"the resource.", stringvalidator.LengthAtLeast(1)),
			"alert_id": schema.StringAttribute{
				MarkdownDescription: fmt.Sprintf("ID of the alert in the configurations of %s, a UUID.", v.Title),
				Computed:            true,
			},
			"create_tickets": schema.BoolAttribute{
				MarkdownDescription: "Create tickets: whether the alert does.",
				Required:            true,
			},
			"due_days": schema.Int64Attribute{
				MarkdownDescription: "Due: days until a ticket is due, 0 or more. Left out, it stays as it is.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.Int64{int64validator.AtLeast(0)},
			},
			"on_destroy": kit.DefaultString(keep, "What destroying means, since the API cannot delete a configuration: `keep` (default) leaves it "+
				"as it is, `disable` ends its tickets, `restore` puts `original_configuration` back, which has what is configured. Nothing can be "+
				"restored after an import.", kit.OneOf("choice", keep, disable, restore)),
			"original_configuration": schema.StringAttribute{
				MarkdownDescription: "What the alert did before Terraform managed it, as JSON, of what is configured; null after an import.",
				Computed:            true,
			},
		},
	}
}

// option declares a choice among options.
func option(label string, required bool) schema.Attribute {
	a := kit.OptionalComputedString(label + ", by its label in the PSA or its id. Left out, it stays as it is. An empty string means none.")

	if required {
		a.MarkdownDescription = label + ", by its label in the PSA or its id. Left out, it stays as it is."
		a.Validators = []validator.String{stringvalidator.LengthAtLeast(1)}
	}

	return a
}
