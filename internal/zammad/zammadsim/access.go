// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package zammadsim

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// User is who can call the API, or who belongs to an organization.
type User struct {
	ID             string   `json:"id"`
	Role           string   `json:"role"` // by which tests and summaries know the user
	Login          string   `json:"login"`
	Password       string   `json:"password,omitempty"`
	Token          string   `json:"token,omitempty"`
	Permissions    []string `json:"permissions"`
	OrganizationID string   `json:"organization_id,omitempty"`
}

// May tells whether the user has one of the permissions; admin includes all of its own.
func (u User) May(permissions ...string) bool {
	return slices.ContainsFunc(permissions, func(p string) bool {
		area, _, _ := strings.Cut(p, ".")

		return slices.Contains(u.Permissions, p) || slices.Contains(u.Permissions, area)
	})
}

// AddUser stores a user and returns its id.
func (w *World) AddUser(u User) string {
	if u.ID == "" {
		u.ID = (&Call{World: w}).NextID()
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
		panic("zammadsim: a stored user is no user: " + err.Error())
	}

	return u
}

// authenticate finds the caller [source, authenticates.rb].
func (c *Call) authenticate() *sim.Response {
	header := c.Header.Get("Authorization")

	if name, password, basic := c.BasicAuth(); basic {
		if c.Switch("password-access") == "off" || !c.find(func(u User) bool { return u.Login == name && u.Password == password && password != "" }) {
			return new(Unauthorized("Invalid BasicAuth credentials"))
		}

		return nil
	}

	token, ok := strings.CutPrefix(header, "Token token=")
	if !ok {
		// A personal access token is taken as a bearer's, too [o11ydev's tests].
		token, ok = strings.CutPrefix(header, "Bearer ")
	}

	switch {
	case !ok:
		c.Violate("credential", "no token and no password")

		return new(Forbidden("Authentication required"))
	case c.Switch("token-access") == "off":
		return new(Forbidden("API token access disabled!"))
	case !c.find(func(u User) bool { return u.Token == token && token != "" }):
		return new(Unauthorized("Can't find User for Token"))
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
