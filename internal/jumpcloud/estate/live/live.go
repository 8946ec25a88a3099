// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package live reads the provider's data sources and imports its resources without Terraform.
// A session can write nothing.
package live

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// Session is a configured provider whose client refuses every write.
type Session struct {
	provider provider.Provider
	client   *jumpcloud.Client
	sources  map[string]datasource.DataSource

	// Warn is told of the warnings of what is read; it may be nil.
	Warn func(text string)
}

// Open configures a provider from its environment, with read_only set whatever the
// environment says. An error says which setting is wrong. Nothing is sent.
func Open(ctx context.Context, p provider.Provider) (*Session, error) {
	client, err := connect(ctx, p, map[string]any{"read_only": true})
	if err != nil {
		return nil, err
	}

	session := &Session{provider: p, client: client, sources: map[string]datasource.DataSource{}}

	for _, create := range p.DataSources(ctx) {
		source := create()

		var m datasource.MetadataResponse

		source.Metadata(ctx, datasource.MetadataRequest{ProviderTypeName: "jumpcloud"}, &m)

		if c, ok := source.(datasource.DataSourceWithConfigure); ok {
			c.Configure(ctx, datasource.ConfigureRequest{ProviderData: client}, &datasource.ConfigureResponse{})
		}

		session.sources[m.TypeName] = source
	}

	return session, nil
}

// Writer returns a client that is configured from the provider's environment, and that
// writes unless the environment says read-only. An error says which setting is wrong.
// Nothing is sent.
func Writer(ctx context.Context, p provider.Provider) (*jumpcloud.Client, error) {
	return connect(ctx, p, nil)
}

// connect configures a provider with these arguments and its environment.
func connect(ctx context.Context, p provider.Provider, arguments map[string]any) (*jumpcloud.Client, error) {
	var s provider.SchemaResponse

	p.Schema(ctx, provider.SchemaRequest{}, &s)

	config, err := configure(s.Schema.Type().TerraformType(ctx), arguments)
	if err != nil {
		return nil, err
	}

	var configured provider.ConfigureResponse

	p.Configure(ctx, provider.ConfigureRequest{Config: tfsdk.Config{Schema: s.Schema, Raw: config}}, &configured)

	if err := failure(configured.Diagnostics); err != nil {
		return nil, err
	}

	client, ok := configured.DataSourceData.(*jumpcloud.Client)
	if !ok {
		return nil, fmt.Errorf("the provider made a %T and no client", configured.DataSourceData)
	}

	return client, nil
}

// Client returns the client, for what no data source tells.
func (s *Session) Client() *jumpcloud.Client { return s.client }

// Read reads a data source with these arguments, which are text, into a value with JSON
// tags of the attributes' names. An error is the data source's own.
func (s *Session) Read(ctx context.Context, name string, arguments map[string]any, into any) error {
	source, ok := s.sources[name]
	if !ok {
		return fmt.Errorf("the provider has no data source %s", name)
	}

	var schema datasource.SchemaResponse

	source.Schema(ctx, datasource.SchemaRequest{}, &schema)

	config, err := configure(schema.Schema.Type().TerraformType(ctx), arguments)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}

	read := datasource.ReadResponse{State: tfsdk.State{Schema: schema.Schema, Raw: config.Copy()}}
	source.Read(ctx, datasource.ReadRequest{Config: tfsdk.Config{Schema: schema.Schema, Raw: config}}, &read)

	if err := ctx.Err(); err != nil {
		return err
	}

	if err := s.say(read.Diagnostics); err != nil {
		return err
	}

	plain, err := value(read.State.Raw)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}

	raw, err := json.Marshal(plain)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}

	return json.Unmarshal(raw, into)
}

// configure is a configuration with these arguments and no others.
func configure(t tftypes.Type, arguments map[string]any) (tftypes.Value, error) {
	object, ok := t.(tftypes.Object)
	if !ok {
		return tftypes.Value{}, fmt.Errorf("a schema is %s and no object", t)
	}

	for _, name := range slices.Sorted(maps.Keys(arguments)) {
		if _, known := object.AttributeTypes[name]; !known {
			return tftypes.Value{}, fmt.Errorf("there is no argument %q", name)
		}
	}

	values := map[string]tftypes.Value{}
	for name, attribute := range object.AttributeTypes {
		if err := tftypes.ValidateValue(attribute, arguments[name]); err != nil {
			return tftypes.Value{}, fmt.Errorf("argument %q: %w", name, err)
		}

		values[name] = tftypes.NewValue(attribute, arguments[name])
	}

	return tftypes.NewValue(object, values), nil
}

// say tells the warnings of what was read, and returns its errors as one.
func (s *Session) say(all diag.Diagnostics) error {
	for _, d := range all.Warnings() {
		if s.Warn != nil {
			s.Warn(d.Summary() + ": " + d.Detail())
		}
	}

	return failure(all)
}

// failure is the errors among diagnostics as one, or nil.
func failure(all diag.Diagnostics) error {
	if !all.HasError() {
		return nil
	}

	var lines []string
	for _, d := range all.Errors() {
		lines = append(lines, d.Summary()+": "+d.Detail())
	}

	return errors.New(strings.Join(lines, "\n"))
}
