// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

type actionModel struct {
	AdministratorID types.String `tfsdk:"administrator_id"`
}

func actionSchema(description string) schema.Schema {
	return schema.Schema{
		MarkdownDescription: description,
		Attributes: map[string]schema.Attribute{
			administratorID: schema.StringAttribute{
				MarkdownDescription: "Administrator: ID of the provider administrator, 24 hexadecimal digits.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
		},
	}
}

// NewResetTOTP returns the action jumpcloud_administrator_reset_totp.
func NewResetTOTP() action.Action {
	return kit.NewAction(kit.Object{Type: "jumpcloud_administrator_reset_totp", Title: "Reset of an Administrator's TOTP"}, tenancy.Portal{}, actionSchema(
		"Resets the TOTP factor of an administrator, who has to enroll a new one before they can use it again. The old factor does not come back.",
	), func(ctx context.Context, p *jumpcloud.Portal, m *actionModel) (string, error) {
		err := collections.Act(ctx, p.V1("users", "resettotp", m.AdministratorID.ValueString()), http.MethodPost, nil)

		if e := (*rest.Error)(nil); errors.As(err, &e) && e.Status == http.StatusPreconditionFailed {
			err = fmt.Errorf("%w\n\nThe service does not reset it in the administrator's present state, such as without a factor that is enrolled", err)
		}

		return "The TOTP factor of administrator " + m.AdministratorID.ValueString() + " was reset.", err
	})
}

// NewResendInvitation returns the action jumpcloud_administrator_resend_invitation.
func NewResendInvitation() action.Action {
	return kit.NewAction(kit.Object{
		Type: "jumpcloud_administrator_resend_invitation", Title: "Invitation of an Administrator",
	}, tenancy.Portal{}, actionSchema(
		"Sends an administrator the e-mail again with which they accept the invitation, or come back after a lost password (`users/reactivate`). "+
			"An e-mail that is sent cannot be taken back.",
	), func(ctx context.Context, p *jumpcloud.Portal, m *actionModel) (string, error) {
		// A GET that sends an e-mail (evidence: people 1.8).
		err := collections.Act(ctx, p.V1("users", "reactivate", m.AdministratorID.ValueString()), http.MethodGet, nil)

		return "An e-mail was sent to administrator " + m.AdministratorID.ValueString() + ".", err
	})
}
