// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package policytemplate is what is known of a policy template: the kinds of its fields and their
// options, what of a configuration is wrong, and how values are written and read. It knows no
// Terraform and no tenant.
package policytemplate

import (
	"cmp"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// Template is a policy template as the API returns it. The list leaves
// the fields out; a single GET leaves deliveryTypes, state, alert and reference
// out (evidence: policies 1.2).
type Template struct {
	ID             string          `json:"id"`
	Name           string          `json:"name"`
	DisplayName    string          `json:"displayName"`
	Description    string          `json:"description"`
	Activation     string          `json:"activation"`
	Behavior       string          `json:"behavior"`
	OSMetaFamily   string          `json:"osMetaFamily"`
	State          string          `json:"state"`
	Alert          string          `json:"alert"`
	Reference      string          `json:"reference"`
	DeliveryTypes  []string        `json:"deliveryTypes"`
	OSRestrictions []OSRestriction `json:"osRestrictions"`
	ConfigFields   []Field         `json:"configFields"`
}

// OSRestriction says for which versions of an OS a template works.
type OSRestriction struct {
	OSName                   string            `json:"osName"`
	EarliestVersion          string            `json:"earliestVersion"`
	DeprecatedVersion        string            `json:"deprecatedVersion"`
	IsMDMRequired            bool              `json:"isMdmRequired"`
	SupportedEnrollmentTypes []string          `json:"supportedEnrollmentTypes"`
	AppleRestrictions        *AppleRestriction `json:"appleRestrictions"`
}

// AppleRestriction says which enrolment an Apple device needs.
type AppleRestriction struct {
	RequiresSupervision      bool     `json:"requiresSupervision"`
	SupportedEnrollmentTypes []string `json:"supportedEnrollmentTypes"`
}

// Field describes one field of a template: what a policy can set.
type Field struct {
	ID             string  `json:"id"`
	Name           string  `json:"name"`
	Label          string  `json:"label"`
	DisplayType    string  `json:"displayType"`
	Position       float64 `json:"position"`
	Required       bool    `json:"required"`
	ReadOnly       bool    `json:"readOnly"`
	Sensitive      bool    `json:"sensitive"`
	DefaultValue   any     `json:"defaultValue"`
	DisplayOptions any     `json:"displayOptions"`
	Validators     any     `json:"validators"`
	// Help is tooltip.variables.message.
	Help string `json:"-"`
}

// UnmarshalJSON keeps every digit of a default value's numbers and tolerates
// any shape of tooltip.
func (f *Field) UnmarshalJSON(data []byte) error {
	type plain Field

	var in struct {
		plain
		Tooltip any `json:"tooltip"`
	}

	if err := anyjson.Unmarshal(data, &in); err != nil {
		return err
	}

	*f = Field(in.plain)
	variables, _ := member(in.Tooltip, "variables")
	message, _ := member(variables, "message")
	f.Help, _ = message.(string)

	return nil
}

// member returns a member of v if v is an object that has it.
func member(v any, name string) (any, bool) {
	object, _ := v.(map[string]any)
	value, ok := object[name]

	return value, ok
}

// inOrder returns the fields as the console shows them.
func inOrder(fields []Field) []Field {
	sorted := slices.Clone(fields)
	slices.SortStableFunc(sorted, func(a, b Field) int { return cmp.Compare(a.Position, b.Position) })

	return sorted
}
