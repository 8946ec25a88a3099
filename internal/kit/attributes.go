// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/booldefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// The attributes that most resources have. What is special is written as the framework's own
// type: each function here is one combination of its members, and has no other effect.

// RequiredString is a text that every configuration gives.
func RequiredString(description string, valid ...validator.String) schema.StringAttribute {
	return schema.StringAttribute{MarkdownDescription: description, Required: true, Validators: valid}
}

// OptionalString is a text that is null where the configuration leaves it out.
func OptionalString(description string, valid ...validator.String) schema.StringAttribute {
	return schema.StringAttribute{MarkdownDescription: description, Optional: true, Validators: valid}
}

// OptionalComputedString is a text that is the service's to say where the configuration leaves it out.
func OptionalComputedString(description string, valid ...validator.String) schema.StringAttribute {
	return schema.StringAttribute{MarkdownDescription: description, Optional: true, Computed: true, Validators: valid}
}

// DefaultString is a text that has this value where the configuration leaves it out.
func DefaultString(value, description string, valid ...validator.String) schema.StringAttribute {
	return schema.StringAttribute{
		MarkdownDescription: description, Optional: true, Computed: true, Default: stringdefault.StaticString(value), Validators: valid,
	}
}

// KeptString is a text that the service chooses at the creation and never changes.
func KeptString(description string) schema.StringAttribute {
	return schema.StringAttribute{
		MarkdownDescription: description, Computed: true,
		PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
	}
}

// RequiresReplace returns the attribute as one of which another value makes another object.
func RequiresReplace(a schema.StringAttribute) schema.StringAttribute {
	a.PlanModifiers = append(slices.Clip(a.PlanModifiers), stringplanmodifier.RequiresReplace(), warnsOfUnknown{})

	return a
}

// RequiresReplaceIfKnown is [RequiresReplace] but for a state without the attribute, as an import
// leaves what nothing can be read of: then the configuration is taken over. why says so.
func RequiresReplaceIfKnown(why string, a schema.StringAttribute) schema.StringAttribute {
	known := func(_ context.Context, req planmodifier.StringRequest, resp *stringplanmodifier.RequiresReplaceIfFuncResponse) {
		resp.RequiresReplace = !req.StateValue.IsNull()
	}
	a.PlanModifiers = append(slices.Clip(a.PlanModifiers), stringplanmodifier.RequiresReplaceIf(known, why, why))

	return a
}

// OptionalComputedBool is a flag that is the service's to say where the configuration leaves it out.
func OptionalComputedBool(description string) schema.BoolAttribute {
	return schema.BoolAttribute{MarkdownDescription: description, Optional: true, Computed: true}
}

// DefaultBool is a flag that has this value where the configuration leaves it out.
func DefaultBool(value bool, description string) schema.BoolAttribute {
	return schema.BoolAttribute{MarkdownDescription: description, Optional: true, Computed: true, Default: booldefault.StaticBool(value)}
}
