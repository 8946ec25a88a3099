// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365

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

// NewDomainDataSource returns the data source jumpcloud_office365_domain.
func NewDomainDataSource() datasource.DataSource {
	return kit.NewDataSource(domainObject, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one domain of a Microsoft 365 directory, by `id` or by `domain`.\n\n" + partHelp,
		Attributes: map[string]schema.Attribute{
			"office365_id": lookDirectoryID(),
			"id":           tenancy.IDOr("domain", "domain"),
			"domain":       kit.Sought("Domain name."),
			"default":      schema.BoolAttribute{MarkdownDescription: "Whether it is the directory's default domain.", Computed: true},
		},
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *domainModel) error {
		directory := m.Office365ID.ValueString()
		if err := owned(ctx, t, directory); err != nil {
			return err
		}

		id, err := tenancy.Find(ctx, domains(t, directory), "domain", m.ID, m.Domain, domain.candidate)
		if err != nil {
			return err
		}

		d, err := getDomain(ctx, t, directory, id)
		if err != nil {
			return err
		}

		m.fromAPI(d)

		return nil
	})
}

// NewRuleDataSource returns the data source jumpcloud_office365_translation_rule.
func NewRuleDataSource() datasource.DataSource {
	return kit.NewDataSource(ruleObject, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one translation rule of a Microsoft 365 directory, by `id` or by `built_in`.\n\n" + partHelp,
		Attributes: map[string]schema.Attribute{
			"office365_id": lookDirectoryID(),
			"id":           tenancy.IDOr("built_in", "rule"),
			"built_in":     kit.Sought("Attribute that is translated."),
			"direction":    schema.StringAttribute{MarkdownDescription: "Direction of the translation.", Computed: true},
		},
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *ruleModel) error {
		directory := m.Office365ID.ValueString()
		if err := owned(ctx, t, directory); err != nil {
			return err
		}

		id, err := tenancy.Find(ctx, rules(t, directory), "translation rule", m.ID, m.BuiltIn, translationRule.candidate)
		if err != nil {
			return err
		}

		r, err := rules(t, directory).Single(ctx, id)
		if err != nil {
			return err
		}

		m.fromAPI(r)

		return nil
	})
}

type domainListModel struct {
	OrganizationID types.String     `tfsdk:"organization_id"`
	Office365ID    types.String     `tfsdk:"office365_id"`
	Domains        []domainListItem `tfsdk:"office365_domains"`
}

type domainListItem struct {
	ID      types.String `tfsdk:"id"`
	Domain  types.String `tfsdk:"domain"`
	Default types.Bool   `tfsdk:"default"`
}

// NewDomainListDataSource returns the data source jumpcloud_office365_domains.
func NewDomainListDataSource() datasource.DataSource {
	o := kit.Object{Type: "jumpcloud_office365_domains", Title: "Microsoft 365 Domains"}

	return kit.NewDataSource(o, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads all domains of a Microsoft 365 directory.\n\n" + partHelp,
		Attributes: map[string]schema.Attribute{
			"office365_id": lookDirectoryID(),
			"office365_domains": kit.ShownObjects("Domains, in the service's order.", map[string]schema.Attribute{
				"id":      schema.StringAttribute{MarkdownDescription: "ID of the domain.", Computed: true},
				"domain":  schema.StringAttribute{MarkdownDescription: "Domain name.", Computed: true},
				"default": schema.BoolAttribute{MarkdownDescription: "Whether it is the default domain.", Computed: true},
			}),
		},
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *domainListModel) error {
		if err := owned(ctx, t, m.Office365ID.ValueString()); err != nil {
			return err
		}

		all, err := collections.All(ctx, domains(t, m.Office365ID.ValueString()))
		m.Domains = []domainListItem{}

		for _, d := range all {
			m.Domains = append(m.Domains, domainListItem{types.StringValue(d.ID), types.StringValue(d.Domain), types.BoolValue(d.Default)})
		}

		return err
	})
}

type ruleListModel struct {
	OrganizationID types.String   `tfsdk:"organization_id"`
	Office365ID    types.String   `tfsdk:"office365_id"`
	Rules          []ruleListItem `tfsdk:"office365_translation_rules"`
}

type ruleListItem struct {
	ID        types.String `tfsdk:"id"`
	BuiltIn   types.String `tfsdk:"built_in"`
	Direction types.String `tfsdk:"direction"`
}

// NewRuleListDataSource returns the data source jumpcloud_office365_translation_rules.
func NewRuleListDataSource() datasource.DataSource {
	o := kit.Object{Type: "jumpcloud_office365_translation_rules", Title: "Microsoft 365 Translation Rules"}

	return kit.NewDataSource(o, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads all translation rules of a Microsoft 365 directory.\n\n" + partHelp,
		Attributes: map[string]schema.Attribute{
			"office365_id": lookDirectoryID(),
			"office365_translation_rules": kit.ShownObjects("Translation rules, the oldest first.", map[string]schema.Attribute{
				"id":        schema.StringAttribute{MarkdownDescription: "ID of the rule.", Computed: true},
				"built_in":  schema.StringAttribute{MarkdownDescription: "Attribute that is translated.", Computed: true},
				"direction": schema.StringAttribute{MarkdownDescription: "Direction of the translation.", Computed: true},
			}),
		},
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *ruleListModel) error {
		if err := owned(ctx, t, m.Office365ID.ValueString()); err != nil {
			return err
		}

		all, err := collections.All(ctx, rules(t, m.Office365ID.ValueString()))
		m.Rules = []ruleListItem{}

		for _, r := range all {
			m.Rules = append(m.Rules, ruleListItem{types.StringValue(r.ID), types.StringValue(r.BuiltIn), types.StringValue(r.Direction)})
		}

		return err
	})
}
