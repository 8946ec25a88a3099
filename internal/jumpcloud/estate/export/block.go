// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// leading are the attributes that a block begins with: where the object lives and what it is.
var leading = []string{
	"organization_id", "integration_id", "administrator_id", "ldap_server_id", "office365_id", "name", "email", "description", "template_name",
}

func importBlock(o *object) string {
	return fmt.Sprintf("import {\nto = %s\nid = %s\n}\n", o.address(), quoted(o.importID))
}

// writer writes the blocks of a place.
type writer struct {
	*exporter

	place     *place
	byID      map[string]*object
	variables []variable
	sources   map[string]bool // ids of organizations that a data source is for
}

func (e *exporter) writerOf(p *place) *writer {
	w := &writer{exporter: e, place: p, byID: map[string]*object{}, sources: map[string]bool{}}

	for _, o := range p.objects {
		if id := o.attribute("id"); id != "" { // what has none goes by the id of its organization
			w.byID[id] = o
		}
	}

	return w
}

// block is the resource block of an object.
func (w *writer) block(ctx context.Context, o *object) (string, error) {
	attributes := w.resources.Schema(o.kind.typeName).Attributes

	pruned, err := pruneObject(ctx, attributes, o.state)
	if err != nil {
		return "", err
	}

	var values map[string]tftypes.Value
	if err := pruned.As(&values); err != nil {
		return "", err
	}

	delete(values, "id")
	w.choose(o, values)

	var lines []string

	for _, name := range order(values) {
		comment := ""

		text, err := expression(values[name], func(s string) string {
			spelled, said := w.refer(o, s)
			comment = said

			return spelled
		})
		if err != nil {
			return "", fmt.Errorf("%s: %w", name, err)
		}

		if !values[name].Type().Is(tftypes.String) {
			comment = "" // of which element?
		}

		lines = append(lines, key(name)+" = "+text+comment)
	}

	lines = append(lines, w.secrets(ctx, o, attributes)...)

	return fmt.Sprintf("resource %q %q %s\n", o.kind.typeName, o.name, braces(lines)), nil
}

// choose keeps one of two attributes that say the same.
func (w *writer) choose(o *object, values map[string]tftypes.Value) {
	reference, plain := o.kind.either[0], o.kind.either[1]

	v, both := values[reference]
	if _, ok := values[plain]; !ok || !both {
		return
	}

	var id string
	if err := v.As(&id); err == nil && w.byID[id] != nil {
		delete(values, plain)
	} else {
		delete(values, reference)
	}
}

func order(values map[string]tftypes.Value) []string {
	var names []string

	for _, name := range leading {
		if _, ok := values[name]; ok {
			names = append(names, name)
		}
	}

	for _, name := range slices.Sorted(maps.Keys(values)) {
		if !slices.Contains(leading, name) {
			names = append(names, name)
		}
	}

	return names
}

// refer spells a text: the id of an object that is exported too is a reference to it, and an
// organization's a data source by name, if no other has that name.
func (w *writer) refer(from *object, s string) (spelled, comment string) {
	if to := w.byID[s]; to != nil && to.rank < from.rank && !to.module {
		return cmp.Or(to.reference, to.address()+".id"), ""
	}

	name, ok := w.organizations[s]

	switch {
	case !ok:
		return quoted(s), ""
	case w.alone(name) && w.place.organization == "":
		w.sources[s] = true

		return "data.jumpcloud_organization." + w.identifiers[s] + ".id", ""
	}

	return quoted(s), " # " + strings.ReplaceAll(name, "\n", " ")
}
