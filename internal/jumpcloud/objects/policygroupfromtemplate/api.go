// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygroupfromtemplate

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// group is what matters here of a policy group, and of a template.
type group struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type fromTemplateBody struct {
	TemplateID string `json:"templateId"`
}

func listing(t *jumpcloud.Tenant) collections.Listing[group] {
	return collections.Listing[group]{
		Route:  t.V2("policygroups"),
		Sort:   jumpcloud.SortID,
		ID:     func(g group) string { return g.ID },
		Single: func(ctx context.Context, id string) (group, error) { return get(ctx, t, id) },
	}
}

func get(ctx context.Context, t *jumpcloud.Tenant, id string) (group, error) {
	return collections.Get[group](ctx, t.V2("policygroups", id))
}

func remove(ctx context.Context, t *jumpcloud.Tenant, id string) error {
	return collections.Delete(ctx, t.V2("policygroups", id))
}

// create makes a group from a template. The call is undocumented, and what it answers is
// nowhere shown: the group is found by comparing the organization's groups before and after.
func create(ctx context.Context, t *jumpcloud.Tenant, templateID string) (group, error) {
	portal := t.Client().Portal()

	route, err := portal.Own(ctx, "policygrouptemplates", templateID)
	if err != nil {
		return group{}, err
	}

	template, err := collections.Get[group](ctx, route)
	if err != nil {
		return group{}, fmt.Errorf("policy group template %s: %w", templateID, err)
	}

	before, err := groups(ctx, t)
	if err != nil {
		return group{}, err
	}

	// The organization is in the path: a route of the portal, which sends no x-org-id.
	posted := portal.V2("organizations", t.ID(), "policygroups", "fromtemplate")
	_, err = collections.Post[any](ctx, posted, fromTemplateBody{templateID})

	collections.Drop(t.V2("policygroups"))
	collections.Drop(t.V2("policies"))

	if err != nil && !errors.Is(err, rest.ErrUnclear) {
		return group{}, explain(err, template, before)
	}

	after, listErr := groups(ctx, t)
	if listErr != nil {
		return group{}, errors.Join(err, listErr)
	}

	fresh := slices.DeleteFunc(after, func(g group) bool {
		return slices.ContainsFunc(before, func(b group) bool { return b.ID == g.ID }) || g.Name != template.Name
	})

	switch {
	case len(fresh) == 1:
		return fresh[0], nil
	case err != nil:
		return group{}, err
	}

	return group{}, fmt.Errorf("the service took the call, yet the organization has no new policy group named %q, the template's name", template.Name)
}

func groups(ctx context.Context, t *jumpcloud.Tenant) ([]group, error) {
	var all []group

	for g, err := range collections.Each(ctx, listing(t)) {
		if err != nil {
			return nil, err
		}

		all = append(all, g)
	}

	return all, nil
}

// explain says what a refusal of the undocumented call means.
func explain(err error, template group, before []group) error {
	var answer *rest.Error
	if errors.As(err, &answer) && (answer.Status == http.StatusNotFound || answer.Status == http.StatusMethodNotAllowed) {
		return fmt.Errorf("%w. Making a policy group from a template is not part of JumpCloud's documented API: the vendor's own module once did "+
			"it, and this service does not take the call, or not for this organization. Make the group in the Multi-Tenant Portal, "+
			"and import it as jumpcloud_policy_group", err)
	}

	for _, g := range before {
		if g.Name == template.Name {
			return fmt.Errorf("%w. The organization has a policy group %q (%s) already, and a template can be copied only once: "+
				"import that group as jumpcloud_policy_group, or as this resource", err, g.Name, g.ID)
		}
	}

	return err
}
