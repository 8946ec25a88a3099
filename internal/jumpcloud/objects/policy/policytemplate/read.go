// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policytemplate

import (
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// FromWire returns the values that state should show, keyed by field name.
//
// A field in prior is shown in prior's spelling where that means the same, else
// as the server has it; it goes if the server no longer holds it and that is not
// its default. A field not in prior is shown only if somebody set it to something
// other than its default, and never if it is sensitive, read-only or display
// only. Selects are shown by label unless prior had the wire value.
// Without prior (import, data sources) the same rules give a configuration that
// would make this policy.
func FromWire(fields []Field, wire []WireValue, prior map[string]any) map[string]any {
	held := byField(fields, wire)
	shown := make(map[string]any, len(prior))

	for _, f := range fields {
		value, isHeld := held.fields[f.Name]
		f.Sensitive = f.Sensitive || value.Sensitive

		if before := prior[f.Name]; before != nil {
			if v := f.refresh(before, value.Value); v != nil {
				shown[f.Name] = v
			}
		} else if isHeld && f.isNews(value.Value) {
			shown[f.Name] = f.show(value.Value)
		}
	}

	// A field that the template has lost is still what the configuration says,
	// as long as the server holds it.
	for _, v := range held.others {
		if before := prior[v.ConfigFieldName]; before != nil && v.Value != nil {
			lost := Field{Name: v.ConfigFieldName, Sensitive: v.Sensitive}
			shown[lost.Name] = lost.refresh(before, v.Value)
		}
	}

	return shown
}

// refresh returns what to show for a field that state already has; nil if it is gone.
func (f Field) refresh(before, server any) any {
	switch {
	case f.Sensitive && isHidden(server):
		return before
	case server == nil && f.holdsDefault(f.meaning(before)):
		return before
	case server == nil:
		return nil
	case f.sameOnRead(before, server):
		return before
	}

	options := f.Options()

	there, known := stored(options, server)
	_, byLabel, ok := choose(options, before)

	if known && ok && !byLabel {
		// The value, unless it reads as another option's label.
		if again, _, _ := choose(options, there.Value); anyjson.Equal(again.Value, there.Value) {
			return there.Value
		}
	}

	return f.show(server)
}

// meaning returns the wire value of a configured one; the value itself if it has none.
func (f Field) meaning(v any) any {
	if wire, err := f.encode(v); err == nil {
		return wire
	}

	return v
}

// isNews reports whether a field that nobody configured must be shown.
func (f Field) isNews(server any) bool {
	if f.Sensitive || !f.settable() || server == nil {
		return false
	}

	// A field that must be configured is shown whatever it holds, so that an
	// imported policy's configuration is complete.
	return f.needed() || !f.holdsDefault(server)
}

// isHidden reports whether the answer for a sensitive field tells nothing. No
// source says how the service answers (evidence: policies 4.1): in clear, masked, null
// or not at all. A mask is taken to be three or more of a masking character in a
// row, or a word in brackets that says so.
func isHidden(server any) bool {
	text, isText := server.(string)
	if !isText {
		return isBlank(server)
	}

	for _, mask := range []string{"***", "•••", "●●●", "[REDACTED]", "<REDACTED>", "[HIDDEN]", "[MASKED]"} {
		if strings.Contains(strings.ToUpper(text), mask) {
			return true
		}
	}

	return text == ""
}

// HiddenFields returns the names of the sensitive fields that the policy holds
// and fromWire does not show without prior, in the template's order.
func HiddenFields(fields []Field, wire []WireValue) []string {
	held := byField(fields, wire)

	var names []string

	for _, f := range inOrder(fields) {
		if v, ok := held.fields[f.Name]; ok && f.settable() && (f.Sensitive || v.Sensitive) {
			names = append(names, f.Name)
		}
	}

	return names
}

// PlainSecrets returns the names of the sensitive fields that a configuration
// sets in plain values, in the template's order.
func PlainSecrets(fields []Field, values map[string]any) []string {
	var names []string

	for _, f := range inOrder(fields) {
		if f.Sensitive && values[f.Name] != nil {
			names = append(names, f.Name)
		}
	}

	return names
}
