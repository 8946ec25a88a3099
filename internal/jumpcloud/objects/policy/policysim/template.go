// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policysim

import (
	"maps"
	"net/http"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// listTemplates omits configFields ([cli] internal/windows_mdm).
func listTemplates(c *jumpcloudsim.Call) sim.Response {
	items := []sim.Doc{}

	for _, t := range c.Docs(Templates, "").All() {
		if available(c, t) {
			items = append(items, shallow(t))
		}
	}

	return c.Array(items, jumpcloudsim.List{Filterable: []string{"name"}})
}

// getTemplate lacks deliveryTypes, state, alert and reference, which the list has [S].
func getTemplate(c *jumpcloudsim.Call) sim.Response {
	t, ok := c.Docs(Templates, "").Get(c.PathValue("id"))
	if !ok || !available(c, t) {
		return jumpcloudsim.NotFound()
	}

	maps.DeleteFunc(t, func(name string, _ any) bool {
		return slices.Contains([]string{"deliveryTypes", "state", "alert", "reference"}, name)
	})

	return sim.JSON(http.StatusOK, t)
}

// available: a template that is delivered by MDM only is absent from an
// organization without that MDM ([cli] error text).
func available(c *jumpcloudsim.Call, t sim.Doc) bool {
	delivery, _ := t["deliveryTypes"].([]any)
	family, _ := t["osMetaFamily"].(string)

	return slices.Contains(delivery, any("agent")) || c.World.HasMDM(c.OrgID, family)
}

// namedTemplate is the template that a create asks for. An id that the
// organization does not have fails; the code is not documented.
func namedTemplate(c *jumpcloudsim.Call, body sim.Doc) (sim.Doc, *sim.Response) {
	sent, _ := body["template"].(sim.Doc)
	// The vendor's clients send objects as they read them, so that more than
	// the id may come; the id is what is required [S].
	id, ok := sent["id"].(string)
	if !ok {
		return nil, new(jumpcloudsim.BadRequest("template.id is required", "", "template"))
	}

	t, ok := c.Docs(Templates, "").Get(id)
	if !ok || !available(c, t) {
		if c.Switch("policy-unknown-template") == "404" {
			return nil, new(jumpcloudsim.NotFound())
		}

		return nil, new(jumpcloudsim.BadRequest("template not found", "", "template"))
	}

	return t, nil
}

// templateOf is the template of a stored policy; empty if it left the catalogue.
func templateOf(c *jumpcloudsim.Call, policy sim.Doc) sim.Doc {
	id, _ := policy["template"].(string)

	t, ok := c.Docs(Templates, "").Get(id)
	if !ok {
		return sim.Doc{"id": id, "configFields": []any{}}
	}

	return t
}

func shallowTemplate(c *jumpcloudsim.Call, policy sim.Doc) sim.Doc {
	return shallow(templateOf(c, policy))
}

func shallow(t sim.Doc) sim.Doc {
	out := maps.Clone(t)
	delete(out, "configFields")

	return out
}
