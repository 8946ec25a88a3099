// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/page"
)

// structured matches a text that is a document of its own, such as JSON or a profile.
var structured = regexp.MustCompile(`^\s*[{\[<]`)

const (
	unknown = "(known after apply)"
	absent  = "nothing"

	// longest text that is shown; of a longer one only its length.
	longest = 60
)

// Field is an attribute that changes, or a part of one. Both values are ready to be shown.
type Field struct {
	Path, Before, After string
}

// differ compares two values.
type differ struct {
	secrets secrets
	fields  []Field
}

// differences are the attributes of an object that change, in alphabetical order.
func (c valueChange) differences(s secrets) []Field {
	d := &differ{secrets: s}
	d.compare("", side{c.Before, c.BeforeSensitive}, side{c.After, c.AfterSensitive}, c.Unknown)

	return d.fields
}

func (d *differ) compare(path string, before, after side, pending any) {
	if pending != true && reflect.DeepEqual(before.value, after.value) && !someUnknown(pending) {
		return
	}

	if before.hidden() || after.hidden() {
		d.add(path, hidden, hidden)

		return
	}

	x, isObject := before.value.(map[string]any)
	y, alsoObject := after.value.(map[string]any)

	if pending == true {
		d.add(path, d.show(path, before), unknown)

		return
	}

	if (isObject || before.value == nil) && (alsoObject || after.value == nil) && (isObject || alsoObject) {
		below, _ := pending.(map[string]any)
		names := map[string]bool{}

		for _, m := range []map[string]any{x, y, below} {
			for name := range m {
				names[name] = true
			}
		}

		row := strings.HasSuffix(path, "]") && (namesSecret(x) || namesSecret(y))

		for _, name := range slices.Sorted(maps.Keys(names)) {
			a, b := before.member(name), after.member(name)
			if row {
				a, b = a.unlessName(), b.unlessName()
			}

			d.compare(join(path, name), a, b, below[name])
		}

		return
	}

	a, isList := before.value.([]any)
	b, alsoList := after.value.([]any)

	if (isList || before.value == nil) && (alsoList || after.value == nil) && (isList || alsoList) {
		d.compareLists(path, a, b, before, after, pending)

		return
	}

	d.add(path, d.show(path, before), d.show(path, after))
}

// compareLists shows what is gone from a list of plain values, and what is new in it. Lists
// of anything else are compared element by element.
func (d *differ) compareLists(path string, a, b []any, before, after side, pending any) {
	below, _ := pending.([]any)

	if plain(a) && plain(b) && !someUnknown(pending) && !someMark(before.mark) && !someMark(after.mark) {
		d.add(path, d.list(path, without(a, b)), d.list(path, without(b, a)))

		return
	}

	for i := range max(len(a), len(b), len(below)) {
		var p any
		if i < len(below) {
			p = below[i]
		}

		d.compare(fmt.Sprintf("%s[%d]", path, i), before.element(i), after.element(i), p)
	}
}

func (d *differ) add(path, before, after string) {
	d.fields = append(d.fields, Field{page.Clean(d.secrets.shown(strings.TrimPrefix(path, "values."))), before, after})
}

func (d *differ) list(path string, items []any) string {
	if len(items) == 0 {
		return absent
	}

	var texts []string
	for _, item := range items {
		texts = append(texts, d.show(path, side{value: item}))
	}

	return shorten(strings.Join(texts, ", "))
}

// show is a value as text. What is long, and may be a profile with secrets in it, is not shown.
func (d *differ) show(path string, s side) string {
	switch v := s.value.(type) {
	case nil:
		return absent
	case string:
		if secretName.MatchString(path) || d.secrets.shown(v) == hidden {
			return hidden
		}

		if strings.ContainsAny(v, "\r\n") || len([]rune(v)) > longest || structured.MatchString(v) {
			return fmt.Sprintf("a text of %d characters", len([]rune(v)))
		}

		if v == "" {
			return "an empty text"
		}

		return page.Clean(v)
	case map[string]any, []any:
		return "a structure"
	default:
		raw, _ := json.Marshal(v) //nolint:errchkjson // it came from JSON

		return string(raw)
	}
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 2*longest {
		return string(r[:2*longest]) + " …"
	}

	return s
}

func join(path, name string) string {
	if path == "" {
		return name
	}

	return path + "." + name
}

func plain(list []any) bool {
	return !slices.ContainsFunc(list, func(v any) bool {
		switch v.(type) {
		case map[string]any, []any:
			return true
		}

		return false
	})
}

// without are the elements of a that b lacks, as often as it does. Where both hold the same,
// only their order differs, and all of a are returned.
func without(a, b []any) []any {
	rest := slices.Clone(b)

	var out []any

	for _, v := range a {
		if i := slices.Index(rest, v); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		} else {
			out = append(out, v)
		}
	}

	if len(out) == 0 && len(rest) == 0 {
		return a
	}

	return out
}

func someUnknown(pending any) bool { return someMark(pending) }

// someMark tells whether anything is marked, at any depth.
func someMark(mark any) bool {
	switch m := mark.(type) {
	case bool:
		return m
	case map[string]any:
		return slices.ContainsFunc(slices.Collect(maps.Values(m)), someMark)
	case []any:
		return slices.ContainsFunc(m, someMark)
	}

	return false
}
