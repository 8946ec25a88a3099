// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psasim

import (
	"fmt"
	"strconv"
	"sync"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collections of the pretend PSA behind an integration, scoped by its id. Members that
// JumpCloud does not show are the PSA's own: active, and a company's typeId.
const (
	Companies    = "psacompanies"    // {id, name, typeId, active}
	CompanyTypes = "psacompanytypes" // {id, name}
	Agreements   = "psaagreements"   // {id, name, companyId, active, additions: [{id, name}]}
	Contracts    = "psacontracts"    // {id, name, companyId, active}
	Services     = "psaservices"     // id <contract>/<service>: {id, name, contractId}
	Schedules    = "psaschedules"    // {value, label, lines: [{value, label}]}
)

var contents = []string{Companies, CompanyTypes, Agreements, Contracts, Services, Schedules}

// generated is how many companies there are besides the named ones.
const generated = 300

// Names of the pretend PSA.
const (
	Acme             = "Acme Incorporated"       // company 250
	Contoso          = "Contoso"                 // companies 260 and 261
	CurrentAgreement = "Managed Services 2026"   // of every company; Acme's is 412
	FormerAgreement  = "Managed Services 2025"   // of Acme alone: 377
	Platform         = "JumpCloud Platform"      // on every agreement
	PlatformPlus     = "JumpCloud Platform Plus" // on every current agreement
	OtherProduct     = "Microsoft 365 Business Premium"
)

var named = []struct {
	id   int
	name string
}{
	{250, Acme},
	{251, "Globex Corporation"},
	{252, "Initech LLC"},
	{253, "Harbor Legal"},
	{254, "Northwind Dental"},
	{255, "Summit Freight"},
	{260, Contoso},
	{261, Contoso},
}

// Kinds of companies: most are customers. Two are named alike.
var companyTypes = []string{"Customer", "Prospect", "Vendor", "Partner", "Former Customer", "Other", "Other"}

// planted are the contents of a new PSA by vendor, 1,500 documents that are made once.
var planted = map[string]func() map[string]sim.Documents{
	Autotask:    sync.OnceValue(func() map[string]sim.Documents { return grown(Autotask) }),
	ConnectWise: sync.OnceValue(func() map[string]sim.Documents { return grown(ConnectWise) }),
	Syncro:      sync.OnceValue(func() map[string]sim.Documents { return grown(Syncro) }),
}

// plant fills the PSA behind a new integration.
func plant(w *jumpcloudsim.World, integrationID, vendor string) {
	for collection, documents := range planted[vendor]() {
		w.Store.Docs(collection, integrationID).Fill(documents)
	}
}

// grown are the contents of a new PSA by collection.
func grown(vendor string) map[string]sim.Documents {
	w := jumpcloudsim.New(sim.Options{})
	grow(w, "", vendor)

	all := map[string]sim.Documents{}

	for _, collection := range contents {
		if docs := w.Store.Docs(collection, ""); docs.Len() > 0 {
			all[collection] = docs.Documents()
		}
	}

	return all
}

func grow(w *jumpcloudsim.World, integrationID, vendor string) {
	for i, name := range companyTypes {
		w.Store.Docs(CompanyTypes, integrationID).Put(strconv.Itoa(i+1), sim.Doc{"id": i + 1, "name": name})
	}

	for _, c := range named {
		plantCompany(w, integrationID, vendor, c.id, c.name, 1)
	}

	for i := 1; i <= generated; i++ {
		kind := 1
		if i%10 == 0 {
			kind = 2 // every tenth is a prospect
		}

		plantCompany(w, integrationID, vendor, 1000+i, fmt.Sprintf("Customer %03d", i), kind)
	}
}

func plantCompany(w *jumpcloudsim.World, integrationID, vendor string, number int, name string, kind int) {
	const acme = 250

	id := strconv.Itoa(number)
	w.Store.Docs(Companies, integrationID).Put(id, sim.Doc{"id": id, "name": name, "typeId": kind, "active": true})

	if vendor == Syncro {
		w.Store.Docs(Schedules, integrationID).Put(id, sim.Doc{
			"value": number, "label": name + " - Monthly",
			"lines": []any{line(number*10+1, Platform), line(number*10+2, "Support")},
		})

		return
	}

	if number != acme {
		agreement := "1" + id
		plantAgreement(w, integrationID, vendor, sim.Doc{"id": agreement, "name": CurrentAgreement, "companyId": id},
			product{agreement + "1", Platform}, product{agreement + "2", PlatformPlus}, product{agreement + "3", OtherProduct})

		return
	}

	plantAgreement(w, integrationID, vendor, sim.Doc{"id": "377", "name": FormerAgreement, "companyId": id}, product{"8410", Platform})
	plantAgreement(w, integrationID, vendor, sim.Doc{"id": "412", "name": CurrentAgreement, "companyId": id},
		product{"9001", Platform}, product{"9002", PlatformPlus}, product{"8817", OtherProduct})
}

type product struct{ id, name string }

func line(value int, label string) sim.Doc { return sim.Doc{"value": value, "label": label} }

// plantAgreement makes an agreement with additions, or a contract with services.
func plantAgreement(w *jumpcloudsim.World, integrationID, vendor string, d sim.Doc, products ...product) {
	id := text(d, "id")
	d["active"] = true

	if vendor == Autotask {
		w.Store.Docs(Contracts, integrationID).Put(id, d)

		for _, p := range products {
			w.Store.Docs(Services, integrationID).Put(id+"/"+p.id, sim.Doc{"id": p.id, "name": p.name, "contractId": id})
		}

		return
	}

	list := []any{}
	for _, p := range products {
		list = append(list, sim.Doc{"id": p.id, "name": p.name})
	}

	d["additions"] = list
	w.Store.Docs(Agreements, integrationID).Put(id, d)
}
