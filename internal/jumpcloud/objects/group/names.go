// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// NameOf is the name of a group.
func NameOf(g Whole) string { return g.Name }

// AllowTwin declares [kit.AllowDuplicateName] of a group.
func AllowTwin(noun string) schema.Attribute {
	return schema.BoolAttribute{
		MarkdownDescription: "Whether to create the " + noun + " although one of that name exists. JumpCloud is known to refuse that, and " +
			"documents no rule; left out or `false`, the plan refuses it first, and says whose the name is.",
		Optional: true,
	}
}

// Names has the plans of a type of groups look for twins.
func Names(of string) kit.Names[*jumpcloud.Tenant] {
	return kit.Names[*jumpcloud.Tenant]{
		Noun: kinds[of].noun,
		Existing: func(ctx context.Context, t *jumpcloud.Tenant) ([]kit.Candidate, error) {
			all, err := collections.AllOnce(ctx, Groups(t, of))

			candidates := make([]kit.Candidate, 0, len(all))
			for _, g := range all {
				candidates = append(candidates, kit.Candidate{ID: g.ID, Name: g.Name})
			}

			return candidates, err
		},
	}
}

// Taken completes the refusal of a rename by who has the name.
func Taken(ctx context.Context, t *jumpcloud.Tenant, r Ref, name string, err error) error {
	if !errors.Is(err, rest.ErrConflict) {
		return err
	}

	all, listErr := collections.All(ctx, Groups(t, r.Type))
	i := slices.IndexFunc(all, func(g Whole) bool { return g.Name == name && g.ID != r.ID })

	if listErr != nil || i < 0 {
		return err
	}

	return fmt.Errorf("%w\n\n%s %q (%s) has this name. Names of groups are unique: choose another name, or rename or remove that one first",
		err, kinds[r.Type].noun, all[i].Name, all[i].ID)
}

// Text is a text as the service holds it, in the spelling of the configuration where only outer
// white space differs: a service may trim it.
func Text(want types.String, now string) types.String {
	if !want.IsNull() && !want.IsUnknown() && strings.TrimSpace(want.ValueString()) == strings.TrimSpace(now) {
		return want
	}

	return types.StringValue(now)
}
