// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicy

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-framework/types/basetypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Values of the API.
const (
	userPortal  = "user_portal"
	application = "application"
	ldap        = "ldap"
	adminPortal = "admin_portal"

	allow = "allow"
	deny  = "deny"

	everybody = "ALL"

	equals         = "EQ" // the only operator of a filter
	noVerification = "none"
)

var (
	policyTypes   = []string{userPortal, application, ldap, adminPortal}
	actions       = []string{allow, deny}
	factors       = []string{"DURT", "WEBAUTHN", "PUSH", "DUO", "TOTP", "SMS_OTP"}
	verifications = []string{noVerification, "optional", "required"}
)

// model is an access policy in HCL.
type model struct {
	OrganizationID    types.String  `tfsdk:"organization_id"`
	ID                types.String  `tfsdk:"id"`
	Name              types.String  `tfsdk:"name"`
	Description       types.String  `tfsdk:"description"`
	Type              types.String  `tfsdk:"type"`
	Disabled          types.Bool    `tfsdk:"disabled"`
	MonitorOnly       types.Bool    `tfsdk:"monitor_only"`
	Targets           types.Object  `tfsdk:"targets"`
	Conditions        anyjson.Value `tfsdk:"conditions"`
	Effect            types.Object  `tfsdk:"effect"`
	LockoutProtection types.Bool    `tfsdk:"lockout_protection"`
	AllowDuplicate    types.Bool    `tfsdk:"allow_duplicate_name"`
}

// wire is the policy as the API would hold it.
func (m model) wire(ctx context.Context) (authnPolicy, error) {
	p := authnPolicy{
		ID: m.ID.ValueString(), Name: m.Name.ValueString(), Description: m.Description.ValueString(), Type: m.Type.ValueString(),
		Disabled: m.Disabled.ValueBool(), MonitorOnly: m.MonitorOnly.ValueBool(),
	}

	var err error
	if p.Targets, err = targetsToAPI(ctx, m.Targets); err != nil {
		return p, fmt.Errorf("targets: %w", err)
	}

	if p.Effect, err = effectToAPI(ctx, m.Effect); err != nil {
		return p, fmt.Errorf("effect: %w", err)
	}

	if p.Conditions, err = conditionsToWire(ctx, m.Conditions); err != nil {
		return p, fmt.Errorf("conditions: %w", err)
	}

	return p, nil
}

// toAPI is the body of a POST.
func (m model) toAPI(ctx context.Context) (map[string]any, error) {
	p, err := m.wire(ctx)
	if err != nil {
		return nil, err
	}

	body := map[string]any{
		"name": p.Name, "description": p.Description, "type": p.Type, "disabled": p.Disabled, "monitorOnly": p.MonitorOnly,
		"effect": p.Effect,
	}

	if t := document(p.Targets); len(t) > 0 {
		body["targets"] = t
	}

	if len(p.Conditions) > 0 {
		body["conditions"] = p.Conditions
	}

	return body, nil
}

// changes is the body of a PATCH: the members that differ from what was there before.
// Targets and effect go as wholes, with the empty value of what is to go.
func (m model) changes(ctx context.Context, prior model) (map[string]any, error) {
	now, err := m.wire(ctx)
	if err != nil {
		return nil, err
	}

	was, err := prior.wire(ctx)
	if err != nil {
		return nil, err
	}

	body := map[string]any{}

	add := func(name string, differs bool, value any) {
		if differs {
			body[name] = value
		}
	}
	add("name", now.Name != was.Name, now.Name)
	add("description", now.Description != was.Description, now.Description)
	add("type", now.Type != was.Type, now.Type)
	add("disabled", now.Disabled != was.Disabled, now.Disabled)
	add("monitorOnly", now.MonitorOnly != was.MonitorOnly, now.MonitorOnly)
	add("targets", !same(now.Targets, was.Targets), clearing(document(was.Targets), document(now.Targets)))
	add("effect", !same(now.Effect, was.Effect), clearing(document(was.Effect), document(now.Effect)))

	if !sameConditions(now.Conditions, was.Conditions) {
		body["conditions"] = map[string]any{} // {} is none (evidence: access 2.2)
		if len(now.Conditions) > 0 {
			body["conditions"] = now.Conditions
		}
	}

	return body, nil
}

// fromAPI takes the service's policy; targets, effect and conditions stay as they are
// written here where that means the same.
func (m *model) fromAPI(ctx context.Context, p authnPolicy) error {
	here, err := m.wire(ctx)
	if err != nil {
		return err
	}

	m.ID = types.StringValue(p.ID)
	m.Name = types.StringValue(p.Name)
	m.Description = types.StringValue(p.Description)
	m.Type = types.StringValue(p.Type)
	m.Disabled = types.BoolValue(p.Disabled)
	m.MonitorOnly = types.BoolValue(p.MonitorOnly)
	m.LockoutProtection = kit.BoolOr(m.LockoutProtection, true)

	var diags diag.Diagnostics

	if m.Targets.IsNull() || !same(here.Targets, p.Targets) {
		m.Targets = types.ObjectNull(targetsType())

		if !same(targets{}, p.Targets) {
			m.Targets, diags = types.ObjectValueFrom(ctx, targetsType(), targetsFromAPI(p.Targets))
		}
	}

	if m.Effect.IsNull() || !same(here.Effect, p.Effect) {
		var d diag.Diagnostics

		m.Effect, d = types.ObjectValueFrom(ctx, effectType(), effectFromAPI(p.Effect))
		diags.Append(d...)
	}

	if err := problem(diags); err != nil {
		return err
	}

	if !sameConditions(here.Conditions, p.Conditions) {
		m.Conditions, err = conditionsFromWire(ctx, p.Conditions)
	}

	return err
}

// decode reads an object into a struct; null and unknown leave it as it is.
func decode(ctx context.Context, object types.Object, into any) error {
	if object.IsNull() || object.IsUnknown() {
		return nil
	}

	return problem(object.As(ctx, into, basetypes.ObjectAsOptions{}))
}

// problem is the first error of diagnostics.
func problem(diags diag.Diagnostics) error {
	for _, d := range diags.Errors() {
		return errors.New(d.Detail())
	}

	return nil
}
