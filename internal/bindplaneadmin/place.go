// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package bindplaneadmin

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// projectHeader names the project that a request acts in, for a user of several [I: a
// third party sends it, and the vendor does not document it].
const projectHeader = "X-Bindplane-Account-ID"

// Place is one organization, and the way to act in it. Many calls name no organization: they
// mean that of the project that the credential acts in.
type Place struct {
	OrganizationID string

	client *Client
	within string // a project of it to name, "" where the credential acts there anyway
	listed collections.Route
}

// Within returns the way to act in an organization; "" is the one that the credential acts
// in. Since nobody documents which project that is, and whether another can be chosen, the
// list of projects has to show it: a place is returned only if the list that its requests
// get has a project of the organization in it.
func (c *Client) Within(ctx context.Context, organizationID string) (Place, error) {
	all, err := c.Everywhere(ctx)
	if err != nil {
		return Place{}, err
	}

	here, err := Place{client: c}.know(ctx)
	if err != nil {
		return Place{}, err
	}

	projects, err := here.Projects(ctx)
	if err != nil {
		return Place{}, err
	}

	for _, p := range projects {
		if _, owner, ok := all.Project(p.ID()); ok {
			here.OrganizationID = owner
		}
	}

	switch {
	case here.OrganizationID == "":
		return Place{}, errors.New("it cannot be told in which organization the credential acts: no project that it lists there is in any of the user's organizations")
	case organizationID == "" || organizationID == here.OrganizationID:
		return here, nil
	}

	m, ok := all.Of(organizationID)

	switch {
	case !ok:
		return Place{}, rest.NotFound(http.MethodGet, c.projects("all")[0].Path(),
			fmt.Sprintf("the credential's user belongs to no organization %q", organizationID))
	case len(m.Projects) == 0:
		return Place{}, fmt.Errorf("the organization %q (%s) has no project, and Bindplane acts in an organization by way of one", m.Organization.Metadata.DisplayName, organizationID)
	}

	there, err := Place{OrganizationID: organizationID, client: c, within: m.Projects[0].ID()}.know(ctx)
	if err != nil {
		return Place{}, err
	}

	projects, err = there.Projects(ctx)
	if err != nil {
		return Place{}, err
	}

	if !slices.ContainsFunc(projects, func(p Project) bool { return p.ID() == there.within }) {
		return Place{}, &ElsewhereError{Wanted: m.Organization.Metadata, Acts: here.OrganizationID}
	}

	return there, nil
}

// ElsewhereError says that a credential acts in another organization than the wanted one.
type ElsewhereError struct {
	Wanted Metadata
	Acts   string // id of the organization that it acts in
}

// Error says what can be done.
func (e *ElsewhereError) Error() string {
	return fmt.Sprintf("the credential acts in the organization %s, and this server does not let it choose %q (%s). Nothing was sent that changes "+
		"anything. Give a provider block an API key of a project there, and this block that provider", e.Acts, e.Wanted.DisplayName, e.Wanted.ID)
}

// know finds out under which of its two names the list of projects is there.
func (p Place) know(ctx context.Context) (Place, error) {
	for _, route := range p.client.projects() {
		p.listed = p.In(route)

		_, err := collections.All(ctx, p.Listing())
		if !noPath(err) {
			return p, err
		}
	}

	return p, errors.New("the server lists no projects of an organization, under neither of the names that are documented")
}

// In returns a route whose requests act in the organization.
func (p Place) In(r collections.Route) collections.Route {
	if p.within == "" {
		return r
	}

	return r.In(p.within).WithHeader(projectHeader, p.within)
}

// Listing is the list of the organization's projects.
func (p Place) Listing() collections.Listing[Project] {
	return collections.Listing[Project]{Route: p.listed, Whole: true, ID: Project.ID}
}

// Projects returns the projects of the organization that requests from the place act in.
func (p Place) Projects(ctx context.Context) ([]Project, error) {
	all, err := collections.All(ctx, p.Listing())

	for _, project := range all {
		p.client.Redact(project.Spec.SecretKey)
	}

	return all, err
}

// Forget drops what was read of the organization, and what [Client.Forget] does.
func (p Place) Forget() {
	collections.Drop(p.listed)
	p.client.Forget()
}

// Same tells whether two names are the same but for white space around them, which a
// service may take away.
func Same(a, b string) bool { return strings.TrimSpace(a) == strings.TrimSpace(b) }
