// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// AssociationsByType returns the ids that an object is directly associated with, for each
// type. See [byType].
func AssociationsByType(ctx context.Context, t *jumpcloud.Tenant, owner Ref, targetTypes ...string) (map[string]types.List, error) {
	return byType(ctx, owner, targetTypes, func(to string) ([]string, error) { return Associations(owner, to).Now(ctx, t) })
}

// byType asks for the objects of each type that one object has. A pair of types that the
// tenant's service does not know is a 400 (evidence: groups 2.2), since not every tenant
// has every capability: such a type has an empty list, and a warning names it. An error is
// anything else, and a 400 for all of the types.
func byType(ctx context.Context, owner Ref, targetTypes []string, ask func(to string) ([]string, error)) (map[string]types.List, error) {
	var (
		lists   = map[string]types.List{}
		missing []string
		refusal error
	)

	for _, to := range targetTypes {
		ids, err := ask(to)

		switch {
		case errors.Is(err, rest.ErrInvalid):
			missing, refusal = append(missing, to), err
		case err != nil:
			return nil, err
		}

		lists[to] = kit.StringList(ids)
	}

	if len(missing) == len(targetTypes) {
		return nil, refusal
	}

	if len(missing) > 0 {
		kit.Warn(ctx, "Types Without Associations", fmt.Sprintf(
			"JumpCloud answers for other types and refuses to list what of type %s the %s %s is associated with: this organization seems not "+
				"to have it, and the list is shown empty.\n\n%s", strings.Join(missing, ", "), kinds[owner.Type].noun, owner.ID, refusal))
	}

	return lists, nil
}
