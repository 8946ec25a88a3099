// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package proof

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// whole is all that a provider's server can do.
type whole interface {
	tfprotov6.ProviderServer
	tfprotov6.ListResourceServer
	tfprotov6.ActionServer
	tfprotov6.StateStoreServer
}

// part is a server that tells of some of its types alone.
type part struct {
	whole

	types []string
}

// Part returns a server that tells Terraform of the types that a test uses, by the names that
// configurations have for them, and is the given one otherwise. Terraform reads and keeps the
// schemas of all types in each command, which for a provider of many types is a good part of the
// command's work. An error is that the server cannot do all that a provider's can.
func Part(server tfprotov6.ProviderServer, types []string) (tfprotov6.ProviderServer, error) {
	all, ok := server.(whole)
	if !ok {
		return nil, fmt.Errorf("%T does not serve all that a provider can", server)
	}

	return part{all, types}, nil
}

// GetProviderSchema has the test's types. An error names one that the provider does not have.
func (p part) GetProviderSchema(ctx context.Context, q *tfprotov6.GetProviderSchemaRequest) (*tfprotov6.GetProviderSchemaResponse, error) {
	a, err := p.whole.GetProviderSchema(ctx, q)
	if err != nil {
		return a, err
	}

	for _, name := range p.types {
		if a.ResourceSchemas[name] == nil && a.DataSourceSchemas[name] == nil && a.EphemeralResourceSchemas[name] == nil {
			return nil, fmt.Errorf("the provider has no %s", name)
		}
	}

	only(a.ResourceSchemas, p.types)
	only(a.DataSourceSchemas, p.types)
	only(a.EphemeralResourceSchemas, p.types)
	only(a.ListResourceSchemas, p.types)
	only(a.ActionSchemas, p.types)

	return a, nil
}

// GetResourceIdentitySchemas has those of the test's types.
func (p part) GetResourceIdentitySchemas(ctx context.Context, q *tfprotov6.GetResourceIdentitySchemasRequest) (*tfprotov6.GetResourceIdentitySchemasResponse, error) {
	a, err := p.whole.GetResourceIdentitySchemas(ctx, q)
	if err == nil {
		only(a.IdentitySchemas, p.types)
	}

	return a, err
}

func only[V any](all map[string]V, names []string) {
	maps.DeleteFunc(all, func(name string, _ V) bool { return !slices.Contains(names, name) })
}
