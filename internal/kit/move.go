// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
)

// Moved is a resource type of another provider for the same object. Its state is taken over
// as far as it tells which object is meant, and by the texts that have the same name here;
// the refresh that follows reads the rest.
type Moved struct {
	Type string // such as "vendor_thing"

	// Keys are the source's attributes for the object's keys, those of the scope included, in
	// the order in which they are tried. A key that is not listed is looked for by its own
	// name. Those of the scope may be missing: the refresh takes the provider's default.
	Keys map[string][]string
}

// MoveState takes over the state of other providers' resources, for a moved block. Terraform
// asks for it before any provider is configured, so nothing is read.
func (b *Base) MoveState(context.Context) []resource.StateMover {
	movers := make([]resource.StateMover, 0, len(b.object.Moved))

	for _, m := range b.object.Moved {
		movers = append(movers, resource.StateMover{
			StateMover: func(ctx context.Context, req resource.MoveStateRequest, resp *resource.MoveStateResponse) {
				if req.SourceTypeName == m.Type {
					b.move(ctx, m, req, resp)
				}
			},
		})
	}

	return movers
}

func (b *Base) move(ctx context.Context, m Moved, req resource.MoveStateRequest, resp *resource.MoveStateResponse) {
	var source map[string]any
	if err := json.Unmarshal(req.SourceRawState.JSON, &source); err != nil {
		resp.Diagnostics.AddError("Unable to Move "+b.object.Title, fmt.Sprintf("The state of %s cannot be read: %s.", m.Type, err))

		return
	}

	var missing []string

	keys := append(append([]Key{}, b.scope.Keys()...), b.object.Keys...)
	for i, key := range keys {
		value, ok := m.find(key, source)

		switch {
		case ok:
			resp.Diagnostics.Append(resp.TargetState.SetAttribute(ctx, path.Root(key.Name), value)...)
		case i >= len(b.scope.Keys()):
			missing = append(missing, key.Name+" ("+key.Form.Words+")")
		}
	}

	if len(missing) > 0 {
		resp.Diagnostics.AddError("Unable to Move "+b.object.Title, fmt.Sprintf(
			"The state of %s, of the provider %s, does not tell %s. Take it out of state and import the object instead:\n\n"+
				"  terraform state rm <the old address>\n\nand an import block with the id %s.",
			m.Type, req.SourceProviderAddress, strings.Join(missing, " and "), firstOf(importFormat(keys))))

		return
	}

	b.moveTexts(ctx, source, resp)

	for _, key := range []string{importedKey, movedKey} {
		resp.Diagnostics.Append(keep(ctx, resp.TargetPrivate, key, "true")...)
	}
}

// needsRefresh refuses a plan for an object that was taken over and not read since. What the other
// provider's state does not tell would be taken for a change, which may replace the object.
func (b *Base) needsRefresh(ctx context.Context, req resource.ModifyPlanRequest, diags *diag.Diagnostics) bool {
	if req.Plan.Raw.IsNull() || kept(ctx, req.Private, movedKey) == "" {
		return false
	}

	diags.AddError("Moved Object Not Read", fmt.Sprintf(
		"A moved block took the %s %q over from another provider, whose state does not tell all of it. A plan without a refresh would take "+
			"what is not known for a change, and might destroy it. Nothing was changed. Plan and apply once without -refresh=false.",
		b.object.Title, b.nameOf(ctx, req.State.GetAttribute)))

	return true
}

// find looks for a key under the names that the source may have for it. What has another
// form, such as a name that stands for an id, is passed over.
func (m Moved) find(key Key, source map[string]any) (string, bool) {
	names := m.Keys[key.Name]
	if len(names) == 0 {
		names = []string{key.Name}
	}

	for _, name := range names {
		if v, ok := source[name].(string); ok && key.Form.Pattern.MatchString(v) {
			return v, true
		}
	}

	return "", false
}

// moveTexts takes over the texts that a configuration may set and that are no keys.
func (b *Base) moveTexts(ctx context.Context, source map[string]any, resp *resource.MoveStateResponse) {
	isKey := func(name string) bool {
		return slices.ContainsFunc(append(b.scope.Keys(), b.object.Keys...), func(k Key) bool { return k.Name == name })
	}

	var diags diag.Diagnostics

	for name, attribute := range b.schema().Attributes {
		text, isText := attribute.(schema.StringAttribute)
		value, there := source[name].(string)

		if isText && there && !isKey(name) && !text.WriteOnly && (text.Required || text.Optional) {
			diags.Append(resp.TargetState.SetAttribute(ctx, path.Root(name), value)...)
		}
	}

	resp.Diagnostics.Append(diags...)
}

func firstOf(first, _ string) string { return first }
