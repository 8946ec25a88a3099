// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365

import (
	"context"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var ruleObject = kit.Object{
	Type: "jumpcloud_office365_translation_rule", Title: "Microsoft 365 Translation Rule", Keys: partKeys,
}

// export is the only direction that the API knows.
const export = "export"

// builtIns are the translations that the API knows.
var builtIns = []string{
	"user_alternate_email", "user_business_phones", "user_city", "user_country", "user_department", "user_job_title", "user_manager",
	"user_mobile_phone", "user_office_location", "user_postal_code", "user_principal_name_from_alternate_email", "user_state",
	"user_street_address",
}

// NewRuleResource returns jumpcloud_office365_translation_rule.
func NewRuleResource() resource.Resource {
	r := &partResource[ruleModel]{kit.NewResource(ruleObject, tenancy.Tenant{}, ruleSchema, ruleOperations{})}
	r.FoundBy(partFinder(rules, func(r translationRule) (id, name string) { return r.ID, r.BuiltIn }))

	return r
}

type ruleOperations struct{}

func (ruleOperations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *ruleModel) error {
	return kit.Fill(plan.fromAPI)(createRule(ctx, t, plan.Office365ID.ValueString(), plan.toAPI()))
}

func (ruleOperations) Read(ctx context.Context, t *jumpcloud.Tenant, m *ruleModel) error {
	return kit.Fill(m.fromAPI)(getRule(ctx, t, m.Office365ID.ValueString(), m.ID.ValueString()))
}

// Update is never reached: every attribute that can change replaces the rule.
func (ruleOperations) Update(context.Context, *jumpcloud.Tenant, *ruleModel, ruleModel) error {
	return errNothingToChange
}

func (ruleOperations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior ruleModel) error {
	return removeRule(ctx, t, prior.Office365ID.ValueString(), prior.ID.ValueString())
}

func ruleSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages a translation rule of a Microsoft 365 directory: an attribute of users that JumpCloud writes to " +
			"Microsoft 365.\n\n" + partHelp,
		Attributes: map[string]schema.Attribute{
			"office365_id": directoryID("rule"),
			"id":           kit.KeptString("ID of the rule, 24 hexadecimal digits."),
			"built_in": kit.RequiresReplace(kit.RequiredString("Attribute that is translated: `"+strings.Join(builtIns, "`, `")+"`. Changing it replaces the rule.",
				kit.OneOf("translation", builtIns...))),
			"direction": kit.RequiresReplace(kit.DefaultString(export, "Direction of the translation: `export`, the default and the only one.",
				kit.OneOf("direction", export))),
		},
	}
}
