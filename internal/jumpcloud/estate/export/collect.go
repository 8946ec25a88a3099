// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
)

// object is one that is exported.
type object struct {
	kind         *kind
	id, importID string
	label        string // what people call it
	name         string // in addresses
	rank         int    // of its kind
	parent       *object
	state        tftypes.Value
	failed       error // of its import

	module    bool   // has it, so that no block can refer to it
	reference string // to its id, in the place of its address
}

func (o *object) address() string { return o.kind.typeName + "." + o.name }

// attribute returns a text of the state, or "".
func (o *object) attribute(name string) string {
	var (
		values map[string]tftypes.Value
		text   string
	)

	v, ok := tftypes.Value{}, false
	if o.state.As(&values) == nil {
		v, ok = values[name]
	}

	if !ok || v.As(&text) != nil {
		return ""
	}

	return text
}

// gap is what is not exported.
type gap struct {
	What   string `json:"what"`
	Name   string `json:"name,omitempty"`
	ID     string `json:"id,omitempty"`
	Reason string `json:"reason"`
}

// place is an organization, or the provider with what belongs to no organization.
type place struct {
	folder, name string
	organization string // id; "" is the provider

	objects []*object
	gaps    []gap
	hidden  map[string]bool // names of templates with sensitive fields
}

// collect lists the objects of these kinds and imports each. What fails becomes a gap; an
// error is an end of the whole export.
func (e *exporter) collect(ctx context.Context, p *place, kinds []*kind) error {
	for rank, k := range kinds {
		found, err := e.find(ctx, p, k)
		if err != nil {
			p.gaps = append(p.gaps, gap{What: k.typeName, Reason: err.Error()})

			continue
		}

		_, err = collections.Parallel(ctx, found, func(ctx context.Context, o *object) (struct{}, error) {
			o.rank = rank
			o.state, o.failed = e.resources.Import(ctx, k.typeName, o.importID)

			return struct{}{}, ctx.Err()
		})
		if err != nil {
			return err
		}

		for _, o := range found {
			if o.failed != nil {
				p.gaps = append(p.gaps, gap{What: k.typeName, Name: o.label, ID: o.importID, Reason: o.failed.Error()})
			} else {
				p.objects = append(p.objects, o)
			}
		}
	}

	p.nameObjects()

	return ctx.Err()
}

// find lists the objects of a kind, without what cannot be managed.
func (e *exporter) find(ctx context.Context, p *place, k *kind) ([]*object, error) {
	if k.list == "" {
		return []*object{{kind: k, id: p.organization, importID: p.organization, label: "this"}}, nil
	}

	if k.parent == "" {
		return e.elements(ctx, p, k, nil)
	}

	var all []*object

	for _, parent := range p.objects {
		if parent.kind.typeName != k.parent {
			continue
		}

		found, err := e.elements(ctx, p, k, parent)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", parent.label, err)
		}

		all = append(all, found...)
	}

	return all, nil
}

func (e *exporter) elements(ctx context.Context, p *place, k *kind, parent *object) ([]*object, error) {
	arguments, prefix := map[string]any{}, []string{}
	maps.Copy(arguments, k.arguments)

	if p.organization != "" {
		arguments["organization_id"], prefix = p.organization, append(prefix, p.organization)
	}

	if parent != nil {
		arguments[k.argument], prefix = parent.id, append(prefix, parent.id)
	}

	var answer map[string]any
	if err := e.session.Read(ctx, k.list, arguments, &answer); err != nil {
		return nil, err
	}

	var items []any

	switch all := answer[k.items].(type) {
	case []any:
		items = all
	case map[string]any:
		items = slices.Collect(maps.Values(all)) // the names put them into order
	default:
		return nil, fmt.Errorf("%s.%s is a %T and no list", k.list, k.items, all)
	}

	var all []*object

	for _, item := range items {
		element, _ := item.(map[string]any)
		id, label := text(element[k.id]), text(element[k.label])

		if element == nil { // a list of ids of organizations
			id, label = text(item), e.organizations[text(item)]
		}

		if k.builtIn(element) {
			continue
		}

		o := &object{kind: k, id: id, importID: strings.Join(append(slices.Clip(prefix), id), "/"), label: label, parent: parent}
		if parent != nil && element == nil {
			o.label = parent.label + " " + label
		}

		all = append(all, o)
	}

	return all, nil
}

func text(v any) string {
	s, _ := v.(string)

	return s
}

// nameObjects names the objects of each type by their labels.
func (p *place) nameObjects() {
	words := map[string][]word{}

	for _, o := range p.objects {
		noun := strings.TrimPrefix(o.kind.typeName, "jumpcloud_")
		words[o.kind.typeName] = append(words[o.kind.typeName], word{o.importID, o.label, noun})
	}

	for typeName, all := range words {
		names := unique(all, "_")

		for _, o := range p.objects {
			if o.kind.typeName == typeName {
				o.name = names[o.importID]
			}
		}
	}
}
