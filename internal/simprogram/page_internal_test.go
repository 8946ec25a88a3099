// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simprogram

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim/page"
)

// TestPage: the page and its files are served to its own address, load nothing from elsewhere,
// and are refused to other pages, as what they ask for is.
func TestPage(t *testing.T) {
	t.Parallel()

	handler := guard(page.Handler("Pretend <Service>", sim.New(sim.Options{})), false)

	for _, tt := range []struct {
		method, path, host, origin string
		status                     int
		mediaType, text            string
	}{
		{"GET", "/", "127.0.0.1:8800", "", 200, "text/html", "<h1>Simulated Pretend &lt;Service&gt;</h1>"},
		{"GET", "/__sim/page.css", "127.0.0.1:8800", "", 200, "text/css", "prefers-color-scheme"},
		{"GET", "/__sim/page.js", "localhost:8800", "", 200, "text/javascript", "refresh"},
		{"GET", "/__sim/", "127.0.0.1:8800", "http://127.0.0.1:8800", 200, "application/json", `"collections":[]`},
		{"POST", "/", "127.0.0.1:8800", "", 404, "application/json", "not found"},
		{"GET", "/", "evil.example", "", 403, "application/json", "evil.example"},
		{"GET", "/", "127.0.0.1:8800", "https://evil.example", 403, "application/json", "other web pages"},
		{"GET", "/__sim/", "127.0.0.1:8800", "https://evil.example", 403, "application/json", "other web pages"},
		{"DELETE", "/__sim/log", "127.0.0.1:8800", "http://127.0.0.1:9000", 403, "application/json", "other web pages"},
		{"PATCH", "/__sim/documents/things/1", "evil.example", "http://evil.example", 403, "application/json", "evil.example"},
	} {
		r := httptest.NewRequestWithContext(t.Context(), tt.method, tt.path, nil)
		r.Host = tt.host

		if tt.origin != "" {
			r.Header.Set("Origin", tt.origin)
		}

		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)

		if w.Code != tt.status || !strings.HasPrefix(w.Header().Get("Content-Type"), tt.mediaType) || !strings.Contains(w.Body.String(), tt.text) {
			t.Errorf("%s %s for %s from %q: %d %s %.200s", tt.method, tt.path, tt.host, tt.origin, w.Code, w.Header(), w.Body)
		}

		if policy := w.Header().Get("Content-Security-Policy"); w.Code == http.StatusOK && tt.mediaType == "text/html" &&
			(!strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "frame-ancestors 'none'")) {
			t.Errorf("the page may load %q", policy)
		}
	}
}

// TestPageIsLocal: nobody else sees the page, whatever -allow-remote allows.
func TestPageIsLocal(t *testing.T) {
	t.Parallel()

	for address, want := range map[string]int{
		"127.0.0.1:8800": 200, "[::1]:8800": 200, "0.0.0.0:8800": 404, "[::]:8800": 404, "192.0.2.1:8800": 404,
	} {
		w := httptest.NewRecorder()
		Program{Service: "Pretend"}.withPage(address, sim.New(sim.Options{})).
			ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil))

		if w.Code != want {
			t.Errorf("%s: %d, want %d", address, w.Code, want)
		}
	}
}
