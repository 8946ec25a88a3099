// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policysim

import (
	"fmt"
	"maps"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TemplateByName finds a template of the catalogue.
func TemplateByName(w *jumpcloudsim.World, name string) (sim.Doc, bool) {
	return w.Store.Docs(Templates, "").Find(func(d sim.Doc) bool { return d["name"] == name })
}

// Stored gives a template's id and the stored form of values by field name.
func Stored(w *jumpcloudsim.World, templateName string, byName map[string]any) (templateID string, values []any, err error) {
	template, ok := TemplateByName(w, templateName)
	if !ok {
		return "", nil, fmt.Errorf("no template %q", templateName)
	}

	templateID, _ = template["id"].(string)
	values = []any{}

	for _, name := range slices.Sorted(maps.Keys(byName)) {
		field := fieldBy(template, "name", name)
		if field == nil {
			return "", nil, fmt.Errorf("template %q has no field %q", templateName, name)
		}

		values = append(values, sim.Doc{"configFieldID": field["id"], "value": byName[name]})
	}

	return templateID, values, nil
}

// SetValue changes one value of a stored policy by its field's name, as if in the console.
func SetValue(w *jumpcloudsim.World, orgID, policyID, fieldName string, value any) error {
	docs := w.Store.Docs(Collection, orgID)

	policy, ok := docs.Get(policyID)
	if !ok {
		return fmt.Errorf("no policy %q", policyID)
	}

	template, _ := w.Store.Docs(Templates, "").Get(fmt.Sprint(policy["template"]))

	field := fieldBy(template, "name", fieldName)
	if field == nil {
		return fmt.Errorf("the template has no field %q", fieldName)
	}

	changed := sim.Doc{"configFieldID": field["id"], "value": value}
	values, _ := policy["values"].([]any)

	at := slices.IndexFunc(values, func(e any) bool {
		v, ok := e.(sim.Doc)

		return ok && v["configFieldID"] == field["id"]
	})
	if at < 0 {
		values = append(values, changed)
	} else {
		values[at] = changed
	}

	policy["values"] = values
	docs.Put(policyID, policy)

	return nil
}

// Value is a stored value of a policy by its field's name, whatever a read would show of it.
func Value(w *jumpcloudsim.World, orgID, policyID, fieldName string) (any, bool) {
	policy, _ := w.Store.Docs(Collection, orgID).Get(policyID)
	template, _ := w.Store.Docs(Templates, "").Get(fmt.Sprint(policy["template"]))
	id, _ := fieldBy(template, "name", fieldName)["id"].(string)
	stored, _ := policy["values"].([]any)

	return storedValue(stored, id)
}
