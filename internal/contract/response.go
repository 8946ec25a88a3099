// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package contract

import (
	"bytes"
	"maps"
	"net/http"
	"slices"
	"strconv"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func (c *checker) response(e Exchange) {
	c.totalCount(e.ResponseHeader)

	at := append(slices.Clone(c.operation.at), "responses", strconv.Itoa(e.Status))
	value, at := c.document.follow(at)

	if value == nil && c.undocumented(e) {
		return
	}

	if value == nil {
		value, at = c.document.follow(append(slices.Clone(c.operation.at), "responses", "default"))
	}

	members, ok := value.(map[string]any)
	if !ok {
		responses, _ := c.operation.members["responses"].(map[string]any)
		c.report(Response, "status", "%d is not among the documented %v", e.Status, slices.Sorted(maps.Keys(responses)))

		return
	}

	content, _ := members["content"].(map[string]any)

	switch {
	case len(content) == 0 && len(e.ResponseBody) > 0:
		c.report(Response, "body", "status %d documents none", e.Status)
	case len(content) > 0 && len(e.ResponseBody) == 0:
		c.report(Response, "body", "empty, but status %d documents one", e.Status)
	case len(content) > 0:
		c.responseBody(e, content, at)
	}
}

func (c *checker) responseBody(e Exchange, content map[string]any, at []string) {
	kind := mediaType(e.ResponseHeader)
	if _, ok := content[kind]; !ok {
		for _, h := range c.definition.Pages {
			if h.Status == e.Status && kind == "text/html" {
				return
			}
		}

		c.report(Response, "header content-type", "%q is not among the documented %v", kind, slices.Sorted(maps.Keys(content)))

		return
	}

	if e.Status >= http.StatusBadRequest && !documentsNothing(content[kind]) {
		c.errorBody(e.ResponseBody)
	}

	c.body(Response, kind, append(at, "content", kind, "schema"), e.ResponseBody)
}

// documentsNothing tells whether a media type's schema is an object of which no member is
// documented, as that of a 422 for rejected credentials is: then nothing need be in it.
func documentsNothing(mediaType any) bool {
	media, _ := mediaType.(map[string]any)
	schema, _ := media["schema"].(map[string]any)
	members, ok := schema["properties"].(map[string]any)

	return ok && len(members) == 0
}

// undocumented tells whether a status that the operation does not list may be
// answered all the same, and then checks its body.
func (c *checker) undocumented(e Exchange) bool {
	for _, u := range c.definition.Statuses {
		if u.Status != e.Status || (u.File != "" && u.File != c.document.file) {
			continue
		}

		if u.Body == ErrorBody && mediaType(e.ResponseHeader) == "application/json" {
			c.errorBody(e.ResponseBody)
		}

		return true
	}

	return false
}

// errorBody checks what every error of the service has in common.
func (c *checker) errorBody(raw []byte) {
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		c.report(Response, "body", "not JSON: %v", err)

		return
	}

	found, err := findings(c.definition.errorShape().Validate(value))
	if err != nil {
		c.report(Response, "body", "%v", err)
	}

	for _, f := range found {
		c.report(Response, "body "+f.where, "not an error of the service: %s", f.problem)
	}
}

// totalCount: the length of a list is a number of the response, although the
// documents list the header as one of the request (the published documents list it so).
func (c *checker) totalCount(header http.Header) {
	if total := header.Get("X-Total-Count"); total != "" {
		if n, err := strconv.Atoi(total); err != nil || n < 0 {
			c.report(Response, "header x-total-count", "%q is not a count", total)
		}
	}
}
