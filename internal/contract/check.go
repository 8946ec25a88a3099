// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package contract

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// Exchange is one request with its answer. Path is the escaped path on the
// service, with the prefix of its document.
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
	Operation string // "GET /v2/things/{id} (things_get)", or the call itself if no operation fits
	Where     string // "query limit", "header x-tenant", "status", "body /ips/0"
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
	for _, o := range c.definition.Outside {
		if strings.HasPrefix(e.Path, o.Prefix) {
			return nil
		}
	}

	o, ok := c.find(e.Method, e.Path)
	if !ok {
		return []Violation{{Request, e.Method + " " + e.Path, "path", "no such operation is documented"}}
	}

	check := &checker{definition: c.definition, operation: o, document: o.document}
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
	definition *Definition
	operation  *operation
	document   *document
	found      []Violation
}

func (c *checker) report(side Side, where, format string, values ...any) {
	name := fmt.Sprintf("%s %s (%s)", strings.ToUpper(c.operation.at[2]), c.operation.template, c.operation.id)
	c.found = append(c.found, Violation{side, name, where, fmt.Sprintf(format, values...)})
}
