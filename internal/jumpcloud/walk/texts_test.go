// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"maps"
	"strings"
	"testing"
)

// free are the attributes that a person may fill with any text.
var free = []string{"name", "description", "notes", "contact_name", "email_disclaimer", "first_name", "last_name"}

// A service may take the white space around a text away: what was written stays in state,
// nothing is tainted, and no plan goes on about it.
func TestTextsThatTheServiceTrims(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, _ *world, name string, r row) {
		t.Helper()

		w := bareWorld(t, map[string]string{"texts": "trim"})
		attrs := w.configured(name, r)
		padded, spaced := maps.Clone(attrs), 0

		for _, attribute := range free {
			if text, ok := attrs[attribute].(string); ok && text != "" {
				padded[attribute] = " " + text + "\n"
				spaced++
			}
		}

		if spaced == 0 {
			return
		}

		config := only(name+".this", padded)

		if d := w.Plan(config).Diags.Errors(); len(d) > 0 {
			// Then the provider says so before anything is sent.
			if !strings.Contains(d.String(), "white space") && !strings.Contains(d.String(), "characters") {
				t.Errorf("%s", d)
			}

			return
		}

		if d := w.Apply(config).Errors(); len(d) > 0 {
			t.Errorf("%s", d)
		}

		for _, attribute := range free {
			if got := w.State(name + ".this")[attribute]; padded[attribute] != nil && got != padded[attribute] {
				t.Errorf("%s is %q in state, was written as %q", attribute, got, padded[attribute])
			}
		}

		for _, problem := range append(w.unsettled(config), w.bugs...) {
			t.Error(problem)
		}

		if d := w.Destroy().Errors(); len(d) > 0 {
			t.Errorf("destroy: %s", d)
		}
	})
}
