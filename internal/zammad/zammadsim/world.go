// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package zammadsim simulates what is Zammad's but no object's: users, credentials and
// permissions, the shapes of errors and lists.
//
// Comments name the source of a rule with the marks of the API reference: [docs]
// docs.zammad.org, [source] zammad/zammad, [I] our inference. What nobody documents, [U], is
// a switch, and so is a rule on which docs and source differ.
package zammadsim

import (
	"net/http"
	"strconv"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collections of the world itself.
const (
	Users   = "users"
	Tickets = "tickets"
)

var switches = []sim.Switch{
	{
		Name: "token-access", Default: "on", Values: []string{"on", "off"},
		About: "whether the installation accepts tokens; it is a setting of each installation",
	},
	{
		Name: "password-access", Default: "on", Values: []string{"on", "off"},
		About: "whether the installation accepts passwords; it is a setting, and what a refusal says is documented for a wrong password only",
	},
}

// World is a simulated Zammad without objects.
type World struct{ *sim.Server }

// New returns a world without users.
func New(o sim.Options) *World {
	o.SecretHeaders = append(o.SecretHeaders, "Authorization")
	o.ErrorBody = func(_ int, message string) any { return errorBody(message) }

	w := &World{sim.New(o)}
	w.Switches.Define(switches...)

	return w
}

// Call is a request whose caller is known.
type Call struct {
	*sim.Request

	World  *World
	Caller User
}

// Switch is the present value of a switch.
func (c *Call) Switch(name string) string { return c.World.Switches.Get(name) }

// Handler answers one route.
type Handler func(*Call) sim.Response

// Handle adds a route that needs a credential.
func (w *World) Handle(pattern string, h Handler, query ...string) {
	w.Server.Handle(pattern, func(r *sim.Request) sim.Response {
		c := &Call{Request: r, World: w}

		if refused := c.authenticate(); refused != nil {
			return *refused
		}

		return h(c)
	}, query...)
}

// NextID is the id of a new object.
func (c *Call) NextID() string { return strconv.FormatUint(c.World.IDs.Number(), 10) }

// Stamp is a time as the API shows it, with milliseconds [docs].
func Stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z") }

// Paging are the query parameters of [Call.Page].
var Paging = []string{"page", "per_page"}

// Page is the part of a list that was asked for. A page holds 500 elements unless fewer are
// asked for, and no more than that [source].
func (c *Call) Page(all []sim.Doc) sim.Response {
	const most = 500

	number := func(name string, fallback int) int {
		text := c.URL.Query().Get(name)
		if text == "" {
			return fallback
		}

		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			c.Violate("query", name+" is not a number of at least 1")

			return fallback
		}

		return n
	}

	size := min(number("per_page", most), most)
	from := min((number("page", 1)-1)*size, len(all))

	return sim.JSON(http.StatusOK, all[from:min(from+size, len(all))])
}
