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

	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// leading are the attributes that a block begins with: where the object lives and what it is.
var leading = []string{
	"organization_id", "integration_id", "administrator_id", "ldap_server_id", "office365_id", "name", "email", "description", "template_name",
}

// variable is one that takes a secret.
type variable struct {
	name, text, hclType string
}

func (v variable) block() string {
	return fmt.Sprintf("variable %q {\ndescription = %s\ntype = %s\ndefault = null\nsensitive = true\n}\n", v.name, quoted(v.text), v.hclType)
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

// secrets are the arguments for what the service never shows. They are null as long as their
// variable is, so that an import changes nothing.
func (w *writer) secrets(ctx context.Context, o *object, attributes map[string]schema.Attribute) []string {
	var lines []string

	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		version := name + "_version"
		if _, ok := attributes[version]; !ok || !attributes[name].IsWriteOnly() || !w.mayHold(o) {
			continue
		}

		plain := strings.TrimSuffix(name, "_wo")
		v := variable{name: strings.TrimPrefix(o.kind.typeName, "jumpcloud_") + "_" + o.name + "_" + plain, hclType: "string"}
		v.text = fmt.Sprintf("%s of %s, %s. While it is null, the service keeps what it has.", plain, o.kind.typeName, o.label)

		if attributes[name].GetType().TerraformType(ctx).Is(tftypes.DynamicPseudoType) {
			v.hclType = "any"
		}

		w.variables = append(w.variables, v)
		lines = append(lines,
			// Either result of a condition would be marked as sensitive, which Terraform plans as an update.
			fmt.Sprintf("%s = one([for secret in [var.%s] : secret if nonsensitive(secret != null)])", name, v.name),
			fmt.Sprintf("%s = nonsensitive(var.%s == null) ? null : 1", version, v.name))
	}

	return lines
}

// mayHold tells whether an object may hold a secret: of policies only those whose template
// has a sensitive field.
func (w *writer) mayHold(o *object) bool {
	return o.kind.typeName != "jumpcloud_policy" || w.place.hidden[o.attribute("template_name")]
}
