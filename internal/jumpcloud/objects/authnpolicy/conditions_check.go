// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// grammar checks a tree of conditions; what is not known yet is not looked at.
type grammar struct{}

func (grammar) Description(context.Context) string {
	return "a tree of " + strings.Join(conditions, ", ")
}

func (v grammar) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (grammar) ValidateDynamic(ctx context.Context, req validator.DynamicRequest, resp *validator.DynamicResponse) {
	value := anyjson.Value{DynamicValue: req.ConfigValue}

	if value.IsNull() || value.IsUnknown() || value.IsUnderlyingValueUnknown() {
		return
	}

	tree, err := value.JSON(ctx)
	if err != nil {
		resp.Diagnostics.AddAttributeError(req.Path, "Invalid Condition", err.Error())

		return
	}

	if members, ok := tree.(map[string]any); ok && len(members) == 0 {
		return // no condition, as the API writes it
	}

	for _, problem := range checkExpression(req.Path.String(), tree) {
		resp.Diagnostics.AddAttributeError(req.Path, "Invalid Condition", problem)
	}

	if slices.Contains(named("countries", tree), kosovo) {
		resp.Diagnostics.AddAttributeWarning(req.Path, "Unassigned Country Code", "XK, which many databases of locations use for Kosovo, is "+
			"no code of ISO 3166-1, and nobody documents whether JumpCloud takes it. Watch the policy with monitor_only = true first.")
	}
}

// checkExpression returns the problems of one expression, which is an object of exactly
// one member (evidence: access 2.2).
func checkExpression(at string, v any) []string {
	if _, unknown := v.(anyjson.Unknown); unknown {
		return nil
	}

	members, ok := v.(map[string]any)
	if !ok {
		return []string{fmt.Sprintf("%s must be an object such as { device_managed = true }.", at)}
	}

	names := slices.DeleteFunc(slices.Sorted(maps.Keys(members)), func(name string) bool { return members[name] == nil })

	var problems []string

	for _, name := range names {
		if !slices.Contains(conditions, name) {
			problems = append(problems, unknownCondition(at, name))
		}
	}

	switch {
	case len(problems) > 0:
		return problems
	case len(names) == 0:
		return []string{at + " must hold a condition."}
	case len(names) > 1:
		return []string{fmt.Sprintf("%s holds %d conditions (%s), and one is allowed: join them with all = [{ … }, { … }] or any.",
			at, len(names), strings.Join(names, ", "))}
	}

	return checkCondition(at+"."+names[0], names[0], members[names[0]])
}

func checkCondition(at, name string, v any) []string {
	if _, unknown := v.(anyjson.Unknown); unknown {
		return nil
	}

	switch name {
	case all, anyOf:
		elements, ok := anyjson.Elements(v)
		if !ok || len(elements) == 0 {
			return []string{at + " must be a list of at least one condition."}
		}

		var problems []string
		for i, e := range elements {
			problems = append(problems, checkExpression(fmt.Sprintf("%s[%d]", at, i), e)...)
		}

		return problems
	case not:
		return checkExpression(at, v)
	case ipAddressIn:
		return checkStrings(at, v, "the id of an IP list, 24 hexadecimal digits", checkListID)
	case locationIn:
		return checkLocation(at, v)
	}

	if _, ok := v.(bool); !ok {
		return []string{at + " must be true or false."}
	}

	return nil
}

func checkLocation(at string, v any) []string {
	members, ok := v.(map[string]any)
	if codes, there := members["countries"]; ok && there && len(members) == 1 {
		return checkStrings(at+".countries", codes, "a country code of two capital letters", checkCountry)
	}

	return []string{at + " must be an object such as { countries = [\"US\", \"CA\"] }."}
}

// checkListID returns what is wrong with the id of an IP list, or "".
func checkListID(id string) string {
	if tenancy.ObjectID.Pattern.MatchString(id) {
		return ""
	}

	return fmt.Sprintf("%q is not the id of an IP list, 24 hexadecimal digits.", id)
}

// checkStrings checks a list of strings, each of which is what words say.
func checkStrings(at string, v any, words string, check func(string) string) []string {
	if _, unknown := v.(anyjson.Unknown); unknown {
		return nil
	}

	elements, ok := anyjson.Elements(v)
	if !ok || len(elements) == 0 {
		return []string{fmt.Sprintf("%s must be a list; every element is %s.", at, words)}
	}

	var problems []string

	for i, e := range elements {
		switch e := e.(type) {
		case anyjson.Unknown:
		case nil:
			problems = append(problems, fmt.Sprintf("%s[%d] is null, not %s.", at, i, words))
		case string:
			if problem := check(e); problem != "" {
				problems = append(problems, fmt.Sprintf("%s[%d]: %s", at, i, problem))
			}
		default:
			problems = append(problems, fmt.Sprintf("%s[%d]: %v is not %s.", at, i, e, words))
		}
	}

	return problems
}

// unknownCondition says what there is, and how to write what was probably meant.
func unknownCondition(at, name string) string {
	text := fmt.Sprintf("%q is not a condition\n\nConditions: %s.\n", name, strings.Join(conditions, ", "))
	plain := folded(name)

	for _, known := range conditions {
		switch plain {
		case folded(known):
			return text + fmt.Sprintf("Write  %s = %s\n\nFound at %s.", known, sample(known), at)
		case strings.Replace(folded(known), "in", "notin", 1), "not" + folded(known):
			return text + fmt.Sprintf("Write  not = { %s = %s }\n\nFound at %s.", known, sample(known), at)
		}
	}

	if near, ok := nearest.Match(name, conditions); ok {
		text += fmt.Sprintf("Did you mean %q?\n", near)
	}

	return text + fmt.Sprintf("\nFound at %s.", at)
}

// folded drops what differs between the spellings of a name.
func folded(name string) string { return strings.ToLower(strings.ReplaceAll(name, "_", "")) }

func sample(condition string) string {
	switch condition {
	case all, anyOf, ipAddressIn:
		return "[...]"
	case locationIn, not:
		return "{ ... }"
	}

	return "true"
}
