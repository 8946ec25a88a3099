// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policysim

import (
	"encoding/json"
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Mask is what a sensitive value shows when the switch policy-sensitive-read is "masked".
const Mask = "********"

// valueFields: configFieldName is missing from every published schema, but both
// official clients send it ([cli], [ps]).
var valueFields = sim.Fields{"configFieldID": sim.String, "configFieldName": sim.String, "value": sim.Any, "sensitive": sim.Bool}

// Stored values are a list of {configFieldID, value} in the order in which they
// were sent; the names come from the template when they are read.

// newValues are the values to store: those of the body, which replace the whole
// list (8.3), or the present ones if the body has none.
func newValues(c *jumpcloudsim.Call, policy, template, body sim.Doc) ([]any, *sim.Response) {
	present, _ := policy["values"].([]any)
	sent, given := body["values"].([]any)
	stored := []any{}

	switch {
	case given:
		var refused *sim.Response
		if stored, refused = checked(c, template, sent, present); refused != nil {
			return nil, refused
		}
	case len(present) > 0 && c.Switch("policy-put-missing-values") == "keep":
		return present, nil
	}

	stored = filled(c, template, stored, present)

	return stored, missingRequired(c, template, stored)
}

// checked reads the sent values one by one.
func checked(c *jumpcloudsim.Call, template sim.Doc, sent, present []any) ([]any, *sim.Response) {
	stored := []any{}

	for i, e := range sent {
		v, ok := e.(sim.Doc)
		if !ok {
			c.Violate("body", "a policy value is not an object")

			return nil, new(jumpcloudsim.BadRequest("values must be objects", "", fmt.Sprintf("values[%d]", i)))
		}

		if err := c.CheckObject(v, valueFields); err != nil {
			c.Violate("body", err.Error())

			return nil, new(jumpcloudsim.BadRequest(err.Error(), "", fmt.Sprintf("values[%d]", i)))
		}

		keep, id, value, refused := one(c, template, v, present)
		if refused != nil {
			return nil, refused
		}

		if keep {
			stored = append(stored, sim.Doc{"configFieldID": id, "value": value})
		}
	}

	return stored, nil
}

func one(c *jumpcloudsim.Call, template, v sim.Doc, present []any) (keep bool, id string, value any, refused *sim.Response) {
	id, _ = v["configFieldID"].(string)
	name, _ := v["configFieldName"].(string)
	field := fieldBy(template, "id", id)

	if id == "" && c.Switch("policy-value-name-only") == "honour" {
		if field = fieldBy(template, "name", name); field != nil {
			id, _ = field["id"].(string)
		}
	}

	if field == nil {
		switch c.Switch("policy-unknown-field") {
		case "drop":
			return false, "", nil, nil
		case "store":
			return true, id, v["value"], nil
		default:
			return false, "", nil, new(jumpcloudsim.BadRequest("unknown config field "+id, "", "values"))
		}
	}

	value = v["value"]

	if old, ok := storedValue(present, id); ok && hides(c, field, value) {
		return true, id, old, nil
	}

	if value == nil {
		switch c.Switch("policy-null-value") {
		case "default":
			value = field["defaultValue"]
		case "refuse":
			return false, "", nil, new(jumpcloudsim.BadRequest("a value must not be null", "", "values"))
		}
	}

	if display, _ := field["displayType"].(string); c.Switch("policy-value-type") == "refuse" && !fits(display, value) {
		return false, "", nil, new(jumpcloudsim.BadRequest(fmt.Sprintf("wrong type of value for %s", field["name"]), "", "values"))
	}

	return true, id, value, nil
}

// hides tells whether a value sent is only what a sensitive one shows when read.
func hides(c *jumpcloudsim.Call, field sim.Doc, value any) bool {
	if field["sensitive"] != true {
		return false
	}

	switch c.Switch("policy-sensitive-read") {
	case "null":
		return value == nil
	case "masked":
		return value == Mask
	default:
		return false
	}
}

// filled gives the fields that were not sent what the switch says.
func filled(c *jumpcloudsim.Call, template sim.Doc, stored, present []any) []any {
	mode := c.Switch("policy-missing-field")
	if mode == "drop" {
		return stored
	}

	for _, field := range configFields(template) {
		id, _ := field["id"].(string)
		if _, ok := storedValue(stored, id); ok {
			continue
		}

		old, had := storedValue(present, id)

		switch {
		case mode == "keep" && had:
			stored = append(stored, sim.Doc{"configFieldID": id, "value": old})
		case mode == "default" && field["defaultValue"] != nil:
			stored = append(stored, sim.Doc{"configFieldID": id, "value": field["defaultValue"]})
		}
	}

	return stored
}

func missingRequired(c *jumpcloudsim.Call, template sim.Doc, stored []any) *sim.Response {
	if c.Switch("policy-required") == "accept" {
		return nil
	}

	for _, field := range configFields(template) {
		id, _ := field["id"].(string)
		if v, ok := storedValue(stored, id); field["required"] == true && (!ok || v == nil || v == "") {
			return new(jumpcloudsim.BadRequest(fmt.Sprintf("%s is required", field["name"]), "", "values"))
		}
	}

	return nil
}

// wireValues are the stored values as they are read: with configFieldName and
// sensitive; possibly fewer than the template has fields (8.3).
func wireValues(c *jumpcloudsim.Call, policy sim.Doc) []any {
	template := templateOf(c, policy)
	stored, _ := policy["values"].([]any)
	out := []any{}

	for _, e := range stored {
		v, _ := e.(sim.Doc)
		id, _ := v["configFieldID"].(string)
		field := fieldBy(template, "id", id)
		name, _ := field["name"].(string)
		value, sensitive := v["value"], field["sensitive"] == true

		if sensitive {
			switch c.Switch("policy-sensitive-read") {
			case "missing":
				continue
			case "null":
				value = nil
			case "masked":
				value = Mask
			}
		}

		out = append(out, sim.Doc{"configFieldID": id, "configFieldName": name, "value": value, "sensitive": sensitive})
	}

	return out
}

func configFields(template sim.Doc) []sim.Doc {
	list, _ := template["configFields"].([]any)
	out := make([]sim.Doc, 0, len(list))

	for _, e := range list {
		if f, ok := e.(sim.Doc); ok {
			out = append(out, f)
		}
	}

	return out
}

func fieldBy(template sim.Doc, member, value string) sim.Doc {
	for _, f := range configFields(template) {
		if f[member] == value {
			return f
		}
	}

	return nil
}

func storedValue(stored []any, id string) (any, bool) {
	for _, e := range stored {
		if v, ok := e.(sim.Doc); ok && v["configFieldID"] == id {
			return v["value"], true
		}
	}

	return nil, false
}

// fits is the table of 8.2; displayTypes without a known encoding take anything.
func fits(displayType string, value any) bool {
	switch displayType {
	case "checkbox":
		_, ok := value.(bool)

		return ok
	case "text", "textarea", "email", "file":
		_, ok := value.(string)

		return ok
	case "number", "numberinline":
		_, ok := value.(json.Number)

		return ok
	case "singlelistbox", "table", "multilist":
		_, ok := value.([]any)

		return ok
	default:
		return true
	}
}
