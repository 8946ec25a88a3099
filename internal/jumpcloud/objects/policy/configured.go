// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"context"
	"errors"
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policytemplate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// configuredTemplate is a configured policy template: a policy's settings, kept by the
// portal. Lists leave the values out (evidence: policies 6.2).
type configuredTemplate struct {
	ID               string            `json:"id"`
	Name             string            `json:"name"`
	PolicyTemplateID string            `json:"policyTemplateId"`
	Values           []configuredValue `json:"values"`
}

// configuredValue spells its members unlike a policy's value (evidence: policies 6.2).
type configuredValue struct {
	ConfigFieldID string `json:"configFieldId"`
	Name          string `json:"name"`
	Value         any    `json:"value"`
}

// UnmarshalJSON keeps every digit of a value's numbers.
func (v *configuredValue) UnmarshalJSON(data []byte) error {
	type plain configuredValue

	return anyjson.Unmarshal(data, (*plain)(v))
}

// wire is the values as a policy has them.
func (c configuredTemplate) wire() []policytemplate.WireValue {
	all := make([]policytemplate.WireValue, 0, len(c.Values))
	for _, v := range c.Values {
		all = append(all, policytemplate.WireValue{ConfigFieldID: v.ConfigFieldID, ConfigFieldName: v.Name, Value: v.Value})
	}

	return all
}

// candidate is what a name can mean.
func (c configuredTemplate) candidate() kit.Candidate { return kit.Candidate{ID: c.ID, Name: c.Name} }

func configuredListing(ctx context.Context, p *jumpcloud.Portal) (collections.Listing[configuredTemplate], error) {
	route, err := p.Own(ctx, "configuredpolicytemplates")

	return collections.Listing[configuredTemplate]{
		Route: route, Sort: jumpcloud.SortID, ID: func(c configuredTemplate) string { return c.ID },
	}, err
}

func allConfigured(ctx context.Context, p *jumpcloud.Portal) ([]configuredTemplate, error) {
	list, err := configuredListing(ctx, p)
	if err != nil {
		return nil, err
	}

	return collections.All(ctx, list)
}

func getConfigured(ctx context.Context, p *jumpcloud.Portal, id string) (configuredTemplate, error) {
	route, err := p.Own(ctx, "configuredpolicytemplates", id)
	if err != nil {
		return configuredTemplate{}, err
	}

	return collections.Get[configuredTemplate](ctx, route)
}

// mostLooked bounds how many organizations are asked for a template.
const mostLooked = 10

// templateOfPortal finds a policy template for something that belongs to no organization.
// The catalogue is read in an organization, and one without MDM lacks the templates for it.
func templateOfPortal(ctx context.Context, p *jumpcloud.Portal, id string) (policytemplate.Template, error) {
	first, ok := p.StandIn(ctx)
	if !ok {
		return policytemplate.Template{}, errors.New("the template is read in an organization, and the credential reaches none")
	}

	template, err := templateByID(ctx, first, id)
	if !errors.Is(err, rest.ErrNotFound) {
		return template, err
	}

	all, listErr := p.Organizations(ctx)
	if listErr != nil {
		return policytemplate.Template{}, listErr
	}

	for _, o := range all[:min(mostLooked, len(all))] {
		if o.ID == first.ID() {
			continue
		}

		if template, err = templateByID(ctx, p.Client().Tenant(o.ID), id); !errors.Is(err, rest.ErrNotFound) {
			return template, err
		}
	}

	return policytemplate.Template{}, fmt.Errorf("policy template %s is in the catalogue of none of the organizations that were asked: %w. "+
		"Templates that need MDM appear in organizations with that MDM; set the provider's organization_id to one", id, err)
}
