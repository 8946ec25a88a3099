// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package administrator

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

var linkObject = kit.Object{
	Type: "jumpcloud_administrator_organization_link", Title: "Administrator Organization Link",
	Keys: []kit.Key{{Name: "administrator_id", Form: tenancy.ObjectID}, {Name: tenancy.OrganizationID, Form: tenancy.ObjectID}},
}

type linkResource struct {
	kit.Resource[*jumpcloud.Portal]
}

// NewLinkResource returns jumpcloud_administrator_organization_link.
func NewLinkResource() resource.Resource {
	r := &linkResource{kit.NewResource(linkObject, tenancy.Portal{}, linkSchema, linkOperations{})}
	r.FoundBy(linkFinder())

	return r
}

// ModifyPlan checks that the administrator of a new link is there. Nobody documents that only those
// of the provider's list can have one, so the service is asked for who is not in it, and only a
// clear no is one.
func (r *linkResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	plan, _, ok := kit.Planned[linkModel](ctx, req, resp)
	p, _, reachable := r.Client(ctx, resp.Plan.GetAttribute)

	id := plan.AdministratorID.ValueString()
	if !ok || !reachable || !req.State.Raw.IsNull() || id == "" || p.Client().MadeHere(id) {
		return
	}

	listing, err := p.AdministratorListing(ctx)
	if err == nil {
		_, err = collections.LookupOnce(ctx, listing, id)
	}

	if errors.Is(err, rest.ErrNotFound) {
		_, err = collections.All(ctx, linksOf(p, id))
	}

	if errors.Is(err, rest.ErrNotFound) {
		resp.Diagnostics.AddAttributeError(path.Root("administrator_id"), "Unknown Administrator", fmt.Sprintf("%s is in no list of the provider's "+
			"administrators, and JumpCloud knows no links of it. The data source jumpcloud_provider_administrators has the ids by e-mail address.", id))
	}
}

type linkModel struct {
	AdministratorID types.String `tfsdk:"administrator_id"`
	OrganizationID  types.String `tfsdk:"organization_id"`
}

// link is the edge as the service shows it; it has no id of its own (evidence: people 2.1).
type link struct {
	Administrator string `json:"administrator"`
	Organization  string `json:"organization"`
}

type linkBody struct {
	Organization string `json:"organization"`
}

// linksOf is the list of one administrator's links, which documents no sort.
func linksOf(p *jumpcloud.Portal, administrator string) collections.Listing[link] {
	return collections.Listing[link]{
		Route: p.V2("administrators", administrator, "organizationlinks"), ID: func(l link) string { return l.Organization },
	}
}

type linkOperations struct{}

// Create asks for nothing back: a link has nothing but its ends. What adding one twice
// answers is not documented, so a conflict is a success where the link is there.
func (linkOperations) Create(ctx context.Context, p *jumpcloud.Portal, plan *linkModel) error {
	listing := linksOf(p, plan.AdministratorID.ValueString())
	organization := plan.OrganizationID.ValueString()

	there := func(ctx context.Context) (bool, error) {
		for l, err := range collections.Each(ctx, listing) {
			if err != nil || l.Organization == organization {
				return err == nil, err
			}
		}

		return false, nil
	}

	err := collections.Ensure(ctx, listing.Route, linkBody{organization}, there)
	if errors.Is(err, rest.ErrConflict) {
		if is, _ := there(ctx); is {
			return nil
		}
	}

	if errors.Is(err, rest.ErrNotFound) {
		return fmt.Errorf("%w\n\nNeither the administrator nor the organization may be missing, and both must be of the credential's provider", err)
	}

	return err
}

func (linkOperations) Read(ctx context.Context, p *jumpcloud.Portal, m *linkModel) error {
	administrator := m.AdministratorID.ValueString()

	l := linksOf(p, administrator)
	if _, err := collections.Lookup(ctx, l, m.OrganizationID.ValueString()); !errors.Is(err, rest.ErrNotFound) {
		return err
	}

	// The list may be missing for other reasons than that the administrator is.
	_, err := collections.All(ctx, l)
	if err == nil {
		return rest.NotFound(http.MethodGet, l.Route.Path(), "the administrator is not linked with this organization")
	}

	if _, there := get(ctx, p, administrator); there == nil && errors.Is(err, rest.ErrNotFound) {
		return fmt.Errorf("%s is an administrator of the provider, and the list of their organizations is not there: %s", administrator, err.Error())
	}

	return err
}

// Update has nothing to do: both attributes are keys, and a new key is a new link.
func (linkOperations) Update(context.Context, *jumpcloud.Portal, *linkModel, linkModel) error {
	return nil
}

func (linkOperations) Delete(ctx context.Context, p *jumpcloud.Portal, prior linkModel) error {
	return collections.Delete(ctx, linksOf(p, prior.AdministratorID.ValueString()).Route.Join(prior.OrganizationID.ValueString()))
}

func linkSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Lets one administrator see one organization, and leaves the administrator's other organizations alone.\n\n" +
			"For administrators with `organization_access = \"selected\"`; what a link does for one who sees all is not documented. " +
			"Refreshing all links of an administrator costs one listing.",
		Attributes: map[string]schema.Attribute{
			"administrator_id":     tenancy.KeyID("Administrator: ID of the provider administrator, 24 hexadecimal digits. Changing it replaces the link."),
			tenancy.OrganizationID: tenancy.KeyID("Organization: ID of the organization that the administrator sees, 24 hexadecimal digits. Changing it replaces the link."),
		},
	}
}
