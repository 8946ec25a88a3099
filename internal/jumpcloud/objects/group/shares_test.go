// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group_test

import (
	"maps"
	"reflect"
	"slices"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const share = "jumpcloud_organization_share.acme"

var shareableTypes = []string{
	groupsim.ActiveDirectory, groupsim.Application, groupsim.GSuite, groupsim.PolicyGroup, groupsim.SystemGroup, groupsim.UserGroup,
}

// sharing is a world with an object of another organization, to be shared with the world's.
type sharing struct {
	*world

	object groupsim.Ref
}

func newSharing(t *testing.T, of string, switches map[string]string) *sharing {
	t.Helper()

	w := newWorld(t, switches)
	acme := w.Org
	w.Org = w.other
	id := w.object(of, "Tools")
	w.Org = acme

	return &sharing{w, groupsim.Ref{Type: of, ID: id}}
}

func (s *sharing) config() acctest.Config {
	return acctest.Config{share: {"object_type": s.object.Type, "object_id": s.object.ID, "organization_id": s.Org}}
}

func (s *sharing) with() []string {
	s.T.Helper()

	provider, _ := s.Sim.ProviderID(simulator.DefaultProvider)

	return groupsim.SharedWith(s.Sim.World, provider, s.object)
}

// bodies are what was posted since the log was last reset.
func (s *sharing) bodies() []sim.Doc {
	var all []sim.Doc
	for _, e := range s.Sim.Log().Calls("POST", "") {
		all = append(all, e.Object())
	}

	s.Sim.Log().Reset()

	return all
}

func TestShareLifeCycle(t *testing.T) {
	t.Parallel()

	for _, of := range shareableTypes {
		t.Run(of, func(t *testing.T) {
			t.Parallel()

			s := newSharing(t, of, nil)
			operation := func(op string) []sim.Doc {
				if of == groupsim.Application {
					return []sim.Doc{{"id": s.Org, "op": op}}
				}

				return []sim.Doc{{"id": s.Org, "op": op, "type": "organization"}}
			}

			s.MustApply(s.config())

			if got := s.bodies(); !reflect.DeepEqual(got, operation("add")) {
				t.Errorf("sent %v", got)
			}

			s.wantState(share, acctest.Attrs{"confirmed": true})
			s.MustPlanEmpty(s.config())

			got, d := s.Data("jumpcloud_organization_shares", acctest.Attrs{"object_type": of, "object_id": s.object.ID})
			wantNoError(t, d)

			if !reflect.DeepEqual(got["organization_ids"], []any{s.Org}) {
				t.Errorf("shared with %v", got["organization_ids"])
			}

			s.Forget(share)
			wantNoError(t, s.Import(share, of+"/"+s.object.ID+"/"+s.Org))
			s.MustPlanEmpty(s.config())
			wantError(t, s.Import("jumpcloud_organization_share.other", of+"/"+s.object.ID+"/"+s.other), "cannot be imported")

			// Ended in the console: shared again.
			groupsim.Unshare(s.Sim.World, s.object, s.Org)

			if a := s.Plan(s.config()).Actions()[share]; a != acctest.Create {
				t.Errorf("planned %q", a)
			}

			s.MustApply(s.config())
			s.Sim.Log().Reset()
			wantNoError(t, s.Destroy())

			if got := s.bodies(); !reflect.DeepEqual(got, operation("remove")) || len(s.with()) > 0 {
				t.Errorf("sent %v, still shared with %v", got, s.with())
			}
		})
	}
}

// TestShareThatIsThere: whatever the service answers to sharing again, and to ending what is not there.
func TestShareThatIsThere(t *testing.T) {
	t.Parallel()

	for _, switches := range []map[string]string{
		{"share-twice": "accept", "share-remove-missing": "not-found"}, {"share-twice": "conflict", "share-remove-missing": "accept"},
	} {
		for _, of := range []string{groupsim.GSuite, groupsim.UserGroup} {
			s := newSharing(t, of, switches)
			groupsim.Share(s.Sim.World, s.other, s.object, s.Org)
			s.MustApply(s.config())

			p := s.Plan(acctest.Config{})
			groupsim.Unshare(s.Sim.World, s.object, s.Org)
			wantNoError(t, p.Apply())
		}
	}
}

// TestShareThatNobodyShows: a service whose organizations hide what is shared with them. What
// Terraform did is believed, and planned once.
func TestShareThatNobodyShows(t *testing.T) {
	t.Parallel()

	s := newSharing(t, groupsim.PolicyGroup, map[string]string{"shared-group-shown": "no"})
	s.MustApply(s.config())
	s.wantState(share, acctest.Attrs{"confirmed": false})
	s.MustPlanEmpty(s.config())

	s.Forget(share)
	wantError(t, s.Import(share, "policy_group/"+s.object.ID+"/"+s.Org), "does not show this share", "an apply adopts it")
	s.MustApply(s.config())

	// Once shown, it is gone when it is shown no more.
	s.set("shared-group-shown", "yes")
	wantNoError(t, s.Refresh())
	s.wantState(share, acctest.Attrs{"confirmed": true})
	s.set("shared-group-shown", "no")

	if a := s.Plan(s.config()).Actions()[share]; a != acctest.Create {
		t.Errorf("planned %q", a)
	}

	s.MustApply(s.config())
	wantNoError(t, s.Destroy())

	if with := s.with(); len(with) > 0 {
		t.Errorf("still shared with %v", with)
	}
}

func (w *world) set(name, value string) {
	w.T.Helper()

	if err := w.Sim.Switches.Set(name, value); err != nil {
		w.T.Fatal(err)
	}
}

func TestFaultsOfShares(t *testing.T) {
	t.Parallel()

	for name, f := range map[string]struct {
		fault sim.Fault
		says  []string // nil: none
	}{
		"500":                     {fault: sim.Fault{Times: 1, Status: 500}},
		"committed but 500":       {fault: sim.Fault{Times: 1, Status: 500, After: true}},
		"committed, then dropped": {fault: sim.Fault{Times: 1, Drop: true, After: true}},
		"malformed":               {fault: sim.Fault{Times: 1, Malformed: true}},
		"429":                     {fault: sim.Fault{Times: 3, Status: 429, RetryAfter: "1"}},
		"404":                     {fault: sim.Fault{Status: 404}, says: []string{"must belong to the primary organization"}},
		"403":                     {fault: sim.Fault{Status: 403}, says: []string{"check its role"}},
	} {
		types := []string{groupsim.Application, groupsim.SystemGroup}
		if f.fault.Status == 500 && f.fault.After {
			types = shareableTypes // each has a way of its own to look what was made
		}

		for _, of := range types {
			f := f // each changes its own

			t.Run(name+" "+of, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					s := newSharing(t, of, nil)
					f.fault.Method = "POST"
					injected := s.Sim.Inject(f.fault)

					if d := s.Apply(s.config()); f.says == nil {
						wantNoError(t, d)
					} else {
						wantError(t, d, append([]string{"Unable to Create Organization Share"}, f.says...)...)
					}

					if want := f.says == nil; len(s.with()) == 1 != want || (s.State(share) != nil) != want {
						t.Errorf("shared with %v, state %v", s.with(), s.State(share))
					}

					injected.Remove()
					s.MustApply(s.config())

					f.fault.Method, f.fault.After = "GET", false
					if f.fault.Status == 404 {
						return // which says that it is gone
					}

					injected = s.Sim.Inject(f.fault)

					if d := s.Plan(s.config()).Diags; f.says != nil && len(d.Errors()) == 0 || f.says == nil && len(d) > 0 {
						t.Errorf("refreshed: %s", d)
					}

					injected.Remove()
					s.MustPlanEmpty(s.config())
				})
			})
		}
	}
}

