// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings

import (
	"context"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/original"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// object has no key of its own: the organization is what identifies its settings.
var object = kit.Object{Type: "jumpcloud_organization_settings", Title: "Organization Settings", Partial: true, Remembers: []string{"original"}}

type settingsResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewResource returns jumpcloud_organization_settings.
func NewResource() resource.Resource {
	r := &settingsResource{kit.NewResource(object, tenancy.Tenant{}, resourceSchema, operations{})}
	r.FoundBy(kit.Finder[*jumpcloud.Tenant]{Find: func(context.Context, *jumpcloud.Tenant, kit.Asked) ([]kit.Found, error) {
		return []kit.Found{{Name: "settings"}}, nil // which every organization has
	}})

	return r
}

// ModifyPlan refuses a setting that two resources have.
func (r *settingsResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)
	r.Apart(ctx, req, resp)
}

type operations struct{}

// Create takes over the settings that exist, and changes what is configured.
func (operations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	return original.Take(ctx, t.Client(), what(t), plan.toAPI(), func() error { return save(ctx, t, plan) })
}

// what names the settings among those that a run takes over.
func what(t *jumpcloud.Tenant) string { return "organization " + t.ID() }

func (operations) Read(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	return kit.Fill(m.fromAPI)(get(ctx, t))
}

func (operations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *model, prior model) error {
	plan.Original = prior.Original

	return save(ctx, t, plan)
}

// Delete keeps the settings, or sets back what Terraform has managed.
func (operations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior model) error {
	return prior.Destroy(ctx, t.Client(), what(t), func(noted collections.Members) error {
		now, err := get(ctx, t)
		if err != nil {
			return err
		}

		_, err = adjust(ctx, t, noted, now)

		return err
	})
}

func save(ctx context.Context, t *jumpcloud.Tenant, plan *model) error {
	now, err := get(ctx, t)
	if err != nil {
		return err
	}

	if err := plan.Note(plan.toAPI(), settingsOf(now)); err != nil {
		return err
	}

	return kit.Fill(plan.fromAPI)(adjust(ctx, t, plan.toAPI(), now))
}

const leftAlone = " Neither sent nor watched when left out."

func resourceSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages the settings of an organization (tenant). They exist as long as the organization does: creating this " +
			"resource takes them over, and destroying it does what `on_destroy` says. Only what is configured is sent, and only that is " +
			"watched for changes; an attribute that is removed stays as it is in JumpCloud. To clear a text, set it to `\"\"`. " +
			"Several resources may share the settings of an organization, as long as no two set the same attribute: a plan refuses that.\n\n" +
			"The organization's name and its seat cap belong to `jumpcloud_organization` alone (`name`, `max_system_users`), although " +
			"the API can change both here too: two owners of one value would undo each other.\n\n" +
			"An import reads every setting into state. What the configuration leaves out is neither planned nor sent all the same.",
		Attributes: map[string]schema.Attribute{
			"contact_name":     words("Contact name: the person whom JumpCloud writes to."),
			"contact_email":    words("Contact e-mail: the address that JumpCloud writes to."),
			"email_disclaimer": words("E-mail disclaimer: text below the e-mails that JumpCloud sends to users."),
			"password_compliance": kit.OptionalComputedString("Password compliance: which rules hold, `"+strings.Join(compliances, "`, `")+"`. JumpCloud uses "+
				"`password_policy` only with `custom`, and discourages the others."+leftAlone, kit.OneOf("password compliance", compliances...)),
			"password_policy": passwordPolicy.schema("Password policy. Used by JumpCloud only while `password_compliance` is `custom`."),
			"system_user_password_expiration_in_days": schema.Int64Attribute{
				MarkdownDescription: "User password expiration (`systemUserPasswordExpirationInDays`) in days; JumpCloud documents the name " +
					"alone. See `password_policy.password_expiration_in_days` for the policy's." + leftAlone,
				Optional: true,
				Computed: true,
			},
			"user_portal":                    userPortal.schema("User portal."),
			"new_system_user_state_defaults": newUserStates.schema("New user state defaults: the state in which users begin."),
			"system_user_defaults":           systemUserDefaults.schema("User defaults."),
			"trusted_app_config":             trustedAppConfig.schema("Trusted apps: which apps JumpCloud's clients trust."),
			"system_users_can_edit":          flag("Users can edit: whether users may change their own details."),
			"disable_ldap":                   flag("LDAP: whether LDAP is switched off."),
			"disable_um":                     flag("User management (`disableUM`): whether it is switched off. JumpCloud documents the name alone."),
			"duplicate_ldap_groups":          flag("LDAP groups (`duplicateLDAPGroups`): JumpCloud documents the name alone."),
			"enable_managed_uid":             flag("Managed UID (`enableManagedUID`): whether administrators set the users' UID and GID."),
			"disable_google_login":           flag("Google login: whether administrators' login with Google is switched off."),
			"device_identification_enabled":  flag("Device identification (`deviceIdentificationEnabled`): JumpCloud documents the name alone."),
			"on_destroy":                     original.OnDestroyAttribute(),
			"original":                       original.Attribute(),
		},
	}
}

func words(help string) schema.StringAttribute { return kit.OptionalComputedString(help + leftAlone) }

func flag(help string) schema.BoolAttribute { return kit.OptionalComputedBool(help + leftAlone) }
