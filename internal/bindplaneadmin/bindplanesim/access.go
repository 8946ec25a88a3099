// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package bindplanesim

import (
	"encoding/json"
	"net/http"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	keyHeader     = "X-Bindplane-Api-Key" // [docs]
	projectHeader = "X-Bindplane-Account-Id"
)

// User is who can call the API.
type User struct {
	ID            string   `json:"id"`
	Role          string   `json:"role"` // by which tests and summaries know the user
	Email         string   `json:"email"`
	Password      string   `json:"password,omitempty"`
	APIKey        string   `json:"api_key,omitempty"`
	Admin         bool     `json:"admin"`         // Organization Admin wherever the user is
	Organizations []string `json:"organizations"` // ids
	Project       string   `json:"project"`       // in which the user, and the key, acts
}

// AddUser stores a user and returns the id.
func (w *World) AddUser(u User) string {
	if u.ID == "" {
		u.ID = w.IDs.UUID()
	}

	w.Store.Docs(Users, "").Put(u.ID, sim.ToDoc(u))

	return u.ID
}

// UserOf decodes a stored user.
func UserOf(d sim.Doc) User {
	var u User

	raw, err := json.Marshal(d)
	if err == nil {
		err = json.Unmarshal(raw, &u)
	}

	if err != nil {
		panic("bindplanesim: a stored user is no user: " + err.Error())
	}

	return u
}

// authenticate finds the caller. Which words refuse one is not documented; 401 is [docs].
func (c *Call) authenticate() *sim.Response {
	refused := Refuse(http.StatusUnauthorized, "unauthorized")

	if name, password, basic := c.BasicAuth(); basic {
		if c.Switch("password-access") == "off" || !c.find(func(u User) bool { return u.Email == name && u.Password == password && password != "" }) {
			return &refused
		}

		return nil
	}

	key := c.Header.Get(keyHeader)
	if key == "" {
		c.Violate("credential", "no API key and no password")

		return &refused
	}

	if !c.find(func(u User) bool { return u.APIKey == key }) {
		return &refused
	}

	if _, there := c.Docs(Projects, "").Get(c.Caller.Project); !there && c.Switch("key-of-deleted-project") == "refused" {
		return &refused
	}

	return nil
}

func (c *Call) find(match func(User) bool) bool {
	d, ok := c.World.Store.Docs(Users, "").Find(func(d sim.Doc) bool { return match(UserOf(d)) })
	if ok {
		c.Caller = UserOf(d)
	}

	return ok
}

// Belongs tells whether the caller is in an organization.
func (c *Call) Belongs(organizationID string) bool {
	return slices.Contains(c.Caller.Organizations, organizationID)
}

// Join makes the caller a member of an organization [docs: "establishes necessary bindings"].
func (c *Call) Join(organizationID string) {
	c.Caller.Organizations = append(c.Caller.Organizations, organizationID)
	c.Docs(Users, "").Put(c.Caller.ID, sim.ToDoc(c.Caller))
}

// Here is the organization that the request acts in: that of the caller's project, or of the
// project that a header names.
func (c *Call) Here() (organizationID string, refused *sim.Response) {
	id := c.Caller.Project

	if named := c.Header.Get(projectHeader); named != "" && c.Switch("project-header") == "followed" {
		id = named
	}

	d, ok := c.Docs(Projects, "").Get(id)
	if !ok || !c.Belongs(Text(d, "organization")) {
		return "", new(Refuse(http.StatusForbidden, "no access to the active project"))
	}

	return Text(d, "organization"), nil
}

// NotAdmin is the answer for who may not change organizations [docs, 403].
func NotAdmin() sim.Response { return Refuse(http.StatusForbidden, "permission denied") }
