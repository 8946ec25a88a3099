// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package live

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Resources imports resources as Terraform does, through the client of a session, so that
// what its data sources have listed is not asked for again. It calls the resources themselves:
// the framework's server would bring gRPC into the program, which is a tenth of it.
type Resources struct {
	session *Session
	create  map[string]func() resource.Resource
	schemas map[string]schema.Schema
}

// Resources returns the provider's resources.
func (s *Session) Resources(ctx context.Context) *Resources {
	r := &Resources{session: s, create: map[string]func() resource.Resource{}, schemas: map[string]schema.Schema{}}

	for _, create := range s.provider.Resources(ctx) {
		var (
			m      resource.MetadataResponse
			schema resource.SchemaResponse
		)

		created := create()
		created.Metadata(ctx, resource.MetadataRequest{ProviderTypeName: "jumpcloud"}, &m)
		created.Schema(ctx, resource.SchemaRequest{}, &schema)

		r.create[m.TypeName], r.schemas[m.TypeName] = create, schema.Schema
	}

	return r
}

// Schema returns the schema of a resource type.
func (r *Resources) Schema(typeName string) schema.Schema { return r.schemas[typeName] }

// Import returns the state of an object after an import by its import id. An error is the
// resource's own, or says that there is no such object.
func (r *Resources) Import(ctx context.Context, typeName, id string) (tftypes.Value, error) {
	create, ok := r.create[typeName]
	if !ok {
		return tftypes.Value{}, fmt.Errorf("the provider has no resource %s", typeName)
	}

	object, ok := create().(importable)
	if !ok {
		return tftypes.Value{}, fmt.Errorf("%s cannot be imported", typeName)
	}

	object.Configure(ctx, resource.ConfigureRequest{ProviderData: r.session.client}, &resource.ConfigureResponse{})

	empty, err := configure(r.schemas[typeName].Type().TerraformType(ctx), nil)
	if err != nil {
		return tftypes.Value{}, fmt.Errorf("%s: %w", typeName, err)
	}

	imported := resource.ImportStateResponse{State: tfsdk.State{Schema: r.schemas[typeName], Raw: empty}}
	imported.Private = blank(imported.Private)
	object.ImportState(ctx, resource.ImportStateRequest{ID: id}, &imported)

	if err := r.session.say(imported.Diagnostics); err != nil {
		return tftypes.Value{}, err
	}

	read := resource.ReadResponse{State: imported.State, Private: imported.Private}
	object.Read(ctx, resource.ReadRequest{State: imported.State, Private: imported.Private}, &read)

	if err := errors.Join(ctx.Err(), r.session.say(read.Diagnostics)); err != nil {
		return tftypes.Value{}, err
	}

	if read.State.Raw.IsNull() {
		return tftypes.Value{}, errors.New("there is no such object any more")
	}

	return read.State.Raw, nil
}

// importable is what every resource of the provider is.
type importable interface {
	resource.ResourceWithConfigure
	resource.ResourceWithImportState
}

// blank returns an empty value of a type that cannot be named outside the framework.
func blank[T any](*T) *T { return new(T) }
