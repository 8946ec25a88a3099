// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// The rules that core holds a provider to, each as the list of what breaks it. The words
// in the paths are for whoever mends the provider.

// invalidPlan says where a plan is neither what the configuration says, nor what was
// there before, nor computed.
func invalidPlan(schema []*tfprotov6.SchemaAttribute, prior, config, planned tftypes.Value, at string) []string {
	var found []string

	was, want, got := attributes(prior), attributes(config), attributes(planned)

	for _, a := range schema {
		found = append(found, invalidAttribute(a, orNull(was, a), orNull(want, a), orNull(got, a), at+"."+a.Name)...)
	}

	return found
}

func invalidAttribute(a *tfprotov6.SchemaAttribute, prior, config, planned tftypes.Value, at string) []string {
	switch {
	case a.WriteOnly:
		if !planned.IsNull() {
			return []string{at + ": write-only, and in the plan"}
		}

		return nil
	case planned.Equal(config), planned.Equal(prior) && !prior.IsNull() && !config.IsNull():
		return nil
	case a.Computed && (!a.Optional || config.IsNull()):
		return nil
	case config.IsNull():
		return []string{fmt.Sprintf("%s: planned %v, neither configured nor computed", at, shown(a, planned))}
	case a.NestedType != nil:
		return invalidNested(a.NestedType, prior, config, planned, at)
	}

	return []string{fmt.Sprintf("%s: planned %v, configured %v, before %v", at, shown(a, planned), shown(a, config), shown(a, prior))}
}

func invalidNested(o *tfprotov6.SchemaObject, prior, config, planned tftypes.Value, at string) []string {
	switch {
	case planned.IsNull():
		return []string{at + ": planned for absence but configured"}
	case !planned.IsKnown():
		if config.IsKnown() {
			return []string{at + ": planned unknown but configured"}
		}

		return nil
	case !config.IsKnown():
		return []string{at + ": planned known but configured unknown"}
	}

	var found []string

	switch o.Nesting {
	case tfprotov6.SchemaObjectNestingModeSingle:
		return invalidPlan(o.Attributes, prior, config, planned, at)
	case tfprotov6.SchemaObjectNestingModeList:
		before, want, got := elementsOf(prior), elementsOf(config), elementsOf(planned)
		if len(want) != len(got) {
			return []string{fmt.Sprintf("%s: %d planned, %d configured", at, len(got), len(want))}
		}

		for i := range got {
			var p tftypes.Value
			if i < len(before) {
				p = before[i]
			}

			found = append(found, invalidPlan(o.Attributes, p, want[i], got[i], fmt.Sprintf("%s[%d]", at, i))...)
		}
	case tfprotov6.SchemaObjectNestingModeMap:
		before, want, got := attributes(prior), attributes(config), attributes(planned)
		if len(want) != len(got) {
			return []string{fmt.Sprintf("%s: %d planned, %d configured", at, len(got), len(want))}
		}

		for name, e := range got {
			if _, ok := want[name]; !ok {
				found = append(found, fmt.Sprintf("%s[%q]: planned but not configured", at, name))

				continue
			}

			found = append(found, invalidPlan(o.Attributes, before[name], want[name], e, fmt.Sprintf("%s[%q]", at, name))...)
		}
	default: // core trusts what is in a set
		if want, got := len(elementsOf(config)), len(elementsOf(planned)); want != got {
			return []string{fmt.Sprintf("%s: %d planned, %d configured", at, got, want)}
		}
	}

	return found
}

// incompatible says where something known of a plan did not come true.
func incompatible(schema []*tfprotov6.SchemaAttribute, planned, actual tftypes.Value) []string {
	if planned.IsNull() != actual.IsNull() {
		return []string{fmt.Sprintf("absent: planned %t, is %t", planned.IsNull(), actual.IsNull())}
	}

	var found []string

	want, got := attributes(planned), attributes(actual)

	for _, a := range schema {
		broken := differs(want[a.Name], got[a.Name], a.Name)
		if a.Sensitive && len(broken) > 0 {
			broken = []string{a.Name + ": another value, which is sensitive"}
		}

		found = append(found, broken...)
	}

	return found
}

func differs(planned, actual tftypes.Value, at string) []string {
	switch {
	case planned.Type().Is(tftypes.DynamicPseudoType):
		return nil // anything goes
	case !actual.Type().UsableAs(planned.Type()):
		return []string{fmt.Sprintf("%s: planned as %s, is %s", at, planned.Type(), actual.Type())}
	case !planned.IsKnown(), planned.IsNull() && actual.IsNull():
		return nil
	case planned.IsNull() || actual.IsNull() || !actual.IsKnown():
		return []string{fmt.Sprintf("%s: planned %v, is %v", at, fromTerraform(planned), fromTerraform(actual))}
	case planned.Type().Is(tftypes.Set{}):
		return differentSets(planned, actual, at)
	}

	var found []string

	if want := attributes(planned); want != nil {
		got := attributes(actual)

		for name, w := range want {
			if g, ok := got[name]; ok {
				found = append(found, differs(w, g, at+"."+name)...)
			} else {
				found = append(found, fmt.Sprintf("%s.%s: vanished", at, name))
			}
		}

		for name := range got {
			if _, ok := want[name]; !ok {
				found = append(found, fmt.Sprintf("%s.%s: appeared", at, name))
			}
		}

		return found
	}

	if want := elementsOf(planned); want != nil {
		got := elementsOf(actual)
		if len(want) != len(got) {
			return []string{fmt.Sprintf("%s: %d elements planned, has %d", at, len(want), len(got))}
		}

		for i := range want {
			found = append(found, differs(want[i], got[i], fmt.Sprintf("%s[%d]", at, i))...)
		}

		return found
	}

	if !planned.Equal(actual) {
		return []string{fmt.Sprintf("%s: planned %v, is %v", at, fromTerraform(planned), fromTerraform(actual))}
	}

	return nil
}

// differentSets asks that every element of either set has a like one in the other, and
// that none were added. Unknown elements may turn out to be equal.
func differentSets(planned, actual tftypes.Value, at string) []string {
	want, got := elementsOf(planned), elementsOf(actual)
	if len(want) < len(got) {
		return []string{fmt.Sprintf("%s: %d elements planned, has %d", at, len(want), len(got))}
	}

	met := make([]bool, len(got))

	for n, w := range want {
		// What is known equals one element at most, which mostly stands in the same place.
		if n < len(got) && w.IsFullyKnown() && len(differs(w, got[n], "")) == 0 {
			met[n] = true

			continue
		}

		found := false

		for i, g := range got {
			if len(differs(w, g, "")) == 0 {
				found, met[i] = true, true
			}
		}

		if !found {
			return []string{fmt.Sprintf("%s: planned element %v is not there", at, fromTerraform(w))}
		}
	}

	for i, ok := range met {
		if !ok {
			return []string{fmt.Sprintf("%s: element %v was not planned", at, fromTerraform(got[i]))}
		}
	}

	return nil
}

func shown(a *tfprotov6.SchemaAttribute, v tftypes.Value) any {
	if a.Sensitive && !v.IsNull() {
		return "(sensitive)"
	}

	return fromTerraform(v)
}
