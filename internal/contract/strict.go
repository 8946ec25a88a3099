// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package contract

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// strictness finds members that no schema at their place knows. The published
// objects are open, so that JSON Schema alone lets every misspelling pass.
type strictness struct {
	document *document
	side     Side
	found    []finding
}

func (s *strictness) walk(schema, value any, at string) {
	switch v := value.(type) {
	case map[string]any:
		s.object(schema, v, at)
	case []any:
		items := s.parts(schema).items
		if len(items) == 0 {
			return
		}

		for i, element := range v {
			s.walk(either(items), element, at+"/"+strconv.Itoa(i))
		}
	}
}

func (s *strictness) object(schema any, value map[string]any, at string) {
	known := s.parts(schema)
	if known.open {
		return
	}

	for _, name := range slices.Sorted(maps.Keys(value)) {
		here := at + pointer([]string{name})

		schemas, ok := known.members[name]
		if !ok {
			s.found = append(s.found, finding{here, fmt.Sprintf("the contract knows no member %q here", name)})

			continue
		}

		if s.side == Request && slices.ContainsFunc(schemas, readOnly) {
			s.found = append(s.found, finding{here, "read-only: the server's to set"})

			continue
		}

		s.walk(either(schemas), value[name], here)
	}
}

// shape is what all parts of a schema together say about members and elements.
type shape struct {
	members map[string][]any
	items   []any
	open    bool // any member is allowed
}

func (s *strictness) parts(schema any) shape {
	all := shape{members: map[string][]any{}}
	s.collect(schema, &all, map[string]bool{})

	// An object of which nothing is told may hold anything.
	all.open = all.open || len(all.members) == 0

	return all
}

func (s *strictness) collect(schema any, all *shape, seen map[string]bool) {
	parts, ok := schema.(map[string]any)
	if !ok {
		return
	}

	if reference, ok := parts["$ref"].(string); ok && !seen[reference] {
		seen[reference] = true
		s.collect(s.document.get(steps(reference)), all, seen)
	}

	if properties, ok := parts["properties"].(map[string]any); ok {
		for name, member := range properties {
			all.members[name] = append(all.members[name], member)
		}
	}

	if additional, told := parts["additionalProperties"]; told && additional != false {
		all.open = true
	}

	if items, ok := parts["items"]; ok {
		all.items = append(all.items, items)
	}

	for _, part := range list(parts["allOf"]) {
		s.collect(part, all, seen)
	}

	for _, keyword := range []string{"oneOf", "anyOf"} {
		for _, part := range list(parts[keyword]) {
			all.open = all.open || freeObject(part)
			s.collect(part, all, seen)
		}
	}
}

// freeObject tells whether an alternative is an object without known members.
func freeObject(schema any) bool {
	parts, ok := schema.(map[string]any)
	if !ok {
		return true
	}

	for _, keyword := range []string{"$ref", "properties", "allOf", "oneOf", "anyOf", "required"} {
		if _, told := parts[keyword]; told {
			return false
		}
	}

	kind, told := parts["type"]

	return !told || kind == "object"
}

func readOnly(schema any) bool {
	parts, _ := schema.(map[string]any)

	return parts["readOnly"] == true
}

// either is one schema for a place that several describe.
func either(schemas []any) any {
	if len(schemas) == 1 {
		return schemas[0]
	}

	return map[string]any{"anyOf": schemas}
}

// errorShape compiles the shape of errors, once.
func (d *Definition) errorShape() *jsonschema.Schema {
	d.compiling.Do(func() {
		c := jsonschema.NewCompiler()
		if err := c.AddResource("contract:///error.json", d.ErrorShape); err != nil {
			panic(err) // a literal of the definition
		}

		d.compiled = c.MustCompile("contract:///error.json")
	})

	return d.compiled
}
