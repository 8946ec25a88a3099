// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// The nested objects in HCL. A nil pointer or slice is null.
type targetsModel struct {
	Users                *usersModel      `tfsdk:"users"`
	UserGroups           *groupsModel     `tfsdk:"user_groups"`
	UserAttributes       *attributesModel `tfsdk:"user_attributes"`
	Resources            []resourceModel  `tfsdk:"resources"`
	ExcludedApplications types.Set        `tfsdk:"excluded_applications"`
}

type usersModel struct {
	Inclusions types.Set `tfsdk:"inclusions"`
}

type groupsModel struct {
	Inclusions types.Set `tfsdk:"inclusions"`
	Exclusions types.Set `tfsdk:"exclusions"`
}

type attributesModel struct {
	Inclusions []filterModel `tfsdk:"inclusions"`
	Exclusions []filterModel `tfsdk:"exclusions"`
}

type filterModel struct {
	Field types.String `tfsdk:"field"`
	Value types.String `tfsdk:"value"`
}

type resourceModel struct {
	Type types.String `tfsdk:"type"`
	ID   types.String `tfsdk:"id"`
}

type effectModel struct {
	Action             types.String      `tfsdk:"action"`
	Obligations        *obligationsModel `tfsdk:"obligations"`
	CustomErrorMessage *messageModel     `tfsdk:"custom_error_message"`
}

type obligationsModel struct {
	MFA              *mfaModel          `tfsdk:"mfa"`
	MFAFactors       types.Set          `tfsdk:"mfa_factors"`
	UserVerification *verificationModel `tfsdk:"user_verification"`
}

type mfaModel struct {
	Required types.Bool `tfsdk:"required"`
}

type verificationModel struct {
	Requirement types.String `tfsdk:"requirement"`
}

type messageModel struct {
	Enabled       types.Bool   `tfsdk:"enabled"`
	Message       types.String `tfsdk:"message"`
	PrimaryHelp   *linkModel   `tfsdk:"primary_help"`
	SecondaryHelp *linkModel   `tfsdk:"secondary_help"`
}

type linkModel struct {
	Text types.String `tfsdk:"text"`
	URL  types.String `tfsdk:"url"`
}

func targetsToAPI(ctx context.Context, object types.Object) (targets, error) {
	var m targetsModel
	if err := decode(ctx, object, &m); err != nil {
		return targets{}, err
	}

	t := targets{ExcludedApplications: ordered(m.ExcludedApplications)}

	if m.Users != nil {
		t.Users = &userTarget{Inclusions: ordered(m.Users.Inclusions)}
	}

	if m.UserGroups != nil {
		t.UserGroups = &groupTarget{Inclusions: ordered(m.UserGroups.Inclusions), Exclusions: ordered(m.UserGroups.Exclusions)}
	}

	if m.UserAttributes != nil {
		t.UserAttributes = &attributeTarget{
			Inclusions: filtersToAPI(m.UserAttributes.Inclusions), Exclusions: filtersToAPI(m.UserAttributes.Exclusions),
		}
	}

	for _, r := range m.Resources {
		t.Resources = append(t.Resources, resourceTarget{Type: r.Type.ValueString(), ID: r.ID.ValueString()})
	}

	return t, nil
}

func filtersToAPI(all []filterModel) []attributeFilter {
	var out []attributeFilter
	for _, f := range all {
		out = append(out, attributeFilter{Field: f.Field.ValueString(), Operator: equals, Value: f.Value.ValueString()})
	}

	return out
}

func targetsFromAPI(t targets) targetsModel {
	m := targetsModel{ExcludedApplications: setOrNull(t.ExcludedApplications)}

	if t.Users != nil {
		m.Users = &usersModel{Inclusions: setOrNull(t.Users.Inclusions)}
	}

	if t.UserGroups != nil {
		m.UserGroups = &groupsModel{Inclusions: setOrNull(t.UserGroups.Inclusions), Exclusions: setOrNull(t.UserGroups.Exclusions)}
	}

	if t.UserAttributes != nil {
		m.UserAttributes = &attributesModel{
			Inclusions: filtersFromAPI(t.UserAttributes.Inclusions), Exclusions: filtersFromAPI(t.UserAttributes.Exclusions),
		}
	}

	for _, r := range t.Resources {
		m.Resources = append(m.Resources, resourceModel{Type: types.StringValue(r.Type), ID: textOrNull(r.ID)})
	}

	return m
}

