// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// A secret is sent when it is another one than the last, or may be, and never because it is left out.
func TestSecret(t *testing.T) {
	t.Parallel()

	plain := func(s string) kit.Secret { return kit.Secret{Name: "key", Plain: types.StringValue(s)} }
	hidden := func(s string, version int64) kit.Secret {
		return kit.Secret{Name: "key", WriteOnly: types.StringValue(s), Version: types.Int64Value(version)}
	}
	kept := func(version int64) kit.Secret { return kit.Secret{Name: "key", Version: types.Int64Value(version)} }
	none := kit.Secret{Name: "key"}

	for name, row := range map[string]struct {
		now, prior            kit.Secret
		changed, given, known bool
		value                 string
		at                    string
	}{
		"none":                        {none, none, false, false, false, "", "key_wo"},
		"plain and new":               {plain("a"), none, true, true, true, "a", "key"},
		"plain, the same":             {plain("a"), plain("a"), false, true, true, "a", "key"},
		"plain, another":              {plain("b"), plain("a"), true, true, true, "b", "key"},
		"plain, not known yet":        {kit.Secret{Name: "key", Plain: types.StringUnknown()}, plain("a"), true, true, true, "", "key"},
		"hidden and new":              {hidden("a", 1), none, true, true, true, "a", "key_wo"},
		"hidden, another, not raised": {hidden("b", 1), kept(1), false, true, true, "b", "key_wo"},
		"hidden and raised":           {hidden("b", 2), kept(1), true, true, true, "b", "key_wo"},
		"hidden instead of plain":     {hidden("a", 1), plain("a"), true, true, true, "a", "key_wo"},
		"plain instead of hidden":     {plain("a"), kept(1), true, true, true, "a", "key"},
		"hidden is taken away":        {none, kept(1), false, false, false, "", "key_wo"},
		"plain is taken away":         {none, plain("a"), false, false, false, "", "key_wo"},
		"in state":                    {kept(1), none, true, false, true, "", "key_wo"},
	} {
		if changed := row.now.Changed(row.prior); changed != row.changed {
			t.Errorf("%s: changed: %t", name, changed)
		}

		if given, known := row.now.Given(), row.now.Known(); given != row.given || known != row.known {
			t.Errorf("%s: given: %t, known: %t", name, given, known)
		}

		if value := row.now.Value(); value != row.value || !row.now.Path().Equal(path.Root(row.at)) {
			t.Errorf("%s: %q at %s", name, value, row.now.Path())
		}
	}
}

// No form of a secret is shown, and the write-only one is not kept.
func TestSecretAttributesAreHidden(t *testing.T) {
	t.Parallel()

	all := kit.SecretAttributes("key", "The key.", "The key, never kept.")
	alone := kit.WriteOnlyAttributes("key", "The key, never kept.")

	if len(all) != 3 || len(alone) != 2 || alone["key"] != nil {
		t.Errorf("%v, %v", all, alone)
	}

	for name, row := range map[string]struct {
		of        map[string]schema.Attribute
		sensitive bool
		writeOnly bool
	}{
		"key":            {all, true, false},
		"key_wo":         {all, true, true},
		"key_wo_version": {all, false, false},
	} {
		a := row.of[name]
		if a.IsSensitive() != row.sensitive || a.IsWriteOnly() != row.writeOnly || !a.IsOptional() || a.IsComputed() || a.IsRequired() {
			t.Errorf("%s: %v", name, a)
		}
	}

	if a := alone["key_wo"]; !a.IsSensitive() || !a.IsWriteOnly() || !a.IsOptional() {
		t.Errorf("alone: %v", a)
	}
}
