// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// What exists by itself is taken over, which a second resource could do as well: each would undo the
// other with every apply. A plan refuses two that set the same, whether both are new or one is. A
// resource under a new address is one, since the other is destroyed.
func TestTakenOverOnce(t *testing.T) {
	t.Parallel()
	each(t, func(_ *testing.T, w *world, name string, r row) {
		if r.life != adopted {
			return
		}

		attrs := w.configured(name, r)
		both := acctest.Config{name + ".this": attrs, name + ".other": attrs}

		var found []string

		refused := func(when string) {
			if d := w.Plan(both).Diags.Errors(); !strings.Contains(d.String(), " Twice") {
				found = append(found, fmt.Sprintf("%s: planned %s", when, d))
			}
		}

		refused("both are new")

		if d := w.Apply(only(name+".this", attrs)).Errors(); len(d) > 0 {
			found = append(found, d.String())
		}

		refused("one is new")

		if d := w.Apply(only(name+".other", attrs)).Errors(); len(d) > 0 {
			found = append(found, "renamed: "+d.String())
		}

		w.check("taken-over-once/"+name, found...)
	})
}
