// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserver

import (
	"maps"

	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/boolplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/setplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// What the contract lists (evidence: radius 1.1).
var (
	mfas    = []string{"DISABLED", "ENABLED", "REQUIRED", "ALWAYS"}
	idps    = []string{"JUMPCLOUD", "AZURE"}
	sources = []string{noSource, "BYOC", "JUMPCLOUD_MANAGED"}
)

const noSource = "NONE"

// Descriptions that the resource and the data sources share.
const (
	mfaHelp        = "Multi-factor authentication: `DISABLED`, `ENABLED`, `REQUIRED` or `ALWAYS`."
	idpHelp        = "Who authenticates users: `JUMPCLOUD` or `AZURE`, which is Microsoft Entra ID."
	certHelp       = "Certificate of the authority that issues the client certificates, in PEM form."
	sourceHelp     = "Where the certificate authority comes from: `NONE`, `BYOC` (your own) or `JUMPCLOUD_MANAGED`."
	radsecHelp     = "Whether the server takes RadSec, which is RADIUS over TLS."
	needRadsecHelp = "Whether the server takes nothing but RadSec."
	needTLSHelp    = "Whether clients must authenticate with a TLS certificate."
	deviceCertHelp = "Whether device certificates authenticate."
	userCertHelp   = "Whether user certificates authenticate."
	passwordHelp   = "Whether user names and passwords authenticate."
	lockoutHelp    = "What becomes of the access of a user who is locked out. The API's example is `REMOVE`; it lists no values."
	expirationHelp = "What becomes of the access of a user whose password expired. The API's example is `MAINTAIN`; it lists no values."
	tagsHelp       = "Names of tags."

	kept = " Left as it is when left out; JumpCloud chooses it for a new server."
)

func resourceSchema() schema.Schema {
	s := schema.Schema{
		MarkdownDescription: "Manages a RADIUS server: a network whose access points, VPN gateways and switches ask JumpCloud who may " +
			"connect. User groups and device groups that are associated with the server say who may.",
		Attributes: map[string]schema.Attribute{
			"id":                   kit.KeptString("ID of the RADIUS server, 24 hexadecimal digits."),
			"name":                 kit.RequiredString("Server name. The API documents neither a limit nor that it must be unique.", kit.VisibleName()),
			kit.AllowDuplicateName: kit.AllowDuplicateNameAttribute("the server"),
			"network_source_ip":    kit.RequiredString("IP address from which the network's requests reach JumpCloud, normally its public one.", address{}),
			"mfa":                  choice(mfaHelp+kept, kit.OneOf("multi-factor authentication mode", mfas...)),
			"auth_idp": schema.StringAttribute{
				MarkdownDescription: idpHelp + kept + " It cannot be changed: another one replaces the server.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.String{kit.OneOf("identity provider", idps...)},
				PlanModifiers: []planmodifier.String{
					stringplanmodifier.UseStateForUnknown(), stringplanmodifier.RequiresReplaceIfConfigured(),
				},
			},
			"ca_cert":                         kit.DefaultString("", certHelp+" Defaults to an empty string, which is none."),
			"ca_source":                       kit.DefaultString(noSource, sourceHelp+" Defaults to `NONE`.", kit.OneOf("certificate source", sources...)),
			"radsec_enabled":                  flag(radsecHelp),
			"require_radsec":                  flag(needRadsecHelp),
			"require_tls_auth":                flag(needTLSHelp),
			"device_cert_enabled":             flag(deviceCertHelp),
			"user_cert_enabled":               flag(userCertHelp),
			"user_password_enabled":           flag(passwordHelp),
			"user_lockout_action":             choice(lockoutHelp+kept, stringvalidator.LengthAtLeast(1)),
			"user_password_expiration_action": choice(expirationHelp+kept, stringvalidator.LengthAtLeast(1)),
			"tags": schema.SetAttribute{
				MarkdownDescription: tagsHelp + kept,
				ElementType:         types.StringType,
				Optional:            true,
				Computed:            true,
				Validators:          []validator.Set{setvalidator.ValueStringsAre(kit.VisibleName())},
				PlanModifiers:       []planmodifier.Set{setplanmodifier.UseStateForUnknown()},
			},
		},
	}

	maps.Copy(s.Attributes, kit.SecretAttributes(secret,
		"Shared secret between the network's devices and JumpCloud, kept in state: for Terraform before 1.11 and OpenTofu before 1.11. "+
			"A new server needs one of `shared_secret` and `shared_secret_wo`; one that was imported goes without. A change made "+
			"elsewhere is noticed where JumpCloud shows the secret.",
		"Shared secret between the network's devices and JumpCloud, never kept in state or plan. Sent at creation and whenever "+
			"`shared_secret_wo_version` changes. A change of another setting sends the stored secret along, since the API wants the whole "+
			"server, and this one where JumpCloud does not show the stored one."))

	return s
}

func choice(help string, valid validator.String) schema.StringAttribute {
	return schema.StringAttribute{
		MarkdownDescription: help,
		Optional:            true,
		Computed:            true,
		Validators:          []validator.String{valid},
		PlanModifiers:       []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
	}
}

func flag(help string) schema.BoolAttribute {
	return schema.BoolAttribute{
		MarkdownDescription: help + kept,
		Optional:            true,
		Computed:            true,
		PlanModifiers:       []planmodifier.Bool{boolplanmodifier.UseStateForUnknown()},
	}
}
