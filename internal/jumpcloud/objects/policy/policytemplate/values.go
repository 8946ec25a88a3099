// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policytemplate

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// WireValue is one value of a policy, in answers and in requests.
//
// configFieldName is missing from the published schema, but always present in
// answers and sent by both official clients (evidence: policies 2.1). In a request
// sensitive is stated only when true, as those clients leave it out; a null
// value is never sent, since nobody documents what it does.
type WireValue struct {
	ConfigFieldID   string `json:"configFieldID"`
	ConfigFieldName string `json:"configFieldName,omitempty"`
	Value           any    `json:"value"`
	Sensitive       bool   `json:"sensitive,omitempty"`
}

// UnmarshalJSON keeps every digit of a value's numbers.
func (v *WireValue) UnmarshalJSON(data []byte) error {
	type plain WireValue

	return anyjson.Unmarshal(data, (*plain)(v))
}

// stock is what the server holds, by field.
type stock struct {
	fields map[string]WireValue // by the field's name
	others []WireValue          // of no field that the template has
}

// byField matches values with fields by id. Where the id leads nowhere the name
// does: ids may rotate, names are the contract.
func byField(fields []Field, wire []WireValue) stock {
	nameOf := make(map[string]string, len(fields))
	known := make(map[string]bool, len(fields))

	for _, f := range fields {
		nameOf[f.ID] = f.Name
		known[f.Name] = true
	}

	held := stock{fields: make(map[string]WireValue, len(wire))}

	var byName []WireValue

	for _, v := range wire {
		if name, ok := nameOf[v.ConfigFieldID]; ok {
			held.fields[name] = v
		} else if known[v.ConfigFieldName] {
			byName = append(byName, v)
		} else {
			held.others = append(held.others, v)
		}
	}

	for _, v := range byName {
		if _, ok := held.fields[v.ConfigFieldName]; !ok {
			held.fields[v.ConfigFieldName] = v
		}
	}

	return held
}

// ByTemplate parts values into those of the template's fields, and the names and ids of
// what is of none.
func ByTemplate(fields []Field, wire []WireValue) (known []WireValue, lost []string) {
	known = []WireValue{}

	for _, v := range wire {
		if slices.ContainsFunc(fields, func(f Field) bool { return f.ID == v.ConfigFieldID }) {
			known = append(known, v)
		} else {
			lost = append(lost, strings.TrimSpace(v.ConfigFieldName+" "+v.ConfigFieldID))
		}
	}

	return known, lost
}

// sameOnRead reports whether the server's value is what the configuration says.
func (f Field) sameOnRead(configured, server any) bool {
	options := f.Options()

	if there, ok := stored(options, server); ok {
		here, _, ok := choose(options, configured)

		return ok && anyjson.Equal(here.Value, there.Value)
	}

	return sameOnRead(f.convert(configured), server)
}

// sameOnRead is JSON equality that tolerates "1" for 1, at any depth. It is for
// answers only: what is sent keeps its type (evidence: policies 2.3).
func sameOnRead(a, b any) bool {
	if anyjson.Equal(a, b) {
		return true
	}

	switch a := a.(type) {
	case string:
		n, ok := b.(json.Number)

		return ok && anyjson.Equal(json.Number(a), n)
	case json.Number:
		s, ok := b.(string)

		return ok && anyjson.Equal(a, json.Number(s))
	case map[string]any:
		b, ok := b.(map[string]any)

		return ok && sameMembersOnRead(a, b)
	default:
		return sameElementsOnRead(a, b)
	}
}

func sameMembersOnRead(a, b map[string]any) bool {
	for name, value := range a {
		if !sameOnRead(value, b[name]) {
			return false
		}
	}

	for name, value := range b {
		if _, both := a[name]; !both && value != nil {
			return false
		}
	}

	return true
}

func sameElementsOnRead(a, b any) bool {
	x, ok := anyjson.Elements(a)
	if !ok {
		return false
	}

	y, ok := anyjson.Elements(b)
	if !ok || len(x) != len(y) {
		return false
	}

	for i := range x {
		if !sameOnRead(x[i], y[i]) {
			return false
		}
	}

	return true
}
