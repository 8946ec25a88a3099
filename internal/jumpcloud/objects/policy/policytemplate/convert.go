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
)

// convert returns a value in the type that the field takes, where that loses nothing: a map
// of one type and the rows of a CSV file have only strings. Any other value stays as it is.
func (f Field) convert(v any) any {
	text, isText := v.(string)

	switch f.kind() {
	case kindBool:
		if isText && (text == "true" || text == "false") {
			return text == "true"
		}
	case kindNumber:
		if isText && isNumber(json.Number(text)) {
			return json.Number(text)
		}
	case kindText:
		if !f.Sensitive { // a password of digits may have begun with zeros
			return wholeToText(v)
		}
	case kindTexts:
		return eachElement(v, wholeToText)
	case kindTable:
		return eachElement(v, func(row any) any { return eachCell(row, wholeToText) })
	}

	return v
}

// wholeToText writes a whole number as a text. A fraction may have lost digits: 15.10 is
// 15.1 by the time the provider sees it.
func wholeToText(v any) any {
	if n, ok := v.(json.Number); ok && !strings.ContainsAny(n.String(), ".eE") {
		return n.String()
	}

	return v
}

// meant finds the only option that a number or a boolean means that stands for a text, or
// a text that stands for one of them.
func meant(options []Option, v any) (Option, bool) {
	var found []Option

	for _, o := range options {
		value, _ := scalar(o.Value)
		text, isScalar := scalar(v)

		_, a := v.(string)
		_, b := o.Value.(string)

		if isScalar && (a != b && value == text || !a && o.Label == text) {
			found = append(found, o)
		}
	}

	if len(found) != 1 {
		return Option{}, false
	}

	return found[0], true
}

// scalar writes a text, a number or a boolean without quotes.
func scalar(v any) (string, bool) {
	switch v.(type) {
	case string, json.Number, bool:
		return plainText(v), true
	}

	return "", false
}

// yamlWords are what YAML reads as a boolean, in lower case.
var yamlWords = map[bool][]string{true: {"yes", "on", "true", "y"}, false: {"no", "off", "false", "n"}}

// yamlOption finds the option whose name YAML reads as that boolean.
func yamlOption(options []Option, v any) (string, bool) {
	b, ok := v.(bool)

	for _, o := range options {
		if ok && slices.Contains(yamlWords[b], strings.ToLower(o.Label)) {
			return o.Label, true
		}
	}

	return "", false
}

// unquoted says why a value cannot be taken for the text that was probably meant.
func unquoted(path fieldPath, v any) string {
	switch v := v.(type) {
	case json.Number:
		if path.secret {
			return "; quote it"
		}

		return fmt.Sprintf("; quote it, since %[1]s and %[1]s0 are one number", v)
	case bool:
		if path.secret {
			return "; quote it"
		}

		words := slices.Clone(yamlWords[v][:3])

		return fmt.Sprintf("; quote it (YAML reads %s, %s and %s alike)", words[0], words[1], words[2])
	}

	return ""
}

// eachElement changes the elements of a list or a set.
func eachElement(v any, change func(any) any) any {
	elements, ok := anyjson.Elements(v)
	if !ok {
		return v
	}

	out := make([]any, len(elements))
	for i, element := range elements {
		out[i] = change(element)
	}

	if _, isSet := v.(anyjson.Set); isSet {
		return anyjson.Set(out)
	}

	return out
}

// eachCell changes the cells of a row; a row that stays the same is not copied.
func eachCell(row any, change func(any) any) any {
	cells, ok := row.(map[string]any)
	if !ok {
		return row
	}

	var out map[string]any

	for name, cell := range cells {
		if _, isNumber := cell.(json.Number); !isNumber {
			continue
		}

		if out == nil {
			out = maps.Clone(cells)
		}

		out[name] = change(cell)
	}

	if out == nil {
		return row
	}

	return out
}
