// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providerblock_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/action"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/list"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/providerblock"
)

type (
	thing  struct{ resource.Resource }
	listed struct{ resource.Resource }
	listOf struct{ list.ListResource }
)

func (listed) AsList() list.ListResource { return listOf{} }

// TestServices: every kind is told of every service in order, and only what can be found is a
// list resource.
func TestServices(t *testing.T) {
	t.Parallel()

	s := providerblock.Services{
		func() kit.Service {
			return kit.Service{
				Resources:   []func() resource.Resource{func() resource.Resource { return thing{} }, func() resource.Resource { return listed{} }},
				DataSources: []func() datasource.DataSource{nil},
			}
		},
		func() kit.Service {
			return kit.Service{
				Resources:          []func() resource.Resource{func() resource.Resource { return thing{} }},
				DataSources:        []func() datasource.DataSource{nil},
				EphemeralResources: []func() ephemeral.EphemeralResource{nil},
				Actions:            []func() action.Action{nil},
				Functions:          []func() function.Function{nil},
			}
		},
	}

	ctx := t.Context()

	all := s.Resources(ctx)
	if len(all) != 3 || all[0]() != (thing{}) || all[1]() != (listed{}) || all[2]() != (thing{}) {
		t.Errorf("%d resources", len(all))
	}

	if lists := s.ListResources(ctx); len(lists) != 1 || lists[0]() != (listOf{}) {
		t.Errorf("%d list resources", len(lists))
	}

	if d, e, a, f := len(s.DataSources(ctx)), len(s.EphemeralResources(ctx)), len(s.Actions(ctx)), len(s.Functions(ctx)); d != 2 || e != 1 || a != 1 || f != 1 {
		t.Errorf("%d data sources, %d ephemeral resources, %d actions, %d functions", d, e, a, f)
	}

	if v := s.ConfigValidators(ctx); len(v) != 1 {
		t.Errorf("%v", v)
	} else if _, ok := v[0].(kit.Meaningful); !ok {
		t.Errorf("%v", v)
	}
}
