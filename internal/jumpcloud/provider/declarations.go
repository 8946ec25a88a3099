// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider

import (
	"context"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/providerblock"
)

// Declaration is what an object's folder says of one of its types.
type Declaration struct {
	Kind   string // resources, list-resources, data-sources, ephemeral-resources, actions or functions, as folders of the documentation
	Type   string // a function's name
	Group  string
	Calls  []string // such as "GET /api/v2/iplists/{id}"
	Places []string // attributes that say where the object lives
	Object int      // types of one folder have the same number
}

// Declarations returns those of all types.
func Declarations() []Declaration {
	var (
		all []Declaration
		ctx = context.Background() //nolint:forbidigo // nothing is asked of anybody
	)

	for n, of := range services {
		s := of()

		for _, construct := range s.Resources {
			var resp resource.MetadataResponse

			r := construct()
			r.Metadata(ctx, resource.MetadataRequest{ProviderTypeName: typeName}, &resp)
			all = append(all, Declaration{"resources", resp.TypeName, s.Group, s.Calls[resp.TypeName], places(r), n})

			if providerblock.AsList(r) != nil {
				all = append(all, Declaration{"list-resources", resp.TypeName, s.Group, reads(s.Calls[resp.TypeName]), nil, n})
			}
		}

		for _, construct := range s.DataSources {
			var resp datasource.MetadataResponse

			d := construct()
			d.Metadata(ctx, datasource.MetadataRequest{ProviderTypeName: typeName}, &resp)
			all = append(all, Declaration{"data-sources", resp.TypeName, s.Group, s.Calls["data."+resp.TypeName], places(d), n})
		}

		for _, construct := range s.EphemeralResources {
			var resp ephemeral.MetadataResponse

			e := construct()
			e.Metadata(ctx, ephemeral.MetadataRequest{ProviderTypeName: typeName}, &resp)
			all = append(all, Declaration{"ephemeral-resources", resp.TypeName, s.Group, s.Calls["ephemeral."+resp.TypeName], places(e), n})
		}

		for _, construct := range s.Actions {
			var resp action.MetadataResponse

			a := construct()
			a.Metadata(ctx, action.MetadataRequest{ProviderTypeName: typeName}, &resp)
			all = append(all, Declaration{"actions", resp.TypeName, s.Group, s.Calls["action."+resp.TypeName], places(a), n})
		}

		for _, construct := range s.Functions {
			var resp function.MetadataResponse

			construct().Metadata(ctx, function.MetadataRequest{}, &resp)
			all = append(all, Declaration{"functions", resp.Name, s.Group, nil, nil, n})
		}
	}

	return all
}

// reads are the calls that change nothing: a list resource sends no other.
func reads(calls []string) []string {
	return slices.DeleteFunc(slices.Clone(calls), func(call string) bool { return !strings.HasPrefix(call, "GET ") })
}

func places(object any) []string {
	if p, ok := object.(kit.Placed); ok {
		return p.Places()
	}

	return nil
}

// Tenant tells whether the type lives in an organization.
func (d Declaration) Tenant() bool { return slices.Contains(d.Places, "organization_id") }
