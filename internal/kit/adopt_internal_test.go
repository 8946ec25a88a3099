// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

type privateState map[string]string

func (p privateState) GetKey(_ context.Context, key string) ([]byte, diag.Diagnostics) {
	return []byte(p[key]), nil
}

// TestAdopt: what is configured first after an import is no change, all else is.
func TestAdopt(t *testing.T) {
	t.Parallel()

	imported := privateState{importedKey: `"true"`}
	of := tftypes.Object{AttributeTypes: map[string]tftypes.Type{"key": tftypes.String, "key_wo_version": tftypes.Number, "name": tftypes.String}}
	object := func(key, version, name any) tfsdk.State {
		return tfsdk.State{Raw: tftypes.NewValue(of, map[string]tftypes.Value{
			"key": tftypes.NewValue(tftypes.String, key), "key_wo_version": tftypes.NewValue(tftypes.Number, version),
			"name": tftypes.NewValue(tftypes.String, name),
		})}
	}

	for name, c := range map[string]struct {
		private           privateState
		was, is, becoming tfsdk.State
	}{
		"first version after an import": {imported, object(nil, nil, "a"), object(nil, 1, "b"), object(nil, 1, "a")},
		"first text after an import":    {imported, object(nil, nil, "a"), object("x", nil, "b"), object("x", nil, "a")},
		"not known yet":                 {imported, object(nil, nil, "a"), object(tftypes.UnknownValue, nil, "a"), object(tftypes.UnknownValue, nil, "a")},
		"given to what was made":        {privateState{}, object(nil, nil, "a"), object(nil, 1, "b"), object(nil, nil, "a")},
		"raised":                        {imported, object(nil, 1, "a"), object(nil, 2, "b"), object(nil, 1, "a")},
		"another kind of secret":        {imported, object("x", nil, "a"), object(nil, 1, "b"), object("x", nil, "a")},
		"not given":                     {imported, object(nil, nil, "a"), object(nil, nil, "b"), object(nil, nil, "a")},
		"taken away":                    {imported, object(nil, 1, "a"), object(nil, nil, "b"), object(nil, 1, "a")},
	} {
		b := &Base{object: Object{Hidden: HiddenSecret("key")}}
		prior := c.was

		if b.adopt(t.Context(), c.private, c.is, &prior); !prior.Raw.Equal(c.becoming.Raw) {
			t.Errorf("%s: %s", name, prior.Raw)
		}
	}
}
