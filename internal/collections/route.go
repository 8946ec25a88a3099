// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Route is the address of a call: a path within a scope, a query and headers.
type Route struct {
	client *Client
	scope  string // whose the answers are: what one scope has read says nothing of another
	path   []string
	query  url.Values
	header http.Header
}

// Route returns a route below the client's root, each segment escaped.
func (c *Client) Route(segments ...string) Route { return Route{client: c, path: segments} }

// In returns the route within a scope, such as one account of many. The same path in
// another scope is another list.
func (r Route) In(scope string) Route {
	r.scope = scope

	return r
}

// With returns the route with a query parameter set.
func (r Route) With(name, value string) Route {
	query := maps.Clone(r.query)
	if query == nil {
		query = url.Values{}
	}

	query.Set(name, value)
	r.query = query

	return r
}

// WithHeader returns the route with a header, such as one that names the scope.
func (r Route) WithHeader(name, value string) Route {
	header := r.header.Clone()
	if header == nil {
		header = http.Header{}
	}

	header.Set(name, value)
	r.header = header

	return r
}

// Join returns the route with further path segments, each escaped.
func (r Route) Join(segments ...string) Route {
	r.path = append(slices.Clone(r.path), segments...)

	return r
}

// Path returns the route's path as it is sent, without host and query.
func (r Route) Path() string { return r.url().EscapedPath() }

func (r Route) url() *url.URL {
	u := *r.client.config.Root
	u.RawPath = u.EscapedPath()

	for _, segment := range r.path {
		u.Path += "/" + segment
		u.RawPath += "/" + url.PathEscape(segment)
	}

	u.RawQuery = r.query.Encode()

	return &u
}

// Get reads one object. The error matches [rest.ErrNotFound] where there is none.
func Get[T any](ctx context.Context, r Route) (T, error) {
	return call[T](ctx, r, http.MethodGet, nil)
}

// Put replaces an object and returns the service's answer.
func Put[T any](ctx context.Context, r Route, body any) (T, error) {
	return call[T](ctx, r, http.MethodPut, body)
}

// Replace is [Put] for an object that can be read at the same address: where the service
// took the change but its answer cannot be read, the object is read instead.
func Replace[T any](ctx context.Context, r Route, body any) (T, error) {
	var v T

	err := r.replace(ctx, body, &v, func() { v = *new(T) })

	return v, err
}

// replace is [Replace] into what v points to, which empties can make empty.
func (r Route) replace(ctx context.Context, body, v any, empties func()) error {
	ctx, done := rest.Graceful(ctx)
	defer done()

	resp, err := r.do(ctx, http.MethodPut, body)
	if err != nil && !errors.Is(err, rest.ErrGarbled) {
		return err
	}

	if err != nil || empty(resp.Body) || json.Unmarshal(resp.Body, v) != nil {
		empties() // of what was decoded so far

		return r.into(ctx, http.MethodGet, nil, v)
	}

	return nil
}

// Patch changes the members of an object that body has, and returns the service's answer.
func Patch[T any](ctx context.Context, r Route, body any) (T, error) {
	return call[T](ctx, r, http.MethodPatch, body)
}

// Post sends body once. The error matches [rest.ErrUnclear] where the service may have
// acted all the same; to create an object use [Create], which finds out.
func Post[T any](ctx context.Context, r Route, body any) (T, error) {
	return call[T](ctx, r, http.MethodPost, body)
}

// Delete removes an object; whatever a success answers is not looked at, since some
// objects answer with themselves and some with nothing. Where it is unclear whether the
// service acted, the request is sent once more: it finds nothing if it did. An object
// that is not there is an error that matches [rest.ErrNotFound].
func Delete(ctx context.Context, r Route) error {
	ctx, done := rest.Graceful(ctx)
	defer done()

	_, err := r.do(ctx, http.MethodDelete, nil)
	if errors.Is(err, rest.ErrUnclear) && !errors.Is(err, rest.ErrGarbled) && r.client.config.Sender.Pause(ctx, 1) == nil {
		_, err = r.do(ctx, http.MethodDelete, nil)
	}

	if errors.Is(err, rest.ErrGarbled) {
		return nil
	}

	return err
}

func call[T any](ctx context.Context, r Route, method string, body any) (T, error) {
	var v T

	err := r.into(ctx, method, body, &v)

	return v, err
}

// into sends a call and decodes its answer into what v points to.
func (r Route) into(ctx context.Context, method string, body, v any) error {
	resp, err := r.do(ctx, method, body)
	if err != nil {
		return err
	}

	if empty(resp.Body) {
		// An empty object would overwrite state with nothing.
		if method == http.MethodGet {
			return r.unexpected(method, resp, errors.New("it is empty"))
		}

		return nil
	}

	if err := json.Unmarshal(resp.Body, v); err != nil {
		return r.unexpected(method, resp, err)
	}

	return nil
}

// empty tells that an answer says nothing.
func empty(body []byte) bool {
	body = bytes.TrimSpace(body)

	return len(body) == 0 || string(body) == "null"
}

// do sends a call.
func (r Route) do(ctx context.Context, method string, body any) (*rest.Response, error) {
	return r.send(ctx, rest.Request{Method: method, Body: body, Deed: method != http.MethodGet})
}

// send sends a request to the route. A deed, which is a write whatever its method, drops the
// snapshots that it makes stale, before it is sent and after, so that none taken meanwhile survives.
func (r Route) send(ctx context.Context, req rest.Request) (*rest.Response, error) {
	if r.client.config.Pending != nil {
		return nil, r.client.config.Pending
	}

	// An id that is missing would address the collection instead of the object.
	for _, segment := range r.path {
		if segment == "" || segment == "." || segment == ".." {
			return nil, fmt.Errorf("%s %s is not sent: the path lacks a part", req.Method, r.Path())
		}
	}

	if req.Deed {
		if r.client.config.ReadOnly != nil {
			return nil, r.client.config.ReadOnly
		}

		r.client.wrote.Store(true)
		r.client.snapshots.drop(r)
		defer r.client.snapshots.drop(r)
	}

	req.URL, req.Header = r.url(), r.header.Clone()

	return r.client.config.Sender.Do(ctx, req)
}

// unexpected is the error of a success whose JSON is not of the documented shape.
func (r Route) unexpected(method string, resp *rest.Response, err error) error {
	return rest.Garbled(method, r.Path(), resp.Status, r.client.requestID(resp.Header),
		fmt.Sprintf("the answer is not of the documented shape: %s", shape(err)))
}
