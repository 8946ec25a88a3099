// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package contract

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// document is one published OpenAPI file with the deviations applied.
type document struct {
	file   string
	prefix string
	root   map[string]any
	routes *route

	mu       sync.Mutex // the compiler is not safe for concurrent use
	compiler *jsonschema.Compiler
	schemas  map[string]*jsonschema.Schema

	sound sync.Map // of bodies that break nothing, the hash with their place in the document
}

// operation is one method of one path, its parameters by name.
type operation struct {
	document *document
	id       string
	template string
	at       []string // where it stands in the document
	scopes   []string
	query    map[string]*parameter
	header   map[string]*parameter // keys in lower case
	path     map[string]*parameter
	members  map[string]any
}

type parameter struct {
	required bool
	repeated bool // one value a key, as in ?a=1&a=2, instead of a comma-separated list
	at       []string
	members  map[string]any
}

var methods = []string{"get", "put", "post", "patch", "delete"}

func (d *Definition) loadDocument(path, prefix string) (*document, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the published API document: %w", err)
	}

	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("parse %s: %w", path, err)
	}

	root, ok := parsed.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("parse %s: not a JSON object", path)
	}

	doc := &document{file: filepath.Base(path), prefix: prefix, root: root, routes: &route{}, schemas: map[string]*jsonschema.Schema{}}

	for _, e := range d.Errata {
		if e.File != doc.file {
			continue
		}

		if err := doc.set(e.At, e.Is); err != nil {
			return nil, fmt.Errorf("apply the deviation from %s: %w", e.Source, err)
		}
	}

	doc.compiler = jsonschema.NewCompiler()
	doc.compiler.DefaultDraft(jsonschema.Draft2020)
	doc.compiler.AssertFormat()

	if err := doc.compiler.AddResource(doc.address(), doc.root); err != nil {
		return nil, fmt.Errorf("prepare %s for validation: %w", path, err)
	}

	return doc, doc.index()
}

// index builds the route tree out of the document's paths.
func (d *document) index() error {
	paths, _ := d.root["paths"].(map[string]any)

	for template, item := range paths {
		members, _ := item.(map[string]any)

		for _, method := range methods {
			found, ok := members[method].(map[string]any)
			if !ok {
				continue // the published files keep the keys of paths whose operations were taken out
			}

			o := &operation{
				document: d,
				template: d.prefix + template,
				at:       []string{"paths", template, method},
				query:    map[string]*parameter{},
				header:   map[string]*parameter{},
				path:     map[string]*parameter{},
				members:  found,
			}
			o.id, _ = found["operationId"].(string)

			for _, scope := range list(found["x-scopes"]) {
				if s, ok := scope.(string); ok {
					o.scopes = append(o.scopes, s)
				}
			}

			for _, at := range [][]string{{"paths", template}, o.at} {
				if err := o.addParameters(at); err != nil {
					return err
				}
			}

			d.routes.add(segments(o.template), strings.ToUpper(method), o)
		}
	}

	return nil
}

func (o *operation) addParameters(at []string) error {
	holder, _ := o.document.get(at).(map[string]any)

	for i := range list(holder["parameters"]) {
		at := append(append([]string{}, at...), "parameters", fmt.Sprint(i))

		value, at := o.document.follow(at)

		members, ok := value.(map[string]any)
		if !ok {
			return fmt.Errorf("%s: no parameter at %s", o.document.file, pointer(at))
		}

		name, _ := members["name"].(string)
		in, _ := members["in"].(string)
		explode, told := members["explode"].(bool)
		p := &parameter{repeated: !told || explode, at: append(at, "schema"), members: members}
		p.required, _ = members["required"].(bool)

		switch in {
		case "query":
			o.query[name] = p
		case "header":
			o.header[strings.ToLower(name)] = p
		case "path":
			o.path[name] = p
		}
	}

	return nil
}

// validate checks a decoded JSON value against the schema that stands at a
// place in the document and returns one sentence for each thing wrong.
func (d *document) validate(at []string, value any) ([]finding, error) {
	schema, err := d.schema(pointer(at))
	if err != nil {
		return nil, err
	}

	return findings(schema.Validate(value))
}

func (d *document) schema(at string) (*jsonschema.Schema, error) {
	d.mu.Lock()
	defer d.mu.Unlock()

	if s, ok := d.schemas[at]; ok {
		return s, nil
	}

	s, err := d.compiler.Compile(d.address() + "#" + at)
	if err != nil {
		return nil, fmt.Errorf("compile %s#%s: %w", d.file, at, err)
	}

	d.schemas[at] = s

	return s, nil
}

// address is a made-up name: the compiler wants each document to have one.
func (d *document) address() string { return "contract:///" + d.file }

// get returns what stands at a place, or nil.
func (d *document) get(at []string) any {
	var here any = d.root

	for _, step := range at {
		switch v := here.(type) {
		case map[string]any:
			here = v[step]
		case []any:
			var i int
			if _, err := fmt.Sscanf(step, "%d", &i); err != nil || i < 0 || i >= len(v) {
				return nil
			}

			here = v[i]
		default:
			return nil
		}
	}

	return here
}

// follow returns what stands at a place and where, after its references.
func (d *document) follow(at []string) (any, []string) {
	value := d.get(at)

	for {
		members, ok := value.(map[string]any)
		if !ok {
			return value, at
		}

		reference, ok := members["$ref"].(string)
		if !ok {
			return value, at
		}

		at = steps(reference)
		value = d.get(at)
	}
}

// set puts a value at a place whose parent must exist. A deviation that the
// document has caught up with is an error, so that the list stays true.
func (d *document) set(at string, value any) error {
	path := steps(at)

	parent, ok := d.get(path[:len(path)-1]).(map[string]any)
	if !ok {
		return fmt.Errorf("%s has nothing at %s", d.file, at)
	}

	last := path[len(path)-1]
	if reflect.DeepEqual(parent[last], value) {
		return fmt.Errorf("%s says the same at %s by now: drop the row", d.file, at)
	}

	parent[last] = value

	return nil
}

var (
	escape   = strings.NewReplacer("~", "~0", "/", "~1", "%", "%25")
	unescape = strings.NewReplacer("~1", "/", "~0", "~")
)

// pointer writes a JSON pointer as it stands behind the # of an address.
func pointer(at []string) string {
	var b strings.Builder

	for _, step := range at {
		b.WriteString("/" + escape.Replace(step))
	}

	return b.String()
}

// steps is the opposite of pointer; the leading # of a reference may be there.
func steps(pointer string) []string {
	parts := strings.Split(strings.TrimPrefix(strings.TrimPrefix(pointer, "#"), "/"), "/")
	for i, part := range parts {
		parts[i] = unescape.Replace(part)
	}

	return parts
}

func list(v any) []any {
	l, _ := v.([]any)

	return l
}
