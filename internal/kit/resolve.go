// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// Candidate is one of the things that a name can mean.
type Candidate struct {
	ID   string
	Name string
}

// Candidates returns what names can mean among all.
func Candidates[T any](all []T, of func(T) Candidate) []Candidate {
	candidates := make([]Candidate, 0, len(all))
	for _, one := range all {
		candidates = append(candidates, of(one))
	}

	return candidates
}

// IDsByName returns ids by name. Of those that share a name it is the first one's, which in a
// list by age is the oldest.
func IDsByName(all []Candidate) types.Map {
	ids := make(map[string]string, len(all))

	for _, c := range all {
		if _, taken := ids[c.Name]; !taken {
			ids[c.Name] = c.ID
		}
	}

	return StringMap(ids)
}

// Resolve finds the candidate that want names, by id or by exact name. The error says
// what there is: the nearest names, or all candidates of an ambiguous one. A number may be
// the id of one and the name of another: nobody can tell which is meant, so both are shown.
// noun is what the candidates are, such as "role".
func Resolve(noun, want string, candidates []Candidate) (Candidate, error) {
	var (
		byID, byName []Candidate
		names        = make([]string, 0, len(candidates))
	)

	for _, c := range candidates {
		if c.ID == want && len(byID) == 0 {
			byID = append(byID, c)
		}

		if c.Name == want && !slices.ContainsFunc(byName, func(other Candidate) bool { return other.ID == c.ID }) {
			byName = append(byName, c)
		}

		names = append(names, c.Name)
	}

	switch {
	case len(byID) == 1 && !slices.ContainsFunc(byName, func(c Candidate) bool { return c.ID != want }):
		return byID[0], nil
	case len(byID) == 1:
		return Candidate{}, errors.New(twoReadings(noun, want, byID[0], byName, candidates))
	case len(byName) == 1:
		return byName[0], nil
	case len(byName) == 0:
		return Candidate{}, fmt.Errorf("%s", nearest.Unknown(noun, want, names))
	}

	return Candidate{}, fmt.Errorf("%d of the %s are named %q: give one of their ids instead: %s",
		len(byName), plural(noun), want, idsOf(byName))
}

// twoReadings says of a text that it is the id of one candidate and the name of others, and
// how to write each. The name of the first helps only where it has that name alone.
func twoReadings(noun, want string, byID Candidate, byName, candidates []Candidate) string {
	others := slices.DeleteFunc(slices.Clone(byName), func(c Candidate) bool { return c.ID == want })
	text := fmt.Sprintf("%q is the id of the %s %q and the name of the %s %s. For the latter write the id, %s.",
		want, noun, byID.Name, noun, idsOf(others), idsOf(others))

	plain := byID.Name != want && byID.Name != ""
	for _, c := range candidates {
		plain = plain && (c.ID == byID.ID || c.Name != byID.Name && c.ID != byID.Name)
	}

	if plain {
		return text + fmt.Sprintf(" For the former write its name, %q.", byID.Name)
	}

	return text + " For the former rename one of them."
}

func idsOf(candidates []Candidate) string {
	ids := make([]string, 0, len(candidates))
	for _, c := range candidates {
		ids = append(ids, c.ID)
	}

	return strings.Join(ids, ", ")
}

func plural(noun string) string {
	if stem, ok := strings.CutSuffix(noun, "y"); ok && stem != "" && !strings.ContainsRune("aeiou", rune(stem[len(stem)-1])) {
		return stem + "ies"
	}

	return noun + "s"
}

// OneOf accepts the given strings and suggests the nearest for any other. It is silent on
// unknown values.
func OneOf(noun string, values ...string) validator.String { return oneOf{noun, values} }

type oneOf struct {
	noun   string
	values []string
}

func (v oneOf) Description(context.Context) string {
	return "one of " + strings.Join(v.values, ", ")
}

func (v oneOf) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v oneOf) ValidateString(_ context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}

	for _, allowed := range v.values {
		if req.ConfigValue.ValueString() == allowed {
			return
		}
	}

	resp.Diagnostics.AddAttributeError(req.Path, "Invalid Value",
		nearest.Unknown(v.noun, req.ConfigValue.ValueString(), v.values))
}
