// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policygrouptemplatesim

import (
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// groups are stored here by whoever simulates policy groups.
const groups = "policygroups"

var fromTemplateSwitches = []sim.Switch{
	{
		Name: "policygroup-fromtemplate", Default: "accept", Values: []string{"accept", "404", "405"},
		About: "whether a policy group can be made from a template; undocumented, but the vendor's module once did",
	},
	{
		Name: "policygroup-fromtemplate-answer", Default: "group", Values: []string{"group", "empty"},
		About: "what making a policy group from a template answers: nobody shows it",
	},
}

// fromTemplate copies a template's members into an organization as policies, in a group
// of the template's name. A second time the name is taken: 409, as for any group [cli].
func fromTemplate(c *jumpcloudsim.Call) sim.Response {
	switch c.Switch("policygroup-fromtemplate") {
	case "404":
		return jumpcloudsim.NotFound()
	case "405":
		return jumpcloudsim.Refuse(http.StatusMethodNotAllowed, "method not allowed", "")
	}

	org := c.PathValue("organization_id")
	if _, ok := c.VisibleOrganization(org); !ok {
		return jumpcloudsim.NotFound()
	}

	body, bad := c.Object(sim.Fields{"templateId": sim.String})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	id, _ := body["templateId"].(string)
	c.ProviderID = c.Caller.ProviderID

	template, ok := c.Docs(Collection, c.ProviderID).Get(id)
	if !ok {
		return jumpcloudsim.BadRequest("unknown template", "", "templateId")
	}

	if _, taken := c.Docs(groups, org).Find(func(d sim.Doc) bool { return d["name"] == template["name"] }); taken {
		return jumpcloudsim.Conflict("Group already exists")
	}

	copies := []string{}

	for _, m := range members(c, template) {
		id, _ := m["id"].(string)
		configured, _ := c.Docs(Configured, c.ProviderID).Get(id)
		copies = append(copies, policyFrom(c, org, configured))
	}

	name, _ := template["name"].(string)
	group := c.World.NewPolicyGroup(org, name, copies)

	d, _ := c.Docs(groups, org).Get(group)
	c.Docs(groups, org).Put(group, d) // what NewPolicyGroup did is this call's write

	if c.Switch("policygroup-fromtemplate-answer") == "empty" {
		return sim.JSON(http.StatusOK, sim.Doc{})
	}

	return sim.JSON(http.StatusOK, d)
}

func policyFrom(c *jumpcloudsim.Call, org string, configured sim.Doc) string {
	id := c.World.IDs.ObjectID()
	values := []any{}

	kept, _ := configured["values"].([]any)
	for _, e := range kept {
		v, _ := e.(sim.Doc)
		values = append(values, sim.Doc{"configFieldID": v["configFieldId"], "value": v["value"]})
	}

	c.Docs(policies, org).Put(id, sim.Doc{
		"id": id, "name": configured["name"], "notes": "", "template": configured["policyTemplateId"], "values": values,
	})

	return id
}
