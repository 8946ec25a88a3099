// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psasim

import (
	"bytes"
	"fmt"
	"maps"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// mappings have no ids: an organization has one in an integration, or none [S].
func (v vendor) mappings(c *jumpcloudsim.Call) sim.Response {
	id, _, refused := integration(c, v.name)
	if refused != nil {
		return *refused
	}

	items := []sim.Doc{}

	for _, org := range c.Docs(jumpcloudsim.Organizations, c.Caller.ProviderID).All() {
		stored, mapped := c.Docs(Mappings, id).Get(text(org, "id"))
		if !mapped && c.Switch("mappings-unmapped-organizations") == "omitted" {
			continue
		}

		items = append(items, v.showMapping(c, id, org, stored))
	}

	return c.Wrapped("records", items, jumpcloudsim.List{})
}

// showMapping has no billing configuration: it cannot be read back [S].
func (v vendor) showMapping(c *jumpcloudsim.Call, id string, org, stored sim.Doc) sim.Doc {
	out := sim.Doc{"organization": sim.Doc{"id": org["id"], "name": org["name"]}, "company": v.showTarget(c, id, stored, "company")}
	if v.name == Syncro {
		return out
	}

	for target := range v.targets {
		out[target] = v.showTarget(c, id, stored, target)
	}

	out["lastSyncStatus"], out["lastSyncDateTime"] = stored["lastSyncStatus"], stored["lastSyncDateTime"]

	return out
}

func (v vendor) showTarget(c *jumpcloudsim.Call, id string, stored sim.Doc, target string) any {
	sent := object(stored, target)
	if text(sent, "id") == "" {
		return nil
	}

	if there, ok := v.target(c.World, id, stored, target); ok && c.Switch("mapping-names") == "live" {
		sent["name"] = there["name"]
	}

	if target == "service" && sent["nonBillableUsers"] == nil {
		sent["nonBillableUsers"] = 0
	}

	return sent
}

// target finds what a member of a mapping names, in its parent.
func (v vendor) target(w *jumpcloudsim.World, id string, m sim.Doc, name string) (sim.Doc, bool) {
	want := text(object(m, name), "id")

	switch name {
	case "company":
		return w.Store.Docs(Companies, id).Get(want)
	case "agreement":
		return child(w.Store.Docs(Agreements, id), want, "companyId", text(object(m, "company"), "id"))
	case "contract":
		return child(w.Store.Docs(Contracts, id), want, "companyId", text(object(m, "company"), "id"))
	case "service":
		return w.Store.Docs(Services, id).Get(text(object(m, "contract"), "id") + "/" + want)
	default:
		agreement, _ := w.Store.Docs(Agreements, id).Get(text(object(m, "agreement"), "id"))
		for _, a := range members(agreement, "additions") {
			if a["id"] == want {
				return a, true
			}
		}

		return nil, false
	}
}

func child(docs sim.Collection, id, parent, parentID string) (sim.Doc, bool) {
	d, ok := docs.Get(id)

	return d, ok && d[parent] == parentID
}

// patchMappings is an upsert of many by organization; others stay as they are. It
// answers 204 without a body, whatever its schema says [S].
func (v vendor) patchMappings(c *jumpcloudsim.Call) sim.Response {
	id, _, refused := integration(c, v.name)
	if refused != nil {
		return *refused
	}

	if trimmed := bytes.TrimSpace(c.Raw); bytes.HasPrefix(trimmed, []byte("[")) {
		if c.Switch("mappings-bare-array") == "refuse" {
			return jumpcloudsim.BadRequest("body is not an object", "", "")
		}

		c.Raw = fmt.Appendf(nil, `{"data":%s}`, trimmed)
	}

	body, bad := c.Object(sim.Fields{"data": sim.Array})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	var (
		elements = members(body, "data")
		changes  = map[string]sim.Doc{} // nil deletes
		first    *sim.Response
		order    []string
	)

	for _, e := range elements {
		org, next, refused := v.change(c, id, e)

		switch {
		case refused != nil && first == nil:
			first = refused
		case refused == nil && org != "":
			changes[org] = next
			order = append(order, org)
		}
	}

	if first != nil && c.Switch("mappings-batch") == "atomic" {
		return *first
	}

	for _, org := range order {
		if changes[org] == nil {
			c.Docs(Mappings, id).Remove(org)
		} else {
			c.Docs(Mappings, id).Put(org, changes[org])
		}
	}

	if first != nil {
		return *first
	}

	return sim.NoContent()
}

// change checks one element and returns what it makes of the organization's mapping.
func (v vendor) change(c *jumpcloudsim.Call, id string, e sim.Doc) (org string, next sim.Doc, refused *sim.Response) {
	if bad := v.checkElement(c, e); bad != nil {
		c.Violate("body", bad.Error())

		return "", nil, new(jumpcloudsim.BadBody(bad))
	}

	org = text(object(e, "organization"), "id")
	if org == "" {
		return "", nil, new(jumpcloudsim.BadRequest("organization.id is required", "", "organization.id"))
	}

	if _, ok := c.Docs(jumpcloudsim.Organizations, c.Caller.ProviderID).Get(org); !ok {
		if c.Switch("mapping-unknown-organization") == "ignore" {
			return "", nil, nil
		}

		return "", nil, new(jumpcloudsim.BadRequest("unknown organization "+org, "", "organization.id"))
	}

	if e["delete"] == true {
		return org, nil, nil // the vendor's example has no company here [S]
	}

	if e["company"] == nil {
		return "", nil, new(jumpcloudsim.BadRequest("company is required", "", "company"))
	}

	next = sim.Doc{}

	if stored, ok := c.Docs(Mappings, id).Get(org); ok && c.Switch("mapping-omitted-members") == "keep" {
		next = stored
	}

	delete(e, "organization")
	delete(e, "delete")
	maps.Copy(next, e)

	for target := range next {
		if text(object(next, target), "id") == "" || target == "billingConfigurations" {
			continue // null unsets [I]
		}

		if _, ok := v.target(c.World, id, next, target); !ok && c.Switch("mapping-unknown-psa-id") == "refuse" {
			return "", nil, new(jumpcloudsim.BadRequest(fmt.Sprintf("unknown %s %s", target, text(object(next, target), "id")), "", target))
		}
	}

	return org, next, nil
}

var billingFields = map[string]sim.Fields{
	"line_item_name": {"stringValue": sim.String, "kind": sim.String},
	"line_item_id":   {"numberValue": sim.Number, "kind": sim.String},
	"schedule_name":  {"stringValue": sim.String, "kind": sim.String},
	"schedule_id":    {"numberValue": sim.Number, "kind": sim.String},
}

// checkElement holds an element to the published schema.
func (v vendor) checkElement(c *jumpcloudsim.Call, e sim.Doc) *sim.BodyError {
	fields := sim.Fields{"organization": sim.Object, "company": sim.Object, "delete": sim.Bool}
	maps.Copy(fields, v.targets)

	if bad := c.CheckObject(e, fields); bad != nil {
		return bad
	}

	pair := sim.Fields{"id": sim.String | sim.Null, "name": sim.String | sim.Null}
	service := sim.Fields{"id": sim.String | sim.Null, "name": sim.String | sim.Null, "nonBillableUsers": sim.Integer | sim.Null}

	for _, name := range []string{"organization", "company", "agreement", "addition", "contract"} {
		if bad := c.CheckObject(object(e, name), pair); bad != nil {
			return bad
		}
	}

	if bad := c.CheckObject(object(e, "service"), service); bad != nil {
		return bad
	}

	// The shape is the dump of a protobuf Struct [S].
	billing := object(e, "billingConfigurations")
	if bad := c.CheckObject(billing, sim.Fields{"fields": sim.Object}); bad != nil {
		return bad
	}

	for name := range object(billing, "fields") {
		known, ok := billingFields[name]
		if !ok {
			return &sim.BodyError{Field: name, Problem: "is not a known field"}
		}

		if bad := c.CheckObject(object(object(billing, "fields"), name), known); bad != nil {
			return bad
		}
	}

	return nil
}
