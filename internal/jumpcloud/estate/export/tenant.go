// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"slices"

	"go.yaml.in/yaml/v3"
)

// document is a tenant's file.
func (t *tenant) document(s shared) string {
	d := s.compare(t)
	pairs := []pair{{"name", t.organization.members["name"]}, {"organization_id", textNode(t.place.organization)}}

	for _, name := range organizationArguments[1:] {
		if n := t.organization.members[name]; n != nil {
			pairs = append(pairs, pair{name, n})
		}
	}

	add := func(name string, members map[string]*yaml.Node) {
		if len(members) > 0 {
			pairs = append(pairs, pair{name, sorted(members)})
		}
	}

	add("exceptions", d.exceptions)
	add(policies.name, d.own)
	add(systemGroups.name, t.members(systemGroups))

	groups := t.members(policyGroups)
	for _, e := range t.entries[policyGroups.name] {
		groups[e.key] = mapping(append(pairsOf(groups[e.key]), t.edges(e, s, d.skipped)...)...)
	}

	add(policyGroups.name, groups)

	return document("This file's name is the tenant's key in Terraform's state. It stays, whatever the organization is called later.", mapping(pairs...))
}

func (t *tenant) members(s section) map[string]*yaml.Node {
	all := map[string]*yaml.Node{}
	for _, e := range t.entries[s.name] {
		all[e.key] = sorted(e.members)
	}

	return all
}

func pairsOf(n *yaml.Node) []pair {
	var all []pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		all = append(all, pair{n.Content[i].Value, n.Content[i+1]})
	}

	return all
}

// edges are the policies and device groups of a policy group. A group that has every policy
// of the baseline that the tenant has, and has several, has the baseline.
func (t *tenant) edges(e *entry, s shared, skipped map[string]bool) []pair {
	var (
		pairs []pair
		whole []string
	)

	for key := range s.policies {
		if !skipped[key] {
			whole = append(whole, key)
		}
	}

	keys, _ := t.keys(e, "policy_ids", policies)

	if has := func(key string) bool { return slices.Contains(keys, key) }; len(whole) > 1 && !slices.ContainsFunc(whole, func(key string) bool { return !has(key) }) {
		pairs = append(pairs, pair{"baseline", plainNode("!!bool", "true")})
		keys = slices.DeleteFunc(keys, func(key string) bool { return slices.Contains(whole, key) })
	}

	if len(keys) > 0 {
		pairs = append(pairs, pair{"policies", texts(keys)})
	}

	if groups, _ := t.keys(e, "system_group_ids", systemGroups); len(groups) > 0 {
		pairs = append(pairs, pair{"system_groups", texts(groups)})
	}

	return pairs
}

func texts(all []string) *yaml.Node {
	nodes := make([]*yaml.Node, 0, len(all))
	for _, s := range all {
		nodes = append(nodes, textNode(s))
	}

	return sequence(nodes...)
}

// imports is the file of a tenant's import ids.
func (t *tenant) imports() string {
	pairs := []pair{{"organization", textNode(t.organization.object.importID)}}

	for _, s := range sections {
		ids := map[string]*yaml.Node{}
		for _, e := range t.entries[s.name] {
			ids[e.key] = textNode(e.object.importID)
		}

		if len(ids) > 0 {
			pairs = append(pairs, pair{s.name, sorted(ids)})
		}
	}

	return document("Import ids by the keys of tenants/"+t.slug+".yaml.", mapping(pairs...))
}
