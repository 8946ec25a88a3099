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

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
)

// TestIndexNamesEveryVariable: the table of the first page has each variable of the environment
// that the provider reads, and no other.
func TestIndexNamesEveryVariable(t *testing.T) {
	t.Parallel()

	asked := map[string]bool{}

	server, err := providerserver.NewProtocol6WithError(provider.New("test", provider.WithEnvironment(func(name string) string {
		asked[name] = true

		return ""
	}))())()
	if err != nil {
		t.Fatal(err)
	}

	schema, err := server.GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		t.Fatal(err)
	}

	// An empty block.
	typ := schema.Provider.ValueType()

	empty := map[string]tftypes.Value{}
	for name, attribute := range typ.(tftypes.Object).AttributeTypes { //nolint:forcetypeassert // a block is one
		empty[name] = tftypes.NewValue(attribute, nil)
	}

	config, err := tfprotov6.NewDynamicValue(typ, tftypes.NewValue(typ, empty))
	if err != nil {
		t.Fatal(err)
	}

	if _, err := server.ConfigureProvider(t.Context(), &tfprotov6.ConfigureProviderRequest{Config: &config}); err != nil {
		t.Fatal(err)
	}

	inTable := map[string]bool{}
	for _, row := range regexp.MustCompile("(?m)^\\| `(JUMPCLOUD_[A-Z_]+)` \\|").FindAllStringSubmatch(read(t, "templates/index.md.tmpl"), -1) {
		inTable[row[1]] = true
	}

	if !maps.Equal(asked, inTable) {
		t.Errorf("the provider reads\n%v\nand the table has\n%v", slices.Sorted(maps.Keys(asked)), slices.Sorted(maps.Keys(inTable)))
	}
}

// TestIndexLinksEveryGuide: a guide that the first page does not name is found by nobody.
func TestIndexLinksEveryGuide(t *testing.T) {
	t.Parallel()

	index := read(t, "templates/index.md.tmpl")

	for _, guide := range glob(t, "templates/guides/*.md") {
		if !strings.Contains(index, "(guides/"+filepath.Base(guide)+")") {
			t.Errorf("the index does not link %s", guide)
		}
	}
}
