// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package bindplanesim simulates what is Bindplane's but no object's: users, credentials and
// roles, the shapes of objects and errors, and in which project a request acts.
//
// Comments name the source of a rule: [docs] docs.bindplane.com, [CI] the vendor's own tests
// of its provider, [I] our inference. What nobody documents, [U], is a switch, and so is a
// rule on which two sources differ.
package bindplanesim

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Collections of the world.
const (
	Users         = "users"
	Organizations = "organizations"
	Projects      = "projects"
	Licenses      = "licenses" // by the organization's id: what was sent, which no route shows
)

var switches = []sim.Switch{
	{
		Name: "password-access", Default: "on", Values: []string{"on", "off"},
		About: "whether the server takes names and passwords: one of your own does in its authentication mode System, the cloud does not",
	},
	{
		Name: "key-of-deleted-project", Default: "works", Values: []string{"works", "refused"},
		About: "whether an API key still works when the project that it was made in is gone",
	},
	{
		Name: "project-header", Default: "followed", Values: []string{"followed", "ignored"},
		About: "whether X-Bindplane-Account-ID chooses the project that a request acts in: a third party sends it, the vendor does not document it",
	},
	{
		Name: "name-form", Default: "slug", Values: []string{"slug", "id"},
		About: "what the internal name of an object is: its display name as a path can hold it, or an id",
	},
	{
		Name: "display-name-space", Default: "kept", Values: []string{"kept", "trimmed"},
		About: "whether white space around a display name is kept",
	},
	{
		Name: "missing-status", Default: "404", Values: []string{"404", "400"},
		About: "what is answered where there is no such object: 404 is documented for creations alone",
	},
}

// World is a simulated Bindplane without objects.
type World struct{ *sim.Server }

// New returns a world without users.
func New(o sim.Options) *World {
	o.SecretHeaders = append(o.SecretHeaders, "Authorization", keyHeader)
	o.LogHeaders = append(o.LogHeaders, projectHeader)
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
func (w *World) Handle(pattern string, h Handler) {
	w.Server.Handle(pattern, func(r *sim.Request) sim.Response {
		c := &Call{Request: r, World: w}

		if refused := c.authenticate(); refused != nil {
			return *refused
		}

		return h(c)
	})
}

// errorBody is what an error says [docs, model.ErrorResponse].
func errorBody(text string) sim.Doc { return sim.Doc{"errors": []string{text}} }

// Refuse is the answer for what is not done.
func Refuse(status int, text string) sim.Response { return sim.JSON(status, errorBody(text)) }

// NotFound is the answer for an object that does not exist.
func (c *Call) NotFound(kind, id string) sim.Response {
	status := http.StatusNotFound
	if c.Switch("missing-status") == "400" {
		status = http.StatusBadRequest
	}

	return Refuse(status, fmt.Sprintf("%s %q not found", kind, id))
}

// Empty is a success without a body [docs].
func Empty(status int) sim.Response { return sim.Response{Status: status, Header: http.Header{}} }

// Object is one as the API shows it [docs].
func Object(kind, id, name, displayName string, spec sim.Doc) sim.Doc {
	return sim.Doc{
		"apiVersion": "bindplane.observiq.com/v1", "kind": kind, "spec": spec, "status": sim.Doc{},
		"metadata": sim.Doc{"id": id, "name": name, "displayName": displayName, "labels": sim.Doc{}, "version": 1},
	}
}

var unsafe = regexp.MustCompile(`[^a-z0-9]+`)

// InternalName is the name that the service gives to an object of that display name.
func (w *World) InternalName(id, displayName string) string {
	if w.Switches.Get("name-form") == "id" {
		return id
	}

	return strings.Trim(unsafe.ReplaceAllString(strings.ToLower(displayName), "-"), "-")
}

// Metadata is a member of an object's metadata, or "".
func Metadata(d sim.Doc, member string) string {
	m, _ := d["metadata"].(sim.Doc)

	return Text(m, member)
}

// Text is a string member, or "".
func Text(d sim.Doc, name string) string {
	s, _ := d[name].(string)

	return s
}

// DisplayName is a display name as the service keeps it.
func (w *World) DisplayName(text string) string {
	if w.Switches.Get("display-name-space") == "trimmed" {
		return strings.TrimSpace(text)
	}

	return text
}

// AddOrganization stores an organization, and returns its id.
func (w *World) AddOrganization(displayName string) string {
	id, displayName := w.IDs.UUID(), w.DisplayName(displayName)
	spec := sim.Doc{"auth0": sim.Doc{"id": "org_" + id, "name": displayName, "displayName": displayName}}
	w.Store.Docs(Organizations, "").Put(id, Object("Organization", id, w.InternalName(id, displayName), displayName, spec))

	return id
}

// AddProject stores a project of an organization, and returns its id.
func (w *World) AddProject(organizationID, displayName string) string {
	id, displayName := w.IDs.UUID(), w.DisplayName(displayName)
	d := Object("Account", id, w.InternalName(id, displayName), displayName, sim.Doc{"secretKey": "secret-" + w.IDs.UUID(), "alternateSecretKeys": []string{}})
	d["organization"] = organizationID
	w.Store.Docs(Projects, "").Put(id, d)

	return id
}

// ShowProject is a project as the API shows it.
func ShowProject(d sim.Doc) sim.Doc {
	d = sim.ToDoc(d)
	delete(d, "organization")

	return d
}

// ProjectsOf are the projects of an organization, as they are stored.
func (c *Call) ProjectsOf(organizationID string) []sim.Doc {
	all := []sim.Doc{}

	for _, d := range c.Docs(Projects, "").All() {
		if Text(d, "organization") == organizationID {
			all = append(all, d)
		}
	}

	return all
}
