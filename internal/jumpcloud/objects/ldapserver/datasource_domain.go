// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package ldapserver

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

func serverID() schema.StringAttribute {
	return tenancy.RequiredID("ID of the LDAP server, 24 hexadecimal digits.")
}

// NewDomainDataSource returns the data source jumpcloud_ldap_samba_domain.
func NewDomainDataSource() datasource.DataSource {
	return kit.NewDataSource(domainObject, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one Samba domain of an LDAP server, by `id` or by exact `name`.",
		Attributes: map[string]schema.Attribute{
			"ldap_server_id": serverID(),
			"id":             tenancy.IDOr("name", "Samba domain"),
			"name":           kit.Sought("Domain name (workgroup). A name that several domains have is an error that lists their ids."),
			"sid":            schema.StringAttribute{MarkdownDescription: "Security identifier of the domain.", Computed: true},
		},
	}, lookDomain)
}

func lookDomain(ctx context.Context, t *jumpcloud.Tenant, m *domainModel) error {
	list := domains(t, m.LDAPServerID.ValueString())

	id, err := tenancy.Find(ctx, list, "Samba domain", m.ID, m.Name, sambaDomain.candidate)
	if err != nil {
		return err
	}

	return kit.Fill(m.fromAPI)(list.Single(ctx, id))
}

type domainListModel struct {
	OrganizationID types.String     `tfsdk:"organization_id"`
	LDAPServerID   types.String     `tfsdk:"ldap_server_id"`
	Domains        []domainListItem `tfsdk:"ldap_samba_domains"`
	IDsByName      types.Map        `tfsdk:"ids_by_name"`
}

type domainListItem struct {
	ID   types.String `tfsdk:"id"`
	Name types.String `tfsdk:"name"`
	SID  types.String `tfsdk:"sid"`
}

// NewDomainListDataSource returns the data source jumpcloud_ldap_samba_domains.
func NewDomainListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_ldap_samba_domains", Title: "Samba Domains"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads all Samba domains of an LDAP server.",
		Attributes: map[string]schema.Attribute{
			"ldap_server_id": serverID(),
			"ldap_samba_domains": kit.ShownObjects("Samba domains, the oldest first.", map[string]schema.Attribute{
				"id":   schema.StringAttribute{MarkdownDescription: "ID of the Samba domain.", Computed: true},
				"name": schema.StringAttribute{MarkdownDescription: "Domain name (workgroup).", Computed: true},
				"sid":  schema.StringAttribute{MarkdownDescription: "Security identifier of the domain.", Computed: true},
			}),
			"ids_by_name": kit.ShownMap("IDs by domain name; of domains that share a name, the oldest one's."),
		},
	}, lookDomains)
}

func lookDomains(ctx context.Context, t *jumpcloud.Tenant, m *domainListModel) error {
	all, err := collections.All(ctx, domains(t, m.LDAPServerID.ValueString()))
	if err != nil {
		return err
	}

	m.Domains = []domainListItem{}

	for _, d := range all {
		m.Domains = append(m.Domains, domainListItem{types.StringValue(d.ID), types.StringValue(d.Name), types.StringValue(d.SID)})
	}

	m.IDsByName = kit.IDsByName(kit.Candidates(all, sambaDomain.candidate))

	return nil
}
