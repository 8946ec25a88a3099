// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simprogram

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"
)

func TestGuard(t *testing.T) {
	t.Parallel()

	served := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })

	for _, tt := range []struct {
		host, header, value string
		local, remote       bool
	}{
		{"127.0.0.1:8800", "", "", true, true},
		{"localhost:8800", "", "", true, true},
		{"[::1]:8800", "", "", true, true},
		{"evil.example:8800", "", "", false, true},
		{"127.0.0.1.evil.example", "", "", false, true},
		{"", "", "", false, true},
		{"127.0.0.1:8800", "Origin", "http://127.0.0.1:8800", true, true},
		{"127.0.0.1:8800", "Origin", "http://127.0.0.1:9000", false, false},
		{"127.0.0.1:8800", "Origin", "https://evil.example", false, false},
		{"127.0.0.1:8800", "Origin", "null", false, false},
		{"127.0.0.1:8800", "Sec-Fetch-Site", "cross-site", false, false},
		{"127.0.0.1:8800", "Sec-Fetch-Site", "same-origin", true, true},
		{"127.0.0.1:8800", "Sec-Fetch-Site", "none", true, true},
	} {
		for remote, want := range map[bool]bool{false: tt.local, true: tt.remote} {
			r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/__sim/reset", nil)
			r.Host = tt.host

			if tt.header != "" {
				r.Header.Set(tt.header, tt.value)
			}

			w := httptest.NewRecorder()
			guard(served, remote).ServeHTTP(w, r)

			if got := w.Code == http.StatusNoContent; got != want {
				t.Errorf("host %q, %s %q, remote %t: status %d", tt.host, tt.header, tt.value, remote, w.Code)
			}
		}
	}
}

// pipes is a listener of connections within the process, whose deadlines run on the
// bubble's time.
type pipes struct {
	net.Listener

	connections chan net.Conn
	closed      chan struct{}
}

func (p pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.connections:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p pipes) Close() error   { close(p.closed); return nil }
func (p pipes) Addr() net.Addr { return &net.TCPAddr{} }

// TestSlowBodyIsDropped: who sends a request byte by byte holds nothing for ever.
func TestSlowBodyIsDropped(t *testing.T) {
	t.Parallel()

	synctest.Test(t, func(t *testing.T) {
		listener := pipes{connections: make(chan net.Conn, 1), closed: make(chan struct{})}
		client, server := net.Pipe()
		listener.connections <- server

		read := make(chan error, 1)
		handler := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			_, err := io.ReadAll(r.Body)
			read <- err

			panic(http.ErrAbortHandler)
		})

		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error, 1)

		go func() { ended <- serve(ctx, listener, handler) }()

		if _, err := io.WriteString(client, "POST /api HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"); err != nil {
			t.Fatal(err)
		}

		began := time.Now()

		if err := <-read; err == nil || time.Since(began) > time.Minute {
			t.Errorf("the body ended after %s with %v", time.Since(began), err)
		}

		if _, err := bufio.NewReader(client).ReadByte(); err == nil {
			t.Error("the connection is still there")
		}

		cancel()

		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}
