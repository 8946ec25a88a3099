// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"text/template"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

// written is what every export of this layout has: the module, the files of a state, README.md.
//
//go:embed baseline
var written embed.FS

// exportBaseline reads all places and writes what the organizations share once. What belongs
// to the provider is written as in the flat layout.
func (e *exporter) exportBaseline(ctx context.Context, places []*place) ([]*manifest, error) {
	earlier, err := e.earlier()
	if err != nil {
		return nil, err
	}

	manifests, err := collections.Parallel(ctx, places, func(ctx context.Context, p *place) (*manifest, error) {
		if p.organization == "" {
			return e.export(ctx, p)
		}

		return e.gatherOnce(ctx, p)
	})
	if err != nil {
		return nil, err
	}

	var tenants []*tenant

	for _, p := range places {
		if p.organization == "" {
			continue
		}

		t, err := tenantOf(p)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}

		tenants = append(tenants, t)
	}

	e.nameBlocks(tenants)

	common := share(tenants, e.Shared)
	files, states := map[string]string{}, 0

	for chunk := range slices.Chunk(tenants, e.TenantsPerState) {
		states++

		if err := e.state(ctx, fmt.Sprintf("state-%d", states), chunk, common, files); err != nil {
			return nil, err
		}
	}

	for name, text := range common.documents() {
		files[path.Join("baselines", name+".yaml")] = text
	}

	if err := copyFiles("modules/tenant", "modules/tenant", files); err != nil {
		return nil, err
	}

	if files["README.md"], err = e.readme(tenants, common, states); err != nil {
		return nil, err
	}

	e.tell("The baseline has %d policies for %d organizations, whose Terraform states are %d.", len(common.policies), len(tenants), states)

	return manifests, e.writeFiles(files, earlier)
}

// nameBlocks names what stays a resource block, by organization and label. The oldest object
// of one name has it plain.
func (e *exporter) nameBlocks(tenants []*tenant) {
	labels := map[string][]word{}
	key := func(o *object) string { return o.id + "/" + o.importID }

	for _, t := range tenants {
		for _, o := range t.objects {
			label := e.identifiers[t.place.organization]
			if o.kind.list != "" {
				label += " " + o.label
			}

			labels[o.kind.typeName] = append(labels[o.kind.typeName], word{key(o), label, strings.TrimPrefix(o.kind.typeName, "jumpcloud_")})
		}
	}

	names := map[string]map[string]string{}
	for typeName, all := range labels {
		names[typeName] = unique(all, "_")
	}

	for _, t := range tenants {
		for _, o := range t.objects {
			o.name = names[o.kind.typeName][key(o)]
		}
	}
}

// state adds the files of one Terraform state: those of its tenants, and what every state has.
func (e *exporter) state(ctx context.Context, folder string, tenants []*tenant, common shared, files map[string]string) error {
	if err := copyFiles("state", folder, files); err != nil {
		return err
	}

	var (
		imports   strings.Builder
		variables []variable
	)

	for _, t := range tenants {
		if t.organization != nil {
			files[path.Join(folder, "tenants", t.slug+".yaml")] = t.document(common)
			files[path.Join(folder, "imports", t.slug+".yaml")] = t.imports()
		}

		w := e.writerOf(t.place)
		t.order()

		var blocks []string

		for _, o := range t.objects {
			if o.module || t.organization != nil && o == t.organization.object {
				continue
			}

			block, err := w.block(ctx, o)
			if err != nil {
				return fmt.Errorf("%s: %w", o.address(), err)
			}

			blocks = append(blocks, block)

			imports.WriteString("\n" + importBlock(o))
		}

		if len(blocks) > 0 {
			files[path.Join(folder, "tenant-"+t.slug+".tf")] = strings.Join(blocks, "\n")
		}

		variables = append(variables, w.variables...)
	}

	files[path.Join(folder, "imports.tf")] += imports.String()

	if len(variables) > 0 {
		files[path.Join(folder, "variables.tf")] = variableFile(variables)
	}

	return nil
}

// copyFiles adds what is in a folder of [written].
func copyFiles(from, to string, files map[string]string) error {
	return fs.WalkDir(written, path.Join("baseline", from), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}

		raw, err := written.ReadFile(name)
		files[path.Join(to, path.Base(name))] = string(raw)

		return err
	})
}

// readme explains what was written.
func (e *exporter) readme(tenants []*tenant, common shared, states int) (string, error) {
	t, err := template.ParseFS(written, "baseline/README.md")
	if err != nil {
		return "", err
	}

	var b strings.Builder

	err = t.Execute(&b, map[string]any{
		"Shared": e.Shared, "Percent": fmt.Sprintf("%.4g", 100*e.Shared), "TenantsPerState": e.TenantsPerState,
		"Policies": len(common.policies), "Tenants": len(tenants), "States": states, "Provider": len(e.Organizations) == 0,
	})

	return b.String(), err
}
