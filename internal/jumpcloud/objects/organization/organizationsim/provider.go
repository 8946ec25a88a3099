// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsim

import (
	"net/http"
	"regexp"
	"unicode/utf8"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var providerSwitches = []sim.Switch{
	{
		Name: "provider-put-nested", Default: "merge", Values: []string{"merge", "replace"},
		About: "what PUT /providers/{provider_id} does to members that its settings leave out; only contact is documented to keep them",
	},
}

// Limits of the contract [S].
const (
	longestName    = 255
	longestContact = 30
)

var address = regexp.MustCompile(`^[a-zA-Z0-9.!#$%&'*+/=?^_` + "`" + `{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?` +
	`(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$`)

// putProvider keeps what the body leaves out: documented for the members of contact,
// assumed for the rest, since nothing is required [S, I].
func putProvider(c *jumpcloudsim.Call) sim.Response {
	body, bad := c.Object(sim.Fields{"name": sim.String, "settings": sim.Object, "contact": sim.Object})
	if bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	providers := c.Docs(jumpcloudsim.Providers, "")
	p, _ := providers.Get(c.ProviderID)
	settings, _ := body["settings"].(sim.Doc)
	contact, _ := body["contact"].(sim.Doc)

	for _, part := range []struct {
		of     sim.Doc
		fields sim.Fields
		check  func(sim.Doc, sim.Fields) *sim.BodyError
	}{
		{settings, sim.Fields{"allowMfaOverride": sim.Bool, "requireAdminMFA": sim.Bool}, sim.CheckClosed}, // closed [S]
		{contact, sim.Fields{"name": sim.String, "email": sim.String}, c.CheckObject},
	} {
		if bad := part.check(part.of, part.fields); bad != nil {
			c.Violate("body", bad.Error())

			return jumpcloudsim.BadBody(bad)
		}
	}

	if refused := checkProvider(c, body, contact); refused != nil {
		return *refused
	}

	if name, ok := body["name"]; ok {
		p["name"] = name
	}

	p["contact"] = merged(p["contact"], contact)

	if settings != nil && c.Switch("provider-put-nested") == "replace" {
		p["settings"] = settings
	} else {
		p["settings"] = merged(p["settings"], settings)
	}

	providers.Put(c.ProviderID, p)

	return sim.JSON(http.StatusOK, p)
}

func checkProvider(c *jumpcloudsim.Call, body, contact sim.Doc) *sim.Response {
	name, _ := body["name"].(string)
	person, _ := contact["name"].(string)
	email, given := contact["email"].(string)

	switch {
	case utf8.RuneCountInString(name) > longestName:
		return new(jumpcloudsim.BadRequest("name is too long", "invalidName", "name"))
	case utf8.RuneCountInString(person) > longestContact:
		return new(jumpcloudsim.BadRequest("contact name is too long", "", "contact.name"))
	case given && (len(email) > longestName || !address.MatchString(email)):
		return new(jumpcloudsim.BadRequest("contact email is invalid", "", "contact.email"))
	}

	for _, other := range c.Docs(jumpcloudsim.Providers, "").All() {
		theirs, _ := other["contact"].(sim.Doc)
		if !given || other["id"] == c.ProviderID || theirs["email"] != email {
			continue
		}

		// That it must be unique is documented [S]; 400 is the one documented code that fits [I].
		return new(jumpcloudsim.BadRequest("contact email is in use", "", "contact.email"))
	}

	return nil
}

// merged is an object with the members of another put over its own, nested ones likewise.
func merged(under any, over sim.Doc) sim.Doc {
	out, _ := sim.Clone(under).(sim.Doc)
	if out == nil {
		out = sim.Doc{}
	}

	for name, v := range over {
		if nested, ok := v.(sim.Doc); ok {
			v = merged(out[name], nested)
		}

		out[name] = v
	}

	return out
}
