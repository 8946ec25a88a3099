// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policytemplate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// osRestrictionModel says for which versions of an OS a template works.
type osRestrictionModel struct {
	OSName                   types.String `tfsdk:"os_name"`
	EarliestVersion          types.String `tfsdk:"earliest_version"`
	DeprecatedVersion        types.String `tfsdk:"deprecated_version"`
	MDMRequired              types.Bool   `tfsdk:"mdm_required"`
	SupervisionRequired      types.Bool   `tfsdk:"supervision_required"`
	SupportedEnrollmentTypes types.List   `tfsdk:"supported_enrollment_types"`
}

func osRestrictionsAttribute() schema.Attribute {
	return schema.ListNestedAttribute{
		MarkdownDescription: "For which versions of which OS the template works, in the order of the service; empty where it says nothing.",
		Computed:            true,
		NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
			"os_name":            schema.StringAttribute{MarkdownDescription: "Name of the OS, such as `Windows` or `Mac OS X`.", Computed: true},
			"earliest_version":   schema.StringAttribute{MarkdownDescription: "First version for which it works; empty for any.", Computed: true},
			"deprecated_version": schema.StringAttribute{MarkdownDescription: "Version from which on it no longer works; empty for none.", Computed: true},
			"mdm_required":       schema.BoolAttribute{MarkdownDescription: "Whether the device must be enrolled in MDM.", Computed: true},
			"supervision_required": schema.BoolAttribute{
				MarkdownDescription: "Whether an Apple device must be supervised; false for other devices.", Computed: true,
			},
			"supported_enrollment_types": schema.ListAttribute{
				MarkdownDescription: "Enrollments for which it works: `automated`, `device` or `user`; empty where the service names none.",
				ElementType:         types.StringType,
				Computed:            true,
			},
		}},
	}
}

// restrictionsOf are a template's. Which enrollments an Apple device needs stands in a member
// of its own, which replaces an older one.
func restrictionsOf(p policytemplate.Template) []osRestrictionModel {
	all := []osRestrictionModel{}

	for _, r := range p.OSRestrictions {
		enrollments, supervised := r.SupportedEnrollmentTypes, false
		if apple := r.AppleRestrictions; apple != nil {
			enrollments, supervised = apple.SupportedEnrollmentTypes, apple.RequiresSupervision
		}

		all = append(all, osRestrictionModel{
			types.StringValue(r.OSName), types.StringValue(r.EarliestVersion), types.StringValue(r.DeprecatedVersion),
			types.BoolValue(r.IsMDMRequired), types.BoolValue(supervised), kit.StringList(enrollments),
		})
	}

	return all
}
