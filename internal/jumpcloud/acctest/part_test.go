// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package acctest_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

// TestFactories_OfSomeTypes: Terraform learns of the types that a test names, and of no other. One
// that the provider does not have is refused.
func TestFactories_OfSomeTypes(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	schema := func(types ...string) (*tfprotov6.GetProviderSchemaResponse, error) {
		server, err := acctest.Factories(s, acctest.As(s, simulator.RoleBilling), types...)["jumpcloud"]()
		if err != nil {
			t.Fatal(err)
		}

		return server.GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
	}

	some, err := schema("jumpcloud_iplist", "jumpcloud_iplists")
	if err != nil {
		t.Fatal(err)
	}

	resources, data := slices.Sorted(maps.Keys(some.ResourceSchemas)), slices.Sorted(maps.Keys(some.DataSourceSchemas))
	if !slices.Equal(resources, []string{"jumpcloud_iplist"}) || !slices.Contains(data, "jumpcloud_iplists") || len(data) > 2 || some.Provider == nil {
		t.Errorf("resources %v, data sources %v", resources, data)
	}

	if all, err := schema(); err != nil || len(all.ResourceSchemas) < 20 {
		t.Errorf("where none is named: %d types, %v", len(all.ResourceSchemas), err)
	}

	if _, err := schema("jumpcloud_iplits"); err == nil || !strings.Contains(err.Error(), "jumpcloud_iplits") {
		t.Errorf("a type that is not there: %v", err)
	}
}
