// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"maps"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework-validators/mapvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

const leftAlone = " Left out: neither sent nor watched."

// longest are texts whose limit is not 1024 characters (systemuserput).
var longest = map[string]int{"employee_identifier": 256}

const usual = 1024

func resourceSchema() schema.Schema {
	all := map[string]schema.Attribute{}

	for _, name := range textNames {
		limit := usual
		if n, ok := longest[name]; ok {
			limit = n
		}

		all[name] = kit.OptionalComputedString(helps[name]+" To clear it, write an empty text."+leftAlone, stringvalidator.LengthAtMost(limit))
	}

	for _, name := range flagNames {
		all[name] = schema.BoolAttribute{MarkdownDescription: helps[name] + leftAlone, Optional: true, Computed: true}
	}

	for _, name := range numberNames {
		all[name] = schema.Int64Attribute{
			MarkdownDescription: helps[name] + leftAlone, Optional: true, Computed: true, Validators: []validator.Int64{int64validator.AtLeast(1)},
		}
	}

	delete(all, "created")

	maps.Copy(all, keyAttributes())

	return schema.Schema{
		MarkdownDescription: "Manages a user of an organization. Only what is configured is sent, and only that is watched for changes; an " +
			"attribute that is removed stays as it is in JumpCloud. What a directory or an HR feed decides over (`restricted_fields` of the data source) is " +
			"not fought over: what they write causes no difference.\n\n" +
			"Destroying a user suspends it by default; see `deletion_policy`. Usernames and addresses are unique in an organization: a " +
			"user who exists already is imported, and one whose address in the configuration changes, such as a key of a `for_each`, needs a " +
			"`moved` block. A plan is refused that gives a username or an email to somebody while another has it and keeps it, as " +
			"those do whom the same plan suspends. An import reads everything into state; what the configuration leaves out is neither " +
			"planned nor sent all the same.\n\n" +
			"A user who is the `manager_id` of another may not be deleted. " + tenancy.TwoApplies,
		Attributes: all,
	}
}

func keyAttributes() map[string]schema.Attribute {
	return map[string]schema.Attribute{
		"id": kit.KeptString(helps["id"]),
		"username": kit.RequiredString("Username, which no other user of the organization has. Letter case causes no difference.",
			kit.VisibleName(), stringvalidator.LengthAtMost(usual)),
		"email": kit.RequiredString("Company email, which no other user of the organization has. Letter case causes no difference.",
			kit.VisibleName(), stringvalidator.LengthAtMost(usual)),
		"state": kit.OptionalComputedString(helps["state"]+" An existing user cannot become `STAGED` again. Left out: what the organization's settings say "+
			"for new users, and not watched.", kit.OneOf("state", states...)),
		"manager_id": kit.OptionalComputedString(helps["manager_id"]+leftAlone,
			tenancy.ObjectIDOrNone.Valid()),
		"attributes": schema.MapAttribute{
			MarkdownDescription: helps["attributes"] + " Given: these and no others." + leftAlone,
			ElementType:         types.StringType,
			Optional:            true,
			Computed:            true,
			Validators:          []validator.Map{mapvalidator.KeysAre(kit.VisibleName())},
		},
		"password_wo": schema.StringAttribute{
			MarkdownDescription: "Password, never kept in state or plan. Sent at creation and whenever `password_wo_version` changes, and only " +
				"then; the first version after an import is taken into state and nothing is sent. Left out, JumpCloud invites the user to set one.",
			Optional:   true,
			Sensitive:  true,
			WriteOnly:  true,
			Validators: []validator.String{stringvalidator.LengthAtLeast(1), stringvalidator.AlsoRequires(path.MatchRoot("password_wo_version"))},
		},
		"password_wo_version": schema.Int64Attribute{
			MarkdownDescription: "Version of `password_wo`: a number to raise whenever the password is to be set again, at least 1.",
			Optional:            true,
			Validators:          []validator.Int64{int64validator.AtLeast(1), int64validator.AlsoRequires(path.MatchRoot("password_wo"))},
		},
		"deletion_policy": kit.DefaultString(suspend, "What destroying means: `suspend` (default) takes all access away and keeps the user, "+
			"`delete` deletes the user for good with everything that belongs to it, `prevent` refuses the plan.",
			kit.OneOf("deletion policy", suspend, remove, prevent)),
	}
}

// attributeOf is the attribute of a member on the wire.
func attributeOf(wire string) string {
	for _, name := range textNames {
		if strings.EqualFold(strings.ReplaceAll(name, "_", ""), strings.ReplaceAll(wire, "_", "")) {
			return name
		}
	}

	return wire
}
