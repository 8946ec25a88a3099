// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupmembership

import (
	"context"
	"errors"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// send sends one of the two operations, each of which is atomic: where one membership fails,
// all do [V]. A lost answer has it sent again, since nothing shows whether it took effect.
func send(ctx context.Context, c *nexport.Client, operation, user string, groups []string) (lost bool, err error) {
	err = c.Change(ctx, operation, collections.Members{"user_id": user, "group_ids": groups}, func(context.Context) (bool, error) {
		lost = true

		return false, nil
	})

	return lost, err
}

// join makes a user a member of groups.
func join(ctx context.Context, c *nexport.Client, user string, groups []string) error {
	if len(groups) == 0 {
		return nil
	}

	lost, err := send(ctx, c, "CreateMembership", user, groups)
	if lost && errors.Is(err, rest.ErrRefused) {
		return &lostError{err}
	}

	return err
}

// leave ends memberships, those that are not there included. One of these has the service
// refuse the whole call, so that each is ended alone then.
func leave(ctx context.Context, c *nexport.Client, user string, groups []string) error {
	if len(groups) == 0 {
		return nil
	}

	_, err := send(ctx, c, "RemoveMembership", user, groups)

	switch {
	case !errors.Is(err, rest.ErrNotFound):
		return err
	case len(groups) == 1:
		return nil
	}

	for _, id := range groups {
		if err := leave(ctx, c, user, []string{id}); err != nil {
			return err
		}
	}

	return nil
}

// exists returns an error that matches [rest.ErrNotFound] where there is no such user.
func exists(ctx context.Context, c *nexport.Client, user string) error {
	_, err := collections.Get[struct{}](ctx, c.Admin("GetUser").With("user_id", user))

	return err
}

// lostError is a refusal after an answer that was lost.
type lostError struct{ err error }

// Error says what may be the case.
func (e *lostError) Error() string {
	text := e.err.Error()
	if refusal := (*rest.Error)(nil); errors.As(e.err, &refusal) {
		text = refusal.Message
	}

	return text + "\n\nBefore that, the answer of a first try was lost. It may have worked: then this refuses what is there already. NexPort's API does " +
		"not show memberships, so look in its console. If they are there, import them by the user's id."
}

// Unwrap gives the refusal.
func (e *lostError) Unwrap() error { return e.err }