func TestShareRefusedAtPlan(t *testing.T) {
	t.Parallel()

	s := newSharing(t, groupsim.Application, nil)
	foreign, _ := s.Sim.OrganizationID(simulator.OtherTenant)
	with := func(name string, v any) acctest.Config {
		attrs := maps.Clone(s.config()[share])
		attrs[name] = v

		return acctest.Config{share: attrs}
	}

	s.Sim.Log().Reset()
	wantError(t, s.Plan(with("object_type", "device")).Diags, `"device"`, "type of object")
	wantError(t, s.Plan(with("object_id", "Tools")).Diags, "object_id", "looks like a name")
	wantError(t, s.Plan(with("object_id", missing)).Diags, "Not Shareable", "no application that can be shared has the id "+missing, "jumpcloud_shareable_objects")
	wantError(t, s.Plan(with("organization_id", foreign)).Diags, "Unknown Organization")

	for _, name := range []string{"object_type", "object_id", "organization_id"} {
		if p := s.Plan(with(name, acctest.Unknown)); len(p.Diags) > 0 || p.Actions()[share] != acctest.Create {
			t.Errorf("%s unknown: %v %s", name, p.Actions(), p.Diags)
		}
	}

	core := acctest.NewCore(t, s.Sim, acctest.As(s.Sim, simulator.RoleBilling))
	core.Provider = acctest.Attrs{"allowed_organization_ids": []any{s.other}}
	wantError(t, core.Plan(s.config()).Diags, "Organization Not Allowed")

	if n := len(s.Sim.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}
}

