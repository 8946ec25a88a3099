// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package planreport

import (
	"cmp"
	"encoding/json"
	"fmt"
	"regexp"
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

// ofCreated is the tenant of an object whose organization this plan creates: the only one in
// the object's module, else the one that the configuration refers to.
func (t *tenants) ofCreated(c resourceChange) string {
	if o, ok := t.only(func(o resourceChange) bool { return o.Module == c.Module }); ok {
		return t.createdName(o)
	}

	for _, reference := range t.references(c) {
		module, address := splitReference(reference)

		o, ok := t.only(func(o resourceChange) bool {
			switch {
			case module != "":
				return o.Module == join(c.Module, module) || strings.HasPrefix(o.Module, join(c.Module, module)+".")
			case strings.Contains(address, "["):
				return o.Address == join(c.Module, address)
			}

			return o.Module == c.Module && o.Type+"."+o.Name == address && (o.Index == nil || fmt.Sprint(o.Index) == fmt.Sprint(c.Index))
		})
		if ok {
			return t.createdName(o)
		}
	}

	if o, ok := t.only(func(o resourceChange) bool { return strings.HasPrefix(c.Module+".", o.Module+".") || o.Module == "" }); ok {
		return t.createdName(o)
	}

	if o, ok := t.only(func(resourceChange) bool { return true }); ok {
		return t.createdName(o)
	}

	return newTenants
}

// only is the one created organization for which it holds.
func (t *tenants) only(holds func(resourceChange) bool) (found resourceChange, ok bool) {
	n := 0

	for _, o := range t.created {
		if holds(o) {
			found = o
			n++
		}
	}

	return found, n == 1
}

var instance = regexp.MustCompile(`\[[^\]]*\]`)

// references are what the configuration takes the object's organization_id from, the most
// exact first.
func (t *tenants) references(c resourceChange) []string {
	module := t.document.Configuration.Root

	if c.Module != "" {
		for call := range strings.SplitSeq(instance.ReplaceAllString(c.Module, ""), ".") {
			if call != "module" {
				module = module.Calls[call].Module
			}
		}
	}

	for _, r := range module.Resources {
		if r.Address != c.Type+"."+c.Name {
			continue
		}

		var expression struct {
			References []string `json:"references"`
		}
		if json.Unmarshal(r.Expressions[organizationID], &expression) == nil {
			return expression.References
		}
	}

	return nil
}

// splitReference takes a reference apart: a module's instance, or the address of a resource.
func splitReference(reference string) (module, address string) {
	parts := strings.SplitN(reference, ".", 3)

	const named = 2

	switch {
	case len(parts) < named:
		return "", ""
	case parts[0] == "module":
		return parts[0] + "." + parts[1], ""
	}

	return "", parts[0] + "." + parts[1]
}
