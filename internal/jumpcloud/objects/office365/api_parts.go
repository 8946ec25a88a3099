// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// below is a route of a directory's parts.
func below(t *jumpcloud.Tenant, id string, segments ...string) collections.Route {
	return t.V2("office365s", id).Join(segments...)
}

// planDirectory refuses the directory of another organization. Where the service takes no
// organization for its parts, the id in the path decides alone where the calls act.
func planDirectory(ctx context.Context, t *jumpcloud.Tenant, resp *resource.ModifyPlanResponse) {
	var id types.String

	at := path.Root("office365_id")
	resp.Diagnostics.Append(resp.Plan.GetAttribute(ctx, at, &id)...)

	if id.ValueString() == "" || !errors.Is(owned(ctx, t, id.ValueString()), rest.ErrNotFound) {
		return // not known yet, there, or nobody can tell
	}

	resp.Diagnostics.AddAttributeError(at, "Not in This Organization", fmt.Sprintf(
		"Organization %s has no Microsoft 365 directory %s. Ids are valid within one organization only; the data source "+
			"jumpcloud_office365s has those of one.", tenancy.Name(ctx, t.Client(), t.ID(), nil), id.ValueString()))
}

// candidate is what a name can mean.
func (d domain) candidate() kit.Candidate { return kit.Candidate{ID: d.ID, Name: d.Domain} }

func domains(t *jumpcloud.Tenant, id string) collections.Listing[domain] {
	return collections.Listing[domain]{Route: below(t, id, "domains"), ID: func(d domain) string { return d.ID }}
}

func createDomain(ctx context.Context, t *jumpcloud.Tenant, id, name string) (domain, error) {
	if err := owned(ctx, t, id); err != nil {
		return domain{}, err
	}

	d, err := collections.Create(ctx, collections.Creation[domain]{
		List: domains(t, id), Name: name,
		Body: struct {
			Domain string `json:"domain"`
		}{name},
		Same: func(_ context.Context, d domain) (bool, error) { return strings.EqualFold(d.Domain, name), nil },
	})

	return d, err
}

// getDomain looks into the list, since the API has no single read of a domain.
func getDomain(ctx context.Context, t *jumpcloud.Tenant, id, domainID string) (domain, error) {
	if err := owned(ctx, t, id); err != nil {
		return domain{}, err
	}

	d, err := collections.Lookup(ctx, domains(t, id), domainID)

	return d, err
}

func removeDomain(ctx context.Context, t *jumpcloud.Tenant, id, domainID string) error {
	if err := owned(ctx, t, id); err != nil {
		return err
	}

	return collections.Delete(ctx, below(t, id, "domains", domainID))
}

// candidate is what a name can mean.
func (r translationRule) candidate() kit.Candidate { return kit.Candidate{ID: r.ID, Name: r.BuiltIn} }

func rules(t *jumpcloud.Tenant, id string) collections.Listing[translationRule] {
	return collections.Listing[translationRule]{
		Route: below(t, id, "translationrules"), Sort: jumpcloud.SortID, ID: func(r translationRule) string { return r.ID },
		Single: func(ctx context.Context, ruleID string) (translationRule, error) {
			return collections.Get[translationRule](ctx, below(t, id, "translationrules", ruleID))
		},
	}
}

func createRule(ctx context.Context, t *jumpcloud.Tenant, id string, b translationRuleBody) (translationRule, error) {
	if err := owned(ctx, t, id); err != nil {
		return translationRule{}, err
	}

	r, err := collections.Create(ctx, collections.Creation[translationRule]{
		List: rules(t, id), Body: b, Name: b.BuiltIn,
		Same: func(_ context.Context, r translationRule) (bool, error) {
			return r.BuiltIn == b.BuiltIn && r.Direction == b.Direction, nil
		},
	})

	return r, err
}

func getRule(ctx context.Context, t *jumpcloud.Tenant, id, ruleID string) (translationRule, error) {
	if err := owned(ctx, t, id); err != nil {
		return translationRule{}, err
	}

	r, err := collections.Lookup(ctx, rules(t, id), ruleID)

	return r, err
}

func removeRule(ctx context.Context, t *jumpcloud.Tenant, id, ruleID string) error {
	if err := owned(ctx, t, id); err != nil {
		return err
	}

	return collections.Delete(ctx, below(t, id, "translationrules", ruleID))
}

// importUsers reads all pages. A token that comes again would go on for ever.
func importUsers(ctx context.Context, t *jumpcloud.Tenant, id, filter, orderBy string) ([]importUser, error) {
	if err := owned(ctx, t, id); err != nil {
		return nil, err
	}

	const page = 100

	route := below(t, id, "import", "users").With("top", strconv.Itoa(page))

	for name, value := range map[string]string{"filter": filter, "orderby": orderBy} {
		if value != "" {
			route = route.With(name, value)
		}
	}

	all, seen := []importUser{}, map[string]bool{}

	for {
		p, err := collections.Get[struct {
			SkipToken string       `json:"skipToken"`
			Users     []importUser `json:"users"`
		}](ctx, route)
		if err != nil {
			return nil, err
		}

		all = append(all, p.Users...)

		switch {
		case p.SkipToken == "":
			return all, nil
		case seen[p.SkipToken]:
			return nil, fmt.Errorf("after %d users the service answers with a skip token that it gave before", len(all))
		}

		seen[p.SkipToken] = true
		route = route.With("skipToken", p.SkipToken)
	}
}

// errNothingToChange guards updates of objects all of whose attributes replace them.
var errNothingToChange = errors.New("this object cannot be changed in place; replace it")
