// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2/hclparse"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
)

// anID is the form of every id of JumpCloud.
var anID = regexp.MustCompile(tenancy.ObjectID.Pattern.String() + "|" + tenancy.UUID.Pattern.String())

// notOfJumpCloud are attributes that end as ids do and hold those of other systems, of any form.
var notOfJumpCloud = []string{
	"addition_id", "agreement_id", "company_id", "contract_id", "service_id", // of a PSA
	"client_id", "managed_apple_id",
}

// TestMocksHaveAllIDs: the mocks for module tests give every id that the provider computes, of
// every resource and data source, and nothing that there is not.
func TestMocksHaveAllIDs(t *testing.T) {
	t.Parallel()

	mocked := mockedIDs(t)

	schemas, err := providerserver.NewProtocol6(provider.New("test")())().GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		t.Fatal(err)
	}

	for block, types := range map[string]map[string]*tfprotov6.Schema{"mock_resource": schemas.ResourceSchemas, "mock_data": schemas.DataSourceSchemas} {
		for name, schema := range types {
			address := block + " " + name
			mock := mocked[address]

			for _, a := range schema.Block.Attributes {
				if _, ok := mock[a.Name]; !ok && computesID(a) {
					t.Errorf("%s gives no %s", address, a.Name)
				}

				if computesID(a) {
					delete(mock, a.Name)
				}
			}

			if len(mock) > 0 {
				t.Errorf("%s gives what is no id that the provider computes: %v", address, slices.Sorted(maps.Keys(mock)))
			}

			delete(mocked, address)
		}
	}

	for address := range mocked {
		t.Errorf("%s: there is no such type", address)
	}
}

func computesID(a *tfprotov6.SchemaAttribute) bool {
	return a.Computed && a.Type != nil && a.Type.Is(tftypes.String) && (a.Name == "id" || strings.HasSuffix(a.Name, "_id")) &&
		!slices.Contains(notOfJumpCloud, a.Name)
}

// mockedIDs are the values of the example's mocks, by block and type. Each has the form of an id.
func mockedIDs(t *testing.T) map[string]map[string]string {
	t.Helper()

	file, diags := hclparse.NewParser().ParseHCLFile(filepath.Join(moduleMocks, "jumpcloud.tfmock.hcl"))
	if diags.HasErrors() {
		t.Fatal(diags)
	}

	all := map[string]map[string]string{}

	for _, b := range file.Body.(*hclsyntax.Body).Blocks { //nolint:forcetypeassert // of a file in HCL
		address := b.Type + " " + strings.Join(b.Labels, " ")
		if all[address] != nil {
			t.Errorf("%s is there twice", address)
		}

		values, diags := b.Body.Attributes["defaults"].Expr.Value(nil)
		if diags.HasErrors() {
			t.Fatal(diags)
		}

		all[address] = map[string]string{}

		for name, v := range values.AsValueMap() {
			all[address][name] = v.AsString()
			if !anID.MatchString(v.AsString()) {
				t.Errorf("%s: %s = %q is no id", address, name, v.AsString())
			}
		}
	}

	return all
}
