// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"context"
	"errors"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policytemplate"
)

// listedPolicy is an element of the list of policies where fields= asks for all of it.
type listedPolicy struct {
	policy

	Notes *string `json:"notes"` // nil where the list does not tell
}

// wholeListing is the list of policies with their values, as far as the service honours
// the documented parameter fields; without it a list has id, name and template only
// (evidence: policies 3.5).
func wholeListing(t *jumpcloud.Tenant) collections.Listing[listedPolicy] {
	return collections.Listing[listedPolicy]{
		Route: t.V2("policies").With("fields", "name,template,values,notes"),
		Sort:  jumpcloud.SortID,
		ID:    func(p listedPolicy) string { return p.ID },
		Single: func(ctx context.Context, id string) (listedPolicy, error) {
			p, err := get(ctx, t, id)
			if p.Values == nil {
				p.Values = []policytemplate.WireValue{}
			}

			return listedPolicy{p, &p.Notes}, err
		},
	}
}

var errNothingToLookAt = errors.New("the organization has no policies")

var listedWithValues = collections.NewFact[bool]()

// listsValues tells whether the list of policies can show their values. It is asked once;
// nobody documents the answer.
func listsValues(ctx context.Context, t *jumpcloud.Tenant) bool {
	yes, err := listedWithValues.Learn(ctx, t.Client(), "", func(ctx context.Context) (bool, error) {
		first, ok, err := collections.First(ctx, wholeListing(t))
		if err == nil && !ok {
			err = errNothingToLookAt
		}

		return first.Values != nil, err
	})

	return yes && err == nil
}

// refresh reads a policy with its values and its template's fields, for a refresh or a data
// source: from the organization's list where that shows values, else by id. What the list
// cannot settle is read by id too: a policy that it lacks, and notes that it does not show
// although state has some.
//
// A snapshot of the list is dropped by any write to it; what was just written is read by
// id all the same.
func refresh(ctx context.Context, t *jumpcloud.Tenant, id, notes string) (policy, error) {
	lookup := collections.Expect(wholeListing(t))

	if !listsValues(ctx, t) {
		return get(ctx, t, id)
	}

	listed, err := lookup(ctx, id)
	if err != nil || listed.Values == nil || listed.Notes == nil && notes != "" {
		return get(ctx, t, id)
	}

	p := listed.policy
	if listed.Notes != nil {
		p.Notes = *listed.Notes
	}

	if len(p.ConfigFields) == 0 {
		template, err := templateByID(ctx, t, p.Template.ID)
		if err != nil {
			return get(ctx, t, id)
		}

		p.ConfigFields = template.ConfigFields
	}

	return p, nil
}
