// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// The module takes the arguments that a tenant's file is written with, and no others but those
// that say where an object lives and what its secrets are.
func TestTheModuleTakesWhatIsWritten(t *testing.T) {
	t.Parallel()

	raw, err := written.ReadFile("baseline/modules/tenant/main.tf")
	if err != nil {
		t.Fatal(err)
	}

	file, diags := hclsyntax.ParseConfig(raw, "main.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}

	want := map[string][]string{"jumpcloud_organization": organizationArguments}
	for _, s := range sections {
		want[s.typeName] = s.arguments
	}

	body, ok := file.Body.(*hclsyntax.Body)
	if !ok {
		t.Fatalf("a body is a %T", file.Body)
	}

	for _, block := range body.Blocks {
		if block.Type != "resource" {
			continue
		}

		arguments := slices.DeleteFunc(slices.Sorted(maps.Keys(block.Body.Attributes)), func(name string) bool {
			return name == "for_each" || name == "organization_id" || strings.HasPrefix(name, "sensitive_values_wo")
		})

		if typeName := block.Labels[0]; !slices.Equal(arguments, slices.Sorted(slices.Values(want[typeName]))) {
			t.Errorf("%s takes %q, want %q", typeName, arguments, want[typeName])
		} else {
			delete(want, typeName)
		}
	}

	if len(want) > 0 {
		t.Errorf("the module lacks %v", want)
	}
}
