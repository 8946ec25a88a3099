// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"maps"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
)

func resourceSchema() schema.Schema {
	required := func(description string) schema.StringAttribute {
		return kit.RequiredString(description, kit.VisibleName())
	}
	optional := func(description string) schema.StringAttribute {
		return kit.OptionalString(description+" Cleared when left out.", stringvalidator.LengthAtLeast(1))
	}

	s := schema.Schema{
		MarkdownDescription: scope.Experimental + "Manages a user. **The API cannot delete users: a destroy takes the user out of state, with a warning, and " +
			"leaves the user in NexPort.** Nor can it change a password or a login.",
		Attributes: map[string]schema.Attribute{
			"id":    kit.KeptString("ID of the user, a UUID."),
			"login": kit.RequiresReplace(required("Login, unique within the installation. The API cannot change it: another login makes another user.")),
			"owner_organization_id": kit.RequiresReplaceIfKnown("Another owner makes another user.",
				kit.RequiredString("ID of the organization that owns the user. The API cannot change it.", scope.ValidID())),
			"first_name":   required("First name."),
			"last_name":    required("Last name."),
			"email":        required("Email address. One that the service shows with letters of another case is the same."),
			"middle_name":  optional("Middle name."),
			"title_prefix": optional("Title before the name, such as `Dr.`."),
			"nickname":     optional("Nickname."),
		},
	}

	maps.Copy(s.Attributes, kit.WriteOnlyAttributes("password",
		"Password, write-only: it is sent when the user is made and is in neither plan nor state. A new user needs it; the API cannot change it afterwards."))

	return s
}
