// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package acctest

import (
	"context"
	"errors"
	"sync"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
)

type schemaSet struct {
	provider               *tfprotov6.Schema
	resources, dataSources map[string]*tfprotov6.Schema
	identities             map[string]tftypes.Type
}

// schemas asks for the schema once for all sessions: it is the same for each, and costs
// more than what most of them do.
var schemas = sync.OnceValues(func() (schemaSet, error) {
	ctx := context.Background() //nolint:forbidigo // outlives the test that comes first

	server, err := providerserver.NewProtocol6WithError(provider.New("test")())()
	if err != nil {
		return schemaSet{}, err
	}

	all, err := server.GetProviderSchema(ctx, &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		return schemaSet{}, err
	}

	if d := Diagnostics(all.Diagnostics); d.failed() {
		return schemaSet{}, errors.New(d.String())
	}

	identities, err := server.GetResourceIdentitySchemas(ctx, &tfprotov6.GetResourceIdentitySchemasRequest{})
	if err != nil {
		return schemaSet{}, err
	}

	set := schemaSet{provider: all.Provider, resources: all.ResourceSchemas, dataSources: all.DataSourceSchemas, identities: map[string]tftypes.Type{}}
	for name, schema := range identities.IdentitySchemas {
		set.identities[name] = schema.ValueType()
	}

	return set, nil
})
