// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// Methods are the ways in which a group gets its members.
var Methods = []string{NotSet, Static, ReviewRequired, Automated}

// QuerySchema declares the query of a dynamic group.
func QuerySchema() schema.DynamicAttribute {
	return schema.DynamicAttribute{
		MarkdownDescription: "Conditions: the query of a dynamic group. Required for the two dynamic methods, and for them only. An object of\n" +
			"  - `query_type`, required: kind of the query, `Filter`, `FilterQuery` or `Search`. The API does not document what tells them " +
			"apart; `FilterQuery` is what the console writes for a list of conditions;\n" +
			"  - `filters`, required: a list of any JSON, sent as it is, since the API leaves their form open; such as " +
			"`[{ field = \"os\", operator = \"eq\", value = \"Mac OS X\" }]`;\n" +
			"  - `dsl`: query language that the filters are written in, `v1` or `v2`, sent as the header `x-query-dsl`. Left out, the " +
			"service decides. No answer of the service tells it, so a difference cannot be seen.",
		CustomType: anyjson.Type{},
		Optional:   true,
		Validators: []validator.Dynamic{validQuery{}},
	}
}

// ValidateQuery checks that a query stands where members are computed, and only there.
func ValidateQuery(ctx context.Context, config tfsdk.Config, diags *diag.Diagnostics) {
	var (
		method     types.String
		query      anyjson.Value
		exemptions = NoExemptions()
	)

	diags.Append(config.GetAttribute(ctx, path.Root("membership_method"), &method)...)
	diags.Append(config.GetAttribute(ctx, path.Root("member_query"), &query)...)
	diags.Append(config.GetAttribute(ctx, path.Root(exemptionsAttribute), &exemptions)...)

	if diags.HasError() {
		return
	}

	validateExemptions(exemptions, diags)

	if method.IsUnknown() {
		return
	}

	const title = "Query Does Not Fit the Membership Method"

	if IsDynamic(method.ValueString()) {
		if query.IsNull() {
			diags.AddAttributeError(path.Root("member_query"), title,
				"A group whose membership_method is "+method.ValueString()+" computes its members from member_query, which is missing.")
		}

		return
	}

	const text = " has no effect on a group whose members are added by hand: set membership_method to " + Automated +
		" or " + ReviewRequired + ", or leave it out."

	if !query.IsNull() && !query.IsUnknown() && !query.IsUnderlyingValueUnknown() {
		diags.AddAttributeError(path.Root("member_query"), title, "member_query"+text)
	}

	if len(exemptions.Elements()) > 0 {
		diags.AddAttributeError(path.Root(exemptionsAttribute), title, exemptionsAttribute+text)
	}
}
