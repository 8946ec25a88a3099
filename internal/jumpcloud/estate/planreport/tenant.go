// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport

import (
	"cmp"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/page"
)

const (
	organizationType = "jumpcloud_organization"
	organizationID   = "organization_id"

	// Sections of what belongs to no tenant.
	providerWide = "The provider itself"
	elsewhere    = "Outside JumpCloud"
	newTenants   = "Tenants that the plan creates"
)

// tenants tells which tenant an object belongs to, and what that is called.
type tenants struct {
	document *document
	secrets  secrets
	names    map[string]string // by id
	created  []resourceChange  // organizations without an id yet
}

func known(d *document, s secrets) *tenants {
	t := &tenants{document: d, secrets: s, names: map[string]string{}}

	for _, values := range []state{d.Planned, d.Prior.Values} { // the prior names win: a renamed tenant is known by them
		values.Root.all(t.learn)
	}

	for _, c := range d.Changes {
		if c.Type == organizationType && c.Mode == "managed" && text(c.Change.Before, "id") == "" && c.creates() {
			t.created = append(t.created, c)
		}

		for _, v := range []any{c.Change.Before, c.Change.After} {
			if id := text(v, organizationID); id != "" && isTenantScoped(c) {
				t.names[id] = cmp.Or(t.names[id], id)
			}
		}
	}

	return t
}

// learn takes the names of organizations from a resource or a data source.
func (t *tenants) learn(r stateResource) {
	add := func(id, name string, mark any) {
		if id == "" {
			return
		}

		switch {
		case mark != nil && someMark(mark):
			name = id
		case name != "":
			name = page.Clean(t.secrets.shown(name))
		}

		t.names[id] = cmp.Or(name, t.names[id], id)
	}

	marks, _ := r.Sensitive.(map[string]any)

	switch r.Type {
	case organizationType:
		add(text(r.Values, "id"), text(r.Values, "name"), marks["name"])
	case "jumpcloud_organizations":
		all, _ := r.Values["organizations"].(map[string]any)
		for _, o := range all {
			add(text(o, "id"), text(o, "name"), marks["organizations"])
		}
	case "jumpcloud_policy_compliance":
		all, _ := r.Values["by_organization"].(map[string]any)
		for id, o := range all {
			add(id, text(o, "name"), marks["by_organization"])
		}
	}
}

func (c resourceChange) jumpcloud() bool { return strings.HasSuffix(c.Provider, "/jumpcloud") }

func isTenantScoped(c resourceChange) bool { return c.jumpcloud() && c.Mode == "managed" }

func (c resourceChange) creates() bool {
	return len(c.Change.Actions) > 0 && (c.Change.Actions[0] == "create" || len(c.Change.Actions) > 1)
}

// before and after are the names of the tenants that an object belongs to before and after
// the plan; of what does not exist then, "".
func (t *tenants) before(c resourceChange) string { return t.of(c, c.Change.Before) }

func (t *tenants) after(c resourceChange) string {
	if c.Change.After == nil {
		return ""
	}

	pending, _ := c.Change.Unknown.(map[string]any)

	switch {
	case c.jumpcloud() && c.Type == organizationType && text(c.Change.After, "id") == "":
		return t.createdName(c)
	case c.jumpcloud() && c.Type != organizationType && pending[organizationID] == true:
		return t.ofCreated(c)
	}

	return t.of(c, c.Change.After)
}

func (t *tenants) of(c resourceChange, v any) string {
	id := text(v, organizationID)
	if c.Type == organizationType {
		id = text(v, "id")
	}

	switch {
	case v == nil:
		return ""
	case !c.jumpcloud():
		return elsewhere
	case id == "":
		return providerWide
	}

	return cmp.Or(t.names[id], id)
}

func (t *tenants) createdName(c resourceChange) string { return c.title(t.secrets) }
