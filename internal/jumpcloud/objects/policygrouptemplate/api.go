// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygrouptemplate

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// groupTemplate is a policy group template as the API returns it.
type groupTemplate struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Description string   `json:"description"`
	Members     []member `json:"members"`
}

// member is a configured policy template without its values.
type member struct {
	ID               string `json:"id"`
	Name             string `json:"name"`
	PolicyTemplateID string `json:"policyTemplateId"`
}

// groupTemplateBody is what the vendor's tests create a template with (evidence: policies 6.3).
type groupTemplateBody struct {
	Name        string   `json:"name"`
	Description string   `json:"description"`
	PolicyIDs   []string `json:"policyIds"`
}

// candidate is what a name can mean.
func (g groupTemplate) candidate() kit.Candidate { return kit.Candidate{ID: g.ID, Name: g.Name} }

func listing(ctx context.Context, p *jumpcloud.Portal) (collections.Listing[groupTemplate], error) {
	route, err := p.Own(ctx, "policygrouptemplates")

	return collections.Listing[groupTemplate]{
		Route: route,
		Sort:  jumpcloud.SortID,
		ID:    func(g groupTemplate) string { return g.ID },
	}, err
}

// existing lists what templates there were when the run began.
func existing(ctx context.Context, p *jumpcloud.Portal) ([]kit.Candidate, error) {
	list, err := listing(ctx, p)
	if err != nil {
		return nil, err
	}

	all, err := collections.AllOnce(ctx, list)

	return kit.Candidates(all, groupTemplate.candidate), err
}

func get(ctx context.Context, p *jumpcloud.Portal, id string) (groupTemplate, error) {
	route, err := p.Own(ctx, "policygrouptemplates", id)
	if err != nil {
		return groupTemplate{}, err
	}

	return collections.Get[groupTemplate](ctx, route)
}

// members lists a template's members page by page; the single GET documents no paging.
func members(ctx context.Context, p *jumpcloud.Portal, id string) ([]member, error) {
	route, err := p.Own(ctx, "policygrouptemplates", id, "members")
	if err != nil {
		return nil, err
	}

	return collections.All(ctx, collections.Listing[member]{
		Route: route, Sort: jumpcloud.SortID, ID: func(m member) string { return m.ID },
	})
}

func create(ctx context.Context, p *jumpcloud.Portal, b groupTemplateBody, allowTwin bool) (groupTemplate, error) {
	list, err := listing(ctx, p)
	if err != nil {
		return groupTemplate{}, err
	}

	// What the answer holds is nowhere shown. One without an id is looked up in the list.
	g, err := collections.Create(ctx, collections.Creation[groupTemplate]{
		List: list, Body: b, Name: b.Name, NameOf: func(g groupTemplate) string { return g.Name }, AllowTwin: allowTwin,
		Same: func(_ context.Context, g groupTemplate) (bool, error) {
			return kit.SameText(g.Name, b.Name) && kit.SameText(g.Description, b.Description) && len(g.Members) == len(b.PolicyIDs), nil
		},
	})

	return g, explain(err)
}

// explain says what it means that the service does not know an undocumented call.
func explain(err error) error {
	var answer *rest.Error
	if !errors.As(err, &answer) || answer.Status != http.StatusNotFound && answer.Status != http.StatusMethodNotAllowed {
		return err
	}

	return fmt.Errorf("%w. Creating a policy group template is not part of JumpCloud's documented API: only the vendor's own tests do it, "+
		"and this service no longer takes the call. Create the template in the Multi-Tenant Portal and import it", err)
}

func remove(ctx context.Context, p *jumpcloud.Portal, id string) error {
	route, err := p.Own(ctx, "policygrouptemplates", id)
	if err != nil {
		return err
	}

	return collections.Delete(ctx, route)
}
