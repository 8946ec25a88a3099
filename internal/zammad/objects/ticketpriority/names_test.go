// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ticketpriority_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

// TestNamesAtPlan: a name that is given twice, or that another priority has, is found before
// anything is made. Letters of another case are another name.
func TestNamesAtPlan(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	both := config(proof.Attrs{"name": "4 urgent"})
	both["zammad_ticket_priority.twin"] = proof.Attrs{"name": "4 urgent"}
	wantError(t, w.core.Plan(both).Diags, "Same Name Twice", "to two ticket priorities")

	both["zammad_ticket_priority.twin"]["name"] = "4 Urgent"

	if d := w.core.Apply(both); len(d.Errors()) > 0 {
		t.Error(d)
	}

	both["zammad_ticket_priority.low"] = proof.Attrs{"name": "1 low"}

	// A refusal where what is in state was read before, a warning where it was not yet.
	text := w.core.Plan(both).Diags.String()
	for _, part := range []string{"Ticket Priority Exists Already", `"1 low" is taken already`, "import {"} {
		if !strings.Contains(text, part) {
			t.Errorf("no %s in:\n%s", part, text)
		}
	}
}
