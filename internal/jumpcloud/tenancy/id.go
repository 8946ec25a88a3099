// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tenancy

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// ValidID accepts ids of [ObjectID]'s form.
func ValidID() validator.String { return validID{} }

type validID struct{}

func (validID) Description(context.Context) string {
	return "must be " + ObjectID.Words + " (lower case)"
}

func (v validID) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

// ValidateString tells a name and capital letters from other slips.
func (v validID) ValidateString(ctx context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	id := req.ConfigValue.ValueString()
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() || ObjectID.Pattern.MatchString(id) {
		return
	}

	next := ObjectID.Slip(id)

	switch {
	case ObjectID.Pattern.MatchString(strings.ToLower(id)):
		next = fmt.Sprintf(" JumpCloud writes ids in lower case: %q.", strings.ToLower(id))
	case next != "":
	case looksLikeName(id) && strings.HasSuffix(req.Path.String(), OrganizationID):
		next = fmt.Sprintf(" It looks like a name: data \"jumpcloud_organization\" with name = %q has the id.", id)
	case looksLikeName(id):
		next = " It looks like a name: use the id attribute of the resource, or of a data source that finds it by name."
	}

	resp.Diagnostics.AddAttributeError(req.Path, "Invalid ID",
		fmt.Sprintf("%s %s, and is %q.%s", kit.InWords(req.Path), v.Description(ctx), id, next))
}

// looksLikeName tells a text from a number with a slip.
func looksLikeName(id string) bool {
	return strings.ContainsFunc(strings.ToLower(id), func(r rune) bool { return r > 'f' || r == ' ' })
}
