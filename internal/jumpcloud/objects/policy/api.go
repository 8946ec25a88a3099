// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"context"
	"fmt"
	"net/http"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policytemplate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// policy is the object as GET by id and POST return it. Lists have id, name and template only.
type policy struct {
	ID           string                     `json:"id"`
	Name         string                     `json:"name"`
	Notes        string                     `json:"notes"`
	Template     policytemplate.Template    `json:"template"`
	ConfigFields []policytemplate.Field     `json:"configFields"`
	Values       []policytemplate.WireValue `json:"values"`
}

// policyBody is the object as PUT takes it: the whole of it, since PUT replaces the values.
// Values are left out only for templates without fields, which take none (evidence: policies 3.1, 3.2).
type policyBody struct {
	Name   string                     `json:"name"`
	Notes  string                     `json:"notes"`
	Values []policytemplate.WireValue `json:"values,omitzero"`
}

// newPolicyBody is the object as POST takes it.
type newPolicyBody struct {
	policyBody

	Template templateRef `json:"template"`
}

type templateRef struct {
	ID string `json:"id"`
}

// candidate is what a name can mean.
func (p policy) candidate() kit.Candidate { return kit.Candidate{ID: p.ID, Name: p.Name} }

func listing(t *jumpcloud.Tenant) collections.Listing[policy] {
	return collections.Listing[policy]{
		Route:  t.V2("policies"),
		Sort:   jumpcloud.SortID,
		ID:     func(p policy) string { return p.ID },
		Single: func(ctx context.Context, id string) (policy, error) { return get(ctx, t, id) },
	}
}

// create creates a policy. One that is found again after a lost answer is returned as it was read
// by id: the list, which leaves the notes out, would have it that there are none.
func create(ctx context.Context, t *jumpcloud.Tenant, b newPolicyBody, allowTwin bool) (policy, error) {
	var again policy

	p, err := collections.Create(ctx, collections.Creation[policy]{
		List: listing(t), Body: b, Name: b.Name, NameOf: func(p policy) string { return p.Name }, AllowTwin: allowTwin,
		Same: func(ctx context.Context, listed policy) (bool, error) {
			if !kit.SameText(listed.Name, b.Name) || listed.Template.ID != b.Template.ID {
				return false, nil
			}

			whole, err := get(ctx, t, listed.ID)
			same := err == nil && b.describes(whole)

			if same {
				again = whole
			}

			return same, err
		},
	})
	if err == nil && p.ID == again.ID {
		return again, nil
	}

	return p, err
}

// get reads a policy. An answer that does not say which it is says nothing of this one.
func get(ctx context.Context, t *jumpcloud.Tenant, id string) (policy, error) {
	route := t.V2("policies", id)

	p, err := collections.Get[policy](ctx, route)
	if err == nil && p.ID != id {
		err = rest.Garbled(http.MethodGet, route.Path(), http.StatusOK, "", fmt.Sprintf("the answer is of policy %q", p.ID))
	}

	return p, err
}

func replace(ctx context.Context, t *jumpcloud.Tenant, id string, b policyBody) (policy, error) {
	return collections.Replace[policy](ctx, t.V2("policies", id), b)
}

func remove(ctx context.Context, t *jumpcloud.Tenant, id string) error {
	return collections.Delete(ctx, t.V2("policies", id))
}

// describes tells whether p carries all that was sent. The service may have added fields,
// and what it shows of a sensitive one, if anything, is not documented (evidence: policies 4.1).
func (b newPolicyBody) describes(p policy) bool {
	if !kit.SameText(p.Name, b.Name) || !kit.SameText(p.Notes, b.Notes) {
		return false
	}

	stored := map[string]policytemplate.WireValue{}
	for _, v := range p.Values {
		stored[v.ConfigFieldID] = v
	}

	for _, v := range b.Values {
		if s, ok := stored[v.ConfigFieldID]; !v.Sensitive && (!ok || !s.Sensitive && !anyjson.Equal(s.Value, v.Value)) {
			return false
		}
	}

	return true
}

func templateListing(t *jumpcloud.Tenant) collections.Listing[policytemplate.Template] {
	return collections.Listing[policytemplate.Template]{
		Route: t.V2("policytemplates"),
		Sort:  jumpcloud.SortID,
		ID:    func(p policytemplate.Template) string { return p.ID },
	}
}

// templateByName finds a template, with its fields, in an organization. The list leaves
// the fields out, hence two calls, as the vendor's own clients do (evidence: policies 1.2).
func templateByName(ctx context.Context, t *jumpcloud.Tenant, name string) (policytemplate.Template, error) {
	found, err := namedTemplates(ctx, t, name)

	switch {
	case err != nil:
		return policytemplate.Template{}, err
	case len(found) == 0:
		return policytemplate.Template{}, missingTemplate(ctx, t, name)
	}

	return templateByID(ctx, t, found[0].ID)
}

// namedTemplates lists the templates of that name. A filter that the service ignores must
// not pick any template that comes first.
func namedTemplates(ctx context.Context, t *jumpcloud.Tenant, name string) ([]policytemplate.Template, error) {
	all, err := collections.GetOnce[[]policytemplate.Template](ctx, t.V2("policytemplates").With("filter", "name:eq:"+name))

	return slices.DeleteFunc(slices.Clone(all), func(p policytemplate.Template) bool { return p.Name != name }), err
}

func templateByID(ctx context.Context, t *jumpcloud.Tenant, id string) (policytemplate.Template, error) {
	return collections.GetShared[policytemplate.Template](ctx, t.V2("policytemplates", id))
}
