// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package rest_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// answer is what the service under a test does with one request.
type answer func(r *http.Request) (*http.Response, error)

// service is the other side, in process: it answers in the given order, the last answer
// over and over, and remembers what came when.
type service struct {
	mu      sync.Mutex
	answers []answer
	times   []time.Time
	methods []string
	queries []string
	headers []http.Header
	bodies  []string
}

func serve(answers ...answer) *service { return &service{answers: answers} }

func (s *service) RoundTrip(r *http.Request) (*http.Response, error) {
	body := ""

	if r.Body != nil {
		raw, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}

		body = string(raw)
	}

	s.mu.Lock()
	next := s.answers[min(len(s.times), len(s.answers)-1)]
	s.times = append(s.times, time.Now())
	s.methods = append(s.methods, r.Method)
	s.queries = append(s.queries, r.URL.RawQuery)
	s.headers = append(s.headers, r.Header.Clone())
	s.bodies = append(s.bodies, body)
	s.mu.Unlock()

	return next(r)
}

func (s *service) calls() []time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()

	return append([]time.Time(nil), s.times...)
}

// status answers with a JSON body and headers given as name, value, name, value.
func status(code int, body string, headers ...string) answer {
	return func(r *http.Request) (*http.Response, error) {
		h := http.Header{"Content-Type": {"application/json"}}
		for i := 0; i < len(headers); i += 2 {
			h.Set(headers[i], headers[i+1])
		}

		return &http.Response{StatusCode: code, Header: h, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
	}
}

func fails(err error) answer {
	return func(*http.Request) (*http.Response, error) { return nil, err }
}

// slow answers after d, unless the try is given up before.
func slow(d time.Duration, then answer) answer {
	return func(r *http.Request) (*http.Response, error) {
		select {
		case <-time.After(d):
			return then(r)
		case <-r.Context().Done():
			return nil, r.Context().Err()
		}
	}
}

// truncated ends a success in the middle of its body.
func truncated(r *http.Request) (*http.Response, error) {
	resp, err := status(http.StatusOK, "")(r)
	if err == nil {
		resp.Body = io.NopCloser(io.MultiReader(strings.NewReader(`{"id":`), brokenBody{}))
	}

	return resp, err
}

type brokenBody struct{}

func (brokenBody) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

var (
	ok      = status(http.StatusOK, `{"id":"1"}`)
	dropped = fails(&net.OpError{Op: "read", Net: "tcp", Err: syscall.ECONNRESET})
	refused = fails(&net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED})
)

// client returns a client of the service that is fast and patient.
func client(s http.RoundTripper, change ...func(*rest.Config)) *rest.Client {
	config := rest.Config{
		Transport: s, UserAgent: "test/1", MaxRetries: 3, Timeout: 30 * time.Second,
		Limiter: rest.NewLimiter(1000), Redactor: &rest.Redactor{},
		Message:   func(http.Header, []byte) string { return "" },
		Page:      pages,
		RequestID: func(h http.Header) string { return h.Get("X-Request-Id") },
	}
	for _, c := range change {
		c(&config)
	}

	return rest.New(config)
}

// pages takes a page with 403 for one of the abuse protection, any other for the login's.
func pages(status int) rest.Page {
	if status == http.StatusForbidden {
		return rest.PageBlocked
	}

	return rest.PageLogin
}

func request(method string) rest.Request {
	r := rest.Request{Method: method, URL: &url.URL{Scheme: "https", Host: "service.example", Path: "/things/1"}}
	if method != http.MethodGet && method != http.MethodDelete {
		r.Body = map[string]string{"name": "x"}
	}

	return r
}

func asError(t *testing.T, err error) *rest.Error {
	t.Helper()

	var e *rest.Error
	if !errors.As(err, &e) {
		t.Fatalf("%v (%T) is not a *rest.Error", err, err)
	}

	return e
}

// token is an authorizer whose credential can be renewed a number of times.
type token struct {
	mu      sync.Mutex
	value   string
	renewed int
	allow   bool
	err     error
	takes   time.Duration
}

func (a *token) Authorize(_ context.Context, r *http.Request) error {
	time.Sleep(a.takes)

	a.mu.Lock()
	defer a.mu.Unlock()

	r.Header.Set("Authorization", a.value)

	return a.err
}

func (a *token) Renew(_ context.Context, refused *http.Request) bool {
	a.mu.Lock()
	defer a.mu.Unlock()

	if refused.Header.Get("Authorization") == a.value {
		a.renewed++
		a.value += "'"
	}

	return a.allow
}
