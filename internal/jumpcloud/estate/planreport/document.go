// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// document is what of the JSON of a plan is read: Terraform's "JSON Output Format", version 1.
type document struct {
	FormatVersion string                      `json:"format_version"`
	Errored       bool                        `json:"errored"`
	Variables     map[string]variable         `json:"variables"`
	Changes       []resourceChange            `json:"resource_changes"`
	Drift         []resourceChange            `json:"resource_drift"`
	Outputs       map[string]valueChange      `json:"output_changes"`
	Planned       state                       `json:"planned_values"`
	Prior         struct{ Values state }      `json:"prior_state"`
	Configuration struct{ Root moduleConfig } `json:"-"`
}

type variable struct {
	Value any `json:"value"`
}

type resourceChange struct {
	Address         string      `json:"address"`
	PreviousAddress string      `json:"previous_address"`
	Module          string      `json:"module_address"`
	Mode            string      `json:"mode"`
	Type            string      `json:"type"`
	Name            string      `json:"name"`
	Index           any         `json:"index"`
	Provider        string      `json:"provider_name"`
	Deposed         string      `json:"deposed"`
	Change          valueChange `json:"change"`
}

type valueChange struct {
	Actions         []string        `json:"actions"`
	Before          any             `json:"before"`
	After           any             `json:"after"`
	Unknown         any             `json:"after_unknown"`
	BeforeSensitive any             `json:"before_sensitive"`
	AfterSensitive  any             `json:"after_sensitive"`
	Importing       json.RawMessage `json:"importing"`
}

// state is the values of resources, and of the modules below.
type state struct {
	Root struct {
		stateModule
	} `json:"root_module"`
	Outputs map[string]struct {
		Value     any  `json:"value"`
		Sensitive bool `json:"sensitive"`
	} `json:"outputs"`
}

type stateModule struct {
	Resources []stateResource `json:"resources"`
	Children  []stateModule   `json:"child_modules"`
}

type stateResource struct {
	Address   string         `json:"address"`
	Type      string         `json:"type"`
	Values    map[string]any `json:"values"`
	Sensitive any            `json:"sensitive_values"`
}

// moduleConfig is a module of the configuration.
type moduleConfig struct {
	Variables map[string]struct {
		Sensitive bool `json:"sensitive"`
	} `json:"variables"`
	Resources []struct {
		Address     string                     `json:"address"`
		Expressions map[string]json.RawMessage `json:"expressions"`
		ForEach     json.RawMessage            `json:"for_each_expression"`
	} `json:"resources"`
	Calls map[string]struct {
		Expressions map[string]json.RawMessage `json:"expressions"`
		ForEach     json.RawMessage            `json:"for_each_expression"`
		Module      moduleConfig               `json:"module"`
	} `json:"module_calls"`
}

// decode reads the JSON of a plan, and refuses that of anything else.
func decode(raw []byte) (*document, error) {
	var d document
	if err := json.Unmarshal(raw, &d); err != nil {
		return nil, fmt.Errorf("it is not the JSON of a plan, as \"terraform show -json tfplan\" prints it: %w", err)
	}

	var config struct {
		Configuration struct {
			Root moduleConfig `json:"root_module"`
		} `json:"configuration"`
		Planned json.RawMessage `json:"planned_values"`
	}
	if err := json.Unmarshal(raw, &config); err != nil {
		return nil, fmt.Errorf("its configuration is not that of a plan: %w", err)
	}

	d.Configuration.Root = config.Configuration.Root

	switch {
	case config.Planned == nil && d.Changes == nil:
		return nil, errors.New("it holds no plan: make one with \"terraform plan -out tfplan\", and its JSON with \"terraform show -json tfplan\"")
	case !strings.HasPrefix(d.FormatVersion, "1."):
		return nil, fmt.Errorf("its format_version is %q, and this program reads version 1", d.FormatVersion)
	}

	return &d, nil
}

// all are the resources of a module and those below it.
func (m stateModule) all(yield func(stateResource)) {
	for _, r := range m.Resources {
		yield(r)
	}

	for _, child := range m.Children {
		child.all(yield)
	}
}

func text(v any, name string) string {
	object, _ := v.(map[string]any)
	s, _ := object[name].(string)

	return s
}
