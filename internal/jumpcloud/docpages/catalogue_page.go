// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// sources are the marks of the evidence in words, with how far to trust them.
var sources = map[string]string{
	"ps":  "PowerShell module (high)",
	"cli": "JumpCloud's command line (medium)",
	"3p":  "somebody's script (a hint)",
}

// simulators is the source of what nobody shows.
const simulators = "the simulator's own"

// place is where a guide has the templates of an OS family.
var place = regexp.MustCompile(`(?m)^<!-- catalogue: (\w+) -->$`)

// writeCatalogue puts the templates of each family into the guide that has its place. Every family
// must have one.
func writeCatalogue(guides string) error {
	all, err := known()
	if err != nil {
		return err
	}

	families := map[string][]template{}
	for _, t := range all {
		families[t.Family] = append(families[t.Family], t)
	}

	pages, err := filepath.Glob(filepath.Join(guides, "*.md"))
	if err != nil {
		return err
	}

	for _, page := range pages {
		raw, err := os.ReadFile(page)
		if err != nil {
			return err
		}

		found := place.FindStringSubmatch(string(raw))
		if found == nil {
			continue
		}

		mine, ok := families[found[1]]
		if !ok {
			return fmt.Errorf("%s: there are no templates of the family %s", page, found[1])
		}

		delete(families, found[1])

		if err := os.WriteFile(page, []byte(strings.Replace(string(raw), found[0]+"\n", familyText(mine), 1)), 0o644); err != nil {
			return err
		}
	}

	if len(families) > 0 {
		return fmt.Errorf("no guide has a place for the templates of %s", strings.Join(slices.Sorted(maps.Keys(families)), ", "))
	}

	return nil
}

func familyText(all []template) string {
	b := &strings.Builder{}

	slices.SortStableFunc(all, func(a, b template) int { return cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })

	var shown, own, simple []template

	for _, t := range all {
		switch {
		case t.shown():
			shown = append(shown, t)
		case len(t.Fields) == 1:
			simple = append(simple, t)
		default:
			own = append(own, t)
		}
	}

	fmt.Fprintf(b, "Of these %d templates, a public source shows %d. The others are the simulator's own: they are there so that modules can be\n"+
		"tried, and your organization has others. [Policy templates](policy-templates.md) says how to see yours, and how to write\n"+
		"values of each type.\n\n", len(all), len(shown))
	b.WriteString("The last column says who shows that a field exists and has this type. Console labels, defaults, the order, and what is\n" +
		"required or sensitive are shown by no source: they are the simulator's, but for a label or a list of options that is marked\n" +
		"with an asterisk (\\*).\n\n## Templates that a source shows\n\n")

	for _, t := range shown {
		t.section(b)
	}

	if len(own)+len(simple) > 0 {
		b.WriteString("## Templates of the simulator's own\n\nNo source shows these. JumpCloud has templates for most of the purposes, under names and with fields of its own.\n\n")
	}

	for _, t := range own {
		t.section(b)
	}

	if len(simple) > 0 {
		b.WriteString("### With one field\n\n| template | console name | MDM needed | type | default | `values` |\n|---|---|---|---|---|---|\n")

		for _, t := range simple {
			f := t.Fields[0]
			text, _ := f.written()
			fmt.Fprintf(b, "| `%s` | %s | %s | `%s` | %s | `{ %s = %s }` |\n", t.Name, t.DisplayName, yes(t.mdm()), f.DisplayType, f.defaultText(), f.Name, text)
		}

		fmt.Fprintf(b, "\n```terraform\n%s```\n", simple[0].example())
	}

	return strings.TrimRight(b.String(), "\n") + "\n"
}

func (t template) section(b *strings.Builder) {
	fmt.Fprintf(b, "### %s\n\n", t.Name)

	origin := simulators
	if mark, ok := t.facts["name"]; ok {
		origin = sources[mark]
	}

	fmt.Fprintf(b, "Console name: %s. MDM needed: %s. Source of the name: %s.", t.DisplayName, yes(t.mdm()), origin)

	if mark, ok := t.facts["id"]; ok {
		fmt.Fprintf(b, " Its id is `%s`: %s.", t.ID, sources[mark])
	}

	b.WriteString("\n\n")

	if len(t.Fields) == 0 {
		b.WriteString("It has no fields, so a policy of it has no `values`.\n")
	} else {
		b.WriteString("| field | console label | type and options | default | required | sensitive | source |\n|---|---|---|---|---|---|---|\n")
	}

	for _, f := range t.Fields {
		f.row(b)
	}

	fmt.Fprintf(b, "\n```terraform\n%s```\n\n", t.example())
}

func (f field) row(b *strings.Builder) {
	kind := "`" + f.DisplayType + "`"

	if len(f.DisplayOptions.Select) > 0 {
		var labels []string
		for _, o := range f.DisplayOptions.Select {
			labels = append(labels, fmt.Sprintf("`%v`", o.label()))
		}

		kind += ": " + strings.Join(labels, ", ") + f.star("options")
	}

	if f.ReadOnly {
		kind += " (read-only)"
	}

	origin := simulators
	if mark, ok := f.facts[f.DisplayType]; ok {
		origin = sources[mark]
	}

	fmt.Fprintf(b, "| `%s` | %s | %s | %s | %s | %s | %s |\n", f.Name, f.Label+f.star("label"), kind, f.defaultText(), yes(f.Required), yes(f.Sensitive), origin)
}

// star marks what a source shows besides name and type.
func (f field) star(fact string) string {
	if f.facts[fact] != "" {
		return "\\*"
	}

	return ""
}

func (f field) defaultText() string {
	switch {
	case f.Default == nil || f.Default == "" || f.rows() || f.Sensitive: // rows have an example instead
		return "none"
	case len(f.DisplayOptions.Select) > 0:
		return fmt.Sprintf("`%v`", f.defaultLabel())
	}

	raw, _ := json.Marshal(f.Default) //nolint:errchkjson // it was JSON before

	return "`" + string(raw) + "`"
}

func yes(b bool) string {
	if b {
		return "yes"
	}

	return "no"
}
