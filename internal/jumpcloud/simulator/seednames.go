// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator

import (
	"fmt"
	"maps"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// seeded is an organization while it is planted: where the names in its seed lead.
type seeded struct {
	*Simulator

	seed     Seed
	orgID    string
	path     string                         // of the organization in the seed
	ids      map[string]map[string][]string // by type in the graph, by name
	policies []string                       // ids in the order of the seed: names may be alike
}

// words are what people call the types that names lead to.
var words = map[string]string{
	groupsim.Policy: "policy", groupsim.PolicyGroup: "policy group", groupsim.System: "device", groupsim.SystemGroup: "device group",
	groupsim.User: "user", groupsim.UserGroup: "user group",
}

func (s *seeded) fail(path, problem string) error { return s.seed.fail(s.path+"."+path, problem) }

// named notes where a name leads. Policies may be named alike, as in the service; whoever
// refers to such a one is refused. Of the others a second one of a name is.
func (s *seeded) named(ofType, path, name, id string) error {
	if name == "" && ofType != groupsim.Policy {
		return s.fail(path, "a "+words[ofType]+" needs a name")
	}

	if s.ids[ofType] == nil {
		s.ids[ofType] = map[string][]string{}
	}

	if len(s.ids[ofType][name]) > 0 && ofType != groupsim.Policy {
		return s.fail(path, fmt.Sprintf("a second %s is named %q; names in a seed lead to one", words[ofType], name))
	}

	s.ids[ofType][name] = append(s.ids[ofType][name], id)

	return nil
}

// ref is where a name in the seed leads.
func (s *seeded) ref(ofType, path, name string) (groupsim.Ref, error) {
	switch ids := s.ids[ofType][name]; len(ids) {
	case 1:
		return groupsim.Ref{Type: ofType, ID: ids[0]}, nil
	case 0:
		return groupsim.Ref{}, s.fail(path, nearest.Unknown(words[ofType], name, slices.Sorted(maps.Keys(s.ids[ofType]))))
	default:
		return groupsim.Ref{}, s.fail(path, fmt.Sprintf("%d are named %q: which %s is meant?", len(ids), name, words[ofType]))
	}
}

// each calls do for where each name of a list leads. A name that is given twice is refused.
func (s *seeded) each(ofType, path string, names []string, do func(groupsim.Ref)) error {
	for i, name := range names {
		at := fmt.Sprintf("%s[%d]", path, i)

		if slices.Contains(names[:i], name) {
			return s.fail(at, fmt.Sprintf("%q is in the list already", name))
		}

		ref, err := s.ref(ofType, at, name)
		if err != nil {
			return err
		}

		do(ref)
	}

	return nil
}

// oneOf refuses a word that is none of those that there are; "" is one.
func (s *seeded) oneOf(path, noun, word string, all ...string) error {
	if word == "" || slices.Contains(all, word) {
		return nil
	}

	return s.fail(path, nearest.Unknown(noun, word, all))
}
