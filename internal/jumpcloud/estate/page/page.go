// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package page is what the pages of reports share: their look, and that they load nothing.
package page

import (
	_ "embed"
	"html/template"
	"io"
)

//go:embed style.css
var style string

//go:embed frame.html.tmpl
var frame string

// Parse returns a page whose template "content" is text. Data must have a member Title.
func Parse(text string, funcs template.FuncMap) *template.Template {
	t := template.New("page").Funcs(template.FuncMap{"style": func() template.CSS { return template.CSS(style) }}) //nolint:gosec // our own file
	template.Must(t.Funcs(funcs).Parse(frame))

	return template.Must(t.New("content").Parse(text))
}

// Write renders a page of [Parse].
func Write(w io.Writer, t *template.Template, data any) error {
	return t.ExecuteTemplate(w, "page", data)
}
