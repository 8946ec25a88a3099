// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization_test

import (
	"maps"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestOrganizationThatSomebodyElseMakesMeanwhile: an organization that appears while a creation is
// unclear is ours only if it has the name and the seat cap that were sent. Of what was not sent, it
// may have anything.
func TestOrganizationThatSomebodyElseMakesMeanwhile(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		attrs   acctest.Attrs
		differs sim.Doc
		ours    bool
	}{
		"in nothing":          {attrs: acctest.Attrs{"max_system_users": 5}, ours: true},
		"in nothing we sent":  {differs: sim.Doc{"logoUrl": "https://nova.example/logo.png"}, ours: true},
		"in name":             {differs: sim.Doc{"name": "Other", "displayName": "Other"}},
		"in the seat cap":     {attrs: acctest.Attrs{"max_system_users": 5}, differs: sim.Doc{"maxSystemUsers": 6}},
		"in having none":      {attrs: acctest.Attrs{"max_system_users": 5}, differs: sim.Doc{"maxSystemUsers": nil}},
		"in a seat cap of 0":  {attrs: acctest.Attrs{"max_system_users": 0}, differs: sim.Doc{"maxSystemUsers": nil}},
		"in a seat cap not 0": {attrs: acctest.Attrs{"max_system_users": 0}, differs: sim.Doc{"maxSystemUsers": 1}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, simulator.RoleBilling, nil)
				attrs := acctest.Attrs{"name": "Nova", "allow_duplicate_name": true}
				maps.Copy(attrs, c.attrs)
				w.MustApply(config(attrs))

				other := w.named("Nova")[0]
				first := w.one("Nova")
				w.Sim.Organizations(w.ProviderID).Remove(first)
				w.Forget(nova)
				maps.Copy(other, c.differs)
				maps.DeleteFunc(other, func(_ string, v any) bool { return v == nil })

				id := ""

				w.Sim.Inject(sim.Meanwhile(func() {
					id = w.Sim.IDs.ObjectID()
					other["id"] = id
					w.Sim.Organizations(w.ProviderID).Put(id, other)
				}))

				d := w.Apply(config(attrs))

				if took := w.State(nova)["id"] == id; took != c.ours {
					t.Errorf("took it over: %t, %s", took, d)
				}
			})
		})
	}
}
