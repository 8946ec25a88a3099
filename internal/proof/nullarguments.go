// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// refusesNullArguments fails the test for a function that takes a null in a collection of an
// argument, or that says of it what only the provider's developers understand.
func refusesNullArguments(t *testing.T, server tfprotov6.ProviderServer, name string, f *tfprotov6.Function) {
	t.Helper()

	parameters := f.Parameters
	if f.VariadicParameter != nil {
		parameters = append(slices.Clip(parameters), f.VariadicParameter)
	}

	for i, p := range parameters {
		for _, v := range nullsFor(p.Type) {
			arguments := make([]*tfprotov6.DynamicValue, 0, len(parameters))

			for j, other := range parameters {
				argument := some(other.Type)
				if i == j {
					argument = v
				}

				encoded, err := tfprotov6.NewDynamicValue(other.Type, argument)
				if err != nil {
					t.Fatal(err)
				}

				arguments = append(arguments, &encoded)
			}

			resp, err := server.CallFunction(t.Context(), &tfprotov6.CallFunctionRequest{Name: name, Arguments: arguments})
			if err != nil {
				t.Fatal(err)
			}

			switch e := resp.Error; {
			case e == nil || e.FunctionArgument == nil || *e.FunctionArgument != int64(i):
				t.Errorf("functions: %s: no error of %s = %v: %+v", name, p.Name, fromTerraform(v), e)
			case !strings.Contains(e.Text, "null") || strings.Contains(e.Text, "error in the provider") || strings.Contains(e.Text, "provider developer"):
				t.Errorf("functions: %s: %s = %v is refused in words that nobody understands: %s", name, p.Name, fromTerraform(v), e.Text)
			}
		}
	}
}

// nullsFor are arguments for a parameter with a null element each. One that takes anything is
// given a list, as it stands in a configuration.
func nullsFor(typ tftypes.Type) []tftypes.Value {
	if !typ.Is(tftypes.DynamicPseudoType) {
		return nullIn(typ)
	}

	tuple := tftypes.Tuple{ElementTypes: []tftypes.Type{tftypes.DynamicPseudoType}}

	return []tftypes.Value{tftypes.NewValue(tuple, []tftypes.Value{tftypes.NewValue(tftypes.DynamicPseudoType, nil)})}
}

// some is an argument of which nothing is null.
func some(typ tftypes.Type) tftypes.Value {
	switch {
	case typ.Is(tftypes.Number):
		return tftypes.NewValue(typ, 1)
	case typ.Is(tftypes.Bool):
		return tftypes.NewValue(typ, true)
	case typ.Is(tftypes.String), typ.Is(tftypes.DynamicPseudoType):
		return tftypes.NewValue(tftypes.String, "x")
	}

	switch typ := typ.(type) {
	case tftypes.Map:
		return tftypes.NewValue(typ, map[string]tftypes.Value{"a": some(typ.ElementType)})
	case tftypes.Object:
		members := map[string]tftypes.Value{}
		for name, member := range typ.AttributeTypes {
			members[name] = some(member)
		}

		return tftypes.NewValue(typ, members)
	}

	return tftypes.NewValue(typ, []tftypes.Value{some(elementOf(typ))})
}
