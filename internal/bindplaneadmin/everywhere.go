// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package bindplaneadmin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"sync/atomic"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// Membership is an organization that the credential's user belongs to, with its projects.
type Membership struct {
	Organization Organization `json:"organization"`
	Projects     []Project    `json:"accounts"`
}

// Everywhere is all that the credential's user belongs to.
type Everywhere struct {
	ActiveProjectID string       `json:"activeAccountId"`
	Organizations   []Membership `json:"organizationAccounts"`
}

// Of returns the membership in an organization; ok is false where there is none.
func (e Everywhere) Of(organizationID string) (m Membership, ok bool) {
	i := slices.IndexFunc(e.Organizations, func(m Membership) bool { return m.Organization.ID() == organizationID })
	if i < 0 {
		return m, false
	}

	return e.Organizations[i], true
}

// Project returns a project and the organization that it is in; ok is false where there is none.
func (e Everywhere) Project(id string) (p Project, organizationID string, ok bool) {
	for _, m := range e.Organizations {
		for _, p := range m.Projects {
			if p.ID() == id {
				return p, m.Organization.ID(), true
			}
		}
	}

	return p, "", false
}

// sound tells why an answer proves nothing, or returns nil.
func (e Everywhere) sound() error {
	if e.Organizations == nil {
		return errors.New("it has no list of organizations")
	}

	for _, m := range e.Organizations {
		if m.Organization.ID() == "" || slices.ContainsFunc(m.Projects, func(p Project) bool { return p.ID() == "" }) {
			return errors.New("an element of it has no id")
		}
	}

	return nil
}

// secretKeys are those of all projects.
func (e Everywhere) secretKeys() []string {
	var all []string

	for _, m := range e.Organizations {
		for _, p := range m.Projects {
			all = append(all, p.Spec.SecretKey)
		}
	}

	return all
}

// olderPaths tells of a server that knows projects under their older name alone.
var olderPaths = collections.NewFact[*atomic.Bool]()

// projects are the paths of an organization's projects: under their present name first.
func (c *Client) projects(tail ...string) []collections.Route {
	all := []collections.Route{
		c.V1("organizations", "projects").Join(tail...), c.V1("organizations", "accounts").Join(tail...),
	}

	if c.older().Load() {
		return all[1:]
	}

	return all
}

func (c *Client) older() *atomic.Bool {
	return olderPaths.Keep(c, "", func() *atomic.Bool { return &atomic.Bool{} })
}

// Everywhere returns all organizations of the user and all projects in them, with one call
// for all who ask. An answer that proves nothing is an error.
func (c *Client) Everywhere(ctx context.Context) (Everywhere, error) {
	var (
		all Everywhere
		err error
	)

	for older, route := range c.projects("all") {
		all, err = collections.GetOnce[Everywhere](ctx, route)
		if noPath(err) {
			continue
		}

		if err != nil {
			return all, err
		}

		if older > 0 {
			c.older().Store(true)
		}

		c.Redact(all.secretKeys()...)

		if doubt := all.sound(); doubt != nil {
			c.Forget()

			return all, rest.Garbled(http.MethodGet, route.Path(), http.StatusOK, "", "the answer cannot be relied on: "+doubt.Error())
		}

		return all, nil
	}

	return all, err
}

// FindProject returns a project and the organization that it is in. That it is not there,
// which matches [rest.ErrNotFound], is believed of two sound answers.
func (c *Client) FindProject(ctx context.Context, id string) (p Project, organizationID string, err error) {
	for range 2 {
		all, err := c.Everywhere(ctx)
		if err != nil {
			return p, "", err
		}

		if p, organizationID, ok := all.Project(id); ok {
			return p, organizationID, nil
		}

		c.Forget()
	}

	return p, "", rest.NotFound(http.MethodGet, c.projects("all")[0].Path(),
		fmt.Sprintf("no organization that the credential's user belongs to has a project %q", id))
}

// Forget drops what was read of organizations and projects, which a write elsewhere makes
// stale: such as a project that was made with its organization.
func (c *Client) Forget() {
	for _, route := range c.projects("all") {
		collections.Drop(route)
	}
}
