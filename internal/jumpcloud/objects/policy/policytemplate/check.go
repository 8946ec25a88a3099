// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policytemplate

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// CheckValues returns everything about the two attributes that the template's
// fields rule out: unknown names first, then field by field in the template's
// order. What is not known yet is passed over. A field whose encoding nobody
// documents takes any value, and no message shows a sensitive one.
func CheckValues(fields []Field, values, sensitive any) []Problem {
	var problems []Problem

	plain, found := attributeMembers(ValuesAttribute, values)
	problems = append(problems, found...)

	secret, found := attributeMembers(SensitiveAttribute, sensitive)
	problems = append(problems, found...)

	if len(problems) > 0 {
		return problems
	}

	problems = append(unknownFields(ValuesAttribute, fields, plain), unknownFields(SensitiveAttribute, fields, secret)...)
	complete := !isUnknown(values) && !isUnknown(sensitive)

	for _, f := range inOrder(fields) {
		problems = append(problems, f.check(plain[f.Name], secret[f.Name], complete)...)
	}

	return problems
}

func isUnknown(v any) bool {
	_, unknown := v.(anyjson.Unknown)

	return unknown
}

func attributeMembers(attribute string, v any) (map[string]any, []Problem) {
	if v == nil || isUnknown(v) {
		return nil, nil
	}

	members, ok := v.(map[string]any)
	if !ok {
		return nil, []Problem{{attribute, attribute, "expected field names and their values, got " + TypeName(v)}}
	}

	return members, nil
}

// unknownFields also suggests the field whose label was written for its name.
func unknownFields(attribute string, fields []Field, values map[string]any) []Problem {
	known := make(map[string]bool, len(fields))
	byLabel := make(map[string]string, len(fields))

	var names []string

	for _, f := range inOrder(fields) {
		known[f.Name] = true

		if f.settable() {
			names = append(names, f.Name)

			if label := strings.ToLower(f.Label); label != "" && byLabel[label] == "" {
				byLabel[label] = f.Name
			}
		}
	}

	var problems []Problem

	for _, name := range slices.Sorted(maps.Keys(values)) {
		if known[name] {
			continue
		}

		message := "no such field"
		if meant, ok := byLabel[strings.ToLower(name)]; ok {
			message += fmt.Sprintf("; did you mean %q?", meant)
		} else if meant, ok := nearest.Match(name, names); ok {
			message += fmt.Sprintf("; did you mean %q?", meant)
		} else if len(names) == 0 {
			message += ": this template has none to set"
		}

		problems = append(problems, fieldPath{attribute: attribute}.member(name).problem(message))
	}

	return problems
}

// check returns the problems of one field. complete says that both attributes
// are known, so that a field in neither is missing.
func (f Field) check(plain, secret any, complete bool) []Problem {
	path := fieldPath{attribute: ValuesAttribute}.member(f.Name)
	secretPath := fieldPath{attribute: SensitiveAttribute}.member(f.Name)

	switch {
	case plain == nil && secret == nil && complete && f.needed() && f.Sensitive:
		return []Problem{path.problem("required, but not set here nor in " + SensitiveAttribute)}
	case plain == nil && secret == nil && complete && f.needed():
		return []Problem{path.problem("required, but not set")}
	}

	var problems []Problem

	if plain != nil {
		problems = f.checkValue(path, plain)
	}

	switch {
	case secret == nil:
	case !f.Sensitive:
		problems = append(problems, secretPath.problem("not a sensitive field; set it in "+ValuesAttribute))
	case plain != nil:
		problems = append(problems, secretPath.problem("also set in "+ValuesAttribute+"; set it in one of the two"))
	default:
		problems = append(problems, f.checkValue(secretPath, secret)...)
	}

	return problems
}

func (f Field) checkValue(path fieldPath, v any) []Problem {
	path.secret = f.Sensitive

	switch {
	case f.kind() == kindShown:
		return []Problem{path.problem("display only, cannot be set")}
	case f.ReadOnly:
		return []Problem{path.problem("read-only, cannot be set")}
	case isUnknown(v):
		return nil
	}

	v = f.convert(v)

	switch f.kind() {
	case kindBool:
		if _, ok := v.(bool); !ok {
			return path.expected("true or false", v)
		}
	case kindText:
		return checkText(path, v)
	case kindNumber:
		if _, ok := v.(json.Number); !ok {
			return path.expected("a number", v)
		}
	case kindChoice:
		return checkChoice(path, f.Options(), v)
	case kindTexts:
		elements, ok := anyjson.Elements(v)
		if !ok {
			return path.expected("a list of strings", v)
		}

		return checkTexts(path, elements)
	case kindTable, kindRows:
		return f.checkRows(path, v)
	case kindFile:
		return checkFile(path, v)
	}

	return nil
}

func checkText(path fieldPath, v any) []Problem {
	if _, ok := v.(string); !ok && !isUnknown(v) {
		problems := path.expected("a string", v)
		problems[0].Message += unquoted(path, v)

		return problems
	}

	return nil
}

func checkTexts(path fieldPath, elements []any) []Problem {
	var problems []Problem
	for i, element := range elements {
		problems = append(problems, checkText(path.element(i), element)...)
	}

	return problems
}

// mostLabels is how many options a message lists; a longer list is cut to the
// nearest ones.
const mostLabels = 24

// checkChoice passes everything if the template does not show its options.
func checkChoice(path fieldPath, options []Option, v any) []Problem {
	if _, _, ok := choose(options, v); ok || len(options) == 0 {
		return nil
	}

	labels := make([]string, len(options))
	for i, o := range options {
		labels[i] = o.Label
	}

	got, text := "the value", ""
	if !path.secret {
		got, text = brief(v), plainText(v)
	}

	message := got + " is not one of: " + strings.Join(labels, ", ")
	if len(labels) > mostLabels {
		message = fmt.Sprintf("%s is not one of the %d options; the nearest: %s",
			got, len(labels), strings.Join(nearest.Sorted(text, labels)[:mostLabels/2], ", "))
	}

	if label, ok := yamlOption(options, v); ok && !path.secret {
		message += fmt.Sprintf("; YAML reads %s as %s: quote it", label, got)
	} else if o, ok := stored(options, v); ok && !path.secret {
		message += "; did you mean " + Compact(o.Value) + "?"
	}

	return []Problem{path.problem(message)}
}
