// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"errors"
	"fmt"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// creationBody is what an organization is made with. An older server knows no licenseKey;
// what is empty is left out, since the service chooses then.
type creationBody struct {
	OrganizationName string `json:"organizationName"`
	AccountName      string `json:"accountName"`
	EULAAccepted     bool   `json:"eulaAccepted"`
	LicenseType      string `json:"licenseType,omitempty"`
	LicenseKey       string `json:"licenseKey,omitempty"`
}

// create makes an organization and a project in it. Ids tell no birth, so what is there
// before is listed: an organization that is new and has the name is the one whose answer was
// lost.
func create(ctx context.Context, c *bindplaneadmin.Client, body creationBody, allowTwin bool) (bindplaneadmin.Organization, error) {
	defer c.Forget()

	return collections.Create(ctx, collections.Creation[bindplaneadmin.Organization]{
		List: c.Organizations(), Body: body, Name: body.OrganizationName, NameOf: displayName, AllowTwin: allowTwin, Alone: !allowTwin, Before: true,
		Same: func(_ context.Context, o bindplaneadmin.Organization) (bool, error) {
			return bindplaneadmin.Same(displayName(o), body.OrganizationName), nil
		},
	})
}

func displayName(o bindplaneadmin.Organization) string { return o.Metadata.DisplayName }

// get finds an organization in the list of those that the credential's user belongs to. The
// one that is not there may only have lost the user: where its name still finds it, it is
// not gone. That its name does not find it proves nothing beside the two lists.
func get(ctx context.Context, c *bindplaneadmin.Client, id, name string) (bindplaneadmin.Organization, error) {
	o, gone := collections.Lookup(ctx, c.Organizations(), id)
	if !errors.Is(gone, rest.ErrNotFound) || name == "" || bindplaneadmin.IsReserved(name) {
		return o, gone
	}

	there, err := byName(ctx, c, name)

	switch {
	case err == nil && there.ID() == id:
		return o, fmt.Errorf("the organization %q (%s) exists, and the credential's user does not belong to it: the list of organizations has not "+
			"got it, and its name finds it. State is kept", displayName(there), id)
	case errors.Is(err, rest.ErrForbidden), errors.Is(err, rest.ErrUnauthorized):
		return o, err
	}

	return o, gone
}

// byName reads an organization by its internal name [I].
func byName(ctx context.Context, c *bindplaneadmin.Client, name string) (bindplaneadmin.Organization, error) {
	return collections.Get[bindplaneadmin.Organization](ctx, c.V1("organizations", name))
}

// rename changes the display name. The answer has no body; a lost one is made up for by a
// look at the list, and repeating is harmless.
func rename(ctx context.Context, c *bindplaneadmin.Client, id, name string) error {
	defer c.Forget()

	ctx, done := rest.Graceful(ctx)
	defer done()

	for tries := 1; ; tries++ {
		_, err := collections.Patch[any](ctx, c.V1("organizations", id, "metadata"), map[string]string{"name": name})
		if !errors.Is(err, rest.ErrUnclear) || errors.Is(err, rest.ErrGarbled) {
			return bindplaneadmin.IgnoreGarbled(err)
		}

		o, lookErr := collections.Lookup(ctx, c.Organizations(), id)

		switch {
		case lookErr == nil && bindplaneadmin.Same(displayName(o), name):
			return nil
		case lookErr != nil || tries > c.Retries() || rest.Interrupted(ctx):
			return err
		}

		if err := c.Pause(ctx, tries); err != nil {
			return err
		}
	}
}

// remove deletes an organization. Nobody documents what is answered where there is none, as
// after an answer that was lost: what no list holds any more is gone whatever the refusal.
func remove(ctx context.Context, c *bindplaneadmin.Client, id string) error {
	defer c.Forget()

	err := collections.Delete(ctx, c.V1("organizations", id))
	if err == nil || errors.Is(err, rest.ErrNotFound) {
		return err
	}

	if _, gone := collections.Lookup(ctx, c.Organizations(), id); errors.Is(gone, rest.ErrNotFound) {
		return gone
	}

	if errors.Is(err, rest.ErrConflict) {
		return &inUseError{err}
	}

	return err
}

// inUseError is an organization that is not deleted because of what is in it.
type inUseError struct{ err error }

// Error says what can be done.
func (e *inUseError) Error() string {
	text := e.err.Error()
	if refusal := (*rest.Error)(nil); errors.As(e.err, &refusal) {
		text = refusal.Message
	}

	return text + "\n\nSomething is still in the organization: delete its projects first, but for one, or what keeps them in use in the web interface."
}

// Unwrap gives the service's refusal.
func (e *inUseError) Unwrap() error { return e.err }

// user is who belongs to an organization.
type user struct {
	Metadata bindplaneadmin.Metadata `json:"metadata"`
	Spec     struct {
		ActiveAccount string `json:"activeAccount"`
		Email         string `json:"email"`
	} `json:"spec"`
}

// users are those of the organization of a place.
func users(c *bindplaneadmin.Client, at bindplaneadmin.Place) collections.Listing[user] {
	return collections.Listing[user]{
		Route: at.In(c.V1("organizations", "users")), Whole: true, ID: func(u user) string { return u.Metadata.ID },
	}
}
