// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psasim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// option is a label with the value that stands for it.
type option struct {
	label string
	value int64
}

type optionGroup struct {
	name   string
	values []option
}

// options of each vendor. The names of the groups are not documented; these are the
// members of the configuration that they are for [I].
var options = map[string][]optionGroup{
	ConnectWise: {
		{"priority", []option{
			{"Priority 1 - Critical", 1}, {"Priority 2 - High", 2}, {"Priority 3 - Medium", 3}, {"Priority 4 - Low", 4},
		}},
		{"source", []option{{"Email Connector", 1}, {"JumpCloud", 2}}},
	},
	Autotask: {
		{"priority", []option{{"Critical", 1}, {"High", 2}, {"Medium", 3}, {"Low", 4}}},
		{"status", []option{{"New", 1}, {"In Progress", 5}, {"Complete", 6}}},
		{"source", []option{{"Monitoring Alert", 8}, {"Client Portal", 11}}},
		{"queue", []option{{"Client Portal", 5}, {"Post Sale", 6}, {"Monitoring Alert", 8}, {"Triage", 29}}},
	},
	Syncro: {
		{"priority", []option{{"0 Urgent", 0}, {"1 High", 1}, {"2 Normal", 2}, {"3 Low", 3}}},
		{"status", []option{{"New", 1}, {"In Progress", 2}}},
		{"problemType", []option{{"Security", 1}, {"Network", 2}, {"Hardware", 3}, {"Other", 4}}},
		{"user", []option{{"lee@example.com", 51}, {"kim@example.com", 52}}},
	},
}

// resources are the people of Autotask, with the roles that each has.
var resources = []struct {
	id    int64
	name  string
	roles []option
}{
	{401, "Lee Wong", []option{{"Engineer", 11}, {"Dispatcher", 12}}},
	{402, "Kim Park", []option{{"Engineer", 11}}},
}

// labels are the options for a member of a configuration, by value.
func labels(vendor, field string) map[int64]string {
	out := map[int64]string{}

	for _, group := range options[vendor] {
		if group.name == field {
			for _, o := range group.values {
				out[o.value] = o.label
			}
		}
	}

	if vendor == Autotask && field == "resource" {
		for _, r := range resources {
			out[r.id] = r.name
		}
	}

	return out
}

// alertOptions is wrapped in records, but for Autotask in options beside resources [S].
func (v vendor) alertOptions(c *jumpcloudsim.Call) sim.Response {
	if v.noIntegration(c) {
		return jumpcloudsim.NotFound()
	}

	groups := []sim.Doc{}
	for _, g := range options[v.name] {
		groups = append(groups, sim.Doc{"name": g.name, "values": optionDocs(g.values)})
	}

	if v.name != Autotask {
		return sim.JSON(http.StatusOK, sim.Doc{"records": groups})
	}

	people := []sim.Doc{}
	for _, r := range resources {
		people = append(people, sim.Doc{"id": r.id, "name": r.name, "roles": optionDocs(r.roles)})
	}

	return sim.JSON(http.StatusOK, sim.Doc{"options": groups, "resources": people})
}

func optionDocs(all []option) []sim.Doc {
	docs := []sim.Doc{}
	for _, o := range all {
		docs = append(docs, sim.Doc{"label": o.label, "value": o.value})
	}

	return docs
}
