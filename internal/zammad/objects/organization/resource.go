// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/scope"
)

var object = kit.Object{Type: "zammad_organization", Title: "Organization", Keys: scope.Keys}

// What a destroy does.
const (
	onDestroyDelete     = "delete"
	onDestroyDeactivate = "deactivate"
)

type organizationResource struct {
	kit.Resource[*zammad.Client]
}

// NewResource returns zammad_organization.
func NewResource() resource.Resource {
	r := &organizationResource{kit.NewResource(object, scope.Instance, resourceSchema, operations{})}
	r.Named(kit.Names[*zammad.Client]{
		Noun: "organization", Existing: existing, Unique: true, Fold: strings.ToLower, Kept: keptName, KeptAt: "on_destroy",
	})
	r.FoundBy(kit.Finder[*zammad.Client]{
		Filters: map[string]string{"domain": "Keeps organizations with a domain that matches one of these patterns."},
		Find:    find,
	})

	return r
}

// keptName says why an organization has its name still once it is destroyed.
func keptName(ctx context.Context, get kit.Getter) string {
	var way types.String
	if diags := get(ctx, path.Root("on_destroy"), &way); diags.HasError() || way.ValueString() != onDestroyDeactivate {
		return ""
	}

	return fmt.Sprintf("Its on_destroy is %s, which leaves it in Zammad with its name, which another could not have then. Give the other "+
		"another name, or take on_destroy out and apply that first: then it is deleted.", onDestroyDeactivate)
}

// existing are the organizations when the run began.
func existing(ctx context.Context, c *zammad.Client) ([]kit.Candidate, error) {
	all, err := collections.AllOnce(ctx, listing(c))

	return kit.Candidates(all, func(o organization) kit.Candidate { return kit.Candidate{ID: o.id(), Name: o.Name} }), err
}

// find reads the list and not the search, which does not have at once what was just written.
func find(ctx context.Context, c *zammad.Client, _ kit.Asked) ([]kit.Found, error) {
	all, err := collections.All(ctx, listing(c))

	found := make([]kit.Found, 0, len(all))
	for _, o := range all {
		found = append(found, kit.Found{
			Keys: map[string]string{"id": o.id()}, Name: o.Name, Facts: map[string][]string{"domain": {o.Domain}},
		})
	}

	return found, err
}

// ConfigValidators adds that an assignment by domain needs a domain.
func (r *organizationResource) ConfigValidators(ctx context.Context) []resource.ConfigValidator {
	return append(r.Resource.ConfigValidators(ctx), domainAssigned{})
}

type operations struct{}

// Create warns of what the service did not take.
func (operations) Create(ctx context.Context, c *zammad.Client, plan *resourceModel) error {
	sent := plan.toAPI()

	o, err := create(ctx, c, sent)
	if err != nil {
		return err
	}

	written := plan.model
	plan.fromAPI(o)

	scope.NotTaken(ctx, o.Name, errors.Join(untaken(sent, o)...))

	// What was planned must come true.
	plan.Note, plan.VIP, plan.CustomAttributes = written.Note, written.VIP, written.CustomAttributes

	return nil
}

func (operations) Read(ctx context.Context, c *zammad.Client, m *resourceModel) error {
	o, err := collections.Lookup(ctx, listing(c), m.ID.ValueString())
	if err == nil {
		err = scope.SameObject(c, o.id(), m.CreatedAt, o.created())
	}

	return kit.Fill(m.fromAPI)(o, err)
}

// current is the object in state as it is now, before a write: that it is still that one.
func current(ctx context.Context, c *zammad.Client, prior resourceModel) (organization, error) {
	o, err := get(ctx, c, prior.ID.ValueString())
	if err == nil {
		err = scope.SameObject(c, o.id(), prior.CreatedAt, o.created())
	}

	return o, err
}

// Update sends nothing where only a spelling has changed, or what a destroy does; then it
// reads who the members are, which is planned as unknown.
func (operations) Update(ctx context.Context, c *zammad.Client, plan *resourceModel, prior resourceModel) error {
	changed := plan.since(prior.model)

	o, err := current(ctx, c, prior)
	if err == nil && len(changed) > 0 {
		o, err = change(ctx, c, plan.ID.ValueString(), changed)
	}

	if err != nil {
		return err
	}

	if err := errors.Join(untaken(changed, o)...); err != nil {
		return err
	}

	plan.fromAPI(o)

	return nil
}

func (operations) Delete(ctx context.Context, c *zammad.Client, prior resourceModel) error {
	id := prior.ID.ValueString()

	if _, err := current(ctx, c, prior); err != nil && !errors.Is(err, rest.ErrForbidden) {
		return err
	}

	if prior.OnDestroy.ValueString() == onDestroyDeactivate {
		_, err := change(ctx, c, id, collections.Members{"active": false})

		return err
	}

	return remove(ctx, c, id)
}
