// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplist

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// accessPolicy is as much of an access policy as tells which IP lists it uses.
type accessPolicy struct {
	ID         string          `json:"id"`
	Name       string          `json:"name"`
	Conditions json.RawMessage `json:"conditions"`
}

// explain adds to a refused deletion the access policies that use the list. Nobody
// documents that the service refuses it, so the policies are looked for only then.
func explain(ctx context.Context, t *jumpcloud.Tenant, id string, err error) error {
	if !errors.Is(err, rest.ErrConflict) {
		return err
	}

	policies, e := collections.All(ctx, collections.Listing[accessPolicy]{
		Route: t.V2("authn", "policies"), Sort: jumpcloud.SortID, ID: func(p accessPolicy) string { return p.ID },
	})
	if e != nil {
		// Not wrapped: a list that is not found must not pass for a list that is gone.
		return fmt.Errorf("%w; access policies may use it, but they cannot be listed: %s", err, e.Error())
	}

	var names []string

	for _, p := range policies {
		// An id is not part of any other text of the conditions' grammar.
		if strings.Contains(string(p.Conditions), `"`+id+`"`) {
			names = append(names, fmt.Sprintf("%q (%s)", p.Name, p.ID))
		}
	}

	if len(names) == 0 {
		return err
	}

	return fmt.Errorf("%w\n\nAccess policies that use it: %s", err, strings.Join(names, ", "))
}
