// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"go.yaml.in/yaml/v3"
)

// section is a part of a tenant's file, of a type of resources that the module "tenant" has.
type section struct {
	name, typeName string
	arguments      []string // that the module takes
}

// A policy group stands after what it refers to.
var (
	policies     = section{"policies", "jumpcloud_policy", []string{"name", "notes", "template_name", "values"}}
	systemGroups = section{"system_groups", "jumpcloud_system_group", []string{
		"name", "description", "member_query", "member_query_exemptions", "member_suggestions_notify", "membership_method",
	}}
	policyGroups = section{"policy_groups", "jumpcloud_policy_group", []string{"name", "description", "policy_ids", "system_group_ids"}}

	sections = []section{policies, systemGroups, policyGroups}

	organizationArguments = []string{"name", "max_system_users"}
)

// entry is an object in a file of YAML.
type entry struct {
	key       string // in the file, and of the resource
	object    *object
	arguments map[string]tftypes.Value // without the organization
	members   map[string]*yaml.Node    // the arguments that are no references
}

// text is what entries are compared by.
func (e *entry) text() string { return spelled(sorted(e.members)) }

// tenant is an organization as the module "tenant" has it.
type tenant struct {
	*place

	slug         string
	organization *entry              // nil where it cannot be a module, because it could not be read
	entries      map[string][]*entry // by section, the oldest first
}

// tenantOf divides the objects of an organization into those that the module has and those
// that stay resource blocks.
func tenantOf(p *place) (*tenant, error) {
	t := &tenant{place: p, slug: p.folder, entries: map[string][]*entry{}}

	for _, o := range p.objects {
		if o.kind == organizationKind {
			e, err := entryOf(o, organizationArguments)
			if err != nil || e == nil {
				return t, err
			}

			t.organization = e
			o.reference = "local.tenants[" + quoted(t.slug) + "].organization_id"
		}
	}

	if t.organization == nil {
		return t, nil
	}

	for _, s := range sections {
		if err := t.take(s); err != nil {
			return nil, err
		}
	}

	return t, nil
}

// mergeKey is what Terraform's yamldecode takes for no key, even in quotation marks.
const mergeKey = "<<"

func (t *tenant) take(s section) error {
	var all []*object

	for _, o := range t.objects {
		if o.kind.typeName == s.typeName {
			all = append(all, o)
		}
	}

	slices.SortFunc(all, func(a, b *object) int { return strings.Compare(a.id, b.id) })

	taken := map[string]bool{}

	for _, o := range all {
		e, err := entryOf(o, s.arguments)
		if err != nil {
			return err
		}

		if e == nil || !t.refers(e) {
			continue
		}

		name := cmp.Or(o.label, o.id)
		if e.key = name; taken[name] || name == mergeKey {
			e.key = name + " (" + tail(o.id) + ")"
		}

		if e.key == o.label {
			delete(e.members, "name") // the key says it
		}

		taken[e.key], o.module = true, true
		t.entries[s.name] = append(t.entries[s.name], e)
	}

	return nil
}

// entryOf returns an entry without a key, or nil for an object that has what the module
// does not take.
func entryOf(o *object, arguments []string) (*entry, error) {
	e := &entry{object: o, members: map[string]*yaml.Node{}}
	if err := o.state.As(&e.arguments); err != nil {
		return nil, err
	}

	e.arguments = maps.Clone(e.arguments) // it is the state's own
	delete(e.arguments, "id")
	delete(e.arguments, "organization_id")

	for name, v := range e.arguments {
		if !slices.Contains(arguments, name) || name == "values" && holdsNull(v) {
			return nil, nil //nolint:nilnil // nothing is an answer here
		}

		if strings.HasSuffix(name, "_ids") {
			continue
		}

		var err error
		if e.members[name], err = valueNode(v); err != nil {
			return nil, err
		}
	}

	return e, nil
}

// holdsNull tells of an object with a member that is null: in an exception of the baseline,
// null takes a member away.
func holdsNull(v tftypes.Value) bool {
	var all map[string]tftypes.Value
	if v.As(&all) != nil {
		return true // not an object
	}

	for _, member := range all {
		if member.IsNull() {
			return true
		}
	}

	return false
}

// refers tells whether all that an entry refers to is in the module, too.
func (t *tenant) refers(e *entry) bool {
	_, policiesThere := t.keys(e, "policy_ids", policies)
	_, groupsThere := t.keys(e, "system_group_ids", systemGroups)

	return policiesThere && groupsThere
}

// keys are those of the entries that an argument refers to, and whether it has all of them.
// It is nil where the argument is not there.
func (t *tenant) keys(e *entry, argument string, s section) ([]string, bool) {
	v, ok := e.arguments[argument]
	if !ok {
		return nil, true
	}

	var ids []tftypes.Value
	if v.As(&ids) != nil {
		return nil, false
	}

	keys := []string{}

	for _, v := range ids {
		var id string
		if v.As(&id) != nil {
			return nil, false
		}

		i := slices.IndexFunc(t.entries[s.name], func(e *entry) bool { return e.object.id == id })
		if i < 0 {
			return nil, false
		}

		keys = append(keys, t.entries[s.name][i].key)
	}

	slices.Sort(keys)

	return keys, true
}
