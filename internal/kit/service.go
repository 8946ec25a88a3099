// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/resource"
)

// Service is what one object's folder offers to the provider, and what it declares of it.
type Service struct {
	// Group is where the documentation lists what the folder has.
	Group string

	// Calls are the operations that each type may send, such as "GET /things/{id}", by its
	// Terraform type, a data source's with "data." before it, an action's with "action.". What every type may send is
	// its scope's business.
	Calls map[string][]string

	Resources          []func() resource.Resource
	DataSources        []func() datasource.DataSource
	EphemeralResources []func() ephemeral.EphemeralResource
	Functions          []func() function.Function
	Actions            []func() action.Action
}

// Placed is a resource or a data source of this kernel.
type Placed interface {
	// Places returns the names of the attributes that say where the object lives.
	Places() []string
}

// Places returns the names of the attributes that say where the object lives.
func (b *Base) Places() []string {
	var names []string
	for _, key := range b.scope.Keys() {
		names = append(names, key.Name)
	}

	return names
}

// Places returns the names of the attributes that say where the object lives.
func (d *DataSource) Places() []string { return d.base.Places() }
