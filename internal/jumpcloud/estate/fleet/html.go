// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package fleet

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/page"
)

//go:embed fleet.html.tmpl
var content string

var parsed = page.Parse(content, template.FuncMap{
	"minute": minute, "vendor": vendor, "kind": kind, "stateTag": stateTag, "keyTag": keyTag,
})

// soon is how many days before its end a key is shown as about to expire.
const soon = 30

// view is the report as the page lays it out.
type view struct {
	Title, When, Stamp   string
	Tenants, PolicyCount int
	Tiles                []tile
	Gaps                 []Gap
	Bar                  bar
	Columns              []string
	Rows                 []row
	Failing              []failing
	DeviceCount          int
	Exceptions           []Exception
	Integrations         []Integration
	Unmapped             []Reference
	Licenses             *Licenses
	LicenseBar           *bar
	Admins               Access
	Keys                 []Key
}

type failing struct {
	Name, Count string
	Devices     []Device
}

// HTML writes the report as one page that loads nothing.
func (r *Report) HTML(w io.Writer) error {
	columns, folded := r.columns()
	v := view{
		Title: r.title(), When: r.GeneratedAt.Format("2 January 2006, 15:04 MST"), Stamp: r.GeneratedAt.Format(time.RFC3339),
		Tenants: len(r.Tenants), PolicyCount: len(r.Policies), Tiles: r.tiles(), Gaps: r.Gaps, Bar: r.bar(), Columns: columns,
		Exceptions: r.Exceptions, Integrations: r.Integrations, Unmapped: r.Unmapped, Licenses: r.Licenses,
		Admins: r.Administrators, Keys: r.Keys,
	}

	if folded > 0 {
		v.Columns = append(v.Columns, fmt.Sprintf("%d more policies", folded))
	}

	for _, t := range r.Tenants {
		v.Rows = append(v.Rows, t.row(columns, folded > 0))

		if n := len(t.FailingDevices); n > 0 {
			v.Failing = append(v.Failing, failing{t.Name, plural(n, "device"), t.FailingDevices})
			v.DeviceCount += n
		}
	}

	if r.Licenses != nil {
		v.LicenseBar = r.Licenses.bar()
	}

	return page.Write(w, parsed, v)
}

func (r *Report) title() string {
	if r.Provider == "" {
		return "JumpCloud fleet report"
	}

	return r.Provider + ": JumpCloud fleet report"
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}

	return fmt.Sprintf("%d %ss", n, noun)
}

// minute is a time as people read one; what is no time is left as it is.
func minute(s string) string {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return s
	}

	return t.UTC().Format("2006-01-02 15:04")
}

func vendor(kind string) string {
	names := map[string]string{"autotask": "Autotask", "connectwise": "ConnectWise", "syncro": "Syncro"}
	if name, ok := names[kind]; ok {
		return name
	}

	return kind
}

func kind(of string) string {
	if of == "service_account" {
		return "service account"
	}

	return of
}

func tag(class, text string) template.HTML {
	return template.HTML(fmt.Sprintf(`<span class="tag %s">%s</span>`, class, template.HTMLEscapeString(text))) //nolint:gosec // escaped
}

func stateTag(state string) template.HTML {
	class := map[string]string{Valid: "excused", Expired: "bad", Unmatched: "warn"}[state]

	return tag(class, state)
}

// left says how long a key is still good for.
func left(days int) string {
	switch {
	case days < 0:
		return "expired"
	case days == 0:
		return "today"
	}

	return plural(days, "day") + " left"
}

func keyTag(days int) template.HTML {
	switch {
	case days < 0:
		return tag("bad", left(days))
	case days < soon:
		return tag("warn", left(days))
	}

	return tag("ok", left(days))
}
