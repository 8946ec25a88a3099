// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package contract

import (
	"maps"
	"strings"
)

// route is a node of the tree of path templates, one level a segment.
type route struct {
	literal    map[string]*route
	parameter  *route
	operations map[string]*operation
}

func (r *route) add(path []string, method string, o *operation) {
	if len(path) == 0 {
		if r.operations == nil {
			r.operations = map[string]*operation{}
		}

		r.operations[method] = o

		return
	}

	if strings.HasPrefix(path[0], "{") {
		if r.parameter == nil {
			r.parameter = &route{}
		}

		r.parameter.add(path[1:], method, o)

		return
	}

	if r.literal == nil {
		r.literal = map[string]*route{}
	}

	next, ok := r.literal[path[0]]
	if !ok {
		next = &route{}
		r.literal[path[0]] = next
	}

	next.add(path[1:], method, o)
}

// find collects the operations of every template that fits; where two fit, the
// one with the earlier literal segment wins, method by method.
func (r *route) find(path []string) map[string]*operation {
	if len(path) == 0 {
		return r.operations
	}

	found := map[string]*operation{}

	if r.parameter != nil && path[0] != "" {
		maps.Copy(found, r.parameter.find(path[1:]))
	}

	if next, ok := r.literal[path[0]]; ok {
		maps.Copy(found, next.find(path[1:]))
	}

	return found
}

func (d *document) match(method, path string) (*operation, bool) {
	if path != d.prefix && !strings.HasPrefix(path, d.prefix+"/") {
		return nil, false
	}

	o, ok := d.routes.find(segments(path))[strings.ToUpper(method)]

	return o, ok
}

func segments(path string) []string {
	return strings.Split(strings.TrimPrefix(path, "/"), "/")
}
