// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policytemplate

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// Option is one choice of a select: people read the label, the wire carries the value.
type Option struct {
	Label string
	Value any
}

// Options returns the choices of a select, radio or segmentedbutton, in the
// template's order; none if the template does not show them.
//
// The published shape is {"select": [{"text": "Temporary Banner", "value": "1"}]}.
// Some templates swap text and value; the vendor's module takes whichever is an
// integer for the value (evidence: policies 2.4). Here one decision holds for a whole
// list: it is swapped if all its texts are integers and not all its values are.
func (f Field) Options() []Option {
	if f.kind() != kindChoice {
		return nil
	}

	list := optionList(f.DisplayOptions, f.DisplayType)
	texts, values := make([]any, len(list)), make([]any, len(list))

	for i, entry := range list {
		texts[i], values[i] = textAndValue(entry)
	}

	if allIntegers(texts) && !allIntegers(values) {
		texts, values = values, texts
	}

	options := make([]Option, 0, len(list))

	for i := range list {
		if values[i] != nil {
			options = append(options, Option{Label: plainText(texts[i]), Value: values[i]})
		}
	}

	return options
}

// optionList finds the options. Only the key "select" is documented; a radio
// and a segmentedbutton may have their own.
func optionList(displayOptions any, displayType string) []any {
	if list, ok := displayOptions.([]any); ok {
		return list
	}

	for _, key := range []string{displayType, "select"} {
		if list, ok := member(displayOptions, key); ok {
			if list, ok := list.([]any); ok {
				return list
			}
		}
	}

	// No known key: the first list by name is taken.
	object, _ := displayOptions.(map[string]any)
	for _, key := range slices.Sorted(maps.Keys(object)) {
		if list, ok := object[key].([]any); ok {
			return list
		}
	}

	return nil
}

// textAndValue lets a missing half of an option stand in for the other.
func textAndValue(entry any) (text, value any) {
	if _, ok := entry.(map[string]any); !ok {
		return entry, entry
	}

	text, _ = member(entry, "text")
	value, _ = member(entry, "value")

	if text == nil {
		text = value
	}

	if value == nil {
		value = text
	}

	return text, value
}

func allIntegers(values []any) bool {
	return !slices.ContainsFunc(values, func(v any) bool {
		_, err := strconv.Atoi(plainText(v))

		return err != nil
	})
}

// plainText writes a scalar without quotes and anything else as JSON.
func plainText(v any) string {
	if s, ok := v.(string); ok {
		return s
	}

	return Compact(v)
}

// choose finds the option that a configuration means: by its label, then by its
// wire value, then by its label in another case or by either in another type if only
// one fits. A text that is the label of one option and the value of another is the label.
func choose(options []Option, v any) (chosen Option, byLabel, ok bool) {
	text, isText := v.(string)

	for _, o := range options {
		if isText && o.Label == text {
			return o, true, true
		}
	}

	for _, o := range options {
		if anyjson.Equal(o.Value, v) {
			return o, false, true
		}
	}

	folded := slices.DeleteFunc(slices.Clone(options), func(o Option) bool { return !strings.EqualFold(o.Label, text) })
	if isText && len(folded) == 1 {
		return folded[0], true, true
	}

	o, ok := meant(options, v)

	return o, false, ok
}

// stored finds the option that the server means, which is always a wire value.
// There, "1" and 1 are tolerated for each other (evidence: policies 2.3).
func stored(options []Option, v any) (Option, bool) {
	for _, same := range []func(a, b any) bool{anyjson.Equal, sameOnRead} {
		for _, o := range options {
			if same(o.Value, v) {
				return o, true
			}
		}
	}

	return Option{}, false
}

// written returns how a configuration should name an option: by its label, or
// by its value if the label leads to another option.
func written(options []Option, o Option) any {
	if chosen, _, ok := choose(options, o.Label); ok && anyjson.Equal(chosen.Value, o.Value) {
		return o.Label
	}

	return o.Value
}

// Columns returns the names of a table's or a multilist's columns, sorted. The
// template has them only in its default value, which is an example row or a
// list of them (evidence: policies 2.2); none means that it does not tell.
func (f Field) Columns() []string {
	if f.kind() != kindTable && f.kind() != kindRows {
		return nil
	}

	rows, ok := f.DefaultValue.([]any)
	if !ok {
		rows = []any{f.DefaultValue}
	}

	names := map[string]bool{}

	for _, row := range rows {
		object, _ := row.(map[string]any)
		for name := range object {
			names[name] = true
		}
	}

	return slices.Sorted(maps.Keys(names))
}

// Compact writes a value as JSON on one line.
func Compact(v any) string {
	var text strings.Builder

	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)

	if err := enc.Encode(v); err != nil {
		return "?"
	}

	return strings.TrimSpace(text.String())
}
