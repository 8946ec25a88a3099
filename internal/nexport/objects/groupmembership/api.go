// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package groupmembership

import (
	"context"
	"errors"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// send sends one of the two operations, each of which is atomic: where one membership fails,
// all do [V]. A lost answer, or one that says nothing, has it sent again, since nothing shows whether it took effect.
// An error may be about a membership that already is as it shall be; help says what to do then.
func send(ctx context.Context, c *nexport.Client, operation, user string, groups []string, already, help string) error {
	if len(groups) == 0 {
		return nil
	}

	lost := false

	err := c.Change(ctx, operation, collections.Members{"user_id": user, "group_ids": groups}, func(context.Context) (bool, error) {
		lost = true

		return false, nil
	})

	sent := "What was sent: user_id " + user + ", group_ids " + strings.Join(groups, ", ") + "."
	help = " NexPort's API does not show memberships, so look in its console. " + help

	switch {
	case errors.Is(err, rest.ErrUnclear):
		return scope.Told(err, sent+" No answer told whether it worked."+help)
	case lost && errors.Is(err, rest.ErrRefused):
		return scope.Told(err, sent+" Before that, the answer of a first try was lost, or said nothing. It may have worked: then this refuses a membership that is "+already+"."+help)
	case scope.Missing(err):
		return scope.Told(err, sent+" NexPort says the same of a user or a group that is not there and of a membership that is "+already+"."+help)
	case errors.Is(err, rest.ErrInvalid):
		return scope.Told(err, sent)
	}

	return err
}

// join makes a user a member of groups.
func join(ctx context.Context, c *nexport.Client, user string, groups []string, help string) error {
	return send(ctx, c, "CreateMembership", user, groups, "there already", help)
}

// leave ends memberships, those that are not there included. One of these has the service
// refuse the whole call, so that each is ended alone then.
func leave(ctx context.Context, c *nexport.Client, user string, groups []string) error {
	err := send(ctx, c, "RemoveMembership", user, groups, "not there",
		"End there what is left, then take this resource out of state, and import it by the user's id where it is still configured.")

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
