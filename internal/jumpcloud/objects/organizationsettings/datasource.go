// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings

import (
	"context"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	resourceschema "github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// lookModel is every setting, and what the answer tells beside.
type lookModel struct {
	values

	OrganizationID               types.String `tfsdk:"organization_id"`
	AgentVersion                 types.String `tfsdk:"agent_version"`
	ChromeDTCEnabled             types.Bool   `tfsdk:"chrome_dtc_enabled"`
	DisableCommandRunner         types.Bool   `tfsdk:"disable_command_runner"`
	EnableGoogleApps             types.Bool   `tfsdk:"enable_google_apps"`
	EnableO365                   types.Bool   `tfsdk:"enable_o365"`
	EnableUserPortalAgentInstall types.Bool   `tfsdk:"enable_user_portal_agent_install"`
	PendingDelete                types.Bool   `tfsdk:"pending_delete"`
	RequireAdminMFA              types.Bool   `tfsdk:"require_admin_mfa"`
	WindowsMDM                   types.Object `tfsdk:"windows_mdm"`
	LogoURL                      types.String `tfsdk:"logo_url"`
}

var windowsMDM = group{
	{name: "enabled", wire: "enabled", help: "Whether Windows MDM is switched on"},
	{name: "auto_enroll", wire: "autoEnroll", help: "Whether Windows devices enrol by themselves"},
}

// NewDataSource returns the data source jumpcloud_organization_settings.
func NewDataSource() datasource.DataSource {
	flag := func(help string) schema.BoolAttribute {
		return schema.BoolAttribute{MarkdownDescription: help, Computed: true}
	}

	all := map[string]schema.Attribute{
		"agent_version":                    schema.StringAttribute{MarkdownDescription: "Version of the agent.", Computed: true},
		"chrome_dtc_enabled":               flag("Chrome device trust connector (`chromeDTCEnabled`): JumpCloud documents the name alone."),
		"disable_command_runner":           flag("Command runner: whether it is switched off."),
		"enable_google_apps":               flag("Google Workspace (`enableGoogleApps`): JumpCloud documents the name alone."),
		"enable_o365":                      flag("Microsoft 365 (`enableO365`): JumpCloud documents the name alone."),
		"enable_user_portal_agent_install": flag("User portal: whether users may install the agent from it (`enableUserPortalAgentInstall`)."),
		"pending_delete":                   flag("Whether the organization is about to be deleted (`pendingDelete`)."),
		"require_admin_mfa":                flag("Require MFA for administrators."),
		"logo_url": schema.StringAttribute{
			MarkdownDescription: "Address of the organization's logo, which the data source `jumpcloud_logo` takes; null where there is none.",
			Computed:            true,
		},
		"windows_mdm": readable(windowsMDM.schema("Windows MDM.")),
	}

	for name, a := range resourceSchema().Attributes {
		if name != "on_destroy" && name != "original" {
			all[name] = readable(a)
		}
	}

	return kit.NewDataSource(kit.Object{Type: object.Type, Title: object.Title}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads all settings of an organization (tenant), whether or not Terraform manages them. A setting that the " +
			"service does not tell is null.",
		Attributes: all,
	}, look)
}

// readable is an attribute of the resource as a data source has it.
func readable(a resourceschema.Attribute) schema.Attribute {
	help, _, _ := strings.Cut(a.GetMarkdownDescription(), leftAlone)
	help = strings.ReplaceAll(help, membersLeftAlone, "")

	switch a := a.(type) {
	case resourceschema.SingleNestedAttribute:
		return schema.SingleNestedAttribute{MarkdownDescription: help, Computed: true, Attributes: readableAll(a.Attributes)}
	case resourceschema.SetNestedAttribute:
		return schema.SetNestedAttribute{
			MarkdownDescription: help, Computed: true,
			NestedObject: schema.NestedAttributeObject{Attributes: readableAll(a.NestedObject.Attributes)},
		}
	case resourceschema.Int64Attribute:
		return schema.Int64Attribute{MarkdownDescription: help, Computed: true}
	case resourceschema.BoolAttribute:
		return schema.BoolAttribute{MarkdownDescription: help, Computed: true}
	default:
		return schema.StringAttribute{MarkdownDescription: help, Computed: true}
	}
}

func readableAll(from map[string]resourceschema.Attribute) map[string]schema.Attribute {
	all := map[string]schema.Attribute{}
	for name, a := range from {
		all[name] = readable(a)
	}

	return all
}

func look(ctx context.Context, t *jumpcloud.Tenant, m *lookModel) error {
	o, err := get(ctx, t)
	if err != nil {
		return err
	}

	from := settingsOf(o)
	m.take(from, true)

	// The logo is the organization's, beside its settings.
	if logo, _ := o["logoUrl"].(string); logo != "" {
		m.LogoURL = types.StringValue(logo)
	}

	text(&m.AgentVersion, from["agentVersion"], true)
	yes(&m.ChromeDTCEnabled, from["chromeDTCEnabled"], true)
	yes(&m.DisableCommandRunner, from["disableCommandRunner"], true)
	yes(&m.EnableGoogleApps, from["enableGoogleApps"], true)
	yes(&m.EnableO365, from["enableO365"], true)
	yes(&m.EnableUserPortalAgentInstall, from["enableUserPortalAgentInstall"], true)
	yes(&m.PendingDelete, from["pendingDelete"], true)
	yes(&m.RequireAdminMFA, from["requireAdminMFA"], true)

	mdm, _ := from["windowsMDM"].(collections.Members)
	m.WindowsMDM = windowsMDM.fromAPI(mdm, m.WindowsMDM, true)

	return nil
}
