// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// ofCreated is the tenant of an object whose organization this plan creates: the only one in
// the object's module, else the one that the configuration refers to, else the only one that
// there is.
func (t *tenants) ofCreated(c resourceChange) string {
	if o, ok := t.only(func(o resourceChange) bool { return o.Module == c.Module }); ok {
		return t.createdName(o)
	}

	if o, ok := t.referred(c); ok {
		return t.createdName(o)
	}

	if o, ok := t.only(func(resourceChange) bool { return true }); ok {
		return t.createdName(o)
	}

	return newTenants
}

// only is the one created organization for which it holds.
func (t *tenants) only(holds func(resourceChange) bool) (found resourceChange, ok bool) {
	n := 0

	for _, o := range t.created {
		if holds(o) {
			found = o
			n++
		}
	}

	return found, n == 1
}

// referred follows the references of organization_id, through the variables of modules, to
// an organization.
func (t *tenants) referred(c resourceChange) (found resourceChange, ok bool) {
	path, key := steps(c.Module), fmt.Sprint(c.Index)
	references := t.document.Configuration.Root.at(path).resource(c.Type + "." + c.Name)

	for {
		scope := address(path)

		for _, reference := range references {
			if o, ok := t.only(func(o resourceChange) bool { return o.is(reference, scope, key) }); ok {
				return o, true
			}
		}

		variable, given := firstVariable(references)
		if !given || len(path) == 0 {
			return found, false
		}

		last := path[len(path)-1]
		path = path[:len(path)-1]
		references = t.document.Configuration.Root.at(path).argument(last.name, variable)

		if last.key != "" {
			key = last.key
		}
	}
}

// is tells whether a reference in a module means the organization. A reference with each.key
// or count.index is told without its index, which is that of the instance that refers.
func (c resourceChange) is(reference, scope, key string) bool {
	if rest, ok := strings.CutPrefix(reference, "module."); ok {
		called := join(scope, "module."+strings.TrimSuffix(rest, "."+afterInstance(rest)))

		return c.Module == called || strings.HasPrefix(c.Module, called+".") ||
			c.Module == fmt.Sprintf("%s[%q]", called, key) || c.Module == fmt.Sprintf("%s[%s]", called, key)
	}

	base := join(scope, c.Type+"."+c.Name)
	at := join(scope, reference)

	if at == c.Address || strings.HasPrefix(at, c.Address+".") {
		return true
	}

	return (at == base || strings.HasPrefix(at, base+".")) && fmt.Sprint(c.Index) == key
}

// afterInstance is what follows the name and instance of a module, such as an output's name.
func afterInstance(s string) string {
	if i := strings.LastIndex(s, "]."); i >= 0 {
		return s[i+2:]
	}

	_, after, _ := strings.Cut(s, ".")

	return after
}

func firstVariable(references []string) (name string, ok bool) {
	for _, r := range references {
		if rest, ok := strings.CutPrefix(r, "var."); ok {
			name, _, _ = strings.Cut(rest, ".")

			return name, true
		}
	}

	return "", false
}

// step is one module of an address, with the key of its instance.
type step struct{ name, index, key string }

var module = regexp.MustCompile(`module\.([^.\[]+)(\[(?:"((?:[^"\\]|\\.)*)"|(\d+))\])?`)

// steps are the modules of an address such as module.a["x"].module.b.
func steps(address string) []step {
	var all []step
	for _, m := range module.FindAllStringSubmatch(address, -1) {
		all = append(all, step{m[1], m[2], m[3] + m[4]})
	}

	return all
}

func address(path []step) string {
	var parts []string
	for _, s := range path {
		parts = append(parts, "module."+s.name+s.index)
	}

	return strings.Join(parts, ".")
}

// at is the module below, or an empty one.
func (m moduleConfig) at(path []step) moduleConfig {
	for _, s := range path {
		m = m.Calls[s.name].Module
	}

	return m
}

// resource returns what the organization_id of a resource refers to.
func (m moduleConfig) resource(address string) []string {
	for _, r := range m.Resources {
		if r.Address == address {
			return referencesOf(r.Expressions[organizationID], r.ForEach)
		}
	}

	return nil
}

// argument returns what an argument of a module refers to.
func (m moduleConfig) argument(call, variable string) []string {
	return referencesOf(m.Calls[call].Expressions[variable], m.Calls[call].ForEach)
}

// referencesOf are the references of an expression; where it takes each.value, those of
// for_each as well.
func referencesOf(expression, forEach json.RawMessage) []string {
	type references struct {
		References []string `json:"references"`
	}

	var e, each references

	// An expression that is none, such as that of a nested block, refers to nothing here.
	_ = json.Unmarshal(expression, &e)

	if slices.ContainsFunc(e.References, func(r string) bool { return strings.HasPrefix(r, "each.value") }) {
		_ = json.Unmarshal(forEach, &each)
	}

	return append(e.References, each.References...)
}
