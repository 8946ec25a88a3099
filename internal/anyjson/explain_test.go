// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package anyjson_test

import (
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// TestExplain: what is wrong with a text is told by the place in it.
func TestExplain(t *testing.T) {
	t.Parallel()

	for text, says := range map[string]string{
		"":                        "it ends too early",
		`{"a":`:                   "it ends too early",
		"timeout":                 `'i' cannot stand at line 1, character 2`,
		"{\n  \"ü\": 1,\n  b: 2}": `'b' cannot stand at line 3, character 3`,
		`{"ü" 1}`:                 `'1' cannot stand at line 1, character 6`,
		"\u200b{}":                `'\u200b' cannot stand at line 1, character 1`,
		"{} {}":                   "more than one JSON value",
	} {
		if _, err := anyjson.Decode([]byte(text)); err == nil || anyjson.Explain(text, err).Error() != says {
			t.Errorf("%q: %v, want %q", text, anyjson.Explain(text, err), says)
		}
	}

	if err := anyjson.Explain("{}", nil); err != nil {
		t.Errorf("%v", err)
	}
}
