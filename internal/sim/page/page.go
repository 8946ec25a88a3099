// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package page is the web page of a simulator: what is in it, its requests as they come,
// and its faults and switches. The page knows no vendor; it asks the routes under /__sim/.
package page

import (
	"bytes"
	_ "embed"
	"html/template"
	"net/http"
)

//go:embed index.html.tmpl
var frame string

//go:embed page.css
var style []byte

//go:embed page.js
var script []byte

var index = template.Must(template.New("index").Parse(frame))

// policy lets the page load what is its own and nothing else, and lets no other page show it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Handler answers GET / with the page of a service, and leaves all else but the page's own
// files to next. Serve it only where the routes under /__sim/ may be used.
func Handler(service string, next http.Handler) http.Handler {
	var html bytes.Buffer
	if err := index.Execute(&html, service); err != nil {
		panic("page: " + err.Error()) // the template is ours
	}

	files := map[string]struct {
		mediaType string
		content   []byte
	}{
		"/":               {"text/html; charset=utf-8", html.Bytes()},
		"/__sim/page.css": {"text/css; charset=utf-8", style},
		"/__sim/page.js":  {"text/javascript; charset=utf-8", script},
	}

	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		file, own := files[r.URL.Path]
		if !own || r.Method != http.MethodGet && r.Method != http.MethodHead {
			next.ServeHTTP(w, r)

			return
		}

		w.Header().Set("Content-Type", file.mediaType)
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		_, _ = w.Write(file.content)
	})
}
