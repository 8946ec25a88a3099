// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providerblock_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/providerblock"
)

// TestCredential: one of two ways, the block before the environment; the rest is refused.
func TestCredential(t *testing.T) {
	t.Parallel()

	type values map[string]string

	for name, row := range map[string]struct {
		block, env values
		want       string // the three values, or
		at, says   string // where an error is, and its words
	}{
		"one in the environment": {env: values{"KEY": "k"}, want: "k,,"},
		"two in the environment": {env: values{"USER": "u", "PASSWORD": "p"}, want: ",u,p"},
		"one of the block":       {block: values{"key": "k"}, env: values{"USER": "u", "PASSWORD": "p"}, want: "k,,"},
		"two of the block":       {block: values{"user": "u", "password": "p"}, env: values{"KEY": "k"}, want: ",u,p"},
		"half of the block":      {block: values{"password": "p"}, env: values{"KEY": "k", "USER": "u"}, want: ",u,p"},

		"one with a new line": {block: values{"key": " k\n"}, want: "k,,"},
		"two with new lines":  {block: values{"user": "u\r\n", "password": " p \n"}, want: ",u, p "},

		"a key of white space": {block: values{"key": " \n"}, at: "key", says: "Set ACME_KEY to a key"},
		"a broken key": {
			block: values{"key": "bro\nken"}, at: "key",
			says: "key in the provider block has white space or a control character in it, such as a line break: copy it again.",
		},
		"a broken key of the environment": {env: values{"KEY": "bro\u0001ken"}, at: "key", says: "ACME_KEY in the environment has white space"},
		"a key of two words":              {block: values{"key": "bro\u00a0ken"}, at: "key", says: "copy it again"},
		"a password of two words":         {block: values{"user": "u", "password": "p\u00a0ä p"}, want: ",u,p\u00a0ä p"},
		"a broken user": {
			block: values{"user": "bro\tken", "password": "p"}, at: "user", says: "user in the provider block has a control character in it",
		},
		"a broken password": {
			env: values{"USER": "u", "PASSWORD": "bro\r\nken"}, at: "password", says: "ACME_PASSWORD in the environment has a control character in it",
		},

		"both in the environment": {
			env: values{"KEY": "k", "USER": "u"}, at: "key",
			says: "Both ACME_KEY in the environment and ACME_USER in the environment are given: keep one of key (ACME_KEY) and user with password (ACME_USER, ACME_PASSWORD).",
		},
		"both in the block": {
			block: values{"key": "k", "password": "p"}, env: values{"USER": "u"}, at: "key",
			says: "Both key in the provider block and password in the provider block are given",
		},
		"nothing":       {at: "key", says: "Set ACME_KEY to a key, or ACME_USER and ACME_PASSWORD to a name and password, or the arguments"},
		"a user alone":  {block: values{"user": "u"}, at: "password", says: "A user needs both user and password; password is missing. Set it, or ACME_PASSWORD."},
		"no user at it": {env: values{"PASSWORD": "p"}, at: "user", says: "user is missing. Set it, or ACME_USER."},
	} {
		env := map[string]string{}
		for variable, value := range row.env {
			env["ACME_"+variable] = value
		}

		setting := func(name string) providerblock.Setting {
			value, ok := row.block[name]
			if !ok {
				return block(env).Setting(name, types.StringNull())
			}

			return block(env).Setting(name, types.StringValue(value))
		}

		var diags diag.Diagnostics

		one, first, second := providerblock.Credential{
			One: setting("key"), First: setting("user"), Second: setting("password"), OneIs: "a key", TwoAre: "a name and password", Needs: "A user",
		}.Take(&diags)

		if row.says == "" {
			if got := one + "," + first + "," + second; got != row.want || len(diags) > 0 {
				t.Errorf("%s: %s %v", name, got, diags)
			}

			continue
		}

		if diags.ErrorsCount() != 1 {
			t.Errorf("%s: %v", name, diags)

			continue
		}

		if d, ok := diags[0].(diag.DiagnosticWithPath); !ok || d.Path().String() != row.at || !strings.Contains(d.Detail(), row.says) || strings.Contains(d.Detail(), "ken") {
			t.Errorf("%s: %v", name, diags)
		}
	}
}
