// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexportsim

import (
	"net/http"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Fields defines a switch for each member of a request or an answer: what it is called.
func (w *World) Fields(of string, names ...string) {
	for _, name := range names {
		w.Switches.Define(sim.Switch{
			Name: "field-" + of + "." + name, Default: name, Values: []string{name, pascal(name)},
			About: "the JSON name of this member: what the vendor shows of the API is written like the default, its client like the other",
		})
	}

	w.fields[of] = names
}

// wire is what a member is called now.
func (w *World) wire(of, name string) string { return w.Switches.Get("field-" + of + "." + name) }

// pascal is a name as the vendor's client spells it.
func pascal(name string) string {
	var b strings.Builder

	for part := range strings.SplitSeq(name, "_") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}

	return b.String()
}

// success is what every answer has that is one [V].
func success() sim.Doc {
	return sim.Doc{"error_code": 0, "error_message": nil, "warning_messages": []any{}}
}

// show is a document as an answer shows it: the members that were defined, by their names,
// and no other.
func (c *Call) show(of string, d sim.Doc) sim.Doc {
	out := sim.Doc{"api_error_entity": success()}

	for _, name := range c.World.fields[of] {
		if v, ok := d[name]; ok {
			out[c.World.wire(of, name)] = v
		}
	}

	return out
}

// One is an answer that is one object.
func (c *Call) One(of string, d sim.Doc) sim.Response { return sim.JSON(http.StatusOK, c.show(of, d)) }

// Done is the answer of what has nothing to say.
func Done() sim.Response { return sim.JSON(http.StatusOK, sim.Doc{"api_error_entity": success()}) }

// Many is an answer that is a page of a list: a bare array [C].
func (c *Call) Many(of string, all []sim.Doc) sim.Response {
	page, header := c.Page(all)

	return listed(sim.JSON(http.StatusOK, c.all(of, page)), header)
}

// Wrapped is a page of a list under a member [C].
func (c *Call) Wrapped(of, under string, all []sim.Doc) sim.Response {
	page, header := c.Page(all)

	return listed(sim.JSON(http.StatusOK, sim.Doc{"api_error_entity": success(), c.World.wire(of, under): c.all(of, page)}), header)
}

func (c *Call) all(of string, page []sim.Doc) []sim.Doc {
	out := []sim.Doc{}
	for _, d := range page {
		out = append(out, c.show(of, d))
	}

	return out
}

func listed(r sim.Response, header http.Header) sim.Response {
	for name := range header {
		r = r.With(name, header.Get(name))
	}

	return r
}

// codes of errors by status: the names are those of the vendor's client [C], the numbers ours.
var codes = map[int]struct {
	name   string
	number int
}{
	http.StatusUnauthorized:        {"AuthenticationError", 1},
	http.StatusForbidden:           {"AuthenticationError", 1},
	http.StatusNotFound:            {"ItemNotFound", 2},
	http.StatusUnprocessableEntity: {"ValidationError", 3},
}

// Refuse is a refusal. 403, 404 and 422 have the shape of the answer [C].
func (c *Call) Refuse(status int, message string) sim.Response {
	var code any = codes[status].number
	if c.Switch("error-code-form") == "name" {
		code = codes[status].name
	}

	if c.Switch("refusal-form") == "200" {
		status = http.StatusOK
	}

	return sim.JSON(status, sim.Doc{"api_error_entity": sim.Doc{"error_code": code, "error_message": message, "warning_messages": []any{}}})
}

// NotFound is the answer for what does not exist, and for what exists already: "Entity not
// found or duplicate login" [V].
func (c *Call) NotFound(message string) sim.Response { return c.Refuse(http.StatusNotFound, message) }
