// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psasim

import (
	"cmp"
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Company is a customer in a pretend PSA. Empty IDs, here and below, are assigned.
type Company struct {
	ID, Name string
	// Agreements are a ConnectWise company's agreements, or an Autotask company's contracts.
	Agreements []Agreement
}

// Agreement is an agreement with its additions, or a contract with its services.
type Agreement struct {
	ID, Name string
	Products []Product
}

// Product is an addition or a service.
type Product struct{ ID, Name string }

// AddCompany puts a customer into the pretend PSA behind an integration of a vendor, and
// returns its id.
func AddCompany(w *jumpcloudsim.World, integrationID, vendor string, c Company) string {
	number := func(id string) string { return cmp.Or(id, fmt.Sprint(100000+w.IDs.Number())) }

	id := number(c.ID)
	w.Store.Docs(Companies, integrationID).Put(id, sim.Doc{"id": id, "name": c.Name, "typeId": 1, "active": true})

	for _, a := range c.Agreements {
		var products []product
		for _, p := range a.Products {
			products = append(products, product{number(p.ID), p.Name})
		}

		plantAgreement(w, integrationID, vendor, sim.Doc{"id": number(a.ID), "name": a.Name, "companyId": id}, products...)
	}

	return id
}

// Map stores an organization's mapping, as if in the console: its targets by their names in
// the API, such as "company", each with id and name.
func Map(w *jumpcloudsim.World, integrationID, orgID string, targets sim.Doc) {
	w.Store.Docs(Mappings, integrationID).Put(orgID, targets)
}
