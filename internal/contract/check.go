// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package contract

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Exchange is one request with its answer. Path is the escaped path on the
// service, with /api or /api/v2.
type Exchange struct {
	Method         string
	Path           string
	Query          url.Values
	Header         http.Header
	RequestBody    []byte
	Status         int
	ResponseHeader http.Header
	ResponseBody   []byte
}

// Side tells whose fault a violation is.
type Side string

// The client writes the request, the server the answer.
const (
	Request  Side = "request"
	Response Side = "response"
)

// Violation is one thing in an exchange that the contract does not allow.
type Violation struct {
	Side      Side
	Operation string // "GET /api/v2/iplists/{id} (iplists_get)", or the call itself if no operation fits
	Where     string // "query limit", "header x-org-id", "status", "body /ips/0"
	Problem   string
}

// String is the violation in one line.
func (v Violation) String() string {
	return fmt.Sprintf("%s: %s: %s: %s", v.Operation, v.Side, v.Where, v.Problem)
}

// Check holds one exchange against the contract and returns all that is wrong
// with it. A test that sends a wrong request on purpose should look at the
// violations of the [Response] only; one that injects a fault, at neither side.
func (c *Contract) Check(e Exchange) []Violation {
	for _, o := range outside {
		if strings.HasPrefix(e.Path, o.prefix) {
			return nil
		}
	}

	o, ok := c.find(e.Method, e.Path)
	if !ok {
		return []Violation{{Request, e.Method + " " + e.Path, "path", "no such operation is documented"}}
	}

	check := &checker{operation: o, document: o.document}
	check.path(e.Path)
	check.query(e.Query)
	check.headers(e.Header)
	check.requestBody(e)
	check.response(e)

	return check.found
}

// finding is what a schema says about one place of a value.
type finding struct{ where, problem string }

type checker struct {
	operation *operation
	document  *document
	found     []Violation
}

func (c *checker) report(side Side, where, format string, values ...any) {
	name := fmt.Sprintf("%s %s (%s)", strings.ToUpper(c.operation.at[2]), c.operation.template, c.operation.id)
	c.found = append(c.found, Violation{side, name, where, fmt.Sprintf(format, values...)})
}

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

// headers looks at the two headers that select a tenant or a provider (a route
// that does not take them refuses the call), at the values of those that are documented
// for this API (x-…), and at required ones.
func (c *checker) headers(header http.Header) {
	for _, name := range []string{"x-org-id", "x-provider-id"} {
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
	return slices.ContainsFunc(undocumentedHeaders, func(u undocumentedHeader) bool {
		return u.header == name && strings.HasPrefix(c.operation.template, u.prefix)
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
		for _, h := range htmlErrors {
			if h.status == e.Status && kind == "text/html" {
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
	for _, u := range undocumentedStatuses {
		if u.status != e.Status || (u.file != "" && u.file != c.document.file) {
			continue
		}

		if u.body == errorBody && mediaType(e.ResponseHeader) == "application/json" {
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

	found, err := findings(compiledErrorShape().Validate(value))
	if err != nil {
		c.report(Response, "body", "%v", err)
	}

	for _, f := range found {
		c.report(Response, "body "+f.where, "not an error of the service: %s", f.problem)
	}
}

// totalCount: the length of a list is a number of the response, although the
// documents list the header as one of the request (evidence: lists 2.1).
func (c *checker) totalCount(header http.Header) {
	if total := header.Get("X-Total-Count"); total != "" {
		if n, err := strconv.Atoi(total); err != nil || n < 0 {
			c.report(Response, "header x-total-count", "%q is not a count", total)
		}
	}
}

// body checks a body against its schema, and for members nobody documents.
func (c *checker) body(side Side, kind string, at []string, raw []byte) {
	if kind != "application/json" || c.document.get(at) == nil {
		return
	}

	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		c.report(side, "body", "not JSON: %v", err)

		return
	}

	c.schema(side, "body", at, value)

	s := strictness{document: c.document, side: side}
	s.walk(c.document.get(at), value, "")

	for _, f := range s.found {
		c.report(side, "body "+f.where, "%s", f.problem)
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
