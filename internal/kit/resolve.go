// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// Candidate is one of the things that a name can mean.
type Candidate struct {
	ID   string
	Name string
}

// Resolve finds the candidate that want names, by id or by exact name. The error says
// what there is: the nearest names, or all candidates of an ambiguous one. noun is what
// the candidates are, such as "role".
func Resolve(noun, want string, candidates []Candidate) (Candidate, error) {
	var (
		found []Candidate
		names = make([]string, 0, len(candidates))
	)

	for _, c := range candidates {
		if c.ID == want {
			return c, nil
		}

		if c.Name == want {
			found = append(found, c)
		}

		names = append(names, c.Name)
	}

	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return Candidate{}, fmt.Errorf("%s", nearest.Unknown(noun, want, names))
	}

	ids := make([]string, 0, len(found))
	for _, c := range found {
		ids = append(ids, c.ID)
	}

	return Candidate{}, fmt.Errorf("%d of the %s are named %q: give one of their ids instead: %s",
		len(found), plural(noun), want, strings.Join(ids, ", "))
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
