// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclwrite"
)

// manifestName is the file that is written last: a folder that has it is finished.
const manifestName = ".export.json"

// manifest says what of a place is in its folder.
type manifest struct {
	Organization string         `json:"organization_id,omitempty"`
	Name         string         `json:"name"`
	Objects      map[string]int `json:"objects"`
	Gaps         []gap          `json:"not_exported,omitempty"`
}

const readable, enterable = 0o644, 0o755

const versions = `terraform {
  required_version = ">= 1.8"

  required_providers {
    jumpcloud = {
      source = "seed-37bf88c1/jumpcloud"
    }
  }
}

# Credentials come from the environment: JUMPCLOUD_API_KEY, or JUMPCLOUD_CLIENT_ID and JUMPCLOUD_CLIENT_SECRET.
provider "jumpcloud" {}
`

// save writes a place's folder, and returns what is in it.
func (e *exporter) save(ctx context.Context, p *place) (*manifest, error) {
	files := map[string]*strings.Builder{}
	to := func(name string) *strings.Builder {
		if files[name] == nil {
			files[name] = &strings.Builder{}
		} else {
			files[name].WriteString("\n")
		}

		return files[name]
	}

	to("versions").WriteString(versions)

	w := e.writerOf(p)
	m := &manifest{Organization: p.organization, Name: p.name, Objects: map[string]int{}, Gaps: p.gaps}

	p.order()

	for _, o := range p.objects {
		block, err := w.block(ctx, o)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", o.address(), err)
		}

		to(o.kind.file).WriteString(block)
		to("imports").WriteString(importBlock(o))

		m.Objects[o.kind.typeName]++
	}

	if len(w.variables) > 0 {
		to("variables").WriteString(variableFile(w.variables))
	}

	for _, id := range slices.Sorted(maps.Keys(w.sources)) {
		fmt.Fprintf(to("organizations"), "data \"jumpcloud_organization\" %q {\nname = %s\n}\n", e.identifiers[id], quoted(e.organizations[id]))
	}

	dir := filepath.Join(e.Out, p.folder)
	if err := os.MkdirAll(dir, enterable); err != nil {
		return nil, err
	}

	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name+".tf"), hclwrite.Format([]byte(text.String())), readable); err != nil {
			return nil, err
		}
	}

	raw, err := json.MarshalIndent(m, "", "  ")

	return m, errors.Join(err, os.WriteFile(filepath.Join(dir, manifestName), append(raw, '\n'), readable))
}

// order sorts the objects as they are written.
func (p *place) order() {
	slices.SortStableFunc(p.objects, func(a, b *object) int {
		if a.kind != b.kind {
			return a.rank - b.rank
		}

		return strings.Compare(a.name, b.name)
	})
}

// finished returns the manifest of a folder that an earlier run has finished, or nil.
func (e *exporter) finished(folder string) (*manifest, error) {
	raw, err := os.ReadFile(filepath.Join(e.Out, folder, manifestName))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil //nolint:nilnil // nothing is an answer here
	}

	var m manifest
	if err == nil {
		err = json.Unmarshal(raw, &m)
	}

	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(folder, manifestName), err)
	}

	return &m, nil
}

// writeGaps writes NOT_EXPORTED.md.
func (e *exporter) writeGaps(all []*manifest) error {
	var b strings.Builder

	b.WriteString("# What is not in this export\n\n## Never\n\n| what | why |\n|---|---|\n")

	for _, g := range never {
		fmt.Fprintf(&b, "| %s | %s |\n", g.What, g.Reason)
	}

	b.WriteString("\n## In this estate\n\n")

	rows := 0

	for _, m := range all {
		for _, g := range m.Gaps {
			if rows == 0 {
				b.WriteString("| where | what | name | import id | why |\n|---|---|---|---|---|\n")
			}

			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", cell(m.Name), cell(g.What), cell(g.Name), cell(g.ID), cell(g.Reason))

			rows++
		}
	}

	if rows == 0 {
		b.WriteString("Nothing else is missing.\n")
	}

	return os.WriteFile(filepath.Join(e.Out, "NOT_EXPORTED.md"), []byte(b.String()), readable)
}

// cell is a text within a table of Markdown.
func cell(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "|", `\|`)), " ")
}
