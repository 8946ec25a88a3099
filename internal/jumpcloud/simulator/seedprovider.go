// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/role/rolesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// plantRoles makes a provider's custom roles.
func (s *Simulator) plantRoles(seed Seed, path, providerID string, roles []SeedRole) error {
	for i, r := range roles {
		at := fmt.Sprintf("%s.roles[%d]", path, i)

		if _, there := s.FindRole(providerID, r.Name); there || r.Name == "" {
			return seed.fail(at+".name", fmt.Sprintf("a role needs a name that no other has, and %q is none", r.Name))
		}

		for j, scope := range r.Scopes {
			if all := jumpcloudsim.AllScopes(); !slices.Contains(all, scope) {
				return seed.fail(fmt.Sprintf("%s.scopes[%d]", at, j), nearest.Unknown("scope", scope, all))
			}
		}

		rolesim.Add(s.World, providerID, r.Name, r.Description, r.Scopes)
	}

	return nil
}

// integration is a PSA while it is planted.
type integration struct {
	*Simulator

	seed           Seed
	path           string
	id, providerID string
	vendor         string
}

// plantIntegration connects a PSA of a provider, whose organizations are there.
func (s *Simulator) plantIntegration(seed Seed, path, providerID string, i SeedIntegration) error {
	types := []string{psasim.Autotask, psasim.ConnectWise, psasim.Syncro}
	if !slices.Contains(types, i.Type) {
		return seed.fail(path+".type", nearest.Unknown("PSA", i.Type, types))
	}

	if _, twice := s.Store.Docs(psasim.Integrations, providerID).Find(func(d sim.Doc) bool { return d["type"] == i.Type }); twice {
		return seed.fail(path+".type", "the provider has an integration of that type already")
	}

	p := integration{s, seed, path, psasim.AddIntegration(s.World, providerID, i.Type), providerID, i.Type}

	for j, c := range i.Companies {
		if err := p.company(fmt.Sprintf("%s.companies[%d]", path, j), c); err != nil {
			return err
		}
	}

	for j, m := range i.Mappings {
		if err := p.mapping(fmt.Sprintf("%s.mappings[%d]", path, j), m); err != nil {
			return err
		}
	}

	if i.Synced {
		if _, err := psasim.Sync(s.World, p.id); err != nil {
			return seed.fail(path+".synced", err.Error())
		}
	}

	return nil
}

func (p integration) company(at string, c SeedCompany) error {
	switch _, twice := p.Store.Docs(psasim.Companies, p.id).Get(c.ID); {
	case c.Name == "":
		return p.seed.fail(at, "a company needs a name")
	case twice:
		return p.seed.fail(at+".id", fmt.Sprintf("the PSA has a company with the id %q already", c.ID))
	case len(c.Agreements) > 0 && p.vendor != psasim.ConnectWise:
		return p.seed.fail(at+".agreements", "only companies in connectwise have agreements")
	case len(c.Contracts) > 0 && p.vendor != psasim.Autotask:
		return p.seed.fail(at+".contracts", "only companies in autotask have contracts")
	}

	company := psasim.Company{ID: c.ID, Name: c.Name}

	products := func(of []SeedProduct) []psasim.Product {
		var all []psasim.Product
		for _, one := range of {
			all = append(all, psasim.Product(one))
		}

		return all
	}

	for _, a := range c.Agreements {
		company.Agreements = append(company.Agreements, psasim.Agreement{ID: a.ID, Name: a.Name, Products: products(a.Additions)})
	}

	for _, a := range c.Contracts {
		company.Agreements = append(company.Agreements, psasim.Agreement{ID: a.ID, Name: a.Name, Products: products(a.Services)})
	}

	psasim.AddCompany(p.World, p.id, p.vendor, company)

	return nil
}

func (p integration) mapping(at string, m SeedMapping) error {
	var names []string

	organizations := p.Organizations(p.providerID)
	for _, d := range organizations.All() {
		names = append(names, fmt.Sprint(d["name"]))
	}

	organization, there := organizations.Find(func(d sim.Doc) bool { return d["name"] == m.Organization })
	if !there {
		return p.seed.fail(at+".organization", nearest.Unknown("organization", m.Organization, names))
	}

	id := fmt.Sprint(organization["id"])
	if _, twice := p.Store.Docs(psasim.Mappings, p.id).Get(id); twice {
		return p.seed.fail(at+".organization", fmt.Sprintf("%q is mapped already", m.Organization))
	}

	targets := sim.Doc{}

	company, err := p.find(at+".company", "company", m.Company, p.Store.Docs(psasim.Companies, p.id).All())
	if err != nil {
		return err
	}

	targets["company"] = reference(company)

	// Each is sought within the one before it.
	within := company
	for _, step := range []struct {
		member, name string
		among        func() []sim.Doc
	}{
		{"agreement", m.Agreement, func() []sim.Doc { return p.of(psasim.Agreements, "companyId", within) }},
		{"addition", m.Addition, func() []sim.Doc { return listed(within, "additions") }},
		{"contract", m.Contract, func() []sim.Doc { return p.of(psasim.Contracts, "companyId", company) }},
		{"service", m.Service, func() []sim.Doc { return p.of(psasim.Services, "contractId", within) }},
	} {
		if step.name == "" {
			continue
		}

		found, err := p.find(at+"."+step.member, step.member, step.name, step.among())
		if err != nil {
			return err
		}

		targets[step.member], within = reference(found), found
	}

	psasim.Map(p.World, p.id, id, targets)

	return nil
}

func reference(d sim.Doc) sim.Doc { return sim.Doc{"id": d["id"], "name": d["name"]} }

func (p integration) of(collection, member string, parent sim.Doc) []sim.Doc {
	return slices.DeleteFunc(p.Store.Docs(collection, p.id).All(), func(d sim.Doc) bool { return d[member] != parent["id"] })
}

func listed(d sim.Doc, member string) []sim.Doc {
	var all []sim.Doc

	list, _ := d[member].([]any)
	for _, e := range list {
		if one, ok := e.(sim.Doc); ok {
			all = append(all, one)
		}
	}

	return all
}

// find is the one of these that has a name or an id.
func (p integration) find(at, noun, nameOrID string, among []sim.Doc) (sim.Doc, error) {
	var (
		names []string
		found []sim.Doc
	)

	for _, d := range among {
		names = append(names, fmt.Sprint(d["name"]))

		switch nameOrID {
		case d["id"]:
			return d, nil
		case d["name"]:
			found = append(found, d)
		}
	}

	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return nil, p.seed.fail(at, nearest.Unknown(noun, cmp.Or(nameOrID, "(none)"), names))
	default:
		return nil, p.seed.fail(at, fmt.Sprintf("%d are named %q; give the id", len(found), nameOrID))
	}
}
