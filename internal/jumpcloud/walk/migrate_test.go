// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
)

// foreign is an object of another provider, in the shape of that provider's state (its
// published schema), and the configuration here that says the same.
type foreign struct {
	provider, source, target string
	state                    func(w *world) map[string]any
	config                   func(w *world) acctest.Attrs
}

var foreigners = []foreign{
	{
		"nfernal", "jumpcloud_user_group", "jumpcloud_user_group",
		func(w *world) map[string]any {
			return map[string]any{"id": w.group(groupsim.UserGroup), "name": "A user_group", "description": ""}
		},
		func(*world) acctest.Attrs { return acctest.Attrs{"name": "A user_group"} },
	},
	{
		"heyjobs", "jumpcloud_user_group", "jumpcloud_user_group",
		func(w *world) map[string]any {
			return map[string]any{
				"id": w.group(groupsim.UserGroup), "name": "A user_group", "attributes": map[string]any{}, "members": []any{"kim@example.com"},
			}
		},
		func(*world) acctest.Attrs { return acctest.Attrs{"name": "A user_group"} },
	},
	{
		"agilize", "jumpcloud_user_group", "jumpcloud_user_group",
		func(w *world) map[string]any {
			return map[string]any{
				"id": w.group(groupsim.UserGroup), "name": "A user_group", "description": "", "type": "user_group", "attributes": nil,
				"member_count": 0, "created": nil, "updated": nil,
			}
		},
		func(*world) acctest.Attrs { return acctest.Attrs{"name": "A user_group"} },
	},
	{
		"Spotnana-Tech", "jumpcloud_usergroup", "jumpcloud_user_group",
		func(w *world) map[string]any {
			return map[string]any{
				"id": w.group(groupsim.UserGroup), "name": "A user_group", "description": "", "type": "user_group", "email": "", "membership_method": "STATIC",
			}
		},
		func(*world) acctest.Attrs { return acctest.Attrs{"name": "A user_group"} },
	},
	{
		"nfernal", "jumpcloud_user", "jumpcloud_user",
		func(w *world) map[string]any {
			return map[string]any{
				"id": aUser(w), "username": "grace", "email": "grace@example.com", "firstname": "", "lastname": "", "enable_mfa": false, "password": "not to be seen",
			}
		},
		func(*world) acctest.Attrs { return acctest.Attrs{"username": "grace", "email": "grace@example.com"} },
	},
	{
		"nfernal", "jumpcloud_system_group", "jumpcloud_system_group",
		func(w *world) map[string]any {
			return map[string]any{"id": w.group(groupsim.SystemGroup), "name": "A system_group", "description": ""}
		},
		func(*world) acctest.Attrs { return acctest.Attrs{"name": "A system_group"} },
	},
	{
		"heyjobs", "jumpcloud_system_group", "jumpcloud_system_group",
		func(w *world) map[string]any {
			return map[string]any{"id": "A system_group", "name": "A system_group", "jc_id": w.group(groupsim.SystemGroup)}
		},
		func(*world) acctest.Attrs { return acctest.Attrs{"name": "A system_group"} },
	},
	{
		"techjavelin", "jumpcloud_devicegroup", "jumpcloud_system_group",
		func(w *world) map[string]any {
			return map[string]any{"id": w.group(groupsim.SystemGroup), "name": "A system_group"}
		},
		func(*world) acctest.Attrs { return acctest.Attrs{"name": "A system_group"} },
	},
	{
		"agilize", "jumpcloud_policy", "jumpcloud_policy",
		func(w *world) map[string]any {
			return map[string]any{
				"id": w.policy("Lock screen"), "name": "Lock screen", "type": "custom", "active": true, "description": nil, "template": nil,
				"configurations": map[string]any{"timeout": "300"},
			}
		},
		func(*world) acctest.Attrs {
			return acctest.Attrs{"name": "Lock screen", "template_name": "lock_screen_darwin", "values": object{"timeout": 300}}
		},
	},
	{
		"agilize", "jumpcloud_organization", "jumpcloud_organization",
		func(w *world) map[string]any {
			return map[string]any{"id": w.org, "name": "Acme Inc", "display_name": "Acme", "allowed_domains": []any{"acme.example"}}
		},
		func(*world) acctest.Attrs { return acctest.Attrs{"name": "Acme Inc"} },
	},
	{
		"agilize", "jumpcloud_policy_association", "jumpcloud_policy_association",
		func(w *world) map[string]any {
			w.owner = groupsim.Ref{Type: groupsim.SystemGroup, ID: w.group(groupsim.SystemGroup)}
			policy := w.policy("A policy")
			groupsim.Bind(w.sim.World, w.org, groupsim.Ref{Type: groupsim.Policy, ID: policy}, w.owner)

			return map[string]any{"id": policy + ":" + w.owner.ID + ":system_group", "policy_id": policy, "group_id": w.owner.ID, "type": "system_group"}
		},
		func(w *world) acctest.Attrs {
			return acctest.Attrs{"policy_id": w.moved("policy_id"), "target_type": "system_group", "target_id": w.owner.ID}
		},
	},
	{
		"agilize", "jumpcloud_system_group_membership", "jumpcloud_system_group_membership",
		func(w *world) map[string]any {
			w.owner = groupsim.Ref{Type: groupsim.SystemGroup, ID: w.group(groupsim.SystemGroup)}
			device := w.device()
			groupsim.Join(w.sim.World, w.org, w.owner, groupsim.Ref{Type: groupsim.System, ID: device})

			return map[string]any{"id": w.owner.ID + ":" + device, "system_group_id": w.owner.ID, "system_id": device}
		},
		func(w *world) acctest.Attrs {
			return acctest.Attrs{"system_group_id": w.owner.ID, "system_id": w.moved("system_id")}
		},
	},
}

