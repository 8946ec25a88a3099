// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// warnsOfUnknown is the plan modifier of an attribute that replaces its object.
type warnsOfUnknown struct{}

func (warnsOfUnknown) Description(context.Context) string {
	return "warns of a value that is not known"
}

func (w warnsOfUnknown) MarkdownDescription(ctx context.Context) string { return w.Description(ctx) }

func (warnsOfUnknown) PlanModifyString(ctx context.Context, req planmodifier.StringRequest, resp *planmodifier.StringResponse) {
	if !req.Plan.Raw.IsNull() {
		WarnOfUnknown(ctx, &resp.Diagnostics, req.Path, req.State, req.StateValue, req.PlanValue)
	}
}

// WarnOfUnknown says that an object is going to be replaced only because a value is not known yet:
// what is unknown may be what it was. The id of another object is no surprise: it is unknown where
// that one is replaced, too.
func WarnOfUnknown(ctx context.Context, diags *diag.Diagnostics, at path.Path, state tfsdk.State, before, next attr.Value) {
	if state.Raw.IsNull() || before.IsNull() || isKnown(ctx, next) || strings.HasSuffix(at.String(), "_id") {
		return
	}

	var object string

	for _, name := range []string{"name", "email", "id"} {
		if object, _ = known(ctx, state.GetAttribute, name); object != "" {
			break
		}
	}

	now := before.String()
	if text, ok := before.(types.String); ok {
		now = text.ValueString()
	}

	warnOfUnknown(diags, at.String(), now, object)
}

func warnOfUnknown(diags *diag.Diagnostics, attribute, now, object string) {
	diags.AddAttributeWarning(path.Root(attribute), "Replaced for an Unknown "+attribute, fmt.Sprintf(
		"%s is not known before the apply; now it is %s. Terraform cannot tell that it stays the same, so this plan destroys %q and makes "+
			"it anew, and what refers to it is lost. A depends_on on a data source or on a module does this, since the data source is "+
			"then read during the apply. Take the depends_on away, or give %[1]s in a way that is known at plan: the value itself, a variable, "+
			"or the attribute of a resource.", attribute, now, object))
}

func isKnown(ctx context.Context, v attr.Value) bool {
	t, err := v.ToTerraformValue(ctx)

	return err != nil || t.IsFullyKnown()
}
