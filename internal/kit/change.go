// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// Change is what a plan is going to do: make, change or destroy an object, or carry out a deed.
type Change struct {
	// Before and After are the object as it is and as it is going to be, whose Raw is null where
	// there is none. Of a deed After is the configuration, and there is nothing before.
	Before, After tfsdk.State

	// Deed says that an action does it, which leaves no object behind.
	Deed bool
}

// Nothing tells whether a plan leaves an object as it is.
func (c Change) Nothing() bool { return !c.Deed && c.Before.Raw.Equal(c.After.Raw) }

// settable is a plan, or a state that stands for one.
type settable interface {
	SetAttribute(ctx context.Context, at path.Path, value any) diag.Diagnostics
}

// planDefault puts the default of a key where the configuration leaves it out, and tells whether
// it did. Where there is no default it says that the key is missing.
func planDefault(
	ctx context.Context, name string, defaults map[string]string, config tfsdk.Config, plan settable, diags *diag.Diagnostics,
) (value string, put bool) {
	var configured types.String

	at := path.Root(name)
	diags.Append(config.GetAttribute(ctx, at, &configured)...)

	if !configured.IsNull() {
		return "", false
	}

	value, ok := defaults[name]
	if !ok {
		diags.AddAttributeError(at, "Missing "+name,
			fmt.Sprintf("Set %s here, or a default in the provider block or its environment.", name))

		return "", false
	}

	diags.Append(plan.SetAttribute(ctx, at, value)...)

	return value, true
}
