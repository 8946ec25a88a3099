// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexport

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// lacks says which member is missing and what there is instead. Values are never shown.
func lacks(of, name, wire string, body []byte) error {
	return fmt.Errorf("the answer has no member %q, the %s.%s; it has %s. If one of these is meant, set field_names = { %q = \"<its name>\" } in the provider block",
		wire, of, name, shown(body), of+"."+name)
}

// shown are an answer's members with what each holds, without any value.
func shown(body []byte) string {
	var have map[string]json.RawMessage

	if json.Unmarshal(body, &have) != nil || have == nil {
		return kind(body)
	}

	all := make([]string, 0, len(have))
	for _, name := range slices.Sorted(maps.Keys(have)) {
		all = append(all, fmt.Sprintf("%q (%s)", name, kind(have[name])))
	}

	if len(all) == 0 {
		return "no members"
	}

	return strings.Join(all, ", ")
}

func kind(raw []byte) string {
	switch raw = bytes.TrimSpace(raw); {
	case len(raw) == 0:
		return "nothing"
	case raw[0] == '{':
		return "an object"
	case raw[0] == '[':
		return "a list"
	case raw[0] == '"':
		return "a text"
	case raw[0] == 't', raw[0] == 'f':
		return "true or false"
	case raw[0] == 'n':
		return "null"
	}

	return "a number"
}

// silent describes an answer that says nothing, not even the api_error_entity that every
// answer has [V]; it is "" for any other.
func silent(body []byte) string {
	switch string(bytes.Join(bytes.Fields(body), nil)) {
	case "null":
		return "null"
	case "[]":
		return "an empty list"
	case "{}":
		return "an empty object"
	}

	return ""
}
