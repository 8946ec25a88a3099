// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policytemplate

import (
	"encoding/json"
	"strconv"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// kind is what a field's displayType says about the JSON of its value.
type kind int

const (
	// kindOpaque takes any JSON: nobody documents the encoding.
	kindOpaque kind = iota
	kindBool
	kindText
	kindNumber
	kindChoice
	kindTexts // list of strings
	kindTable // list of objects of strings
	kindRows  // list of objects
	kindFile  // base64 text
	kindShown // display only, has no value
)

// kind follows the table of types (evidence: policies 2.3). A displayType that is newer than
// the table is opaque.
func (f Field) kind() kind {
	switch f.DisplayType {
	case "checkbox":
		return kindBool
	case "text", "textarea", "email":
		return kindText
	case "number", "numberinline":
		return kindNumber
	case "select", "radio", "segmentedbutton":
		return kindChoice
	case "singlelistbox":
		return kindTexts
	case "table":
		return kindTable
	case "multilist":
		return kindRows
	case "file":
		return kindFile
	case "copywell":
		return kindShown
	default:
		// doublelistbox, objectstoragefile, date, timeinput, datetimepicker,
		// datepickerrange, searchandselect, paginationlist.
		return kindOpaque
	}
}

// settable reports whether a configuration may set the field.
func (f Field) settable() bool {
	return !f.ReadOnly && f.kind() != kindShown
}

// defaultValue returns the field's default as the wire would carry it. There is
// none for a table or a multilist, whose default is an example row.
//
// defaultValue was typed as a string before 2026 (evidence: policies 2.2), so a text
// that spells the wanted type is read as that type.
func (f Field) defaultValue() (any, bool) {
	v := f.DefaultValue
	text, isText := v.(string)

	switch f.kind() {
	case kindTable, kindRows, kindShown:
		return nil, false
	case kindBool:
		if isText {
			b, err := strconv.ParseBool(text)

			return b, err == nil
		}

		_, ok := v.(bool)

		return v, ok
	case kindNumber:
		if n := json.Number(text); isText && isNumber(n) {
			v = n
		}

		_, ok := v.(json.Number)

		return v, ok
	case kindText, kindFile:
		if n, ok := v.(json.Number); ok {
			return n.String(), true
		}

		return v, isText
	case kindTexts:
		list, ok := v.([]any)

		return v, ok && checkTexts(fieldPath{}, list) == nil
	case kindChoice:
		return f.defaultChoice()
	default:
		return v, v != nil
	}
}

func (f Field) defaultChoice() (any, bool) {
	options := f.Options()
	if len(options) == 0 {
		return f.DefaultValue, f.DefaultValue != nil
	}

	if o, ok := stored(options, f.DefaultValue); ok {
		return o.Value, true
	}

	o, _, ok := choose(options, f.DefaultValue)

	return o.Value, ok
}

// DefaultForDisplay returns the default as a configuration would write it, nil if there is none.
func (f Field) DefaultForDisplay() any {
	v, ok := f.defaultValue()
	if !ok {
		return nil
	}

	return f.show(v)
}

// show returns a wire value as a configuration would write it: an option by its
// label, and a number or a text in the type that the field takes, since "1" and
// 1 are tolerated for each other in answers only (evidence: policies 2.3).
func (f Field) show(v any) any {
	options := f.Options()
	if o, ok := stored(options, v); ok {
		return written(options, o)
	}

	switch f.kind() {
	case kindText:
		return numberToText(v)
	case kindTexts:
		return eachElement(v, numberToText)
	case kindTable:
		return eachElement(v, func(row any) any { return eachCell(row, numberToText) })
	case kindNumber:
		if text, ok := v.(string); ok && isNumber(json.Number(text)) {
			return json.Number(text)
		}
	}

	return v
}

func numberToText(v any) any {
	if n, ok := v.(json.Number); ok {
		return n.String()
	}

	return v
}

// needed reports whether the field must be configured. A required field whose
// default is a value is not: the console fills it in beforehand
// (evidence: policies 2.2), and toWire does the same, so that a service that insists gets a value.
func (f Field) needed() bool {
	v, ok := f.defaultValue()

	return f.Required && f.settable() && (!ok || isBlank(v))
}

// holdsDefault reports whether a value of the server's is what the field holds
// when nobody sets it: its default, or nothing if it has none.
func (f Field) holdsDefault(v any) bool {
	if v == nil {
		return true
	}

	def, ok := f.defaultValue()
	if !ok {
		return isBlank(v) || v == false
	}

	if o, ok := stored(f.Options(), v); ok {
		return anyjson.Equal(o.Value, def)
	}

	return sameOnRead(def, v)
}

func isNumber(n json.Number) bool {
	_, err := n.Float64()

	return err == nil && json.Valid([]byte(n))
}

// isBlank reports whether a value holds nothing.
func isBlank(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case map[string]any:
		return len(v) == 0
	default:
		elements, ok := anyjson.Elements(v)

		return ok && len(elements) == 0
	}
}