// moved is a text of what was just moved.
func (w *world) moved(name string) string {
	for _, address := range w.Addresses() {
		if text, ok := w.State(address)[name].(string); ok {
			return text
		}
	}

	return ""
}

// What another provider manages is handed over by a moved block, and the plan after that
// changes nothing: the source names no organization, so the provider's default is taken.
func TestMoved(t *testing.T) {
	t.Parallel()

	for _, f := range foreigners {
		t.Run(f.provider+" "+f.source, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t)
			w.Provider = acctest.Attrs{"organization_id": w.org}

			address := f.target + ".this"
			from := acctest.Foreign{Provider: "registry.example/" + f.provider + "/jumpcloud", Type: f.source, State: f.state(w)}

			if d := w.Move(address, from).Errors(); len(d) > 0 {
				t.Fatal(d)
			}

			// What the source does not tell is no change, and nothing to destroy the object for.
			config := only(address, f.config(w))
			if text := w.PlanWithoutRefresh(config).Diags.Errors().String(); !strings.Contains(text, "Moved Object Not Read") {
				t.Errorf("without a refresh: %s", text)
			}

			for _, problem := range w.nothingToDo(config, nil) {
				t.Error(problem)
			}

			w.MustApply(config)

			if p := w.PlanWithoutRefresh(config); len(p.Diags.Errors())+len(p.Actions()) > 0 {
				t.Errorf("after that: %v %s", p.Actions(), p.Diags)
			}
		})
	}
}

// A source names no organization. Without the provider's default the refresh asks for it, since the
// configuration may have one already.
func TestMoved_NeedsADefaultOrganization(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	from := acctest.Foreign{
		Provider: "registry.example/nfernal/jumpcloud", Type: "jumpcloud_user_group",
		State: map[string]any{"id": w.group(groupsim.UserGroup), "name": "A user_group", "description": ""},
	}

	if d := w.Move("jumpcloud_user_group.this", from).Errors(); len(d) > 0 {
		t.Fatal(d)
	}

	text := fmt.Sprint(w.Apply(only("jumpcloud_user_group.this", acctest.Attrs{"organization_id": w.org, "name": "A user_group"})).Errors())
	if !strings.Contains(text, "moved block") || !strings.Contains(text, "give the provider block organization_id") {
		t.Error(text)
	}
}

// What does not tell which object is meant is not moved, and the error says what to do.
func TestMoved_Refused(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for name, from := range map[string]acctest.Foreign{
		"a name for an id": {Type: "jumpcloud_system_group", State: map[string]any{"id": "Macs", "name": "Macs"}},
		"no id":            {Type: "jumpcloud_system_group", State: map[string]any{"name": "Macs"}},
	} {
		from.Provider = "registry.example/heyjobs/jumpcloud"
		if text := fmt.Sprint(w.Move("jumpcloud_system_group.this", from).Errors()); !strings.Contains(text, "does not tell id") || !strings.Contains(text, "<organization_id>/<id>") {
			t.Errorf("%s: %s", name, text)
		}
	}

	other := acctest.Foreign{Provider: "registry.example/heyjobs/jumpcloud", Type: "jumpcloud_user", State: map[string]any{"id": "x"}}
	if d := w.Move("jumpcloud_user_group.this", other).Errors(); len(d) == 0 {
		t.Error("a user became a user group")
	}
}
