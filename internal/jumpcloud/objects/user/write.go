// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package user

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// create creates a user. Usernames and addresses are unique in an organization, so a user who
// was made although the answer got lost is found again.
func create(ctx context.Context, t *jumpcloud.Tenant, m model) (user, error) {
	body := m.toAPI()
	if !m.PasswordWO.IsNull() {
		body["password"] = m.PasswordWO.ValueString()
	}

	u, err := collections.Create(ctx, collections.Creation[user]{
		List: listing(t), Body: body, Name: m.Username.ValueString(),
		Same: func(_ context.Context, u user) (bool, error) {
			return strings.EqualFold(u.username(), m.Username.ValueString()) && strings.EqualFold(u.email(), m.Email.ValueString()), nil
		},
	})

	return u, taken(ctx, t, m, err)
}

// takenError is a creation that was refused while a user of that name or address exists.
type takenError struct {
	err error
	by  user
}

// Error says whose the name or the address is.
func (e *takenError) Error() string {
	return fmt.Sprintf("%s\n\nUser %q (%s, %s) has this username or this email. If this configuration should manage that user, import it",
		e.err, e.by.username(), e.by.email(), e.by.id())
}

// Unwrap gives the service's refusal.
func (e *takenError) Unwrap() error { return e.err }

// ImportCandidates returns the id of the user who has the name or the address.
func (e *takenError) ImportCandidates() []string { return []string{e.by.id()} }

func taken(ctx context.Context, t *jumpcloud.Tenant, m model, err error) error {
	if by, ok := holder(ctx, t, m, err); ok {
		return &takenError{err, by}
	}

	return err
}

// held completes the refusal of a new username or email by who has it.
func held(ctx context.Context, t *jumpcloud.Tenant, m model, changes collections.Members, err error) error {
	if changes["username"] == nil && changes["email"] == nil {
		return err
	}

	if by, ok := holder(ctx, t, m, err); ok {
		return fmt.Errorf("%w\n\nUser %q (%s, %s) has this username or this email. If this configuration takes it away from that user, "+
			"it did not do so first: apply that first. In a swap, one of the two needs a name in between that nobody has",
			err, by.username(), by.email(), by.id())
	}

	return err
}

// holder is the user whose username or email was refused to another.
func holder(ctx context.Context, t *jumpcloud.Tenant, m model, err error) (user, bool) {
	if !errors.Is(err, rest.ErrInvalid) && !errors.Is(err, rest.ErrConflict) {
		return nil, false
	}

	all, listErr := collections.All(ctx, listing(t))
	if listErr != nil {
		return nil, false
	}

	for _, u := range all {
		if u.id() != m.ID.ValueString() &&
			(strings.EqualFold(u.username(), m.Username.ValueString()) || strings.EqualFold(u.email(), m.Email.ValueString())) {
			return u, true
		}
	}

	return nil, false
}

// update changes some members of a user: PUT keeps what is left out, on which the vendor's module
// relies ([ps] Set-JCUser). Where nobody knows whether the service acted, the user tells.
func update(ctx context.Context, t *jumpcloud.Tenant, id string, changes collections.Members) (user, error) {
	u, err := collections.Replace[user](ctx, t.V1("systemusers", id), changes)
	if !errors.Is(err, rest.ErrUnclear) {
		return u, err
	}

	now, readErr := get(ctx, t, id)
	if readErr != nil || changes["password"] != nil {
		return u, err // nothing shows whether a password was set
	}

	for name, v := range changes {
		if !reflect.DeepEqual(now[name], v) {
			return u, err
		}
	}

	return now, nil
}

// destroy deletes a user for good.
func destroy(ctx context.Context, t *jumpcloud.Tenant, id string) error {
	err := collections.Delete(ctx, t.V1("systemusers", id))
	if !errors.Is(err, rest.ErrConflict) {
		return err
	}

	all, listErr := collections.All(ctx, listing(t))

	var reports []string

	for _, u := range all {
		if u.text("manager") == id {
			reports = append(reports, fmt.Sprintf("%s (%s)", u.username(), u.id()))
		}
	}

	if listErr != nil || len(reports) == 0 {
		return err
	}

	return fmt.Errorf("%w\n\nThe user is the manager of %s: give them another manager_id first", err, strings.Join(reports, ", "))
}
