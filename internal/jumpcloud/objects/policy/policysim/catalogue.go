// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policysim

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"sync"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// The catalogue is Go data, one file per OS family. What 8.4 of the reference
// shows is real: template names, the ids that are given, and those fields' names
// and displayTypes. Everything else is invented and cannot be taken for the
// service's: labels, help texts, defaults, required, readOnly, sensitive, option
// lists that 8.4 does not give, and whole templates whose description says so.

type template struct {
	name, title string
	id          string // where a source shows it; derived from the name otherwise
	family      string // osMetaFamily; set by the family's file
	mdm         bool   // delivered by MDM only
	invented    bool
	fields      []field
}

type field struct {
	name, label, display        string
	value                       any // defaultValue
	options                     any // displayOptions
	help                        string
	required, readOnly, private bool // private: sensitive
}

type option struct {
	Text  any `json:"text"`
	Value any `json:"value"`
}

// choice is displayOptions of a select: {"select": [{"text", "value"}, …]}. That
// radio and segmentedbutton use the same key is invented.
func choice(options ...option) sim.Doc { return sim.Doc{"select": options} }

func seedCatalogue(w *jumpcloudsim.World) {
	w.Store.Docs(Templates, "").Fill(prepared())
}

// AddTemplates adds to a saved world what the catalogue has got since.
func AddTemplates(w *jumpcloudsim.World) {
	docs := w.Store.Docs(Templates, "")
	for _, t := range catalogue() {
		if _, ok := docs.Get(t.objectID()); !ok {
			docs.Put(t.objectID(), t.doc())
		}
	}
}

var prepared = sync.OnceValue(func() sim.Documents {
	return sim.NewDocuments(func(docs sim.Collection) {
		for _, t := range catalogue() {
			docs.Put(t.objectID(), t.doc())
		}
	})
})

// Catalogue returns all templates of the simulator, each as the service shows a single one with
// its fields.
func Catalogue() []sim.Doc {
	var docs []sim.Doc
	for _, t := range catalogue() {
		docs = append(docs, t.doc())
	}

	return docs
}

func catalogue() []template {
	families := []struct {
		family    string
		templates []template
	}{
		{"darwin", slices.Concat(darwinTemplates(), simpleDarwin())},
		{"windows", slices.Concat(windowsTemplates(), simpleWindows())},
		{"linux", slices.Concat(linuxTemplates(), simpleLinux())},
		{"ios", slices.Concat(iosTemplates(), simpleIOS())},
		{"android", androidTemplates()},
	}

	var all []template

	for _, f := range families {
		for _, t := range f.templates {
			t.family = f.family
			// Neither system has an agent; both are managed through MDM only.
			t.mdm = t.mdm || f.family == "ios" || f.family == "android"
			all = append(all, t)
		}
	}

	return all
}

// objectID is stable whatever else the catalogue holds. Its last byte leaves
// room for the fields, whose ids follow the template's (8.1).
func (t template) objectID() string {
	if t.id != "" {
		return t.id
	}

	h := fnv.New64a()
	_, _ = h.Write([]byte(t.name))

	return fmt.Sprintf("5f000000%016x", h.Sum64()&^0xff)
}

func (t template) fieldID(position int) string {
	id := t.objectID()
	tail, _ := strconv.ParseUint(id[8:], 16, 64) // every id of the catalogue is hex; a test holds it

	return fmt.Sprintf("%s%016x", id[:8], tail+uint64(position)+1)
}

func (t template) doc() sim.Doc {
	delivery := "agent"
	if t.mdm {
		delivery = "mdm"
	}

	description := "Simulated from the API reference; labels, defaults and requirements are invented."
	if t.invented {
		description = "Invented for the simulator."
	}

	fields := []any{}
	for i, f := range t.fields {
		fields = append(fields, f.doc(t.fieldID(i), i))
	}

	osName := map[string]string{"darwin": "macOS", "windows": "Windows", "linux": "Linux", "ios": "iOS", "android": "Android"}[t.family]

	return sim.Doc{
		"id": t.objectID(), "name": t.name, "displayName": t.title, "osMetaFamily": t.family,
		"description": description, "activation": "The policy takes effect when the device reports next.",
		"behavior":      "The setting is enforced while the policy is bound to the device.",
		"deliveryTypes": []any{delivery}, "state": "", "alert": nil, "reference": nil,
		"osRestrictions": []any{sim.Doc{"osName": osName, "isMdmRequired": t.mdm}},
		"configFields":   fields,
	}
}

func (f field) doc(id string, position int) sim.Doc {
	d := sim.Doc{
		"id": id, "name": f.name, "label": f.label, "displayType": f.display, "position": position,
		"defaultValue": f.value, "displayOptions": f.options, "required": f.required, "readOnly": f.readOnly,
		"sensitive": f.private, "validators": nil, "tooltip": nil,
	}
	if f.help != "" {
		d["tooltip"] = sim.Doc{"template": "", "variables": sim.Doc{"icon": "info", "message": f.help}}
	}

	return d
}

// simple is an invented template with one checkbox: what most of a real
// catalogue looks like, and enough of them that lists need several pages.
func simple(suffix string, rows [][3]string) []template {
	var out []template
	for _, r := range rows {
		out = append(out, template{
			name: r[0] + "_" + suffix, title: r[2], invented: true,
			fields: []field{{name: r[1], label: r[2], display: "checkbox", value: true}},
		})
	}

	return out
}
