// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package live

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
)

// Resources imports resources as Terraform does, through the client of a session, so that
// what its data sources have listed is not asked for again.
type Resources struct {
	session *Session
	server  tfprotov6.ProviderServer
	schemas map[string]schema.Schema
	types   map[string]tftypes.Type
}

// Resources serves the provider's resources. An error is a fault of the provider.
func (s *Session) Resources(ctx context.Context) (*Resources, error) {
	r := &Resources{session: s, schemas: map[string]schema.Schema{}, types: map[string]tftypes.Type{}}

	for _, create := range s.provider.Resources(ctx) {
		var (
			m      resource.MetadataResponse
			schema resource.SchemaResponse
		)

		created := create()
		created.Metadata(ctx, resource.MetadataRequest{ProviderTypeName: "jumpcloud"}, &m)
		created.Schema(ctx, resource.SchemaRequest{}, &schema)

		r.schemas[m.TypeName] = schema.Schema
		r.types[m.TypeName] = schema.Schema.Type().TerraformType(ctx)
	}

	server, err := providerserver.NewProtocol6WithError(configured{s.provider, s.client})()
	if err != nil {
		return nil, err
	}

	var block provider.SchemaResponse

	s.provider.Schema(ctx, provider.SchemaRequest{}, &block)

	empty, err := configure(block.Schema.Type().TerraformType(ctx), nil)
	if err != nil {
		return nil, err
	}

	config, err := tfprotov6.NewDynamicValue(empty.Type(), empty)
	if err != nil {
		return nil, err
	}

	answer, err := server.ConfigureProvider(ctx, &tfprotov6.ConfigureProviderRequest{Config: &config})
	r.server = server

	return r, errors.Join(err, r.failure(answer.Diagnostics))
}

// configured is a provider with the client of a session.
type configured struct {
	provider.Provider

	client *jumpcloud.Client
}

// Configure hands out the client.
func (c configured) Configure(_ context.Context, _ provider.ConfigureRequest, resp *provider.ConfigureResponse) {
	resp.ResourceData, resp.DataSourceData = c.client, c.client
}

// Schema returns the schema of a resource type.
func (r *Resources) Schema(typeName string) schema.Schema { return r.schemas[typeName] }

// Import returns the state of an object after an import by its import id. An error is the
// resource's own, or says that there is no such object.
func (r *Resources) Import(ctx context.Context, typeName, id string) (tftypes.Value, error) {
	objectType, ok := r.types[typeName]
	if !ok {
		return tftypes.Value{}, fmt.Errorf("the provider has no resource %s", typeName)
	}

	imported, err := r.server.ImportResourceState(ctx, &tfprotov6.ImportResourceStateRequest{TypeName: typeName, ID: id})
	if err := errors.Join(err, r.failure(imported.Diagnostics)); err != nil {
		return tftypes.Value{}, err
	}

	first := imported.ImportedResources[0]

	read, err := r.server.ReadResource(ctx, &tfprotov6.ReadResourceRequest{TypeName: typeName, CurrentState: first.State, Private: first.Private})
	if err := errors.Join(err, ctx.Err(), r.failure(read.Diagnostics)); err != nil {
		return tftypes.Value{}, err
	}

	state, err := read.NewState.Unmarshal(objectType)
	if err == nil && state.IsNull() {
		err = errors.New("there is no such object any more")
	}

	return state, err
}

// failure is the error of an answer's diagnostics, whose warnings it tells.
func (r *Resources) failure(all []*tfprotov6.Diagnostic) error {
	var lines []string

	for _, d := range all {
		text := d.Summary + ": " + d.Detail

		switch {
		case d.Severity == tfprotov6.DiagnosticSeverityError:
			lines = append(lines, text)
		case r.session.Warn != nil:
			r.session.Warn(text)
		}
	}

	if lines == nil {
		return nil
	}

	return errors.New(strings.Join(lines, "\n"))
}
