// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package contract

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// path looks at the parameters of the path.
func (c *checker) path(path string) {
	sent := segments(path)

	for i, segment := range segments(c.operation.template) {
		name, ok := strings.CutPrefix(segment, "{")
		if !ok || i >= len(sent) {
			continue
		}

		name = strings.TrimSuffix(name, "}")

		value, err := url.PathUnescape(sent[i])
		if err != nil {
			c.report(Request, "path "+name, "%v", err)

			continue
		}

		if p, ok := c.operation.path[name]; ok {
			c.schema(Request, "path "+name, p.at, p.decode([]string{value}))
		}
	}
}

func (c *checker) query(query url.Values) {
	for _, name := range slices.Sorted(maps.Keys(query)) {
		p, ok := c.operation.query[name]
		if !ok {
			c.report(Request, "query "+name, "not documented")

			continue
		}

		c.schema(Request, "query "+name, p.at, p.decode(query[name]))
	}

	for _, name := range slices.Sorted(maps.Keys(c.operation.query)) {
		if c.operation.query[name].required && !query.Has(name) {
			c.report(Request, "query "+name, "required and missing")
		}
	}
}

// headers looks at the headers that select a tenant (a route
// that does not take them refuses the call), at the values of those that are documented
// for this API (x-…), and at required ones.
func (c *checker) headers(header http.Header) {
	for _, name := range c.definition.Selectors {
		if header.Get(name) != "" && c.operation.header[name] == nil && !c.taken(name) {
			c.report(Request, "header "+name, "this operation does not document it")
		}
	}

	for _, name := range slices.Sorted(maps.Keys(c.operation.header)) {
		p, values := c.operation.header[name], header.Values(name)
		if strings.HasPrefix(name, "x-") && len(values) > 0 && p.members["schema"] != nil {
			c.schema(Request, "header "+name, p.at, p.decode(values))
		}

		if c.operation.header[name].required && header.Get(name) == "" {
			c.report(Request, "header "+name, "required and missing")
		}
	}
}

// taken tells whether the operation takes a header that it does not document.
func (c *checker) taken(name string) bool {
	return slices.ContainsFunc(c.definition.Headers, func(h Header) bool {
		return h.Name == name && strings.HasPrefix(c.operation.template, h.Prefix)
	})
}

func (c *checker) requestBody(e Exchange) {
	value, at := c.document.follow(append(slices.Clone(c.operation.at), "requestBody"))
	members, documented := value.(map[string]any)

	if !documented {
		if len(e.RequestBody) > 0 {
			c.report(Request, "body", "this operation documents none")
		}

		return
	}

	if len(e.RequestBody) == 0 {
		if required, _ := members["required"].(bool); required {
			c.report(Request, "body", "required and missing")
		}

		return
	}

	kind := mediaType(e.Header)
	if kind == "" {
		c.report(Request, "header content-type", "missing although there is a body")

		return
	}

	content, _ := members["content"].(map[string]any)
	if _, ok := content[kind]; !ok {
		c.report(Request, "header content-type", "%s is not among the documented %v", kind, slices.Sorted(maps.Keys(content)))

		return
	}

	c.body(Request, kind, append(at, "content", kind, "schema"), e.RequestBody)
}
