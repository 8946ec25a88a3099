// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"maps"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	dsschema "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
)

// Look reads what a data source asks for into its model. An error that matches
// [rest.ErrNotFound] says what was sought.
type Look[C any, M any] func(ctx context.Context, c C, m *M) error

// DataSource is the life cycle of a data source, whatever its client and its model are.
type DataSource struct {
	base   Base
	schema dsschema.Schema
	model  func() any // a pointer to a new one
	look   func(ctx context.Context, c, m any) error
}

// NewDataSource returns a data source in a scope, whose attributes it adds to the schema.
func NewDataSource[C any, M any](o Object, scope Scope[C], s dsschema.Schema, look Look[C, M]) *DataSource {
	return newDataSource(o, scope, entrance(scope), s, func() any { return new(M) },
		func(ctx context.Context, c, m any) error { return look(ctx, typed[C](c), m.(*M)) }) //nolint:forcetypeassert // made by model
}

func newDataSource(
	o Object, scope Surroundings, client enter, s dsschema.Schema, model func() any, look func(ctx context.Context, c, m any) error,
) *DataSource {
	attributes := scope.DataSourceAttributes()
	maps.Copy(attributes, s.Attributes)
	s.Attributes = attributes

	return &DataSource{newBase(o, scope, client, nil), s, model, look}
}

// Metadata tells Terraform the data source's type.
func (d *DataSource) Metadata(_ context.Context, _ datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	d.base.object.dataSourceMetadata(resp)
}

// Schema tells Terraform the data source's attributes.
func (d *DataSource) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = d.schema
}

// ConfigValidators refuses what means nothing in any configuration.
func (d *DataSource) ConfigValidators(context.Context) []datasource.ConfigValidator {
	return []datasource.ConfigValidator{Meaningful{d.base.object.MayBeEmpty}}
}

// Configure keeps what the provider's Configure made.
func (d *DataSource) Configure(_ context.Context, req datasource.ConfigureRequest, _ *datasource.ConfigureResponse) {
	configure(&d.base.data, req.ProviderData)
}

// Read looks and writes what was found to state.
func (d *DataSource) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	ctx, warnings := collect(ctx)
	defer warnings.into(&resp.Diagnostics)

	m := d.model()
	resp.Diagnostics.Append(req.Config.Get(ctx, m)...)

	client, keys, ok := d.base.enter(ctx, req.Config.GetAttribute, &resp.Diagnostics)
	if !ok {
		return
	}

	if err := d.look(ctx, client, m); err != nil {
		d.base.Report(ctx, &resp.Diagnostics, "Read", keys, err)

		return
	}

	resp.Diagnostics.Append(resp.State.Set(ctx, m)...)

	for name, value := range keys {
		resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(name), value)...)
	}
}
