// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// everyServer is a provider that has all kinds of blocks.
type everyServer interface {
	tfprotov6.ProviderServer
	tfprotov6.ListResourceServer
	tfprotov6.ActionServer
}

// validated is what a provider says of the configuration of a block, whose kind is named as the
// folders of the documentation are.
func validated(t *testing.T, s everyServer, kind, name string, config *tfprotov6.DynamicValue) Diagnostics {
	t.Helper()

	ctx := t.Context()

	switch kind {
	case "provider":
		return answered(s.ValidateProviderConfig(ctx, &tfprotov6.ValidateProviderConfigRequest{Config: config}))(t).Diagnostics
	case "resources":
		return answered(s.ValidateResourceConfig(ctx, &tfprotov6.ValidateResourceConfigRequest{TypeName: name, Config: config}))(t).Diagnostics
	case "data-sources":
		return answered(s.ValidateDataResourceConfig(ctx, &tfprotov6.ValidateDataResourceConfigRequest{TypeName: name, Config: config}))(t).Diagnostics
	case "ephemeral-resources":
		return answered(s.ValidateEphemeralResourceConfig(ctx, &tfprotov6.ValidateEphemeralResourceConfigRequest{TypeName: name, Config: config}))(t).Diagnostics
	case "list-resources":
		return answered(s.ValidateListResourceConfig(ctx, &tfprotov6.ValidateListResourceConfigRequest{TypeName: name, Config: config}))(t).Diagnostics
	case "actions":
		return answered(s.ValidateActionConfig(ctx, &tfprotov6.ValidateActionConfigRequest{ActionType: name, Config: config}))(t).Diagnostics
	}

	t.Fatalf("nobody validates %s", kind)

	return nil
}

// answered takes a call's answer, and ends the test where there is none.
func answered[R any](resp *R, err error) func(t *testing.T) *R {
	return func(t *testing.T) *R {
		t.Helper()

		if err != nil {
			t.Fatal(err)
		}

		return resp
	}
}

// refusesNulls fails the test for a collection of a block that may hold a null, which comes from a
// lookup that found nothing: left out in silence it would choose all instead of one.
func refusesNulls(t *testing.T, server everyServer, kind, name string, s *tfprotov6.Schema) {
	t.Helper()

	object, _ := s.ValueType().(tftypes.Object)

	for _, a := range s.Block.Attributes {
		for _, v := range holdingNull(a) {
			config, err := tfprotov6.NewDynamicValue(object, alone(object, a.Name, v))
			if err != nil {
				t.Fatal(err)
			}

			diags := validated(t, server, kind, name, &config)
			if !slices.ContainsFunc(diags.Errors(), func(d *tfprotov6.Diagnostic) bool {
				return d.Summary == "Null Element" && d.Attribute != nil && d.Attribute.Steps()[0] == tftypes.AttributeName(a.Name)
			}) {
				t.Errorf("%s: %s: no error says that %s = %v has a null element: %s", kind, name, a.Name, fromTerraform(v), diags)
			}
		}
	}
}

// alone is an object in which one attribute is set.
func alone(object tftypes.Object, name string, v tftypes.Value) tftypes.Value {
	all := map[string]tftypes.Value{}
	for name, typ := range object.AttributeTypes {
		all[name] = tftypes.NewValue(typ, nil)
	}

	all[name] = v

	return tftypes.NewValue(object, all)
}

// holdingNull are values of an attribute, each with one null element in a collection; none of an
// attribute that a configuration may not set.
func holdingNull(a *tfprotov6.SchemaAttribute) []tftypes.Value {
	switch {
	case !a.Required && !a.Optional:
		return nil
	case a.NestedType == nil:
		return nullIn(a.Type)
	}

	var members []tftypes.Value

	typ := a.ValueType()

	object, ok := typ.(tftypes.Object)
	if !ok {
		object, _ = elementOf(typ).(tftypes.Object)
	}

	for _, member := range a.NestedType.Attributes {
		for _, v := range holdingNull(member) {
			members = append(members, alone(object, member.Name, v))
		}
	}

	if ok {
		return members
	}

	return around(typ, append(members, tftypes.NewValue(object, nil)))
}

// nullIn are values of a type, each with one null element in a collection.
func nullIn(typ tftypes.Type) []tftypes.Value {
	if object, ok := typ.(tftypes.Object); ok {
		var all []tftypes.Value

		for name, member := range object.AttributeTypes {
			for _, v := range nullIn(member) {
				all = append(all, alone(object, name, v))
			}
		}

		return all
	}

	element := elementOf(typ)
	if element == nil {
		return nil
	}

	return around(typ, append(nullIn(element), tftypes.NewValue(element, nil)))
}

// elementOf is the type of a collection's elements, nil of what is none.
func elementOf(typ tftypes.Type) tftypes.Type {
	switch typ := typ.(type) {
	case tftypes.List:
		return typ.ElementType
	case tftypes.Set:
		return typ.ElementType
	case tftypes.Map:
		return typ.ElementType
	}

	return nil
}

// around are collections of one of the elements each.
func around(typ tftypes.Type, elements []tftypes.Value) []tftypes.Value {
	all := make([]tftypes.Value, 0, len(elements))

	for _, e := range elements {
		if typ.Is(tftypes.Map{}) {
			all = append(all, tftypes.NewValue(typ, map[string]tftypes.Value{"a": e}))

			continue
		}

		all = append(all, tftypes.NewValue(typ, []tftypes.Value{e}))
	}

	return all
}
