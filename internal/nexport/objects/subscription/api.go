// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package subscription

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// subscription is the object as the API returns it. There is one of a user in an
// organization at the most: a second one is refused as duplicate [V].
type subscription struct {
	ID       nexport.Text  `json:"subscription_id"`
	UserID   nexport.Text  `json:"user_id"`
	OrgID    nexport.Text  `json:"org_id"`
	Disabled bool          `json:"disabled"`
	Status   *nexport.Text `json:"status"` // nil where the service shows none
	Created  nexport.Text  `json:"utc_creation_date"`
	Expires  nexport.Text  `json:"utc_expiration_date"`
}

func (s subscription) id() string { return s.ID.String() }

// of lists the subscriptions of a user, given by user_id or login.
func of(c *nexport.Client, by, value string) collections.Listing[subscription] {
	return collections.Listing[subscription]{Route: c.Admin("GetSubscriptions").With(by, value), ID: subscription.id}
}

// in lists the subscriptions to an organization, or all where org is "": an empty list
// limits nothing [V].
func in(c *nexport.Client, org string) collections.Listing[subscription] {
	route := c.Admin("SearchSubscriptions")
	if org != "" {
		route = route.With("org_ids", org)
	}

	return collections.Listing[subscription]{Route: route, ID: subscription.id}
}

// get reads the subscription of a user to an organization. Where the service answers with a
// success that carries an error, whose code nobody documents [U], the list of the user's
// subscriptions tells whether there is one.
func get(ctx context.Context, c *nexport.Client, org, user string) (subscription, error) {
	is := func(s subscription) bool {
		return strings.EqualFold(s.UserID.String(), user) && strings.EqualFold(s.OrgID.String(), org)
	}

	route := c.Admin("GetSubscription").With("user_id", user).With("org_id", org)
	s, err := collections.Get[subscription](ctx, route)

	switch {
	case nexport.IsInside(err):
		for s, e := range collections.Each(ctx, of(c, "user_id", user)) {
			if e != nil || is(s) {
				return s, e
			}
		}

		return s, rest.NotFound(http.MethodGet, route.Path(), err.Error())
	case err == nil && !is(s):
		return s, rest.Garbled(http.MethodGet, route.Path(), http.StatusOK, "", "the answer is of another user or another organization")
	}

	return s, err
}

// find reads what need not be there.
func find(ctx context.Context, c *nexport.Client, org, user string) (s subscription, there bool, err error) {
	s, err = get(ctx, c, org, user)
	if errors.Is(err, rest.ErrNotFound) {
		return s, false, nil
	}

	return s, err == nil, err
}

// create makes a subscription, of which the caller knows that it was not there: one that is
// there after a lost answer is the new one.
func create(ctx context.Context, c *nexport.Client, org, user string) error {
	err := c.Change(ctx, "CreateSubscription", collections.Members{"org_id": org, "user_id": user},
		func(ctx context.Context) (bool, error) {
			_, there, err := find(ctx, c, org, user)

			return there, err
		})
	if scope.Missing(err) {
		err = scope.Told(err, "What was sent: organization_id "+org+", user_id "+user+". NexPort says the same of either that is not there, and of a "+
			"subscription that is there already; none was shown just before.")
	}

	return err
}

// told is an error of a change, which names what was sent where the service may mean that.
func (s subscription) told(err error, sent string) error {
	if !scope.Missing(err) && !errors.Is(err, rest.ErrInvalid) {
		return err
	}

	return scope.Told(err, "What was sent: "+sent+", for the "+s.String()+".")
}

// String names a subscription in an error.
func (s subscription) String() string {
	return "subscription " + s.id() + " of user_id " + s.UserID.String() + " to organization_id " + s.OrgID.String()
}

// change sends what may be sent twice, and makes sure of its effect: the service's word for
// the flag is turned round, and its names are not verified.
func change(
	ctx context.Context, c *nexport.Client, s subscription, operation, attribute string, body collections.Members, is func(subscription) bool,
) error {
	held := func(ctx context.Context) (bool, error) {
		now, err := get(ctx, c, s.OrgID.String(), s.UserID.String())

		return err == nil && is(now), err
	}

	if err := c.Change(ctx, operation, body, held); err != nil {
		return err
	}

	done, err := held(ctx)
	if err == nil && !done {
		err = nexport.Ignored(operation, attribute)
	}

	return err
}

// enable enables or disables, and names what was sent in an error.
func enable(ctx context.Context, c *nexport.Client, s subscription, on bool) error {
	return s.told(flag(ctx, c, s, on), fmt.Sprintf("enabled %t", on))
}

// flag enables or disables. The flag is turned round: true disables [V].
func flag(ctx context.Context, c *nexport.Client, s subscription, on bool) error {
	return change(ctx, c, s, "DisableSubscription", "enabled", collections.Members{"subscription_id": s.id(), "disabled": !on},
		func(now subscription) bool { return now.Disabled == !on })
}

// setStatus sets the status, "" for the default one, whose name nobody knows [V].
func setStatus(ctx context.Context, c *nexport.Client, s subscription, status string) error {
	err := change(ctx, c, s, "SetSubscriptionStatus", "status", collections.Members{"subscription_id": s.id(), "status": status},
		func(now subscription) bool { return status == "" || now.Status == nil || now.Status.String() == status })

	return s.told(err, fmt.Sprintf("status %q", status))
}

// value is a custom profile field of a subscription.
type value struct {
	Key   nexport.Text `json:"key"`
	Value nexport.Text `json:"value"`
}

// values are those of a subscription by key.
func values(ctx context.Context, c *nexport.Client, id string) (map[string]string, error) {
	all, err := collections.Get[[]value](ctx, c.Admin("GetCustomProfileFieldValues").With("subscriber_id", id))
	held := map[string]string{}

	for _, v := range all {
		held[v.Key.String()] = v.Value.String()
	}

	return held, err
}

// setValues sets those that are given and leaves the others. What the service ignored is an
// error, also of those that nobody manages any more: nothing would show it afterwards.
func setValues(ctx context.Context, c *nexport.Client, s subscription, want map[string]string) error {
	ignored := func(ctx context.Context) ([]string, error) {
		now, err := values(ctx, c, s.id())
		all := []string{}

		for _, key := range slices.Sorted(maps.Keys(want)) {
			if now[key] != want[key] { // of an empty one it is not known whether it is held
				all = append(all, fmt.Sprintf("custom_profile_fields[%q]", key))
			}
		}

		return all, err
	}

	body := collections.Members{"subscriber_id": s.id(), "custom_profile_field_values": want}

	err := c.Change(ctx, "SetCustomProfileFieldValues", body, func(ctx context.Context) (bool, error) {
		left, err := ignored(ctx)

		return err == nil && len(left) == 0, err
	})
	if err != nil {
		return s.told(err, fmt.Sprintf("custom_profile_fields %q", slices.Sorted(maps.Keys(want))))
	}

	left, err := ignored(ctx)
	if err == nil && len(left) > 0 {
		err = nexport.Ignored("SetCustomProfileFieldValues", left...)
	}

	return err
}
