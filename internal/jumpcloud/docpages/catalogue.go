// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/evidence"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
)

// template is a policy template as the simulator has it, with what sources show of it.
type template struct {
	ID           string
	Name         string
	DisplayName  string
	Family       string  `json:"osMetaFamily"`
	Fields       []field `json:"configFields"`
	Restrictions []struct {
		IsMDMRequired bool
	} `json:"osRestrictions"`

	facts map[string]string // of the template itself: mark by fact
}

type field struct {
	Name, Label, DisplayType      string
	Default                       any `json:"defaultValue"`
	DisplayOptions                struct{ Select []option }
	Required, ReadOnly, Sensitive bool

	facts   map[string]string // mark by fact
	example any               // nil where no source has one
}

type option struct{ Text, Value any }

func (t template) mdm() bool { return t.Restrictions[0].IsMDMRequired }

// shown tells whether any source shows the template.
func (t template) shown() bool { return len(t.facts) > 0 }

// catalogue is the simulator's, joined with the evidence. Evidence of what the simulator does not
// have, or has with another type, is an error.
func catalogue(facts string) ([]template, error) {
	raw, err := json.Marshal(policysim.Catalogue())
	if err != nil {
		return nil, err
	}

	var all []template
	if err := json.Unmarshal(raw, &all); err != nil {
		return nil, err
	}

	for line := range strings.Lines(facts) {
		if err := learn(all, strings.TrimSpace(line)); err != nil {
			return nil, fmt.Errorf("evidence %q: %w", strings.TrimSpace(line), err)
		}
	}

	return all, nil
}

func learn(all []template, line string) error {
	parts := strings.SplitN(line, " ", 5)
	if len(parts) < 4 {
		return fmt.Errorf("%d parts, want template, field, fact and mark", len(parts))
	}

	at := slices.IndexFunc(all, func(t template) bool { return t.Name == parts[0] })
	if at < 0 {
		return fmt.Errorf("no template %s", parts[0])
	}

	if parts[1] == "-" {
		note(&all[at].facts, parts[2], parts[3])

		return nil
	}

	n := slices.IndexFunc(all[at].Fields, func(f field) bool { return f.Name == parts[1] })
	if n < 0 {
		return fmt.Errorf("no field %s", parts[1])
	}

	f := &all[at].Fields[n]

	switch parts[2] {
	case "label", "options", f.DisplayType:
		note(&f.facts, parts[2], parts[3])
	default:
		return fmt.Errorf("the field is of type %s", f.DisplayType)
	}

	if len(parts) == 5 {
		return json.Unmarshal([]byte(parts[4]), &f.example)
	}

	return nil
}

func note(facts *map[string]string, fact, mark string) {
	if *facts == nil {
		*facts = map[string]string{}
	}

	(*facts)[fact] = mark
}

// known is the catalogue with the evidence as it is.
func known() ([]template, error) { return catalogue(evidence.Templates()) }
