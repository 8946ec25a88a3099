// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// What is nearly right is told how it would be; of anything else nothing is guessed.
func TestForm(t *testing.T) {
	t.Parallel()

	for value, says := range map[types.String]string{
		types.StringNull():           "",
		types.StringUnknown():        "",
		types.StringValue("hall"):    "",
		types.StringValue("h4ll"):    `place must be small letters, and is "h4ll".`,
		types.StringValue(" h4ll "):  `place must be small letters, and is " h4ll ".`,
		types.StringValue("HALL"):    `place must be small letters, and is "HALL". It is written in lower case: "hall".`,
		types.StringValue("hall\n"):  `place must be small letters, and is "hall\n". There are blanks around it: write "hall".`,
		types.StringValue("\u200bH"): `place must be small letters, and is "\u200bH". There are blanks around it, and it is written in lower case: "h".`,
	} {
		var resp validator.StringResponse

		letters.Valid().ValidateString(t.Context(), validator.StringRequest{Path: path.Root("place"), ConfigValue: value}, &resp)

		if resp.Diagnostics.HasError() != (says != "") || says != "" && resp.Diagnostics[0].Detail() != says {
			t.Errorf("%s: %v, want %q", value, resp.Diagnostics, says)
		}
	}
}

// A path is told as a person writes it.
func TestInWords(t *testing.T) {
	t.Parallel()

	for want, at := range map[string]path.Path{
		"":                            path.Empty(),
		"rule":                        path.Root("rule"),
		"rule.name":                   path.Root("rule").AtName("name"),
		"rules[1].name":               path.Root("rules").AtListIndex(1).AtName("name"),
		`by_id["a"].name`:             path.Root("by_id").AtMapKey("a").AtName("name"),
		"an element of ids":           path.Root("ids").AtSetValue(types.StringValue("x")),
		"name of an element of rules": path.Root("rules").AtSetValue(types.StringValue("x")).AtName("name"),
	} {
		if got := kit.InWords(at); got != want {
			t.Errorf("%s is %q, want %q", at, got, want)
		}
	}
}
