// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tenancy

import (
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// AdoptedID is the id of an object that exists by itself, of which an organization mostly has
// one. noun is what people call it.
func AdoptedID(noun string) schema.StringAttribute {
	return schema.StringAttribute{
		MarkdownDescription: "ID of the " + noun + ", 24 hexadecimal digits. Defaults to the organization's only one. Changing it adopts another.",
		Optional:            true,
		Computed:            true,
		Validators:          []validator.String{ValidID()},
		PlanModifiers: []planmodifier.String{
			stringplanmodifier.UseStateForUnknown(), stringplanmodifier.RequiresReplace(),
		},
	}
}

// AdoptedAction is a choice among actions in the settings of such an object, which is left as it
// is where nobody makes it.
func AdoptedAction(help string, actions []string) schema.StringAttribute {
	return schema.StringAttribute{
		MarkdownDescription: help + ", `" + strings.Join(actions, "` or `") + "`. Left as it is when left out.",
		Optional:            true,
		Computed:            true,
		Validators:          []validator.String{kit.OneOf("action", actions...)},
		PlanModifiers:       []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
	}
}
