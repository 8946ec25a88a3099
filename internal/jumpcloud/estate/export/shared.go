// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// shared are the policies that tenants have in common, by key.
type shared struct {
	policies map[string]*variant
	asked    int // tenants
}

// variant is a policy as some tenants have it.
type variant struct {
	*entry

	count int
}

// rounding is what the product of a share and a number may be off: 0.55 × 20 is above 11.
const rounding = 1e-9

// share finds what at least this share of tenants has alike: a policy of one name with one
// template, the same values and the same notes. Of several that are equally common the one
// whose text comes first is taken, so that each run takes the same. A tenant whose policies
// could not be listed is not asked.
func share(tenants []*tenant, least float64) shared {
	found := shared{policies: map[string]*variant{}}
	variants := map[string]map[string]*variant{} // by key and text

	for _, t := range tenants {
		if t.organization == nil || t.unlisted(policies.typeName) {
			continue
		}

		found.asked++

		for _, e := range t.entries[policies.name] {
			if variants[e.key] == nil {
				variants[e.key] = map[string]*variant{}
			}

			text := e.text()
			if variants[e.key][text] == nil {
				variants[e.key][text] = &variant{entry: e}
			}

			variants[e.key][text].count++
		}
	}

	for key, all := range variants {
		best := &variant{}

		for _, text := range slices.Sorted(maps.Keys(all)) {
			if all[text].count > best.count {
				best = all[text]
			}
		}

		if float64(best.count) >= least*float64(found.asked)-rounding {
			found.policies[key] = best
		}
	}

	return found
}

// unlisted tells of a type whose objects could not be listed.
func (p *place) unlisted(typeName string) bool {
	return slices.ContainsFunc(p.gaps, func(g gap) bool { return g.What == typeName && g.ID == "" })
}

// difference is what a tenant has instead of the baseline.
type difference struct {
	exceptions map[string]*yaml.Node // by key of the baseline
	skipped    map[string]bool
	own        map[string]*yaml.Node // policies that the baseline has not got
}

// compare says how the policies of a tenant differ from what is shared.
func (s shared) compare(t *tenant) difference {
	d := difference{exceptions: map[string]*yaml.Node{}, skipped: map[string]bool{}, own: map[string]*yaml.Node{}}
	there := map[string]bool{}

	for _, e := range t.entries[policies.name] {
		there[e.key] = true

		switch common := s.policies[e.key]; {
		case common == nil || !alike(e, common.entry):
			d.own[e.key] = sorted(e.members) // takes the place of one of that name
		case e.text() != common.text():
			d.exceptions[e.key] = exception(e, common.entry)
		}
	}

	for key := range s.policies {
		if !there[key] {
			d.exceptions[key], d.skipped[key] = mapping(pair{"skip", plainNode("!!bool", "true")}), true
		}
	}

	return d
}

// alike tells whether an exception can say the difference: it changes single values, but makes
// no policy of another template.
func alike(a, b *entry) bool {
	_, here := a.arguments["values"]
	_, there := b.arguments["values"]

	return here == there && spelled(a.members["template_name"]) == spelled(b.members["template_name"])
}

// exception is what is to be laid over common to get e.
func exception(e, common *entry) *yaml.Node {
	members := map[string]*yaml.Node{}

	for name := range union(e.members, common.members) {
		switch {
		case same(e.members[name], common.members[name]):
		case name == "values":
			members[name] = sorted(laidOver(fields(e), fields(common)))
		default:
			members[name] = orNull(e.members[name])
		}
	}

	return sorted(members)
}

// fields are the members of a policy's values.
func fields(e *entry) map[string]*yaml.Node {
	n, all := e.members["values"], map[string]*yaml.Node{}

	for i := 0; i+1 < len(n.Content); i += 2 {
		all[n.Content[i].Value] = n.Content[i+1]
	}

	return all
}

// laidOver is what makes fields of those that are common: null takes one away.
func laidOver(fields, common map[string]*yaml.Node) map[string]*yaml.Node {
	changed := map[string]*yaml.Node{}

	for name := range union(fields, common) {
		if !same(fields[name], common[name]) {
			changed[name] = orNull(fields[name])
		}
	}

	return changed
}

func union(a, b map[string]*yaml.Node) map[string]bool {
	all := map[string]bool{}
	for name := range a {
		all[name] = true
	}

	for name := range b {
		all[name] = true
	}

	return all
}

func same(a, b *yaml.Node) bool {
	return a != nil && b != nil && spelled(a) == spelled(b)
}

func orNull(n *yaml.Node) *yaml.Node {
	if n == nil {
		return plainNode("!!null", "null")
	}

	return n
}

// system is what a policy's template is for, which names its file of the baseline.
func system(e *entry) string {
	var template string

	_ = e.arguments["template_name"].As(&template) // another value is for no system

	for suffix, name := range map[string]string{"_darwin": "macos", "_windows": "windows", "_linux": "linux", "_ios": "ios", "_android": "android"} {
		if strings.HasSuffix(template, suffix) {
			return name
		}
	}

	return "other"
}

// documents are the files of the baseline, by name.
func (s shared) documents() map[string]string {
	files := map[string]*yaml.Node{}

	for _, key := range slices.Sorted(maps.Keys(s.policies)) {
		v := s.policies[key]
		name := system(v.entry)

		if files[name] == nil {
			files[name] = mapping()
		}

		n := mapping(pair{key, sorted(v.members)})
		n.Content[0].HeadComment = fmt.Sprintf("%d of %d organizations have it so.", v.count, s.asked)
		files[name].Content = append(files[name].Content, n.Content...)
	}

	texts := map[string]string{}
	for name, n := range files {
		texts[name] = document("Policies that every tenant gets, but for its exceptions. README.md says how.", n)
	}

	return texts
}
