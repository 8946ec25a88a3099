// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"cmp"
	"encoding/json"
	"maps"
	"reflect"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// document is the JSON object of a wire value.
func document(v any) map[string]any {
	raw, err := json.Marshal(v)
	if err != nil {
		return nil
	}

	var d map[string]any
	if anyjson.Unmarshal(raw, &d) != nil {
		return nil
	}

	return d
}

// same tells whether two wire values mean the same policy: order within a list says
// nothing, and a member that is empty, false or "none" is as good as absent.
func same(a, b any) bool { return reflect.DeepEqual(meaning(document(a)), meaning(document(b))) }

// meaning is the comparable form of targets and effect.
func meaning(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}

		for name, member := range v {
			if m := meaning(member); m != nil {
				out[name] = m
			}
		}

		if len(out) > 0 {
			return out
		}
	case []any:
		if len(v) > 0 {
			return sorted(v)
		}
	case bool:
		if v {
			return v
		}
	case string:
		if v != "" && v != noVerification {
			return v
		}
	case nil:
	default:
		return v
	}

	return nil
}

// sorted copies a list in the order of its elements' JSON.
func sorted(list []any) []any {
	out := slices.Clone(list)

	slices.SortFunc(out, func(a, b any) int {
		x, errX := json.Marshal(a)
		y, errY := json.Marshal(b)

		if errX != nil || errY != nil {
			return 0
		}

		return cmp.Compare(string(x), string(y))
	})

	return out
}

// clearing returns next with the empty value of every member that before has and next
// lacks. Nobody documents whether PATCH merges nested members or replaces them, and this
// body means the same either way.
func clearing(before, next map[string]any) map[string]any {
	out := map[string]any{}
	maps.Copy(out, next)

	for name, old := range before {
		now, there := next[name]

		switch old := old.(type) {
		case map[string]any:
			nested, _ := now.(map[string]any)
			out[name] = clearing(old, nested)
		case []any:
			if !there {
				out[name] = []any{}
			}
		case bool:
			if !there {
				out[name] = false
			}
		case string:
			if !there {
				out[name] = emptied(name)
			}
		}
	}

	return out
}

func emptied(name string) string {
	if name == "requirement" {
		return noVerification
	}

	return ""
}

// carries tells whether a listed policy has everything that a POST body asked for.
func carries(p authnPolicy, body map[string]any) bool {
	asked := document(body)
	held := map[string]any{
		"name": p.Name, "description": p.Description, "disabled": p.Disabled, "monitorOnly": p.MonitorOnly, "type": p.Type,
		"targets": document(p.Targets), "effect": document(p.Effect),
	}

	conditions, _ := asked["conditions"].(map[string]any)
	delete(asked, "conditions")

	return same(asked, held) && sameConditions(conditions, p.Conditions)
}
