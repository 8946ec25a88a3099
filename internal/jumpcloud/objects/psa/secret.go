// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

const (
	writeOnly = "_wo"
	version   = "_wo_version"
)

// Secret is the secret of an integration, which the service never shows: given either
// plainly, or write-only with a version that says when it has changed.
type Secret struct {
	Name      string // of the plain attribute
	Plain     types.String
	WriteOnly types.String
	Version   types.Int64
}

// Value is what to send.
func (s Secret) Value() string { return s.WriteOnly.ValueString() + s.Plain.ValueString() } // exactly one is given

// Path is the attribute that holds the secret.
func (s Secret) Path() path.Path {
	if s.Plain.IsNull() {
		return path.Root(s.Name + writeOnly)
	}

	return path.Root(s.Name)
}

// Known tells of a state whether Terraform has ever sent or adopted the secret. After an
// import it has not.
func (s Secret) Known() bool { return !s.Plain.IsNull() || !s.Version.IsNull() }

// Changed tells whether the secret is to be sent. A state that does not know the secret,
// as after an import, proves no change, and a configuration without it asks for none.
func (s Secret) Changed(prior Secret) bool {
	return prior.Known() && s.Known() && (!s.Plain.Equal(prior.Plain) || !s.Version.Equal(prior.Version))
}

// SecretAttributes are the three attributes of a secret; label is the console's.
func SecretAttributes(name, label string) map[string]schema.Attribute {
	return map[string]schema.Attribute{
		name: schema.StringAttribute{
			MarkdownDescription: fmt.Sprintf("%s, kept in state: for Terraform before 1.11 and OpenTofu before 1.11. "+
				"A new integration needs one of `%s` and `%s`; one that was imported goes without. JumpCloud never shows it, so a change made elsewhere goes unnoticed.",
				label, name, name+writeOnly),
			Optional:  true,
			Sensitive: true,
			Validators: []validator.String{
				stringvalidator.LengthAtLeast(1),
				stringvalidator.ConflictsWith(path.MatchRoot(name + writeOnly)),
			},
		},
		name + writeOnly: schema.StringAttribute{
			MarkdownDescription: fmt.Sprintf("%s, never kept in state or plan. Sent at creation and whenever `%s` changes, "+
				"and only then.", label, name+version),
			Optional:  true,
			Sensitive: true,
			WriteOnly: true,
			Validators: []validator.String{
				stringvalidator.LengthAtLeast(1), stringvalidator.AlsoRequires(path.MatchRoot(name + version)),
			},
		},
		name + version: schema.Int64Attribute{
			MarkdownDescription: fmt.Sprintf("Version of `%s`: a number to raise whenever the secret changes, at least 1.", name+writeOnly),
			Optional:            true,
			Validators: []validator.Int64{
				int64validator.AtLeast(1), int64validator.AlsoRequires(path.MatchRoot(name + writeOnly)),
			},
		},
	}
}

// HiddenAttribute is a credential that no read shows, and that an imported integration goes
// without.
func HiddenAttribute(description string) schema.StringAttribute {
	return schema.StringAttribute{
		MarkdownDescription: description + " JumpCloud never shows it, so a change made elsewhere goes unnoticed. A new integration " +
			"needs it; one that was imported goes without.",
		Optional:   true,
		Validators: []validator.String{stringvalidator.LengthAtLeast(1)},
	}
}

// wantCredentials refuses a new integration without its credentials. An imported one goes
// without: Terraform would write null for them into a configuration that it generates.
func wantCredentials(ctx context.Context, name string, hidden []string, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || !req.State.Raw.IsNull() {
		return
	}

	given := func(attribute string) bool {
		var v types.String

		resp.Diagnostics.Append(req.Config.GetAttribute(ctx, path.Root(attribute), &v)...)

		return !v.IsNull()
	}

	if !given(name) && !given(name+writeOnly) {
		resp.Diagnostics.AddAttributeError(path.Root(name+writeOnly), "Missing Credentials", fmt.Sprintf(
			"A new integration needs its credentials: set %s with %s, or %s. Only one that was imported goes without.", name+writeOnly, name+version, name))
	}

	for _, attribute := range hidden {
		if !given(attribute) {
			resp.Diagnostics.AddAttributeError(path.Root(attribute), "Missing Credentials", fmt.Sprintf(
				"A new integration needs its credentials: set %s. Only one that was imported goes without.", attribute))
		}
	}
}

// warnAdopted says of an update that follows an import what it does with the credentials.
// JumpCloud shows none, so Terraform can neither compare nor should it rotate unasked.
func warnAdopted(ctx context.Context, name string, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || req.State.Raw.IsNull() {
		return
	}

	var was, is Secret

	for secret, get := range map[*Secret]func(context.Context, path.Path, any) diag.Diagnostics{&was: req.State.GetAttribute, &is: req.Plan.GetAttribute} {
		resp.Diagnostics.Append(get(ctx, path.Root(name), &secret.Plain)...)
		resp.Diagnostics.Append(get(ctx, path.Root(name+version), &secret.Version)...)
	}

	if resp.Diagnostics.HasError() || was.Known() || !is.Known() {
		return
	}

	resp.Diagnostics.AddAttributeWarning(path.Root(name+version), "Stored Credentials Are Kept", fmt.Sprintf(
		"The integration was imported, and JumpCloud shows no stored credentials, so nobody can tell whether they are those of the "+
			"configuration. This update records the configured ones in state and does not send them.\nTo send them, apply this first, "+
			"then raise %s (or change %s) and apply again.", name+version, name))
}
