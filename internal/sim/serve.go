// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"time"
)

// call is one request on its way through the routes.
type call struct {
	request  *Request
	response Response
	route    string
}

type callKey struct{}

// serve answers one request; an error means that the connection is lost.
func (s *Server) serve(r *http.Request) (Response, error) {
	raw, err := readBody(r)
	if err != nil {
		return Response{}, err
	}

	if isAdmin(r) {
		return s.serveAdmin(r, raw), nil
	}

	entry := Entry{
		Seq: s.log.arrive(), Time: s.Clock.Now(), Method: r.Method, Path: r.URL.Path,
		Query: r.URL.Query(), Header: s.loggedHeaders(r.Header),
	}
	if json.Valid(raw) {
		entry.Body = slices.Clone(raw)
	}

	h := s.faults.take(r)
	entry.Fault = h.name

	resp, err := s.answer(r, raw, h, &entry)
	if err == nil {
		resp = resp.finish(s.Clock.Now())
		entry.Status = resp.Status
	}

	s.log.add(entry)
	s.observe(Exchange{Entry: entry, ResponseHeader: resp.Header.Clone(), ResponseBody: resp.Body})

	return resp, err
}

// answer lets faults act around the route.
func (s *Server) answer(r *http.Request, raw []byte, h hit, entry *Entry) (Response, error) {
	if err := sleep(r.Context(), h.before); err != nil {
		return Response{}, err
	}

	var resp Response

	if h.effect == nil || h.effect.actsFirst() {
		resp = s.dispatch(r, raw, entry)
	}

	if err := sleep(r.Context(), h.after); err != nil {
		return Response{}, err
	}

	if h.effect == nil {
		return resp, nil
	}

	return s.spoil(*h.effect, resp)
}

// spoil applies a fault's effect to the answer, which is empty if the request did not act.
func (s *Server) spoil(f Fault, resp Response) (Response, error) {
	switch {
	case f.Refuse:
		return Response{}, errRefused
	case f.Drop:
		return Response{}, errReset
	case f.Malformed, f.Truncated:
		resp.truncated = f.Truncated
		if f.Malformed && len(resp.Body) > 0 {
			resp.Body = resp.Body[:len(resp.Body)/2]
		}

		return resp, nil
	}

	status := f.Status

	switch {
	case f.HTML:
		if status == 0 {
			status = http.StatusOK
		}

		page := f.Body
		if page == "" {
			page = "<!doctype html><html><head><title>" + http.StatusText(status) + "</title></head><body></body></html>"
		}

		resp = HTML(status, page)
	default:
		if status == 0 {
			status = http.StatusTooManyRequests // a rate limit
		}

		resp = JSON(status, s.options.ErrorBody(status, http.StatusText(status)))
		if f.Body != "" {
			resp.Body = []byte(f.Body)
		}
	}

	for name, value := range f.Header {
		resp = resp.With(name, value)
	}

	if f.RetryAfter != "" {
		resp = resp.With("Retry-After", f.RetryAfter)
	}

	return resp, nil
}

// dispatch runs the route's handler. A request without a route is refused, and
// is the client's fault.
func (s *Server) dispatch(r *http.Request, raw []byte, entry *Entry) Response {
	request := &Request{Request: r, Raw: raw, server: s}
	c := &call{request: request}

	r = r.WithContext(context.WithValue(r.Context(), callKey{}, c))

	if s.options.Path != nil {
		there := *r.URL
		there.Path, there.RawPath = s.options.Path(r.URL.Path), s.options.Path(r.URL.EscapedPath())
		r.URL = &there
	}

	s.route(r)

	if c.route == "" {
		request.Violate("route", "no such route")
		c.response = JSON(http.StatusNotFound, s.options.ErrorBody(http.StatusNotFound, "not found"))
	}

	entry.Route, entry.Committed, entry.Violations = c.route, request.wrote, request.violations

	s.mu.Lock()
	s.violations = append(s.violations, request.violations...)
	s.mu.Unlock()

	return c.response
}

func (s *Server) route(r *http.Request) {
	s.handling.Lock()
	defer s.handling.Unlock()

	s.mux.ServeHTTP(discard{}, r)
}

func (s *Server) observe(x Exchange) {
	s.mu.Lock()
	observers := slices.Clone(s.observers)
	s.mu.Unlock()

	for _, o := range observers {
		o(x)
	}
}

func (s *Server) loggedHeaders(h http.Header) http.Header {
	kept := http.Header{}

	for _, name := range append([]string{"Content-Type", "Accept", "User-Agent"}, s.options.LogHeaders...) {
		if values := h.Values(name); len(values) > 0 {
			kept[http.CanonicalHeaderKey(name)] = slices.Clone(values)
		}
	}

	for _, name := range s.options.SecretHeaders {
		for _, value := range h.Values(name) {
			kept.Add(name, Fingerprint(value))
		}
	}

	return kept
}

// Fingerprint stands for a secret in the log: equal secrets have equal ones.
func Fingerprint(secret string) string {
	sum := sha256.Sum256([]byte(secret))

	return "sha256:" + hex.EncodeToString(sum[:6])
}

func readBody(r *http.Request) ([]byte, error) {
	if r.Body == nil {
		return nil, nil
	}

	defer func() { _ = r.Body.Close() }()

	return io.ReadAll(io.LimitReader(r.Body, 64<<20))
}

// sleep waits on the time of the program, which a synctest bubble replaces.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}

	timer := time.NewTimer(d)
	defer timer.Stop()

	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// discard is where ServeMux writes its own refusals, which dispatch words anew.
type discard struct{}

func (discard) Header() http.Header         { return http.Header{} }
func (discard) Write(b []byte) (int, error) { return len(b), nil }
func (discard) WriteHeader(int)             {}
