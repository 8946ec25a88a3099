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

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// keptFolder holds what was read of each organization: what is shared is known only when all
// are read, so an export that goes on has to have what was read before.
const keptFolder = ".export"

// kept is a place as it was read.
type kept struct {
	Settings bool            `json:"settings,omitempty"` // were asked for
	Gaps     []gap           `json:"not_exported,omitempty"`
	Hidden   map[string]bool `json:"templates_with_secrets,omitempty"`
	Objects  []keptObject    `json:"objects"`
}

type keptObject struct {
	Type     string `json:"type"`
	ID       string `json:"id"`
	ImportID string `json:"import_id"`
	Label    string `json:"label"`
	State    []byte `json:"state"` // MessagePack
}

// gatherOnce reads a place, unless an earlier run has read all of it.
func (e *exporter) gatherOnce(ctx context.Context, p *place) (*manifest, error) {
	there, err := e.remembered(p)
	if err == nil && (!there || len(p.gaps) > 0) {
		p.objects, p.gaps = nil, nil
		err = e.gather(ctx, p)

		for _, o := range p.objects {
			if err == nil {
				err = e.reduce(ctx, o)
			}
		}

		if err == nil {
			err = e.remember(p)
		}
	}

	if err != nil {
		return nil, err
	}

	p.nameObjects()

	m := &manifest{Organization: p.organization, Name: p.name, Objects: map[string]int{}, Gaps: p.gaps}
	for _, o := range p.objects {
		m.Objects[o.kind.typeName]++
	}

	e.tell("  %s: %d objects, %d not exported", p.folder, len(p.objects), len(p.gaps))

	return m, nil
}

// reduce leaves of an object's state what a configuration has to say, and the id if
// it has one.
func (e *exporter) reduce(ctx context.Context, o *object) error {
	pruned, err := pruneObject(ctx, e.resources.Schema(o.kind.typeName).Attributes, o.state)
	if err != nil {
		return err
	}

	var values map[string]tftypes.Value
	if err := pruned.As(&values); err != nil {
		return err
	}

	values = maps.Clone(values)
	if id := o.attribute("id"); id != "" {
		values["id"] = tftypes.NewValue(tftypes.String, id)
	}

	types := map[string]tftypes.Type{}

	for name, v := range values {
		types[name] = v.Type()
	}

	o.state = tftypes.NewValue(tftypes.Object{AttributeTypes: types}, values)

	return nil
}

func (e *exporter) remember(p *place) error {
	k := kept{Settings: e.Settings, Gaps: p.gaps, Hidden: p.hidden}

	for _, o := range p.objects {
		state, err := tfprotov6.NewDynamicValue(tftypes.DynamicPseudoType, o.state)
		if err != nil {
			return fmt.Errorf("%s: %w", o.importID, err)
		}

		k.Objects = append(k.Objects, keptObject{o.kind.typeName, o.id, o.importID, o.label, state.MsgPack})
	}

	raw, err := json.Marshal(k)
	if err != nil {
		return err
	}

	return writeWhole(e.keptFile(p), raw)
}

// remembered takes a place from what an earlier run has read, and tells whether it had read
// the same.
func (e *exporter) remembered(p *place) (bool, error) {
	raw, err := os.ReadFile(e.keptFile(p))
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}

	var k kept
	if err == nil {
		err = json.Unmarshal(raw, &k)
	}

	if err != nil {
		return false, fmt.Errorf("%s: %w", e.keptFile(p), err)
	}

	if k.Settings != e.Settings {
		return false, nil
	}

	kinds := e.kinds(p)
	p.gaps, p.hidden = k.Gaps, k.Hidden

	for _, o := range k.Objects {
		rank := slices.IndexFunc(kinds, func(kind *kind) bool { return kind.typeName == o.Type })
		if rank < 0 {
			return false, nil // of another version of this program
		}

		state, err := (&tfprotov6.DynamicValue{MsgPack: o.State}).Unmarshal(tftypes.DynamicPseudoType)
		if err != nil {
			return false, fmt.Errorf("%s: %w", e.keptFile(p), err)
		}

		p.objects = append(p.objects, &object{kind: kinds[rank], rank: rank, id: o.ID, importID: o.ImportID, label: o.Label, state: state})
	}

	return true, nil
}

// keptFile is named by the id: the name of the folder could change between two runs.
func (e *exporter) keptFile(p *place) string {
	return filepath.Join(e.Out, keptFolder, p.organization+".json")
}

// writeWhole writes a file so that an interrupted run leaves none that is half written.
func writeWhole(name string, raw []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), enterable); err != nil {
		return err
	}

	if err := os.WriteFile(name+".new", raw, readable); err != nil {
		return err
	}

	return os.Rename(name+".new", name)
}
