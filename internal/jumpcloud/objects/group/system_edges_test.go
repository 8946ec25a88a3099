// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"maps"
	"reflect"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const laptop = "jumpcloud_system_association.x"

// deviceEdge is an association of a device with an object of a type.
func deviceEdge(t *testing.T, switches map[string]string, to string) (w *world, device groupsim.Ref, attrs acctest.Attrs) {
	t.Helper()

	w = newWorld(t, switches)
	device = groupsim.Ref{Type: groupsim.System, ID: w.object(groupsim.System, "Laptop")}

	return w, device, acctest.Attrs{"system_id": device.ID, "target_type": to, "target_id": w.object(to, "one")}
}

func TestSystemAssociationLifeCycle(t *testing.T) {
	t.Parallel()

	for _, to := range []string{groupsim.Command, groupsim.Policy, groupsim.PolicyGroup, groupsim.User, groupsim.UserGroup} {
		t.Run(to, func(t *testing.T) {
			t.Parallel()

			w, device, attrs := deviceEdge(t, nil, to)
			id, _ := attrs["target_id"].(string)
			w.MustApply(w.one(laptop, attrs))

			if want, got := (sim.Doc{"op": "add", "type": to, "id": id}), w.Sim.Log().Calls("POST", "")[0].Object(); !reflect.DeepEqual(got, want) {
				t.Errorf("sent %v, want %v", got, want)
			}

			want := w.In(attrs)
			want["sudo_enabled"], want["sudo_without_password"] = false, false
			w.wantState(laptop, want)

			w.forget()
			w.MustPlanEmpty(w.one(laptop, attrs))
			w.wantCalls("GET systems/{system_id}/associations 200")

			core := acctest.NewCore(t, w.Sim, acctest.As(w.Sim, simulator.RoleTenant))
			wantNoError(t, core.Import(laptop, w.Org+"/"+device.ID+"/"+to+"/"+id))
			core.MustPlanEmpty(w.one(laptop, attrs))

			// Removed in the console: planned again. Gone before it is destroyed: no error.
			groupsim.Unbind(w.Sim.World, w.Org, device, groupsim.Ref{Type: to, ID: id})

			if plan := w.Plan(w.one(laptop, attrs)); plan.Actions()[laptop] != acctest.Create {
				t.Errorf("%v %s", plan.Actions(), plan.Diags)
			}

			w.MustApply(w.one(laptop, attrs))
			wantNoError(t, w.Destroy())

			if left := w.targets(device, to); len(left) > 0 {
				t.Errorf("left %v", left)
			}

			attrs["target_id"] = missing
			wantError(t, w.Plan(w.one(laptop, attrs)).Diags, "Not in This Organization", missing)
		})
	}
}

func TestSystemAssociationRights(t *testing.T) {
	t.Parallel()

	for _, answer := range []string{"conflict", "accept"} {
		w, device, attrs := deviceEdge(t, map[string]string{"graph-association-twice": answer}, groupsim.User)
		user := groupsim.Ref{Type: groupsim.User, ID: attrs["target_id"].(string)} //nolint:forcetypeassert // a wrong type fails the test

		attrs["sudo_enabled"] = true
		w.MustApply(w.one(laptop, attrs))

		rights := sim.Doc{"sudo": sim.Doc{"enabled": true, "withoutPassword": false}}
		if want, got := (sim.Doc{"op": "add", "type": "user", "id": user.ID, "attributes": rights}), w.Sim.Log().Calls("POST", "")[0].Object(); !reflect.DeepEqual(got, want) {
			t.Errorf("sent %v, want %v", got, want)
		}

		attrs["sudo_without_password"] = true
		w.forget()
		wantNoError(t, w.Apply(w.one(laptop, attrs)))

		rights = sim.Doc{"sudo": sim.Doc{"enabled": true, "withoutPassword": true}}
		if want, got := (sim.Doc{"op": "update", "type": "user", "id": user.ID, "attributes": rights}), w.Sim.Log().Calls("POST", "")[0].Object(); !reflect.DeepEqual(got, want) {
			t.Errorf("sent %v, want %v", got, want)
		}

		// Left out, the rights are taken away; given in the console, they show.
		delete(attrs, "sudo_enabled")
		delete(attrs, "sudo_without_password")
		w.MustApply(w.one(laptop, attrs))
		w.wantState(laptop, acctest.Attrs{"sudo_enabled": false, "sudo_without_password": false})

		groupsim.Unbind(w.Sim.World, w.Org, device, user)
		groupsim.Bind(w.Sim.World, w.Org, device, user)

		for _, id := range w.Sim.Docs(groupsim.Edges, w.Org).IDs() {
			w.Sim.Change(groupsim.Edges, w.Org, id, func(d sim.Doc) { d["attributes"] = rights })
		}

		if plan := w.Plan(w.one(laptop, attrs)); plan.Actions()[laptop] != acctest.Update {
			t.Errorf("%v %s", plan.Actions(), plan.Diags)
		}

		wantNoError(t, w.Destroy())
	}
}

