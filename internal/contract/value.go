// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package contract

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// body checks a body against its schema, and for members nobody documents. The same list is
// answered again and again: a body that breaks nothing is checked once.
func (c *checker) body(side Side, kind string, at []string, raw []byte) {
	if kind != "application/json" || c.document.get(at) == nil {
		return
	}

	seen := sha256.Sum256(slices.Concat([]byte(string(side)+strings.Join(at, "\x00")+"\x00"), raw))
	if _, sound := c.document.sound.Load(seen); sound {
		return
	}

	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		c.report(side, "body", "not JSON: %v", err)

		return
	}

	before := len(c.found)
	c.schema(side, "body", at, value)

	s := strictness{document: c.document, side: side}
	s.walk(c.document.get(at), value, "")

	for _, f := range s.found {
		c.report(side, "body "+f.where, "%s", f.problem)
	}

	if len(c.found) == before {
		c.document.sound.Store(seen, true)
	}
}

func (c *checker) schema(side Side, what string, at []string, value any) {
	found, err := c.document.validate(at, value)
	if err != nil {
		c.report(side, what, "%v", err)
	}

	for _, f := range found {
		c.report(side, strings.TrimSpace(what+" "+f.where), "%s", f.problem)
	}
}

// decode turns the text of a query parameter into the JSON value that its
// schema is about.
func (p *parameter) decode(values []string) any {
	schema, _ := p.members["schema"].(map[string]any)

	if schema["type"] != "array" {
		return scalar(schema["type"], strings.Join(values, ","))
	}

	if !p.repeated {
		values = strings.Split(strings.Join(values, ","), ",")
	}

	items, _ := schema["items"].(map[string]any)
	decoded := make([]any, 0, len(values))

	for _, v := range values {
		decoded = append(decoded, scalar(items["type"], v))
	}

	return decoded
}

func scalar(kind any, s string) any {
	switch kind {
	case "integer", "number":
		if _, err := strconv.ParseFloat(s, 64); err == nil {
			return json.Number(s)
		}
	case "boolean":
		if b, err := strconv.ParseBool(s); err == nil {
			return b
		}
	}

	return s
}

// findings flattens a validation error to its leaves.
func findings(err error) ([]finding, error) {
	if err == nil {
		return nil, nil
	}

	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return nil, err
	}

	if len(invalid.Causes) == 0 {
		problem := invalid.Error()
		if _, after, ok := strings.Cut(problem, "': "); ok {
			problem = after
		}

		return []finding{{pointer(invalid.InstanceLocation), problem}}, nil
	}

	var all []finding

	for _, cause := range invalid.Causes {
		below, err := findings(cause)
		if err != nil {
			return nil, err
		}

		all = append(all, below...)
	}

	return all, nil
}

func mediaType(header http.Header) string {
	kind, _, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil {
		return ""
	}

	return kind
}
