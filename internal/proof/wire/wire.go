// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package wire calls a simulator in tests of the simulator itself, without a provider.
package wire

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// Caller sends requests. The test fails if one is not answered.
type Caller struct {
	T         testing.TB
	Transport http.RoundTripper
	Path      string            // what the path of each request begins with
	Header    map[string]string // of each request; what is empty is not sent
}

// Do returns status and body of the answer. A body that is sent is JSON.
func (c Caller) Do(method, path, body string) (int, string) {
	c.T.Helper()

	req, err := http.NewRequestWithContext(c.T.Context(), method, "https://sim.invalid"+c.Path+path, strings.NewReader(body))
	if err != nil {
		c.T.Fatal(err)
	}

	for name, value := range c.Header {
		if value != "" {
			req.Header.Set(name, value)
		}
	}

	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}

	resp, err := c.Transport.RoundTrip(req)
	if err != nil {
		c.T.Fatal(err)
	}

	defer func() { _ = resp.Body.Close() }()

	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		c.T.Fatal(err)
	}

	return resp.StatusCode, string(raw)
}

// Want is [Caller.Do] that checks the status and parts of the body, and returns the body.
func (c Caller) Want(method, path, body string, status int, parts ...string) string {
	c.T.Helper()

	got, answer := c.Do(method, path, body)
	if got != status {
		c.T.Errorf("%s %s %s: %d %.600s, want %d", method, path, body, got, answer, status)
	}

	for _, part := range parts {
		if !strings.Contains(answer, part) {
			c.T.Errorf("%s %s %s: %d %.600s lacks %s", method, path, body, got, answer, part)
		}
	}

	return answer
}
