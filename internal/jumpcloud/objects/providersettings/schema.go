// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providersettings

import (
	"regexp"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/original"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Limits of the contract [S].
const (
	longestName    = 255
	longestContact = 30
)

// address is the contract's pattern of an e-mail address, the parts' lengths left out.
var address = regexp.MustCompile("^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?" +
	`(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$`)

const leftAlone = " Neither sent nor watched when left out."

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages the settings of the provider (MSP) that the credential belongs to. They exist as long as the " +
			"provider does: creating this resource takes them over, and destroying it does what `on_destroy` says. Only what is " +
			"configured is sent, and only that is watched for changes; an attribute that is removed stays as it is in JumpCloud. " +
			"Several resources may share the settings, as long as no two set the same attribute: a plan refuses that.\n\n" +
			"The API can neither create nor delete a provider, and cannot change whether it may create organizations.",
		Attributes: map[string]schema.Attribute{
			"id": kit.KeptString("Provider ID, 24 hexadecimal digits."),
			"name": kit.OptionalComputedString("Provider name, 1 to 255 characters."+leftAlone,
				kit.VisibleName(), stringvalidator.UTF8LengthAtMost(longestName)),
			"contact": schema.SingleNestedAttribute{
				MarkdownDescription: "Contact: the person whom JumpCloud writes to. A member that is left out stays as it is.",
				Optional:            true,
				Computed:            true,
				Attributes: map[string]schema.Attribute{
					"name": kit.OptionalComputedString("Name of the contact, 1 to 30 characters."+leftAlone,
						kit.VisibleName(), stringvalidator.UTF8LengthAtMost(longestContact)),
					"email": kit.OptionalComputedString("E-mail address of the contact, at most 255 characters. No other provider may have it."+leftAlone,
						stringvalidator.LengthAtMost(longestName), stringvalidator.RegexMatches(address, "must be an e-mail address")),
				},
			},
			"require_admin_mfa": kit.OptionalComputedBool("Require MFA for administrators: whether every administrator must use multi-factor authentication." + leftAlone),
			"allow_mfa_override": kit.OptionalComputedBool("Allow MFA override (`allowMfaOverride`): JumpCloud documents the name alone, and `true` as its default." +
				leftAlone),
			"on_destroy": original.OnDestroyAttribute(),
			"original":   original.Attribute(),
		},
	}
}
