// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package providerblock

import (
	"fmt"
	"strings"
	"unicode"

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
// the environment, which may hold what another block uses. A value that cannot be right is an
// error that does not show it.
func (c Credential) Take(diags *diag.Diagnostics) (one, first, second string) {
	c.One.Value = strings.TrimSpace(c.One.Value)
	c = c.way(diags)

	return c.One.key(diags), c.First.Password(diags), c.Second.Password(diags)
}

// way leaves one of the two ways, with the other's values empty.
func (c Credential) way(diags *diag.Diagnostics) Credential {
	switch {
	case c.One.InBlock && !c.First.InBlock && !c.Second.InBlock:
		c.First.Value, c.Second.Value = "", ""
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

	return c
}

// Password is the value of a name, a secret or a password. One that was read from a file ends in
// a new line; with another control character in it, it is an error that does not show it, since
// neither a header nor basic authentication carries those (RFC 9110, 5.5; RFC 7617, 2).
func (s Setting) Password(diags *diag.Diagnostics) string {
	s.Value = strings.TrimRight(s.Value, "\r\n")
	s.refuse(diags, "a control character", unicode.IsControl)

	return s.Value
}

// key is [Setting.Password] of a key or a token, in which no white space stands either.
func (s Setting) key(diags *diag.Diagnostics) string {
	s.refuse(diags, "white space or a control character", func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) })

	return s.Value
}

func (s Setting) refuse(diags *diag.Diagnostics, what string, is func(rune) bool) {
	if strings.ContainsFunc(s.Value, is) {
		diags.AddAttributeError(path.Root(s.Name), Summary, fmt.Sprintf("%s has %s in it, such as a line break: copy it again.", s.Origin(), what))
	}
}

const missingCredential = "Missing Credential"