// TestSystemAssociationIsThereAlready: an edge that somebody else made gets the rights that are
// configured.
func TestSystemAssociationIsThereAlready(t *testing.T) {
	t.Parallel()

	w, device, attrs := deviceEdge(t, nil, groupsim.User)
	groupsim.Bind(w.Sim.World, w.Org, device, groupsim.Ref{Type: groupsim.User, ID: attrs["target_id"].(string)}) //nolint:forcetypeassert // a wrong type fails the test

	attrs["sudo_enabled"] = true
	w.MustApply(w.one(laptop, attrs))
	w.wantState(laptop, acctest.Attrs{"sudo_enabled": true})
}

func TestSystemAssociationFaults(t *testing.T) {
	t.Parallel()

	for name, fault := range map[string]sim.Fault{
		"lost":    {Method: "POST", Times: 1, Drop: true, After: true},
		"dropped": {Method: "POST", Times: 1, Drop: true},
		"500":     {Method: "POST", Times: 1, Status: 500, After: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			w, device, attrs := deviceEdge(t, nil, groupsim.User)
			attrs["sudo_enabled"] = true

			w.Sim.Inject(fault)
			w.MustApply(w.one(laptop, attrs))

			if got := w.targets(device, groupsim.User); len(got) != 1 {
				t.Errorf("edges to %v", got)
			}
		})
	}

	w, device, attrs := deviceEdge(t, nil, groupsim.User)
	w.Sim.Inject(sim.Fault{Method: "POST", Status: 403})
	wantError(t, w.Apply(w.one(laptop, attrs)), "Unable to Create System Association", "check its role")

	if w.State(laptop) != nil || len(w.targets(device, groupsim.User)) > 0 {
		t.Error("an edge that was refused is in state")
	}
}

func TestSystemAssociationValidation(t *testing.T) {
	t.Parallel()

	w, _, attrs := deviceEdge(t, nil, groupsim.Policy)

	for says, more := range map[string]acctest.Attrs{
		"a target of type policy is none": {"sudo_enabled": true},
		"needs sudo_enabled = true":       {"sudo_without_password": true},
		"is not a target type":            {"target_type": "system_group"},
	} {
		all := maps.Clone(attrs)
		maps.Copy(all, more)
		wantError(t, w.Plan(w.one(laptop, all)).Diags, says)
	}

	wantNoError(t, w.Plan(w.one(laptop, acctest.Attrs{
		"system_id": acctest.Unknown, "target_type": acctest.Unknown, "target_id": acctest.Unknown, "sudo_enabled": acctest.Unknown, "sudo_without_password": true,
	})).Diags)

	// The same edge from the policy's end is warned of.
	config := w.one(laptop, attrs)
	config["jumpcloud_policy_association.x"] = w.In(acctest.Attrs{"policy_id": attrs["target_id"], "target_type": "system", "target_id": attrs["system_id"]})

	if d := w.Plan(config).Diags; len(d.Errors()) > 0 || len(d.Warnings()) != 1 {
		t.Errorf("planned with %s", d)
	}

	got, d := w.Data("jumpcloud_system_association", w.In(attrs))
	wantError(t, d, "Unable to Read System Association")

	if got["sudo_enabled"] != nil {
		t.Errorf("%v", got)
	}
}
