// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
)

func resourceSchema() schema.Schema {
	required := func(description string) schema.StringAttribute {
		return schema.StringAttribute{MarkdownDescription: description, Required: true, Validators: []validator.String{kit.VisibleName()}}
	}
	optional := func(description string) schema.StringAttribute {
		return schema.StringAttribute{
			MarkdownDescription: description + " Cleared when left out.", Optional: true, Validators: []validator.String{stringvalidator.LengthAtLeast(1)},
		}
	}

	login := required("Login, unique within the installation. The API cannot change it: another login makes another user.")
	login.PlanModifiers = []planmodifier.String{stringplanmodifier.RequiresReplace()}

	attributes := kit.SecretAttributes("password", "",
		"Password, write-only: it is sent when the user is made and is in neither plan nor state. A new user needs it; the API cannot change it afterwards.")
	delete(attributes, "password") // the service never shows it, so that nothing needs it in state

	attributes["id"] = schema.StringAttribute{
		MarkdownDescription: "ID of the user, a UUID.", Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
	}
	attributes["login"] = login
	attributes["owner_organization_id"] = schema.StringAttribute{
		MarkdownDescription: "ID of the organization that owns the user. The API cannot change it.",
		Required:            true,
		Validators:          []validator.String{scope.ValidID()},
		PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplaceIf(
			scope.Known, "Another owner makes another user.", "Another owner makes another user.")},
	}
	attributes["first_name"] = required("First name.")
	attributes["last_name"] = required("Last name.")
	attributes["email"] = required("Email address.")
	attributes["middle_name"] = optional("Middle name.")
	attributes["title_prefix"] = optional("Title before the name, such as `Dr.`.")
	attributes["nickname"] = optional("Nickname.")

	return schema.Schema{
		MarkdownDescription: scope.Experimental + "Manages a user. **The API cannot delete users: a destroy takes the user out of state, with a warning, and " +
			"leaves the user in NexPort.** Nor can it change a password or a login.",
		Attributes: attributes,
	}
}
