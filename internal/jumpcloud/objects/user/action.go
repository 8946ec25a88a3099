// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"context"
	"net/http"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type deedModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	UserID         types.String `tfsdk:"user_id"`
}

type resetModel struct {
	deedModel

	ExclusionDays types.Int64 `tfsdk:"exclusion_days"`
}

// resetBody lets a user log in without MFA for some days after the reset.
type resetBody struct {
	Exclusion     bool  `json:"exclusion"`
	ExclusionDays int64 `json:"exclusionDays"`
}

func userSchema(description string) schema.Schema {
	return schema.Schema{
		MarkdownDescription: description,
		Attributes: map[string]schema.Attribute{
			"user_id": schema.StringAttribute{
				MarkdownDescription: "User: ID of the user, 24 hexadecimal digits.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
		},
	}
}

// deed is an action on a user that needs nothing but who it is (evidence: people 5.2).
func deed(name, title, segment, said, description string) action.Action {
	return kit.NewAction(kit.Object{Type: "jumpcloud_user_" + name, Title: title}, tenancy.Tenant{}, userSchema(description),
		func(ctx context.Context, t *jumpcloud.Tenant, m *deedModel) (string, error) {
			return said + " " + m.UserID.ValueString() + ".", collections.Act(ctx, t.V1("systemusers", m.UserID.ValueString(), segment), http.MethodPost, nil)
		})
}

// NewUnlock returns the action jumpcloud_user_unlock.
func NewUnlock() action.Action {
	return deed("unlock", "Unlock of a User", "unlock", "Unlocked user",
		"Unlocks a user who failed to log in too often. Wrong passwords lock the account again.")
}

// NewExpirePassword returns the action jumpcloud_user_expire_password.
func NewExpirePassword() action.Action {
	return deed("expire_password", "Expiry of a User's Password", "expire", "Expired the password of user",
		"Expires the password of a user, who has to set a new one at the next login. The old password does not become valid again.")
}

// NewResendActivation returns the action jumpcloud_user_resend_activation.
func NewResendActivation() action.Action {
	return deed("resend_activation", "Activation E-Mail of a User", "reactivate", "An activation e-mail was sent to user",
		"Sends a user the activation e-mail again, to the address that the user has. An e-mail that is sent cannot be taken back.")
}

// NewResetMFA returns the action jumpcloud_user_reset_mfa.
func NewResetMFA() action.Action {
	s := userSchema("Resets the TOTP factor of a user, who has to enroll a new one. The old factor does not come back.")
	s.Attributes["exclusion_days"] = schema.Int64Attribute{
		MarkdownDescription: "For how many days the user may log in without MFA, to enroll meanwhile; at least 1. Left out: not at all.",
		Optional:            true,
		Validators:          []validator.Int64{int64validator.AtLeast(1)},
	}

	return kit.NewAction(kit.Object{Type: "jumpcloud_user_reset_mfa", Title: "Reset of a User's MFA"}, tenancy.Tenant{}, s,
		func(ctx context.Context, t *jumpcloud.Tenant, m *resetModel) (string, error) {
			var body any
			if !m.ExclusionDays.IsNull() {
				body = resetBody{true, m.ExclusionDays.ValueInt64()}
			}

			err := collections.Act(ctx, t.V1("systemusers", m.UserID.ValueString(), "resetmfa"), http.MethodPost, body)

			return "The MFA of user " + m.UserID.ValueString() + " was reset.", err
		})
}
