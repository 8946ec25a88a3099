// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providerblock

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Services are all objects of a provider. A provider embeds them, and thereby tells Terraform
// their types.
type Services []func() kit.Service

// Resources returns the constructors of all resources.
func (s Services) Resources(context.Context) []func() resource.Resource {
	return every(s, func(one kit.Service) []func() resource.Resource { return one.Resources })
}

// ListResources are those of the resources that say how their objects are found.
func (s Services) ListResources(ctx context.Context) []func() list.ListResource {
	var all []func() list.ListResource

	for _, construct := range s.Resources(ctx) {
		if AsList(construct()) != nil {
			all = append(all, func() list.ListResource { return AsList(construct()) })
		}
	}

	return all
}

// AsList returns the list resource of a resource, or nil where its objects cannot be found.
func AsList(r resource.Resource) list.ListResource {
	if l, ok := r.(kit.Listable); ok {
		return l.AsList()
	}

	return nil
}

// DataSources returns the constructors of all data sources.
func (s Services) DataSources(context.Context) []func() datasource.DataSource {
	return every(s, func(one kit.Service) []func() datasource.DataSource { return one.DataSources })
}

// EphemeralResources returns the constructors of all ephemeral resources.
func (s Services) EphemeralResources(context.Context) []func() ephemeral.EphemeralResource {
	return every(s, func(one kit.Service) []func() ephemeral.EphemeralResource { return one.EphemeralResources })
}

// Actions returns the constructors of all actions.
func (s Services) Actions(context.Context) []func() action.Action {
	return every(s, func(one kit.Service) []func() action.Action { return one.Actions })
}

// Functions returns the constructors of all functions.
func (s Services) Functions(context.Context) []func() function.Function {
	return every(s, func(one kit.Service) []func() function.Function { return one.Functions })
}

// ConfigValidators refuses what means nothing in the provider block.
func (Services) ConfigValidators(context.Context) []provider.ConfigValidator {
	return []provider.ConfigValidator{kit.Meaningful{}}
}

// every joins what the services have of one kind, in their order.
func every[T any](s Services, of func(kit.Service) []T) []T {
	var all []T
	for _, service := range s {
		all = append(all, of(service())...)
	}

	return all
}
