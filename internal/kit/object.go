// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package kit is the Terraform kernel: the life cycle of an object written once, its
// import and identity, null-safe values, names to ids, and the wording of errors. It
// knows no vendor.
package kit

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	dsschema "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	listschema "github.com/hashicorp/terraform-plugin-framework/list/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
)

// Object names an object to Terraform and to people.
type Object struct {
	Type  string // the full Terraform type, such as vendor_thing
	Title string // as it stands in "Unable to Create IP List"

	// MayBeEmpty are the nested attributes for which {} says something; see [Meaningful].
	MayBeEmpty []string

	// Lasting says that the object must not be made again when it is gone: it stays in state,
	// marked as [Gone], until its configuration is removed.
	Lasting bool

	// Partial says that what the configuration leaves out is somebody else's business: it is
	// neither sent nor planned, even where an import has read it. Its attributes are optional
	// and computed, nested ones too; operations see what is configured.
	Partial bool

	// Unmanaged are optional and computed attributes for which the same holds: left out of the
	// configuration they are somebody else's business. An import reads them, see [Importing],
	// and what it has read stays in state, so that a configuration that says the same and one
	// that says nothing both change nothing.
	Unmanaged []string

	// Remembers are computed texts that only state knows, such as what settings were before
	// Terraform changed them. A creation that failed and may have written something is kept
	// in state for their sake, and a replacement in the same run begins with them.
	Remembers []string

	// Hidden are optional attributes that an import does not read: secrets that are kept in state, and the
	// versions of those that are not. What the configuration says of them first after an import
	// is taken into state and not sent: the service may hold it already, or something else that
	// nobody meant to replace. The plan says so.
	Hidden []string

	// Moved are other providers' types for the same object, whose state a moved block hands over.
	Moved []Moved

	// Keys are the attributes that, after those of the scope, identify the object. They
	// make up its import id and its resource identity.
	Keys []Key
}

// Key is an attribute that identifies an object. It is a string.
type Key struct {
	Name string
	Form Form
}

// Scope says where objects live and which client speaks to them there.
type Scope[C any] interface {
	Surroundings

	// Enter returns the client for the place that keys name, or an error that says why
	// there is none. It sends nothing.
	Enter(data any, keys map[string]string) (C, error)
}

// Surroundings are what a [Scope] says of where objects live, whatever the client is.
type Surroundings interface {
	// Keys are the attributes that say where an object lives; they stand first in its import id.
	Keys() []Key

	// ResourceAttributes and DataSourceAttributes declare those attributes.
	ResourceAttributes() map[string]schema.Attribute
	DataSourceAttributes() map[string]dsschema.Attribute

	// ListAttributes declares the attributes of a list block that choose among places.
	ListAttributes() map[string]listschema.Attribute

	// Places returns the places that a list block asks for, which get reads, in the order of
	// their results. It may ask the service what there is.
	Places(ctx context.Context, data any, get Getter) ([]Place, error)

	// Defaults returns the values of keys that a configuration may leave out; known is
	// false while the provider's configuration is not known.
	Defaults(data any) (values map[string]string, known bool)

	// Owner says to whom the place belongs where the credential leads, such as an account.
	// It is kept with each object; ask allows a request for it; "" is not known.
	Owner(ctx context.Context, data any, ask bool) string

	// Lost returns an error when an object that was not found may only be out of reach,
	// because the place where it lives is. owner is what was kept with the object, or "".
	Lost(ctx context.Context, data any, keys map[string]string, owner string) error

	// Permit returns an error when the object that get reads must not be written.
	Permit(ctx context.Context, data any, o Object, get Getter) error

	// Run returns what this run has seen so far.
	Run(ctx context.Context, data any) *Run

	// Planned sees every plan of an object or of a deed once its place is known, and adds errors
	// to refuse it.
	Planned(ctx context.Context, data any, o Object, c Change, diags *diag.Diagnostics)

	// Explain says, for an error, where it happened and what to do about it.
	Explain(ctx context.Context, data any, keys map[string]string, err error) string
}

// Configure keeps the provider's data for later calls; both kinds of objects use it.
func configure(data *any, provided any) {
	if provided != nil {
		*data = provided
	}
}

func (o Object) resourceMetadata(resp *resource.MetadataResponse)     { resp.TypeName = o.Type }
func (o Object) dataSourceMetadata(resp *datasource.MetadataResponse) { resp.TypeName = o.Type }