// filtersFromAPI shows a value that is no text as its JSON.
func filtersFromAPI(all []attributeFilter) []filterModel {
	var out []filterModel

	for _, f := range all {
		value, isText := f.Value.(string)
		if !isText {
			if raw, err := json.Marshal(f.Value); err == nil {
				value = string(raw)
			}
		}

		out = append(out, filterModel{Field: types.StringValue(f.Field), Value: types.StringValue(value)})
	}

	return out
}

func effectToAPI(ctx context.Context, object types.Object) (effect, error) {
	var m effectModel
	if err := decode(ctx, object, &m); err != nil {
		return effect{}, err
	}

	e := effect{Action: m.Action.ValueString()}

	if o := m.Obligations; o != nil {
		e.Obligations = &obligations{}
		for _, f := range ordered(o.MFAFactors) {
			e.Obligations.MFAFactors = append(e.Obligations.MFAFactors, mfaFactor{Type: f})
		}

		if o.MFA != nil {
			e.Obligations.MFA = &mfa{Required: o.MFA.Required.ValueBool()}
		}

		if o.UserVerification != nil {
			e.Obligations.UserVerification = &userVerification{Requirement: o.UserVerification.Requirement.ValueString()}
		}
	}

	if c := m.CustomErrorMessage; c != nil {
		e.CustomErrorMessage = &customMessage{
			Enabled: c.Enabled.ValueBool(), Message: c.Message.ValueString(),
			PrimaryHelp: linkToAPI(c.PrimaryHelp), SecondaryHelp: linkToAPI(c.SecondaryHelp),
		}
	}

	return e, nil
}

func linkToAPI(m *linkModel) *helpLink {
	if m == nil {
		return nil
	}

	return &helpLink{Text: m.Text.ValueString(), URL: m.URL.ValueString()}
}

func effectFromAPI(e effect) effectModel {
	m := effectModel{Action: types.StringValue(e.Action)}

	if o := e.Obligations; o != nil && meaning(document(o)) != nil {
		var chosen []string
		for _, f := range o.MFAFactors {
			chosen = append(chosen, f.Type)
		}

		m.Obligations = &obligationsModel{MFAFactors: setOrNull(chosen)}

		if o.MFA != nil {
			m.Obligations.MFA = &mfaModel{Required: types.BoolValue(o.MFA.Required)}
		}

		if o.UserVerification != nil {
			m.Obligations.UserVerification = &verificationModel{Requirement: types.StringValue(o.UserVerification.Requirement)}
		}
	}

	if c := e.CustomErrorMessage; c != nil && meaning(document(c)) != nil {
		m.CustomErrorMessage = &messageModel{
			Enabled: types.BoolValue(c.Enabled), Message: types.StringValue(c.Message),
			PrimaryHelp: linkFromAPI(c.PrimaryHelp), SecondaryHelp: linkFromAPI(c.SecondaryHelp),
		}
	}

	return m
}

func linkFromAPI(l *helpLink) *linkModel {
	if l == nil || *l == (helpLink{}) {
		return nil
	}

	return &linkModel{Text: types.StringValue(l.Text), URL: types.StringValue(l.URL)}
}

// ordered returns a set's strings in one order, so that requests do not change from run to run.
func ordered(set types.Set) []string {
	list := kit.Strings(set)
	slices.Sort(list)

	return list
}

func setOrNull(list []string) types.Set {
	if len(list) == 0 {
		return types.SetNull(types.StringType)
	}

	return kit.StringSet(list)
}

func textOrNull(s string) types.String {
	if s == "" {
		return types.StringNull()
	}

	return types.StringValue(s)
}

// targetsType and effectType are the objects' types, as the schema declares them.
func targetsType() map[string]attr.Type { return objectType(targetsAttribute().GetType()) }

func effectType() map[string]attr.Type { return objectType(effectAttribute().GetType()) }

func objectType(t attr.Type) map[string]attr.Type {
	object, _ := t.(types.ObjectType)

	return object.AttrTypes
}
