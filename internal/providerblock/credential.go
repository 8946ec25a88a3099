// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providerblock

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
)

// Credential is what tells a service who asks: one argument, or two others together.
type Credential struct {
	One, First, Second Setting

	OneIs  string // such as "an API key"
	TwoAre string // such as "a user's name and password"
	Needs  string // what needs both of the two, such as "Basic authentication"
}

// Take returns the values of one of the two ways, with the other's empty. Both ways, neither
// of them, and half of the second are errors that name the arguments. The block goes before
// the environment, which may hold what another block uses.
func (c Credential) Take(diags *diag.Diagnostics) (one, first, second string) {
	switch {
	case c.One.InBlock && !c.First.InBlock && !c.Second.InBlock:
		return c.One.Value, "", ""
	case !c.One.InBlock && (c.First.InBlock || c.Second.InBlock):
		c.One.Value = ""
	}

	// The one of the two that was written, for the message.
	other := c.First
	if c.First.Value == "" || c.Second.InBlock && !c.First.InBlock {
		other = c.Second
	}

	switch {
	case c.One.Value != "" && other.Value != "":
		RefuseBoth(diags, "Conflicting Credentials", c.One, other, fmt.Sprintf("%s (%s) and %s with %s (%s, %s)",
			c.One.Name, c.One.variable, c.First.Name, c.Second.Name, c.First.variable, c.Second.variable))
	case c.One.Value == "" && other.Value == "":
		diags.AddAttributeError(path.Root(c.One.Name), missingCredential, fmt.Sprintf(
			"Set %s to %s, or %s and %s to %s, or the arguments of these names in the provider block.",
			c.One.variable, c.OneIs, c.First.variable, c.Second.variable, c.TwoAre))
	case c.One.Value == "" && (c.First.Value == "" || c.Second.Value == ""):
		missing := c.Second
		if c.First.Value == "" {
			missing = c.First
		}

		diags.AddAttributeError(path.Root(missing.Name), missingCredential, fmt.Sprintf(
			"%s needs both %s and %s; %s is missing. Set it, or %s.", c.Needs, c.First.Name, c.Second.Name, missing.Name, missing.variable))
	}

	return c.One.Value, c.First.Value, c.Second.Value
}

const missingCredential = "Missing Credential"
