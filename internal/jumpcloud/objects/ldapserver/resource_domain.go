// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ldapserver

import (
	"context"
	"errors"
	"fmt"
	"regexp"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

var domainObject = kit.Object{
	Type: "jumpcloud_ldap_samba_domain", Title: "Samba Domain",
	Keys: []kit.Key{{Name: "ldap_server_id", Form: tenancy.ObjectID}, {Name: "id", Form: tenancy.ObjectID}},
}

// sid is how Windows writes a security identifier: S, revision, authority, sub-authorities.
var sid = regexp.MustCompile(`^S-\d+-\d+(-\d+)+$`)

type domainResource struct {
	kit.Resource[*jumpcloud.Tenant]
}

// NewDomainResource returns jumpcloud_ldap_samba_domain.
func NewDomainResource() resource.Resource {
	r := &domainResource{kit.NewResource(domainObject, tenancy.Tenant{}, domainSchema, domainOperations{})}
	r.FoundBy(kit.Finder[*jumpcloud.Tenant]{Find: findDomains})

	return r
}

// ModifyPlan checks that the server is the organization's.
func (r *domainResource) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	r.Resource.ModifyPlan(ctx, req, resp)

	plan, _, ok := kit.Planned[domainModel](ctx, req, resp)
	t, _, reachable := r.Client(ctx, resp.Plan.GetAttribute)

	server := plan.LDAPServerID.ValueString()
	if !ok || !reachable || server == "" || !req.State.Raw.IsNull() {
		return
	}

	if _, err := collections.Lookup(ctx, listing(t), server); errors.Is(err, rest.ErrNotFound) {
		resp.Diagnostics.AddAttributeError(path.Root("ldap_server_id"), "Not in This Organization", fmt.Sprintf(
			"Organization %s has no LDAP server %s. Ids are valid within one organization only; the data source jumpcloud_ldap_server "+
				"has that of one.", tenancy.Name(ctx, t.Client(), t.ID(), nil), server))
	}
}

// findDomains finds the domains of all servers of an organization, normally one.
func findDomains(ctx context.Context, t *jumpcloud.Tenant, _ kit.Asked) ([]kit.Found, error) {
	servers, err := collections.All(ctx, listing(t))
	if err != nil {
		return nil, err
	}

	var found []kit.Found

	for _, s := range servers {
		all, err := collections.All(ctx, domains(t, s.ID))
		if err != nil {
			return nil, err
		}

		for _, d := range all {
			found = append(found, kit.Found{Keys: map[string]string{"ldap_server_id": s.ID, "id": d.ID}, Name: d.Name})
		}
	}

	return found, nil
}

type domainOperations struct{}

func (domainOperations) Create(ctx context.Context, t *jumpcloud.Tenant, plan *domainModel) error {
	return kit.Fill(plan.fromAPI)(createDomain(ctx, t, plan.LDAPServerID.ValueString(), plan.toAPI()))
}

func (domainOperations) Read(ctx context.Context, t *jumpcloud.Tenant, m *domainModel) error {
	return kit.Fill(m.fromAPI)(collections.Lookup(ctx, domains(t, m.LDAPServerID.ValueString()), m.ID.ValueString()))
}

func (domainOperations) Update(ctx context.Context, t *jumpcloud.Tenant, plan *domainModel, _ domainModel) error {
	return kit.Fill(plan.fromAPI)(replaceDomain(ctx, t, plan.LDAPServerID.ValueString(), plan.ID.ValueString(), plan.toAPI()))
}

func (domainOperations) Delete(ctx context.Context, t *jumpcloud.Tenant, prior domainModel) error {
	return removeDomain(ctx, t, prior.LDAPServerID.ValueString(), prior.ID.ValueString())
}

func domainSchema() schema.Schema {
	return schema.Schema{
		MarkdownDescription: "Manages a Samba domain of an LDAP server.",
		Attributes: map[string]schema.Attribute{
			"ldap_server_id": tenancy.KeyID("ID of the LDAP server, 24 hexadecimal digits. Changing it replaces the domain."),
			"id":             kit.KeptString("ID of the Samba domain, 24 hexadecimal digits."),
			"name":           kit.RequiredString("Domain name (workgroup). The API documents no limit.", kit.VisibleName()),
			"sid": kit.RequiredString("Security identifier of the domain, such as `S-1-5-21-3623811015-3361044348-30300820`.",
				stringvalidator.RegexMatches(sid, "must be a security identifier such as S-1-5-21-1-2-3")),
		},
	}
}
