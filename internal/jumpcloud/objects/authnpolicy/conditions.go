// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// The conditions, as HCL writes them (decision 0010).
const (
	all             = "all"
	anyOf           = "any"
	not             = "not"
	ipAddressIn     = "ip_address_in"
	locationIn      = "location_in"
	deviceManaged   = "device_managed"
	deviceEncrypted = "device_encrypted"
)

// conditions are their names in the order in which texts list them.
var conditions = []string{all, anyOf, not, ipAddressIn, locationIn, deviceManaged, deviceEncrypted}

// wireNames are the names that differ on the wire.
var wireNames = map[string]string{
	ipAddressIn: "ipAddressIn", locationIn: "locationIn", deviceManaged: "deviceManaged", deviceEncrypted: "deviceEncrypted",
}

// conditionsToWire translates a checked tree; null gives nil. A null member is as good as absent.
func conditionsToWire(ctx context.Context, v anyjson.Value) (map[string]any, error) {
	tree, err := v.JSON(ctx)
	if err != nil || tree == nil {
		return nil, err
	}

	wire, _ := renamed(tree, wireNames).(map[string]any)

	return wire, nil
}

// conditionsFromWire translates the service's tree; none gives null. A condition that
// this provider does not know keeps its wire name.
func conditionsFromWire(ctx context.Context, wire map[string]any) (anyjson.Value, error) {
	if len(wire) == 0 {
		return anyjson.NewNull(), nil
	}

	names := map[string]string{}
	for hcl, name := range wireNames {
		names[name] = hcl
	}

	return anyjson.FromJSON(ctx, renamed(wire, names))
}

func renamed(v any, names map[string]string) any {
	if members, ok := v.(map[string]any); ok {
		out := map[string]any{}

		for name, member := range members {
			if member == nil {
				continue
			}

			if other, ok := names[name]; ok {
				name = other
			}

			out[name] = renamed(member, names)
		}

		return out
	}

	elements, ok := anyjson.Elements(v)
	if !ok {
		return v
	}

	out := make([]any, 0, len(elements))
	for _, e := range elements {
		out = append(out, renamed(e, names))
	}

	return out
}

// sameConditions compares two trees on the wire; the order of a list says nothing.
func sameConditions(a, b map[string]any) bool {
	x, errX := json.Marshal(inOrder(a))
	y, errY := json.Marshal(inOrder(b))

	return errX == nil && errY == nil && string(x) == string(y)
}

func inOrder(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for name, member := range v {
			out[name] = inOrder(member)
		}

		return out
	case []any:
		out := make([]any, 0, len(v))
		for _, e := range v {
			out = append(out, inOrder(e))
		}

		return sorted(out)
	}

	return v
}

// named returns the known strings of all lists of that name in a tree in HCL.
func named(name string, tree any) []string {
	found := map[string]bool{}
	collect(name, tree, found)

	return slices.Sorted(maps.Keys(found))
}

func collect(name string, v any, found map[string]bool) {
	if members, ok := v.(map[string]any); ok {
		for member, value := range members {
			if member != name {
				collect(name, value, found)

				continue
			}

			elements, _ := anyjson.Elements(value)
			for _, e := range elements {
				if s, ok := e.(string); ok {
					found[s] = true
				}
			}
		}
	}

	elements, _ := anyjson.Elements(v)
	for _, e := range elements {
		collect(name, e, found)
	}
}
