// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policytemplate

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// Wanted is what a policy's values should become, and what they were. Its maps
// are keyed by field name; a null in them is the same as no key.
type Wanted struct {
	// Values is what the configuration says.
	Values map[string]any
	// Sensitive is what sensitive_values_wo says. Every write needs it, not
	// only the one that changes its version: PUT replaces all values.
	Sensitive map[string]any
	// Prior is the prior state's values; nil on create.
	Prior map[string]any
	// Stored is what the server holds; nil on create.
	Stored []WireValue
}

// ToWire returns the full set of values to send, in the template's order. The
// service replaces the whole array on PUT (evidence: policies 3.2), so every field
// that should survive is in it:
//   - a configured field, select labels as wire values, null members left out;
//   - a field that the configuration no longer mentions but the prior state had:
//     its default, an empty table, or nothing if it has no default;
//   - any other field that the server holds, read-only ones too, as it is there,
//     a masked secret included (the vendor's clients do the same, 8.5);
//   - a required field that has a default and is in none of these: its default.
//
// It returns nil only for a template without fields, whose policies take no
// values at all. It expects values that checkValues has passed.
func ToWire(fields []Field, w Wanted) ([]WireValue, error) {
	settings := Configured(w.Values, w.Sensitive)
	if len(fields) == 0 && len(w.Stored) == 0 && len(settings) == 0 {
		return nil, nil
	}

	held := byField(fields, w.Stored)
	out := make([]WireValue, 0, len(fields))

	var errs []error

	for _, f := range inOrder(fields) {
		setting, isSet := settings[f.Name]
		if f.settable() {
			delete(settings, f.Name)
		}

		switch value, err := f.next(setting, isSet, w.Prior[f.Name] != nil, held.fields[f.Name]); {
		case err != nil:
			errs = append(errs, fmt.Errorf("%s: %w", f.Name, err))
		case value.Value != nil:
			out = append(out, value)
		}
	}

	for _, name := range slices.Sorted(maps.Keys(settings)) {
		errs = append(errs, fmt.Errorf("%s: the template has no such field to set", name))
	}

	for _, v := range held.others {
		if v.Value != nil {
			out = append(out, v)
		}
	}

	return out, errors.Join(errs...)
}

// Configured merges what the configuration says, without its nulls.
func Configured(values ...map[string]any) map[string]any {
	out := map[string]any{}

	for _, m := range values {
		for name, v := range m {
			if v != nil {
				out[name] = v
			}
		}
	}

	return out
}

// next returns what the field's value shall be; a nil value means that it is not sent.
func (f Field) next(setting any, isSet, wasSet bool, held WireValue) (WireValue, error) {
	value := WireValue{ConfigFieldID: f.ID, ConfigFieldName: f.Name, Value: held.Value, Sensitive: f.Sensitive || held.Sensitive}

	switch {
	case f.kind() == kindShown:
		value.Value = nil
	case f.ReadOnly:
	case isSet:
		v, err := f.encode(setting)
		if err != nil {
			return WireValue{}, err
		}

		value.Value = v
	case wasSet:
		value.Value = f.reset()
	}

	if value.Value == nil && f.Required && f.settable() {
		if v, ok := f.defaultValue(); ok && !isBlank(v) {
			value.Value = v
		}
	}

	return value, nil
}

// reset returns the value of a field that was configured and no longer is. A
// table is emptied explicitly: its default is an example, and a service that
// fills in what is missing would fill that in.
func (f Field) reset() any {
	if f.kind() == kindTable || f.kind() == kindRows {
		return []any{}
	}

	v, _ := f.defaultValue()

	return v
}

// encode turns a configured value into what the wire carries.
func (f Field) encode(v any) (any, error) {
	if path, found := anyjson.FindUnknown(v); found {
		if path != "" {
			return nil, fmt.Errorf("%s is not known yet", path)
		}

		return nil, errors.New("is not known yet")
	}

	v = f.convert(v)

	if options := f.Options(); len(options) > 0 {
		o, _, ok := choose(options, v)
		if !ok {
			return nil, errors.New("is none of the options")
		}

		return o.Value, nil
	}

	return bare(v), nil
}

// bare drops the null members of objects, which is what null means in Terraform,
// and what is particular to Terraform's sets.
func bare(v any) any {
	if object, ok := v.(map[string]any); ok {
		out := make(map[string]any, len(object))

		for name, value := range object {
			if value != nil {
				out[name] = bare(value)
			}
		}

		return out
	}

	elements, ok := anyjson.Elements(v)
	if !ok {
		return v
	}

	out := make([]any, len(elements))
	for i, element := range elements {
		out[i] = bare(element)
	}

	return out
}
