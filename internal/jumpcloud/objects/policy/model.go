// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policytemplate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type model struct {
	OrganizationID           types.String  `tfsdk:"organization_id"`
	ID                       types.String  `tfsdk:"id"`
	Name                     types.String  `tfsdk:"name"`
	Notes                    types.String  `tfsdk:"notes"`
	TemplateName             types.String  `tfsdk:"template_name"`
	TemplateID               types.String  `tfsdk:"template_id"`
	Values                   anyjson.Value `tfsdk:"values"`
	ValuesJSON               types.String  `tfsdk:"values_json"`
	SensitiveValuesWO        anyjson.Value `tfsdk:"sensitive_values_wo"`
	SensitiveValuesWOVersion types.Int64   `tfsdk:"sensitive_values_wo_version"`
	AllowDuplicateName       types.Bool    `tfsdk:"allow_duplicate_name"`
}

// contents are a model's values as plain JSON: walked once, they are used several times.
type contents struct {
	attribute         string // that the values are written in
	values, sensitive any
}

func (m model) contents(ctx context.Context) (contents, error) {
	attribute := m.attribute()

	values, err := m.tree(ctx)
	if err != nil {
		return contents{}, &kit.AttributeError{Path: path.Root(attribute), Err: err}
	}

	sensitive, err := m.SensitiveValuesWO.JSON(ctx)
	if err != nil {
		return contents{}, &kit.AttributeError{Path: path.Root(policytemplate.SensitiveAttribute), Err: err}
	}

	return contents{attribute, values, sensitive}, nil
}

// attribute is where the values are written.
func (m model) attribute() string {
	if m.ValuesJSON.IsNull() {
		return policytemplate.ValuesAttribute
	}

	return policytemplate.JSONAttribute
}

// tree is the values, whichever attribute has them.
func (m model) tree(ctx context.Context) (any, error) {
	switch {
	case m.ValuesJSON.IsNull():
		return m.Values.JSON(ctx)
	case m.ValuesJSON.IsUnknown():
		return anyjson.Unknown{}, nil
	}

	return anyjson.Decode([]byte(m.ValuesJSON.ValueString()))
}

// members is the values as an object; null gives nil.
func (m model) members(ctx context.Context) (map[string]any, error) {
	tree, err := m.tree(ctx)
	if err != nil {
		return nil, err
	}

	return policytemplate.ObjectOf(tree)
}

// toAPI is the body for the fields of the policy's template; prior is the state before
// the change, and stored what the service holds, both empty for a new policy.
func (m model) toAPI(c contents, fields []policytemplate.Field, prior map[string]any, stored []policytemplate.WireValue) (policyBody, error) {
	values, err := policytemplate.ObjectOf(c.values)
	if err != nil {
		return policyBody{}, fmt.Errorf("%s: %w", c.attribute, err)
	}

	sensitive, err := policytemplate.ObjectOf(c.sensitive)
	if err != nil {
		return policyBody{}, fmt.Errorf("sensitive_values_wo: %w", err)
	}

	wire, err := policytemplate.ToWire(fields, policytemplate.Wanted{Values: values, Sensitive: sensitive, Prior: prior, Stored: stored})

	return policyBody{Name: m.Name.ValueString(), Notes: m.Notes.ValueString(), Values: wire}, err
}

// fromAPI takes everything but the values, which Terraform wants back as they were planned.
// A name that the answer lacks is not an empty one, which no policy has.
func (m *model) fromAPI(p policy) {
	m.ID = types.StringValue(p.ID)
	m.Notes = types.StringValue(p.Notes)

	if p.Name != "" {
		m.Name = types.StringValue(p.Name)
	}

	if p.Template.Name != "" {
		m.TemplateName = types.StringValue(p.Template.Name)
	}

	if p.Template.ID != "" {
		m.TemplateID = types.StringValue(p.Template.ID)
	}
}

// valuesFromAPI takes the values as they are now, in the spelling of state where that
// means the same.
func (m *model) valuesFromAPI(ctx context.Context, fields []policytemplate.Field, wire []policytemplate.WireValue) error {
	if wire == nil {
		return nil // an answer without values does not say that there are none
	}

	prior, err := m.members(ctx)
	if err != nil {
		return fmt.Errorf("values in state: %w", err)
	}

	now := policytemplate.FromWire(fields, wire, prior)

	switch {
	case len(now) == 0 && len(policytemplate.Configured(prior)) == 0:
		return nil // null, or the empty object that the configuration says
	case len(now) == 0:
		m.Values, m.ValuesJSON = anyjson.NewNull(), types.StringNull() // as most configurations would say it

		return nil
	case m.attribute() == policytemplate.JSONAttribute:
		if !anyjson.Equal(prior, now) {
			m.ValuesJSON = types.StringValue(policytemplate.Compact(now))
		}

		return nil
	}

	next, err := anyjson.FromJSON(ctx, now)
	if err != nil {
		return fmt.Errorf("the policy's values: %w", err)
	}

	m.Values = anyjson.Keep(ctx, m.Values, next)

	return nil
}

// secrets collects the texts and numbers within a value, to be kept out of errors.
func secrets(v any) []string {
	var all []string

	switch v := v.(type) {
	case string:
		return []string{v}
	case json.Number:
		return []string{v.String()}
	case map[string]any:
		for _, e := range v {
			all = append(all, secrets(e)...)
		}
	default:
		elements, _ := anyjson.Elements(v)
		for _, e := range elements {
			all = append(all, secrets(e)...)
		}
	}

	return all
}