// TestShareCredentials: a service account of the provider can share; a key of one tenant cannot, and is told why.
func TestShareCredentials(t *testing.T) {
	t.Parallel()

	s := newSharing(t, groupsim.UserGroup, nil)
	id, secret := s.Sim.ServiceAccount(simulator.RoleService)
	s.Use(acctest.As(s.Sim, simulator.RoleBilling).With("JUMPCLOUD_API_KEY", "").
		With("JUMPCLOUD_CLIENT_ID", id).With("JUMPCLOUD_CLIENT_SECRET", secret))
	s.MustApply(s.config())
	s.MustPlanEmpty(s.config())
	wantNoError(t, s.Destroy())

	s.Use(acctest.As(s.Sim, simulator.RoleTenant))
	wantError(t, s.Apply(s.config()), "Unable to Create Organization Share", "needs a credential of the Multi-Tenant Portal")

	for _, data := range []string{"jumpcloud_organization_shares", "jumpcloud_shareable_objects"} {
		attrs := acctest.Attrs{"object_type": "application"}
		if data == "jumpcloud_organization_shares" {
			attrs["object_id"] = s.object.ID
		}

		_, d := s.Data(data, attrs)
		wantError(t, d, "needs a credential of the Multi-Tenant Portal")
	}
}

func TestShareableObjects(t *testing.T) {
	t.Parallel()

	for _, of := range []string{groupsim.ActiveDirectory, groupsim.Application, groupsim.GSuite} {
		s := newSharing(t, of, nil)
		got, d := s.Data("jumpcloud_shareable_objects", acctest.Attrs{"object_type": of})
		wantNoError(t, d)

		want := []any{map[string]any{"id": s.object.ID, "name": "Tools"}}
		if all, _ := got["objects"].([]any); !slices.ContainsFunc(all, func(o any) bool { return reflect.DeepEqual(o, want[0]) }) {
			t.Errorf("%s: %v", of, got["objects"])
		}

		if ids, _ := got["ids_by_name"].(map[string]any); ids["Tools"] != s.object.ID {
			t.Errorf("%s: %v", of, ids)
		}
	}
}

// TestRefreshOfShares: groups that are shared with an organization cost a listing of its groups, and all
// shares of an application one.
func TestRefreshOfShares(t *testing.T) {
	t.Parallel()

	s := newSharing(t, groupsim.Application, nil)
	config := s.config()

	for i := range 30 {
		name := string(rune('a'+i%26)) + string(rune('a'+i/26))
		id := groupsim.AddGroup(s.Sim.World, s.other, groupsim.UserGroup, name)
		config["jumpcloud_organization_share."+name] = acctest.Attrs{"object_type": "user_group", "object_id": id, "organization_id": s.Org}
	}

	s.MustApply(config)
	s.Sim.Log().Reset()
	s.MustPlanEmpty(config)

	// The provider, the application's shares, the groups of the organization.
	if n := s.Sim.Log().Count("", ""); n > 1+1+2 {
		t.Errorf("%d calls", n)
	}
}
