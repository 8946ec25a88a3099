// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package nexportsim simulates what is NexPort Campus's but no object's: users and tokens,
// the names of operations and members, the shapes of errors and lists.
//
// Comments name the source of a rule: [V] the vendor's pages, [C] a call in the vendor's
// plugin for nopCommerce, [I] our inference. What nobody documents, [U], is a switch, and so
// is every name that is not [V]: the service's OpenAPI document is not public.
package nexportsim

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collections of the world, which several objects share.
const (
	Users         = "users"
	Directory     = "directory" // organizations and groups
	Subscriptions = "subscriptions"
	Memberships   = "memberships"
	ProfileFields = "custom_profile_fields"
	Grants        = "grants" // who has which permission in which group
	tokens        = "tokens"
)

// Types of entries of the directory. Their spelling is [U].
const (
	Organization = "Organization"
	Group        = "Group"
)

var switches = []sim.Switch{
	{
		Name: "refusal-form", Default: "status", Values: []string{"status", "200"},
		About: "whether a refusal has the documented status, or is a 200 with an error code inside, which the vendor's client reckons with",
	},
	{
		Name: "error-code-form", Default: "number", Values: []string{"number", "name"},
		About: "whether error_code is a number, as in the vendor's sample of no error, or a name of the client's enumeration; the numbers are unknown but 0",
	},
	{
		Name: "refused-token", Default: "403", Values: []string{"401", "403", "200"},
		About: "how an operation refuses a token that has ended: 403 is documented for what is not authorized",
	},
	{
		Name: "token-life", Default: "hour", Values: []string{"hour", "for ever"},
		About: "how long a token lives for which no end was asked: the sample has expires_in 3600, the text says null is for ever",
	},
	{
		Name: "first-page", Default: "1", Values: []string{"1", "0"},
		About: "the number of a list's first page",
	},
	{
		Name: "paging-headers", Default: "on", Values: []string{"on", "off"},
		About: "whether X-Total-Count, X-Per-Page and X-Page are there, for which the vendor's client looks without relying on them",
	},
}

// World is a simulated NexPort Campus without objects.
type World struct {
	*sim.Server

	fields map[string][]string // what an answer or a request consists of, by its name
}

// New returns a world without users.
func New(o sim.Options) *World {
	o.ErrorBody = func(_ int, message string) any { return sim.Doc{"Message": message} } // ASP.NET's own [I]

	w := &World{sim.New(o), map[string][]string{}}
	w.Switches.Define(switches...)
	w.access()

	return w
}

// Call is a request whose caller is known, with its members by the names of this package.
type Call struct {
	*sim.Request

	World  *World
	Caller sim.Doc
	In     sim.Doc

	pages bool
}

// Switch is the present value of a switch.
func (c *Call) Switch(name string) string { return c.World.Switches.Get(name) }

// Handler answers one operation.
type Handler func(*Call) sim.Response

// Operation is what a world is told of an operation.
type Operation struct {
	Name   string
	Method string
	Others []string // what it may be called instead, as "METHOD Action"

	Needs []string // members of a request that must be there
	Takes []string // members that may be there
	Pages bool     // it takes page and per_page [C]
	Write bool     // it needs more than the permission to view

	Do Handler
}

// Handle adds an operation, whose call and members are switches.
func (w *World) Handle(o Operation) {
	called := o.Method + " " + o.Name
	others := append([]string{called}, o.Others...)

	if len(o.Others) == 0 {
		other := http.MethodGet
		if o.Method == http.MethodGet {
			other = http.MethodPost
		}

		others = append(others, other+" "+o.Name)
	}

	w.Switches.Define(sim.Switch{
		Name: "operation-" + o.Name, Default: called, Values: others,
		About: "method and name of the operation, of which the vendor's prose and plugin show at most the name",
	})

	members := slices.Concat(o.Needs, o.Takes)
	w.Fields(o.Name, members...)

	query := []string{"access_token", "page", "per_page"}
	for _, name := range members {
		query = append(query, name, pascal(name))
	}

	for _, as := range others {
		method, action, _ := strings.Cut(as, " ")

		w.Server.Handle(method+" /api/v1/AdminApi/"+action, func(r *sim.Request) sim.Response {
			if w.Switches.Get("operation-"+o.Name) != as {
				return sim.JSON(http.StatusNotFound, sim.Doc{"Message": "No HTTP resource was found that matches the request URI."})
			}

			return (&Call{Request: r, World: w, pages: o.Pages}).serve(o)
		}, query...)
	}
}

