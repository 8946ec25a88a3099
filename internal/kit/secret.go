// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

const (
	writeOnly = "_wo"
	version   = "_wo_version"
)

// Secret is a secret of an object that the service never shows, or shows to few: given
// either plainly, or write-only with a version that says when it has changed.
type Secret struct {
	Name      string // of the plain attribute
	Plain     types.String
	WriteOnly types.String
	Version   types.Int64
}

// Value is what to send, "" where the configuration gives none.
func (s Secret) Value() string { return s.WriteOnly.ValueString() + s.Plain.ValueString() } // one is given at most

// Path is the attribute that holds the secret, or should.
func (s Secret) Path() path.Path {
	if s.Plain.IsNull() {
		return path.Root(s.Name + writeOnly)
	}

	return path.Root(s.Name)
}

// Given tells whether a configuration gives the secret, known or not.
func (s Secret) Given() bool { return !s.Plain.IsNull() || !s.WriteOnly.IsNull() }

// Known tells of a state whether Terraform has ever sent or adopted the secret.
func (s Secret) Known() bool { return !s.Plain.IsNull() || !s.Version.IsNull() }

// Changed tells whether the secret is to be sent. A configuration without it asks for none.
// What an import could not know is adopted before, see [Object.Hidden].
func (s Secret) Changed(prior Secret) bool {
	return s.Known() && (!s.Plain.Equal(prior.Plain) || !s.Version.Equal(prior.Version))
}

// HiddenSecret are the attributes of a secret for [Object.Hidden].
func HiddenSecret(name string) []string { return []string{name, name + version} }

// SecretAttributes are the three attributes of a secret, described by what is true of the
// plain one and of the write-only one.
func SecretAttributes(name, plain, hidden string) map[string]schema.Attribute {
	attributes := WriteOnlyAttributes(name, hidden)
	attributes[name] = schema.StringAttribute{
		MarkdownDescription: plain,
		Optional:            true,
		Sensitive:           true,
		Validators: []validator.String{
			stringvalidator.LengthAtLeast(1),
			stringvalidator.ConflictsWith(path.MatchRoot(name + writeOnly)),
		},
	}

	return attributes
}

// WriteOnlyAttributes are those of a secret that is never kept: the write-only one and its version.
func WriteOnlyAttributes(name, description string) map[string]schema.Attribute {
	return map[string]schema.Attribute{
		name + writeOnly: schema.StringAttribute{
			MarkdownDescription: description,
			Optional:            true,
			Sensitive:           true,
			WriteOnly:           true,
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
