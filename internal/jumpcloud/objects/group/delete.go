// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package group

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Owned are the edges of a set that state holds.
type Owned struct {
	Set Set
	IDs types.Set
}

// Delete removes a group. Whether one that has members or associations can be deleted is not
// documented: where the service refuses, the group loses first what it owns itself, and no
// other's edge; a refusal after that says what is left.
func Delete(ctx context.Context, t *jumpcloud.Tenant, r Ref, owned ...Owned) error {
	err := collections.Delete(ctx, r.route(t))
	if !refused(err) {
		return err
	}

	emptied := false

	for _, o := range owned {
		ids := kit.Strings(o.IDs)
		if len(ids) == 0 {
			continue
		}

		if err := o.Set.empty(ctx, t, ids); err != nil {
			return err
		}

		emptied = true
	}

	if emptied {
		err = collections.Delete(ctx, r.route(t))
	}

	if text := left(ctx, t, r); refused(err) && text != "" {
		return fmt.Errorf("%w\n\nIn use: the %s still has %s. They are not managed by this resource: take them out first, "+
			"in the console or by destroying their own resources", err, kinds[r.Type].noun, text)
	}

	return err
}

func refused(err error) bool {
	return errors.Is(err, rest.ErrConflict) || errors.Is(err, rest.ErrInvalid)
}

// targetsOf are what a group can be associated with, where the graph has associations from its side.
var targetsOf = map[string][]string{
	PolicyGroup: TargetTypes, SystemGroup: SystemGroupTargetTypes, UserGroup: UserGroupTargetTypes,
}

// left names what a group still has, as far as that may be read.
func left(ctx context.Context, t *jumpcloud.Tenant, r Ref) string {
	var parts []string

	for _, to := range targetsOf[r.Type] {
		if ids, err := Associations(r, to).Now(ctx, t); err == nil && len(ids) > 0 {
			parts = append(parts, "the "+kinds[to].noun+" "+labels(ctx, t, to, ids))
		}
	}

	members := Members(r)
	if ids, err := members.Now(ctx, t); err == nil && len(ids) > 0 {
		parts = append(parts, count(len(ids), kinds[members.To].noun)+" as members: "+labels(ctx, t, members.To, ids))
	}

	return strings.Join(parts, "; ")
}