func (c *Call) serve(o Operation) sim.Response {
	if refused := c.authenticate(); refused != nil {
		return *refused
	}

	if o.Write && Text(c.Caller, "role") != "admin" {
		return c.Refuse(http.StatusForbidden, "Not authorized")
	}

	if problem := c.read(o); problem != "" {
		return c.Refuse(http.StatusUnprocessableEntity, problem)
	}

	for _, name := range o.Needs {
		if c.In[name] == nil {
			return c.Refuse(http.StatusUnprocessableEntity, "The "+name+" field is required.")
		}
	}

	return o.Do(c)
}

// read takes the request's members: from the query with GET, else from a JSON body.
func (c *Call) read(o Operation) string {
	sent := sim.Doc{}

	if c.Method == http.MethodGet {
		for name, values := range c.URL.Query() {
			sent[name] = values[0]

			if len(values) > 1 {
				sent[name] = sim.ToDoc(sim.Doc{"all": values})["all"]
			}
		}
	} else if err := json.Unmarshal(c.Raw, &sent); err != nil {
		c.Violate("body", err.Error())

		return "The body is not a JSON object."
	}

	c.In = sim.Doc{"page": sent["page"], "per_page": sent["per_page"]}

	for _, name := range slices.Concat(o.Needs, o.Takes) {
		if v, ok := sent[c.World.wire(o.Name, name)]; ok {
			c.In[name] = v
		}
	}

	if !o.Pages && (sent["page"] != nil || sent["per_page"] != nil) {
		c.Violate("paging", o.Name+" has no pages")
	}

	return ""
}

// Text is a member as text, or "".
func Text(d sim.Doc, name string) string {
	if d[name] == nil {
		return ""
	}

	return fmt.Sprint(d[name])
}

// Is tells whether a member is true.
func Is(d sim.Doc, name string) bool { return Text(d, name) == "true" }

// Texts is a member that is a list of texts.
func Texts(d sim.Doc, name string) []string {
	list, ok := d[name].([]any)
	if !ok {
		if text := Text(d, name); text != "" {
			return []string{text}
		}
	}

	all := make([]string, 0, len(list))
	for _, v := range list {
		all = append(all, fmt.Sprint(v))
	}

	return all
}

// Stamp is a time as the API shows it, without a zone [I].
func Stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05") }

// Page is the part of a list that was asked for, by default 30 elements [C]; all of it where
// the operation has no pages.
func (c *Call) Page(all []sim.Doc) ([]sim.Doc, http.Header) {
	if !c.pages {
		return all, nil
	}

	number := func(name string, fallback int) int {
		if n, err := strconv.Atoi(Text(c.In, name)); err == nil {
			return n
		}

		return fallback
	}

	first := 1
	if c.Switch("first-page") == "0" {
		first = 0
	}

	size, page := max(number("per_page", 30), 1), max(number("page", first), first)
	from := min((page-first)*size, len(all))

	header := http.Header{}
	if c.Switch("paging-headers") == "on" {
		header.Set("X-Total-Count", strconv.Itoa(len(all)))
		header.Set("X-Per-Page", strconv.Itoa(size))
		header.Set("X-Page", strconv.Itoa(page))
	}

	return all[from:min(from+size, len(all))], header
}
