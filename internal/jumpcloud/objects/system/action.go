// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package system

import (
	"context"
	"net/http"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/action/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type commandModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	SystemID       types.String `tfsdk:"system_id"`
}

const reached = " It acts once the device is reached, and nothing tells whether it was."

// command is an action that gives a device one of the built-in commands (evidence: people 5.3).
func command(name, title, description string) action.Action {
	s := schema.Schema{
		MarkdownDescription: description + reached,
		Attributes: map[string]schema.Attribute{
			"system_id": schema.StringAttribute{
				MarkdownDescription: "Device: ID of the device (system), 24 hexadecimal digits.",
				Required:            true,
				Validators:          []validator.String{tenancy.ValidID()},
			},
		},
	}

	return kit.NewAction(kit.Object{Type: "jumpcloud_system_" + name, Title: title}, tenancy.Tenant{}, s,
		func(ctx context.Context, t *jumpcloud.Tenant, m *commandModel) (string, error) {
			err := collections.Act(ctx, t.V1("systems", m.SystemID.ValueString(), "command", "builtin", name), http.MethodPost, nil)

			return "The command " + name + " was given to device " + m.SystemID.ValueString() + "." + reached, err
		})
}

// NewLock returns the action jumpcloud_system_lock.
func NewLock() action.Action {
	return command("lock", "Lock of a Device", "Locks the screen of a device. Whoever uses it has to log in again.")
}

// NewRestart returns the action jumpcloud_system_restart.
func NewRestart() action.Action {
	return command("restart", "Restart of a Device", "Restarts a device. What is not saved on it is lost.")
}

// NewShutdown returns the action jumpcloud_system_shutdown.
func NewShutdown() action.Action {
	return command("shutdown", "Shutdown of a Device", "Shuts a device down. What is not saved on it is lost, and somebody has to switch it on again.")
}
