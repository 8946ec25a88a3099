// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// TestExemptionsOfOtherOrganizations: an exemption can name the organization of a device or user,
// whatever the service says of one that names none.
func TestExemptionsOfOtherOrganizations(t *testing.T) {
	t.Parallel()

	for _, filled := range []string{"as-sent", "own"} {
		for address, kind := range map[string]struct{ collection, member string }{
			devices: {groupsim.SystemGroups, groupsim.System},
			staff:   {groupsim.UserGroups, groupsim.User},
		} {
			t.Run(kind.member+" "+filled, func(t *testing.T) {
				t.Parallel()

				w := newWorld(t, map[string]string{"group-exemption-organization": filled})
				own, lent := w.object(kind.member, "own"), w.object(kind.member, "lent")

				theirs := *w
				theirs.Org = w.other
				foreign := theirs.object(kind.member, "foreign")

				config := func(exemptions ...any) acctest.Config {
					return w.one(address, acctest.Attrs{
						"name": "Macs", "membership_method": "DYNAMIC_AUTOMATED", "member_query_exemptions": exemptions,
						"member_query": map[string]any{"query_type": "FilterQuery", "filters": macs},
					})
				}
				in := func(id, organization any) any { return map[string]any{"id": id, "organization_id": organization} }
				wants := func(exemptions ...sim.Doc) {
					t.Helper()

					calls := w.Sim.Log().Writes()
					want := []any{}

					for _, e := range exemptions {
						e["type"] = kind.member
						want = append(want, e)
					}

					if got := calls[len(calls)-1].Object()["memberQueryExemptions"]; !reflect.DeepEqual(got, want) {
						t.Errorf("sent %v, want %v", got, want)
					}
				}

				// Made: each with what the configuration says of it.
				made := config(in(own, nil), in(foreign, w.other), in(lent, w.Org))
				w.MustApply(made)

				sent := []sim.Doc{{"id": own}, {"id": lent, "organizationId": w.Org}, {"id": foreign, "organizationId": w.other}}
				wants(sent...)

				// Imported: the group's own organization is not shown, since nobody can tell who wrote it.
				id := w.id(address)
				core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleBilling))
				wantNoError(t, core.Import(address, w.Org+"/"+id))
				core.MustPlanEmpty(config(in(own, nil), in(foreign, w.other), in(lent, nil)))

				// Drift: an organization that is named is watched.
				before := w.only(kind.collection)["memberQueryExemptions"]
				w.Sim.Change(kind.collection, w.Org, id, func(d sim.Doc) {
					d["memberQueryExemptions"] = []any{
						sim.Doc{"id": own, "type": kind.member, "organizationId": w.other},
						sim.Doc{"id": lent, "type": kind.member},
						sim.Doc{"id": foreign, "type": kind.member},
					}
				})

				if a := w.Plan(made).Actions()[address]; a != acctest.Update {
					t.Errorf("planned %s", a)
				}

				w.MustApply(made)
				wants(sim.Doc{"id": own, "organizationId": w.other}, sim.Doc{"id": lent, "organizationId": w.Org}, sim.Doc{"id": foreign, "organizationId": w.other})

				// Changed: one that the configuration named and leaves out is no longer said.
				w.Sim.Change(kind.collection, w.Org, id, func(d sim.Doc) { d["memberQueryExemptions"] = before })
				w.MustApply(config(in(lent, nil), in(own, w.Org)))
				wants(sim.Doc{"id": own, "organizationId": w.Org}, sim.Doc{"id": lent})

				// Cleared.
				w.MustApply(config())
				wants()

				// Not known before the apply.
				unknown := config(in(own, acctest.Unknown), in(acctest.Unknown, w.other))
				p := w.Plan(unknown)
				wantNoError(t, p.Diags)
				wantNoError(t, p.ApplyKnowing(config(in(own, w.Org), in(foreign, w.other))))
				w.MustPlanEmpty(config(in(own, w.Org), in(foreign, w.other)))
			})
		}
	}
}

// TestExemptionsAreChecked: an exemption is looked for in the organization that it names.
func TestExemptionsAreChecked(t *testing.T) {
	t.Parallel()

	w := newWorld(t, nil)
	own := w.object(groupsim.System, "own")
	foreign := groupsim.AddSystem(w.Sim.World, w.other, groupsim.Device{DisplayName: "foreign"})

	for name, c := range map[string]struct {
		exemptions []any
		says       []string
	}{
		"of another organization": {exempt(foreign), []string{"Not in This Organization", foreign, `"Globex" (` + w.other + `)`, "organization_id"}},
		"not in the one it names": {
			[]any{map[string]any{"id": own, "organization_id": w.other}},
			[]string{"Not in This Organization", own, `belongs to organization "Acme Inc"`, `not to "Globex"`},
		},
		"twice": {
			[]any{map[string]any{"id": foreign, "organization_id": w.other}, map[string]any{"id": foreign, "organization_id": w.Org}},
			[]string{"Exempted Twice", foreign, "Keep the one"},
		},
		"an organization by name": {[]any{map[string]any{"id": foreign, "organization_id": "Globex"}}, []string{`data "jumpcloud_organization"`}},
	} {
		t.Run(name, func(t *testing.T) {
			wantError(t, w.Plan(w.one(devices, acctest.Attrs{
				"name": "Macs", "membership_method": "DYNAMIC_AUTOMATED", "member_query_exemptions": c.exemptions,
				"member_query": map[string]any{"query_type": "FilterQuery", "filters": macs},
			})).Diags, append(c.says, "member_query_exemptions")...)
		})
	}
}
