// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

type privateState map[string]string

func (p privateState) GetKey(_ context.Context, key string) ([]byte, diag.Diagnostics) {
	return []byte(p[key]), nil
}

// TestAdopted: only the first version after an import is taken without its secret.
func TestAdopted(t *testing.T) {
	t.Parallel()

	imported := privateState{importedKey: `"true"`}
	one, two, none := types.Int64Value(1), types.Int64Value(2), types.Int64Null()

	for name, c := range map[string]struct {
		private privateState
		was, is types.Int64
		want    int
	}{
		"first after an import":  {imported, none, one, 1},
		"given to what was made": {privateState{}, none, one, 0},
		"raised":                 {imported, one, two, 0},
		"not given":              {imported, none, none, 0},
		"taken away":             {imported, one, none, 0},
	} {
		get := func(v types.Int64) func(context.Context, path.Path, any) diag.Diagnostics {
			return func(_ context.Context, at path.Path, into any) diag.Diagnostics {
				if !at.Equal(path.Root("key_wo_version")) {
					t.Errorf("%s: asks for %s", name, at)
				}

				*into.(*types.Int64) = v //nolint:forcetypeassert // what adopted asks for

				return nil
			}
		}

		b := &Base[struct{}]{object: Object{SecretVersions: []string{"key_wo_version"}}}
		if names, diags := b.adopted(t.Context(), c.private, get(c.was), get(c.is)); len(names) != c.want || len(diags) > 0 {
			t.Errorf("%s: %v %v", name, names, diags)
		}
	}
}
