// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"encoding/json"
	"net/http"
	"strconv"
	"time"
)

// Request is what a route's handler gets.
type Request struct {
	*http.Request

	// Raw is the whole body; the embedded request's Body is spent.
	Raw []byte

	server     *Server
	wrote      bool
	violations []Violation
}

// Docs is a collection; writing through it makes the request a committed write in the log.
func (r *Request) Docs(collection, scope string) Collection {
	c := r.server.Store.Docs(collection, scope)
	c.wrote = &r.wrote

	return c
}

// Server is the server that the request came to.
func (r *Request) Server() *Server { return r.server }

// Now is the server's time.
func (r *Request) Now() time.Time { return r.server.Clock.Now() }

// Violate records that the client broke the documented contract.
func (r *Request) Violate(rule, detail string) {
	r.violations = append(r.violations, Violation{r.Method, r.URL.Path, rule, detail})
}

// Response is an answer before it goes out.
type Response struct {
	Status int
	Header http.Header
	Body   []byte

	truncated bool
}

// JSON is an answer with a JSON body.
func JSON(status int, body any) Response {
	raw, err := json.Marshal(body)
	if err != nil {
		panic("sim: answer is not JSON: " + err.Error())
	}

	return Response{Status: status, Header: http.Header{"Content-Type": {"application/json; charset=utf-8"}}, Body: raw}
}

// NoContent is an answer without a body.
func NoContent() Response { return Response{Status: http.StatusNoContent, Header: http.Header{}} }

// HTML is a page meant for a browser.
func HTML(status int, page string) Response {
	return Response{Status: status, Header: http.Header{"Content-Type": {"text/html; charset=utf-8"}}, Body: []byte(page)}
}

// Redirect sends the client elsewhere.
func Redirect(location string) Response {
	r := HTML(http.StatusFound, "Found. Redirecting to "+location)
	r.Header.Set("Location", location)

	return r
}

// With adds a header.
func (r Response) With(name, value string) Response {
	r.Header = r.Header.Clone()
	if r.Header == nil {
		r.Header = http.Header{}
	}

	r.Header.Set(name, value)

	return r
}

// finish adds the headers that every answer has.
func (r Response) finish(now time.Time) Response {
	r = r.With("Date", now.UTC().Format(http.TimeFormat))
	if r.Status != http.StatusNoContent {
		r.Header.Set("Content-Length", strconv.Itoa(len(r.Body)))
	}

	return r
}

// Handler answers one route. Handlers run one at a time, so that a check and
// the write that depends on it cannot be torn apart.
type Handler func(*Request) Response
