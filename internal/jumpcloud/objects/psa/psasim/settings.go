// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psasim

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// maxCompanyTypes is the most that PATCH takes [S].
const maxCompanyTypes = 150

func (v vendor) typed() bool { return v.name != Syncro }

func (v vendor) settings(c *jumpcloudsim.Call, id string) sim.Doc {
	d := sim.Doc{"automaticTicketing": false}
	if v.typed() {
		d["companyTypeIds"] = []any{}
	}

	if stored, ok := c.Docs(Settings, "").Get(id); ok {
		return stored
	}

	return d
}

func (v vendor) getSettings(c *jumpcloudsim.Call) sim.Response {
	id, _, refused := integration(c, v.name)
	if refused != nil {
		return *refused
	}

	return sim.JSON(http.StatusOK, v.settings(c, id))
}

// patchSettings merges members; the array is replaced as a whole [I]. It answers all [S].
func (v vendor) patchSettings(c *jumpcloudsim.Call) sim.Response {
	id, _, refused := integration(c, v.name)
	if refused != nil {
		return *refused
	}

	fields := sim.Fields{"automaticTicketing": sim.Bool}
	if v.typed() {
		fields["companyTypeIds"] = sim.Array
	}

	body, bad := c.Object(fields)
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	list, _ := body["companyTypeIds"].([]any)
	if len(list) > maxCompanyTypes {
		return jumpcloudsim.BadRequest(fmt.Sprintf("at most %d company types", maxCompanyTypes), "", "companyTypeIds")
	}

	types := c.Docs(CompanyTypes, id).IDs()

	for _, e := range list {
		n, ok := e.(json.Number)
		if _, err := n.Int64(); !ok || err != nil {
			c.Violate("body", "companyTypeIds must be integers")

			return jumpcloudsim.BadRequest("companyTypeIds must be integers", "", "companyTypeIds")
		}

		if !slices.Contains(types, n.String()) && c.Switch("settings-unknown-company-type") == "refuse" {
			return jumpcloudsim.BadRequest("unknown company type "+n.String(), "", "companyTypeIds")
		}
	}

	d := v.settings(c, id)
	maps.Copy(d, body)

	c.Docs(Settings, "").Put(id, d)

	return sim.JSON(http.StatusOK, d)
}
