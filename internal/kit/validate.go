// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Meaningful refuses what means nothing in a configuration: a null among the elements of a
// list, a set or a map, and a nested object none of whose members is set. The first hides
// that a value is missing; the second is what Terraform leaves of an object whose members
// are misspelt, since it drops those that it does not know. Dynamic attributes are the
// business of their objects, and what is unknown is not looked at.
type Meaningful struct {
	// MayBeEmpty are the attributes for which {} says something, such as "effect.mfa".
	MayBeEmpty []string
}

var (
	_ resource.ConfigValidator   = Meaningful{}
	_ datasource.ConfigValidator = Meaningful{}
	_ provider.ConfigValidator   = Meaningful{}
	_ list.ConfigValidator       = Meaningful{}
	_ action.ConfigValidator     = Meaningful{}
)

// Description says what is refused.
func (Meaningful) Description(context.Context) string {
	return "no null elements and no empty nested objects"
}

// MarkdownDescription says what is refused.
func (m Meaningful) MarkdownDescription(ctx context.Context) string { return m.Description(ctx) }

// ValidateResource checks a resource.
func (m Meaningful) ValidateResource(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	resp.Diagnostics.Append(m.check(ctx, req.Config)...)
}

// ValidateDataSource checks a data source.
func (m Meaningful) ValidateDataSource(
	ctx context.Context, req datasource.ValidateConfigRequest, resp *datasource.ValidateConfigResponse,
) {
	resp.Diagnostics.Append(m.check(ctx, req.Config)...)
}

// ValidateProvider checks the provider block.
func (m Meaningful) ValidateProvider(ctx context.Context, req provider.ValidateConfigRequest, resp *provider.ValidateConfigResponse) {
	resp.Diagnostics.Append(m.check(ctx, req.Config)...)
}

// ValidateListResourceConfig checks a list block.
func (m Meaningful) ValidateListResourceConfig(ctx context.Context, req list.ValidateConfigRequest, resp *list.ValidateConfigResponse) {
	resp.Diagnostics.Append(m.check(ctx, req.Config)...)
}

// ValidateAction checks an action.
func (m Meaningful) ValidateAction(ctx context.Context, req action.ValidateConfigRequest, resp *action.ValidateConfigResponse) {
	resp.Diagnostics.Append(m.check(ctx, req.Config)...)
}

func (m Meaningful) check(ctx context.Context, config tfsdk.Config) diag.Diagnostics {
	var diags diag.Diagnostics

	values := members(config.Raw)
	attributes := config.Schema.GetAttributes()

	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		m.walk(attributes[name].GetType().TerraformType(ctx), values[name], place{path.Root(name), name, name}, &diags)
	}

	return diags
}

// place is where in a configuration a value stands: as a diagnostic has it, as a person
// reads it, and without indices and keys.
type place struct {
	at    path.Path
	words string
	name  string
}

func (p place) member(name string) place {
	return place{p.at.AtName(name), p.words + "." + name, p.name + "." + name}
}

// element is an element's place; the path of one of a set ends at the set, which knows
// its elements by value alone.
func (p place) element(typ tftypes.Type, i int) place {
	if typ.Is(tftypes.Set{}) {
		return place{p.at, "an element of " + p.words, p.name}
	}

	return place{p.at.AtListIndex(i), p.words + "[" + strconv.Itoa(i) + "]", p.name}
}

// walk goes down to what the schema declares; typ is the schema's, since a dynamic value
// has a type of its own.
func (m Meaningful) walk(typ tftypes.Type, v tftypes.Value, p place, diags *diag.Diagnostics) {
	if typ.Is(tftypes.DynamicPseudoType) || v.IsNull() || !v.IsKnown() {
		return
	}

	switch typ := typ.(type) {
	case tftypes.Object:
		values := members(v)
		names := slices.Sorted(maps.Keys(typ.AttributeTypes))

		if !slices.Contains(m.MayBeEmpty, p.name) && !slices.ContainsFunc(names, func(n string) bool { return !values[n].IsNull() }) {
			diags.AddAttributeError(p.at, "Empty Object", fmt.Sprintf(
				"%s is there, and none of its members is set: they are missing or misspelt (Terraform drops a member that it does not "+
					"know). Members: %s. Leave %s out to say nothing of it.", p.words, strings.Join(names, ", "), p.words))
		}

		for _, name := range names {
			m.walk(typ.AttributeTypes[name], values[name], p.member(name), diags)
		}
	case tftypes.Map:
		values := members(v)
		for _, key := range slices.Sorted(maps.Keys(values)) {
			below := place{p.at.AtMapKey(key), fmt.Sprintf("%s[%q]", p.words, key), p.name}
			m.element(typ.ElementType, values[key], below, diags)
		}
	case tftypes.List:
		m.elements(typ, typ.ElementType, v, p, diags)
	case tftypes.Set:
		m.elements(typ, typ.ElementType, v, p, diags)
	}
}

func (m Meaningful) elements(typ, element tftypes.Type, v tftypes.Value, p place, diags *diag.Diagnostics) {
	var values []tftypes.Value
	if v.As(&values) != nil {
		return
	}

	for i, e := range values {
		m.element(element, e, p.element(typ, i), diags)
	}
}

func (m Meaningful) element(typ tftypes.Type, v tftypes.Value, p place, diags *diag.Diagnostics) {
	if v.IsNull() {
		diags.AddAttributeError(p.at, "Null Element", NullElement(p.words))

		return
	}

	m.walk(typ, v, p, diags)
}

// NullElement says of an element of a collection that it is null.
func NullElement(name string) string {
	return name + " is null, which means nothing here: give it a value, or leave it out, such as with compact() for a list or " +
		"{ for k, v in … : k => v if v != null } for a map."
}

// InWords is a path as a person reads it. Elements of a set, which only their values tell from each
// other, have no name.
func InWords(at path.Path) string {
	text := ""

	for _, step := range at.Steps() {
		switch step := step.(type) {
		case path.PathStepElementKeyInt:
			text += fmt.Sprintf("[%d]", int64(step))
		case path.PathStepElementKeyString:
			text += fmt.Sprintf("[%q]", string(step))
		case path.PathStepElementKeyValue:
			text = "an element of " + text
		case path.PathStepAttributeName:
			switch {
			case text == "":
				text = string(step)
			case strings.HasPrefix(text, "an element of "):
				text = string(step) + " of " + text
			default:
				text += "." + string(step)
			}
		}
	}

	return text
}

// members are the values of an object or of a map, not to be written to; none where it is null
// or unknown.
func members(v tftypes.Value) map[string]tftypes.Value {
	var all map[string]tftypes.Value
	if v.IsNull() || !v.IsKnown() || v.As(&all) != nil {
		return nil
	}

	return all
}
