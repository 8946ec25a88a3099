// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package subscription

import (
	"context"
	"errors"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

var object = kit.Object{
	Type: "nexport_subscription", Title: "Subscription", Keys: []kit.Key{scope.Key("organization_id"), scope.Key("user_id")},
}

// NewResource returns nexport_subscription.
func NewResource() resource.Resource {
	r := kit.NewResource(object, scope.Site, resourceSchema, operations{})
	r.FoundBy(kit.Finder[*nexport.Client]{
		Filters: map[string]string{
			"organization_id": "Keeps subscriptions to organizations whose IDs match one of these patterns.",
			"user_id":         "Keeps subscriptions of users whose IDs match one of these patterns.",
		},
		Find: findAll,
	})

	return &r
}

func findAll(ctx context.Context, c *nexport.Client, _ kit.Asked) ([]kit.Found, error) {
	all, err := collections.All(ctx, in(c, ""))

	found := make([]kit.Found, 0, len(all))
	for _, s := range all {
		keys := map[string]string{"organization_id": s.OrgID.String(), "user_id": s.UserID.String()}
		found = append(found, kit.Found{
			Keys: keys, Name: s.OrgID.String() + "/" + s.UserID.String(),
			Facts: map[string][]string{"organization_id": {s.OrgID.String()}, "user_id": {s.UserID.String()}},
		})
	}

	return found, err
}

type operations struct{}

// Create makes the subscription, or enables the one that a destroy has disabled. What fails
// after that is a warning: an error would have Terraform make a second one, which NexPort
// refuses.
func (operations) Create(ctx context.Context, c *nexport.Client, plan *model) error {
	org, user := plan.OrganizationID.ValueString(), plan.UserID.ValueString()

	was, there, err := find(ctx, c, org, user)

	switch {
	case err != nil:
		failed := fmt.Errorf("nothing was created, since it could not be found out whether the subscription exists: %w", err)
		if scope.Missing(err) {
			return scope.Told(failed, "What was sent: organization_id "+org+", user_id "+user+". One that is not there may be the reason.")
		}

		return failed
	case there && !was.Disabled:
		return &existsError{org, user}
	case there:
		if err := enable(ctx, c, was, true); err != nil {
			return err
		}

		kit.Warn(ctx, "Subscription Enabled Again", "The user had a subscription to the organization that was disabled, as a destroy leaves it. It was enabled again, with what it holds.")
	default:
		if err := create(ctx, c, org, user); err != nil {
			return err
		}
	}

	s, err := get(ctx, c, org, user)
	if err != nil {
		kit.Warn(ctx, "Subscription Not Complete", "It was created and could not be read, so that nothing else was set; the next apply does that: "+err.Error())

		return nil //nolint:nilerr // it exists, and an error would have Terraform make another
	}

	plan.ID = types.StringValue(s.id())

	if err := complete(ctx, c, s, *plan, model{Enabled: types.BoolValue(true), Status: types.StringNull()}); err != nil {
		kit.Warn(ctx, "Subscription Not Complete", "It was created, and not everything could be set; the next plan shows what is missing: "+err.Error())
	}

	return nil
}

// complete sends what differs from prior.
func complete(ctx context.Context, c *nexport.Client, s subscription, plan, prior model) error {
	var failed []error

	// First or last, since nobody documents whether a disabled subscription can be changed.
	if plan.Enabled.ValueBool() && !prior.Enabled.ValueBool() {
		failed = append(failed, enable(ctx, c, s, true))
	}

	if changed := plan.since(prior); len(changed) > 0 {
		failed = append(failed, setValues(ctx, c, s, changed))
	}

	if !plan.Status.Equal(prior.Status) {
		failed = append(failed, setStatus(ctx, c, s, plan.Status.ValueString()))
	}

	if !plan.Enabled.ValueBool() && prior.Enabled.ValueBool() {
		failed = append(failed, enable(ctx, c, s, false))
	}

	return errors.Join(failed...)
}

func (operations) Read(ctx context.Context, c *nexport.Client, m *model) error {
	s, err := get(ctx, c, m.OrganizationID.ValueString(), m.UserID.ValueString())
	if err != nil {
		return err
	}

	m.fromAPI(s)

	if m.Fields.IsNull() {
		return nil
	}

	held, err := values(ctx, c, s.id())
	if err != nil {
		return err
	}

	m.show(held)

	return nil
}

func (o operations) Update(ctx context.Context, c *nexport.Client, plan *model, prior model) error {
	s, err := get(ctx, c, plan.OrganizationID.ValueString(), plan.UserID.ValueString())
	if err != nil {
		return err
	}

	if err := complete(ctx, c, s, *plan, prior); err != nil {
		return err
	}

	return o.Read(ctx, c, plan)
}

// Delete disables: the API deletes no subscription.
func (operations) Delete(ctx context.Context, c *nexport.Client, prior model) error {
	org, user := prior.OrganizationID.ValueString(), prior.UserID.ValueString()

	s, err := get(ctx, c, org, user)
	if err == nil && !s.Disabled {
		err = flag(ctx, c, s, false)
	}

	if err == nil || errors.Is(err, rest.ErrNotFound) {
		return err
	}

	known := subscription{ID: nexport.Text(prior.ID.ValueString()), UserID: nexport.Text(user), OrgID: nexport.Text(org)}

	return scope.Told(err, "This was to disable the "+known.String()+", which stays in state.")
}

// existsError is a subscription that somebody else has made.
type existsError struct{ org, user string }

// Error says that nothing was sent.
func (e *existsError) Error() string {
	return "The user has a subscription to the organization already; nothing was sent. If this configuration manages it under another address, a `moved` block keeps it."
}

// ImportCandidates returns its import id.
func (e *existsError) ImportCandidates() []string { return []string{e.org + "/" + e.user} }
