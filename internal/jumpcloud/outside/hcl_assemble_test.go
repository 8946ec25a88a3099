// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2/hclparse"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// profile is the least that is a configuration profile of Apple's.
const profile = `<plist version="1.0"><dict>
	<key>PayloadType</key><string>Configuration</string>
	<key>PayloadVersion</key><integer>1</integer>
	<key>PayloadIdentifier</key><string>com.example.wifi</string>
	<key>PayloadUUID</key><string>7F3C2B5E-4F0E-4E6C-8F7D-0B1C2D3E4F50</string>
	<key>PayloadContent</key><array><dict>
		<key>PayloadType</key><string>com.apple.wifi.managed</string>
		<key>PayloadVersion</key><integer>1</integer>
		<key>PayloadIdentifier</key><string>com.example.wifi.1</string>
		<key>PayloadUUID</key><string>7F3C2B5E-4F0E-4E6C-8F7D-0B1C2D3E4F51</string>
	</dict></array>
</dict></plist>`

// assemble writes a folder with a piece and what it needs, and returns the variables that the
// folder has to be given.
func (w *world) assemble(name string, p *piece) []string {
	w.t.Helper()

	dir := filepath.Join(w.dir, name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		w.t.Fatal(err)
	}

	text := p.text
	have := declared(p.body)
	open := references(p.body)

	for len(open) > 0 {
		need := open[0]
		open = open[1:]

		if have[need] {
			continue
		}

		have[need] = true

		kind, label, _ := strings.Cut(need, ".")
		block, of := declaring(p.whole, need)

		switch {
		case block != nil && kind != "local":
			text += "\n" + source(of, block.Range())
			open = append(open, references(block.Body)...)
		case kind == "var":
			text += fmt.Sprintf("\nvariable %q {\n  type = any\n}\n", label)
		case kind == "local":
			text += fmt.Sprintf("\nlocals {\n  %s = var.any_local\n}\n", label)
			open = append(open, "var.any_local")
		default:
			w.t.Errorf("%s refers to %s, which its page does not have", p.at, need)
		}
	}

	text = withoutOthers(w.t, text)

	if !strings.Contains(text, "required_providers") {
		w.file(filepath.Join(dir, "required.tf"), required)
	}

	// Profiles that it reads beside it.
	for _, file := range regexp.MustCompile(`\w+\.mobileconfig`).FindAllString(text, -1) {
		w.file(filepath.Join(dir, file), profile)
	}

	// Tables that it reads, with the columns that it asks for.
	for _, file := range regexp.MustCompile(`\w+\.csv`).FindAllString(text, -1) {
		columns := map[string]bool{}
		for _, found := range regexp.MustCompile(`\b(?:r|each\.value)\.(\w+)`).FindAllStringSubmatch(text, -1) {
			columns[found[1]] = true
		}

		names := slices.Sorted(maps.Keys(columns))
		w.file(filepath.Join(dir, file), strings.Join(names, ",")+"\n"+strings.Repeat("1,", len(names)-1)+"1\n")
	}

	w.file(filepath.Join(dir, "main.tf"), text)
	w.stubs(dir, text)

	return variablesIn(w.t, text)
}

// withoutOthers takes the blocks of other providers out of a text, and has a text for what they
// are asked: their schemas are not here.
func withoutOthers(t *testing.T, text string) string {
	t.Helper()

	file, diags := hclparse.NewParser().ParseHCL([]byte(text), "")
	if diags.HasErrors() {
		t.Fatal(diags)
	}

	body, _ := file.Body.(*hclsyntax.Body)
	for _, b := range slices.Backward(body.Blocks) {
		if len(b.Labels) == 2 && !strings.HasPrefix(b.Labels[0], "jumpcloud_") && !strings.HasPrefix(b.Labels[0], "terraform_") {
			text = text[:b.TypeRange.Start.Byte] + text[b.CloseBraceRange.End.Byte:]
			text = regexp.MustCompile(`(data\.|ephemeral\.)?`+strings.Join(b.Labels, `\.`)+`(\.\w+)+`).ReplaceAllString(text, `"2026-08-31T00:00:00Z"`)
		}
	}

	return text
}

// stubs writes the modules that a page calls without showing them: with the variables that the
// calls give, the outputs that are read, and the resources that are imported into.
func (w *world) stubs(dir, text string) {
	w.t.Helper()

	file, diags := hclparse.NewParser().ParseHCL([]byte(text), dir)
	if diags.HasErrors() {
		w.t.Fatal(diags)
	}

	body, _ := file.Body.(*hclsyntax.Body)

	for _, b := range body.Blocks {
		if b.Type != "module" {
			continue
		}

		path, _ := b.Body.Attributes["source"].Expr.Value(nil)
		stub := required

		for name := range b.Body.Attributes {
			if !slices.Contains([]string{"source", "for_each", "count", "providers", "depends_on"}, name) {
				stub += fmt.Sprintf("variable %q {\n  type = any\n}\n", name)
			}
		}

		read := map[string]bool{}
		member := regexp.MustCompile(`module\.` + b.Labels[0] + `(?:\[[^\]]*\])?\.(\w+)(?:\.(\w+))?`)

		for _, found := range member.FindAllStringSubmatch(text, -1) {
			if read[found[1]] {
				continue
			}

			read[found[1]] = true

			if strings.HasPrefix(found[1], "jumpcloud_") {
				stub += fmt.Sprintf("resource %q %q {\n  name = var.name\n}\n", found[1], found[2])
			} else {
				stub += fmt.Sprintf("output %q {\n  value = null\n}\n", found[1])
			}
		}

		at := filepath.Join(dir, path.AsString())
		if err := os.MkdirAll(at, 0o700); err != nil {
			w.t.Fatal(err)
		}

		w.file(filepath.Join(at, "main.tf"), stub)
	}
}

// call is the block that makes a folder part of the one configuration.
func call(name string, variables []string) string {
	text := fmt.Sprintf("module %q {\n  source = %q\n", name, "./"+name)
	for _, v := range variables {
		text += fmt.Sprintf("  %s = var.any\n", v)
	}

	return text + "}\n"
}

// variablesOf are those that a configuration must be given.
func variablesOf(t *testing.T, folder string) []string {
	t.Helper()

	files, err := filepath.Glob(filepath.Join(folder, "*.tf"))
	if err != nil {
		t.Fatal(err)
	}

	var names []string

	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}

		names = append(names, variablesIn(t, string(raw))...)
	}

	return names
}

func variablesIn(t *testing.T, text string) []string {
	t.Helper()

	parsed, diags := hclparse.NewParser().ParseHCL([]byte(text), "")
	if diags.HasErrors() {
		t.Fatal(diags)
	}

	var names []string

	body, _ := parsed.Body.(*hclsyntax.Body)
	for _, b := range body.Blocks {
		if _, given := b.Body.Attributes["default"]; b.Type == "variable" && !given {
			names = append(names, b.Labels[0])
		}
	}

	return names
}
