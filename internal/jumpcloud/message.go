// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// message finds the service's words: v2 and gRPC errors have "message", v1 has "message"
// or "error" (evidence: transport 4.1). What is in no such member is told as words too, since
// nobody wants to read JSON.
func message(body []byte) string {
	var e struct {
		Message string          `json:"message"`
		Error   json.RawMessage `json:"error"`
		Status  json.RawMessage `json:"status"`
		Details []any           `json:"details"`
	}

	if json.Unmarshal(body, &e) != nil {
		return plain(body)
	}

	text := e.Message

	if text == "" {
		var s string
		if json.Unmarshal(e.Error, &s) == nil {
			text = s
		}
	}

	// The machine code of a validation error names the field that the words leave out.
	var code string
	if json.Unmarshal(e.Status, &code) == nil && code != "" && !strings.Contains(text, code) {
		text = strings.TrimSpace(text + " (" + code + ")")
	}

	if text == "" && len(e.Details) == 0 {
		return plain(body)
	}

	for _, words := range details(e.Details) {
		if !strings.Contains(text, words) {
			text = strings.TrimPrefix(text+"; "+words, "; ")
		}
	}

	return text
}

// details are the words of the details of an error. Those of google.rpc.BadRequest name
// fields; one that says what the message says is left with its field.
func details(all []any) []string {
	var words []string

	for _, d := range all {
		object, ok := d.(map[string]any)
		violations, _ := object["fieldViolations"].([]any)

		if !ok || len(violations) == 0 {
			words = append(words, flat("", d)...)

			continue
		}

		for _, v := range violations {
			one, _ := v.(map[string]any)
			field, _ := one["field"].(string)
			description, _ := one["description"].(string)

			words = append(words, strings.Trim(field+": "+description, ": "))
		}
	}

	return words
}

// plain tells a body that is none of the documented shapes.
func plain(body []byte) string {
	var v any
	if json.Unmarshal(body, &v) != nil {
		return ""
	}

	return strings.Join(flat("", v), "; ")
}

// flat lists what a JSON value says, each with the name of the member that says it. Names
// that begin with @ are for machines.
func flat(name string, v any) []string {
	var all []string

	switch v := v.(type) {
	case nil:
	case map[string]any:
		for _, member := range slices.Sorted(maps.Keys(v)) {
			if !strings.HasPrefix(member, "@") {
				all = append(all, flat(member, v[member])...)
			}
		}
	case []any:
		for _, element := range v {
			all = append(all, flat(name, element)...)
		}
	default:
		all = append(all, strings.TrimPrefix(fmt.Sprintf("%s: %v", name, v), ": "))
	}

	return all
}
