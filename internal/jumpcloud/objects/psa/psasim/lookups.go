// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psasim

import (
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// companies are those of the settings' types, where types are set [I].
func (v vendor) companies(c *jumpcloudsim.Call) sim.Response {
	id, _, refused := integration(c, v.name)
	if refused != nil {
		return *refused
	}

	docs := c.Docs(Companies, id).All()
	types, _ := v.settings(c, id)["companyTypeIds"].([]any)

	if len(types) > 0 && c.Switch("companies-by-type") == "narrowed" {
		docs = slices.DeleteFunc(docs, func(d sim.Doc) bool { return !holds(types, d["typeId"]) })
	}

	return c.Wrapped("records", only(docs, "id", "name"), jumpcloudsim.List{Filterable: []string{"id", "name"}})
}

// companyTypes has no paging [S]; its ids are numbers, those of companies strings [S].
func (v vendor) companyTypes(c *jumpcloudsim.Call) sim.Response {
	id, _, refused := integration(c, v.name)
	if refused != nil {
		return *refused
	}

	return whole("records", only(c.Docs(CompanyTypes, id).All(), "id", "name"), true)
}

func agreements(c *jumpcloudsim.Call) sim.Response {
	id, _, refused := integration(c, ConnectWise)
	if refused != nil {
		return *refused
	}

	return c.Wrapped("results", only(c.Docs(Agreements, id).All(), "id", "name", "companyId"),
		jumpcloudsim.List{Filterable: []string{"id", "name", "companyId"}})
}

func additions(c *jumpcloudsim.Call) sim.Response {
	id, _, refused := integration(c, ConnectWise)
	if refused != nil {
		return *refused
	}

	d, ok := c.Docs(Agreements, id).Get(c.PathValue("agreement_ID"))
	if !ok {
		return jumpcloudsim.NotFound()
	}

	return c.Wrapped("results", members(d, "additions"), jumpcloudsim.List{Filterable: []string{"id", "name"}})
}

func members(d sim.Doc, name string) []sim.Doc {
	docs := []sim.Doc{}

	list, _ := d[name].([]any)
	for _, e := range list {
		if one, ok := e.(sim.Doc); ok {
			docs = append(docs, one)
		}
	}

	return docs
}

func contracts(c *jumpcloudsim.Call) sim.Response {
	id, _, refused := integration(c, Autotask)
	if refused != nil {
		return *refused
	}

	return c.Wrapped("results", only(c.Docs(Contracts, id).All(), "id", "name", "companyId"),
		jumpcloudsim.List{Filterable: []string{"id", "name", "companyId"}})
}

// contractFields is a dump of pick lists without paging; values are strings [S]. Which
// fields there are is not documented; these two are Autotask's own [I].
func contractFields(c *jumpcloudsim.Call) sim.Response {
	if _, _, refused := integration(c, Autotask); refused != nil {
		return *refused
	}

	value := func(value, label string) sim.Doc { return sim.Doc{"value": value, "label": label} }

	return whole("results", []sim.Doc{
		{"name": "status", "values": []any{value("0", "Inactive"), value("1", "Active")}},
		{"name": "contractType", "values": []any{value("1", "Time & Materials"), value("7", "Recurring Service")}},
	}, true)
}

func services(c *jumpcloudsim.Call) sim.Response {
	id, _, refused := integration(c, Autotask)
	if refused != nil {
		return *refused
	}

	return c.Wrapped("results", c.Docs(Services, id).All(), jumpcloudsim.List{Filterable: []string{"id", "name", "contractId"}})
}

// billingOptions is wrapped in options and has no total [S]. The name of the one option
// is not documented.
func billingOptions(c *jumpcloudsim.Call) sim.Response {
	id, _, refused := integration(c, Syncro)
	if refused != nil {
		return *refused
	}

	return whole("options", []sim.Doc{{"name": "Schedules", "values": c.Docs(Schedules, id).All()}}, false)
}
