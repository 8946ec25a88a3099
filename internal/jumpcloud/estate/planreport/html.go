// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport

import (
	_ "embed"
	"html/template"
	"io"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/page"
)

//go:embed plan.html.tmpl
var content string

var parsed = page.Parse(content, template.FuncMap{"tag": tag, "class": class})

// HTML writes the plan as one page that loads nothing.
func (p *Plan) HTML(w io.Writer) error {
	return page.Write(w, parsed, struct {
		*Plan
		Title, Failed string
		LossLines     []string
	}{p, "What the plan does, by tenant", failed, p.lossLines()})
}

// class is the colour of an action.
func class(a Action) string {
	return map[Action]string{Destroy: "bad", Replace: "bad", Forget: "warn", Update: "warn", Create: "ok"}[a]
}

func tag(a Action) template.HTML {
	return template.HTML(`<span class="tag ` + class(a) + `">` + template.HTMLEscapeString(string(a)) + "</span>") //nolint:gosec // our own words
}
