// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"fmt"
	"maps"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/scope"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

func resourceSchema() schema.Schema {
	s := schema.Schema{
		MarkdownDescription: "Manages an organization: the part of a Bindplane that belongs to one client. It is made with a first project, whose " +
			"secret key enrols agents.",
		Attributes: map[string]schema.Attribute{
			"id":   kit.KeptString("ID of the organization."),
			"name": kit.KeptString("Internal name, which Bindplane gives. It is not the name that people see."),
			"display_name": kit.RequiredString("Name that people see, changed in place. Not "+quoted(bindplaneadmin.Reserved)+", which are paths of the API.",
				kit.VisibleName(), ValidName()),
			kit.AllowDuplicateName: schema.BoolAttribute{
				MarkdownDescription: "Whether to create the organization although one of that name exists. Nobody documents whether Bindplane accepts " +
					"twins; `create_before_destroy` needs this, since for a moment there are two. Defaults to `false`.",
				Optional: true,
			},
			"initial_project_name": kit.RequiredString("Name of the project that is made with the organization. It is sent when the organization "+
				"is made and never again: another name later is another organization, which `deletion_policy` prevents. Rename the project in the "+
				"web interface.", kit.VisibleName()),
			"initial_project_id": kit.KeptString("ID of the project that was made with the organization. Null after an import of an " +
				"organization that has several projects, and when the project is gone."),
			"initial_project_secret_key": schema.StringAttribute{
				MarkdownDescription: "Secret key with which agents enrol in that project. It is in state unless `secret_key_in_state` is `false`, after " +
					"an import from the first apply on; the ephemeral resource `bindplaneadmin_project_secret_key` reads it without a trace.",
				Computed:  true,
				Sensitive: true,
			},
			"secret_key_in_state": schema.BoolAttribute{
				MarkdownDescription: "Whether `initial_project_secret_key` is kept in state; `false` leaves it null. Defaults to `true`.",
				Optional:            true,
			},
			"accept_eula": schema.BoolAttribute{
				MarkdownDescription: "Whether you accept Bindplane's end-user license agreement for the organization; Bindplane makes none without, so it " +
					"has to be `true`. The plan of a new organization says what is accepted.",
				Required:   true,
				Validators: []validator.Bool{accepted{}},
			},
			"license_type": kit.OptionalString("Type of the licence that is made for the organization. Bindplane documents no list of types, and "+
				"chooses where it is left out. It is sent when the organization is made and never again, as `initial_project_name`.",
				stringvalidator.LengthAtLeast(1)),
		},
	}

	maps.Copy(s.Attributes, kit.WriteOnlyAttributes(secret, "Licence key, instead of a new licence of `license_type`. Bindplane never shows "+
		"it; raise `license_key_wo_version` to send another. An older server ignores it in a creation: raise the version there, too. The first "+
		"apply after an import sends none. Write-only: it is in no plan and no state, which needs Terraform 1.11 or later."))

	name, policy := scope.DeletionPolicyAttribute("organization")
	s.Attributes[name] = policy

	return s
}

// accepted refuses an agreement that is not accepted. It is silent on unknown values.
type accepted struct{}

func (accepted) Description(context.Context) string { return "must be true" }

func (v accepted) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (accepted) ValidateBool(_ context.Context, req validator.BoolRequest, resp *validator.BoolResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() || req.ConfigValue.ValueBool() {
		return
	}

	resp.Diagnostics.AddAttributeError(req.Path, "License Agreement Is Not Accepted",
		"Bindplane makes no organization unless its end-user license agreement (EULA) is accepted for it. The web interface shows the agreement where "+
			"an organization is made by hand. If you accept it, set accept_eula = true.")
}

// ValidName refuses the names that the API's paths have already. It is silent on unknown values.
func ValidName() validator.String { return validName{} }

type validName struct{}

func (validName) Description(context.Context) string {
	return "must not be " + quoted(bindplaneadmin.Reserved)
}

func (v validName) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v validName) ValidateString(ctx context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if name := req.ConfigValue.ValueString(); bindplaneadmin.IsReserved(name) {
		resp.Diagnostics.AddAttributeError(req.Path, "Reserved Name", fmt.Sprintf(
			"%s %s: the API has a path of the name %q, and could not be asked for such an organization.", req.Path, v.Description(ctx), name))
	}
}

func quoted(words []string) string { return "`" + strings.Join(words, "`, `") + "`" }
