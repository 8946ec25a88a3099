// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// example is a policy of the template, as HCL: what sources give as examples, what is required,
// and at least one field if there is any.
func (t template) example() string {
	var values, secrets []string

	for _, f := range t.Fields {
		text, ok := f.written()

		switch {
		case !ok || f.ReadOnly || f.DisplayType == "copywell":
		case f.Sensitive && f.Required:
			secrets = append(secrets, fmt.Sprintf("    %s = var.secret\n", f.Name))
		case f.Sensitive:
		case f.example != nil || f.Required && (f.Default == nil || f.Default == "" || f.rows()):
			values = append(values, fmt.Sprintf("    %s = %s\n", f.Name, text))
		}
	}

	if len(values) == 0 && len(secrets) == 0 {
		if i := slices.IndexFunc(t.Fields, func(f field) bool { return !f.ReadOnly && !f.Sensitive }); i >= 0 {
			text, _ := t.Fields[i].written()
			values = []string{fmt.Sprintf("    %s = %s\n", t.Fields[i].Name, text)}
		}
	}

	b := &strings.Builder{}
	fmt.Fprintf(b, "resource \"jumpcloud_policy\" %q {\n  organization_id = var.organization_id\n  name            = %q\n  template_name   = %q\n",
		strings.ToLower(t.Name), t.system()+" - "+t.DisplayName, t.Name)

	if len(values) > 0 {
		b.WriteString("\n  values = {\n" + aligned(values) + "  }\n")
	}

	if len(secrets) > 0 {
		b.WriteString("\n  sensitive_values_wo = {\n" + aligned(secrets) + "  }\n  sensitive_values_wo_version = 1\n")
	}

	return b.String() + "}\n"
}

// system is the operating system in words, as names of policies begin with in all examples.
func (t template) system() string {
	if strings.HasSuffix(t.Name, "_tvos") {
		return "tvOS" // of the family of iOS
	}

	return map[string]string{"darwin": "macOS", "windows": "Windows", "linux": "Linux", "ios": "iOS", "android": "Android"}[t.Family]
}

func (f field) rows() bool { return f.DisplayType == "table" || f.DisplayType == "multilist" }

// written is a value for the field as HCL, and false if its type has none that could be made up.
func (f field) written() (string, bool) {
	if f.example != nil {
		return literal(f.example, "    "), true
	}

	switch f.DisplayType {
	case "file":
		return "filebase64(var.file)", true
	case "email":
		return `"support@example.com"`, true
	case "text", "textarea":
		if text, _ := f.Default.(string); text != "" {
			return literal(text, ""), true
		}

		if strings.Contains(f.Name, "IPAddress") {
			return `"192.0.2.10"`, true
		}

		return literal(f.Label, ""), true
	case "select", "radio", "segmentedbutton":
		return literal(f.defaultLabel(), ""), true
	case "checkbox", "number", "numberinline", "singlelistbox":
		return literal(f.Default, "    "), true
	}

	return "", false
}

// defaultLabel is the default as the console and a configuration write it.
func (f field) defaultLabel() any {
	for _, o := range f.DisplayOptions.Select {
		if o.Value == f.Default {
			return o.label()
		}
		// Text and value may be swapped: the integer is the value (evidence: policies 2.4).
		if o.Text == f.Default {
			return o.label()
		}
	}

	return f.Default
}

var integer = regexp.MustCompile(`^-?\d+$`)

// label is the one of text and value that is no integer.
func (o option) label() any {
	if text := fmt.Sprint(o.Text); integer.MatchString(text) && !integer.MatchString(fmt.Sprint(o.Value)) {
		return o.Value
	}

	return o.Text
}

// literal writes a JSON value as HCL.
func literal(v any, indent string) string {
	switch v := v.(type) {
	case []any:
		if len(v) == 0 {
			return "[]"
		}

		var items []string
		for _, item := range v {
			items = append(items, literal(item, indent))
		}

		return "[" + strings.Join(items, ", ") + "]"
	case map[string]any:
		var lines []string
		for _, name := range slices.Sorted(maps.Keys(v)) {
			lines = append(lines, fmt.Sprintf("%s  %s = %s\n", indent, name, literal(v[name], indent+"  ")))
		}

		return "{\n" + aligned(lines) + indent + "}"
	}

	raw, _ := json.Marshal(v) //nolint:errchkjson // a text, number, boolean or null

	return string(raw)
}

// aligned has the equals signs of lines below each other, as terraform fmt does.
func aligned(lines []string) string {
	widest := 0

	for _, line := range lines {
		name, _, _ := strings.Cut(line, " = ")
		widest = max(widest, len(name))
	}

	var b strings.Builder

	for _, line := range lines {
		name, value, _ := strings.Cut(line, " = ")
		fmt.Fprintf(&b, "%-*s = %s", widest, name, value)
	}

	return b.String()
}
