// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"github.com/zclconf/go-cty/cty"
)

// wide is how long a list on one line may be.
const wide = 100

// quoted is a text as HCL spells it.
func quoted(s string) string {
	return string(hclwrite.TokensForValue(cty.StringVal(s)).Bytes())
}

// expression spells a value in HCL; refer spells texts that are more than that.
func expression(v tftypes.Value, refer func(s string) string) (string, error) {
	if v.IsNull() {
		return "null", nil
	}

	switch t := v.Type(); {
	case t.Is(tftypes.String):
		var s string

		err := v.As(&s)

		return refer(s), err
	case t.Is(tftypes.Bool):
		var b bool

		err := v.As(&b)

		return fmt.Sprint(b), err
	case t.Is(tftypes.Number):
		var n big.Float

		err := v.As(&n)

		return n.Text('f', -1), err
	case t.Is(tftypes.Object{}), t.Is(tftypes.Map{}):
		var all map[string]tftypes.Value
		if err := v.As(&all); err != nil {
			return "", err
		}

		return objectExpression(all, refer)
	}

	var all []tftypes.Value
	if err := v.As(&all); err != nil {
		return "", err
	}

	return listExpression(all, v.Type().Is(tftypes.Set{}), refer)
}

func objectExpression(all map[string]tftypes.Value, refer func(string) string) (string, error) {
	var lines []string

	for _, name := range slices.Sorted(maps.Keys(all)) {
		text, err := expression(all[name], refer)
		if err != nil {
			return "", err
		}

		lines = append(lines, key(name)+" = "+text)
	}

	return braces(lines), nil
}

func braces(lines []string) string {
	if len(lines) == 0 {
		return "{}"
	}

	return "{\n" + strings.Join(lines, "\n") + "\n}"
}

// key is a name of a member of an object.
func key(name string) string {
	if hclsyntax.ValidIdentifier(name) && name != "for" {
		return name
	}

	return quoted(name)
}

func listExpression(all []tftypes.Value, sorted bool, refer func(string) string) (string, error) {
	var elements []string

	for _, v := range all {
		text, err := expression(v, refer)
		if err != nil {
			return "", err
		}

		elements = append(elements, text)
	}

	if sorted {
		slices.Sort(elements)
	}

	line := "[" + strings.Join(elements, ", ") + "]"
	if len(line) <= wide && !strings.Contains(line, "\n") {
		return line, nil
	}

	return "[\n" + strings.Join(elements, ",\n") + ",\n]", nil
}
