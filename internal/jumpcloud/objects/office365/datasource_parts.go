// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package office365

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// oneOfTwo is the id of a part that is looked up by id or by another attribute.
func oneOfTwo(noun, other string) schema.StringAttribute {
	return schema.StringAttribute{
		MarkdownDescription: "ID of the " + noun + ", 24 hexadecimal digits. Exactly one of `id` and `" + other + "` is given.",
		Optional:            true,
		Computed:            true,
		Validators:          []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot(other)), tenancy.ValidID()},
	}
}

// find returns the id that want names among a list's elements, or the id that is given.
func find[T any](ctx context.Context, l collections.Listing[T], id, noun, want string, name func(T) string) (string, error) {
	if id != "" {
		return id, nil
	}

	all, err := collections.All(ctx, l)
	if err != nil {
		return "", err
	}

	candidates := make([]kit.Candidate, 0, len(all))
	for _, e := range all {
		candidates = append(candidates, kit.Candidate{ID: l.ID(e), Name: name(e)})
	}

	found, err := kit.Resolve(noun, want, candidates)

	return found.ID, err
}

// NewDomainDataSource returns the data source jumpcloud_office365_domain.
func NewDomainDataSource() datasource.DataSource {
	return kit.NewDataSource(domainObject, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads one domain of a Microsoft 365 directory, by `id` or by `domain`.\n\n" + partHelp,
		Attributes: map[string]schema.Attribute{
			"office365_id": lookDirectoryID(),
			"id":           oneOfTwo("domain", "domain"),
			"domain":       schema.StringAttribute{MarkdownDescription: "Domain name.", Optional: true, Computed: true},
			"default":      schema.BoolAttribute{MarkdownDescription: "Whether it is the directory's default domain.", Computed: true},
		},
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *domainModel) error {
		directory := m.Office365ID.ValueString()
		if err := owned(ctx, t, directory); err != nil {
			return err
		}

		id, err := find(ctx, domains(t, directory), m.ID.ValueString(), "domain", m.Domain.ValueString(),
			func(d domain) string { return d.Domain })
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
			"id":           oneOfTwo("rule", "built_in"),
			"built_in":     schema.StringAttribute{MarkdownDescription: "Attribute that is translated.", Optional: true, Computed: true},
			"direction":    schema.StringAttribute{MarkdownDescription: "Direction of the translation.", Computed: true},
		},
	}, func(ctx context.Context, t *jumpcloud.Tenant, m *ruleModel) error {
		directory := m.Office365ID.ValueString()
		if err := owned(ctx, t, directory); err != nil {
			return err
		}

		id, err := find(ctx, rules(t, directory), m.ID.ValueString(), "translation rule", m.BuiltIn.ValueString(),
			func(r translationRule) string { return r.BuiltIn })
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
			"office365_domains": schema.ListNestedAttribute{
				MarkdownDescription: "Domains, in the service's order.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":      schema.StringAttribute{MarkdownDescription: "ID of the domain.", Computed: true},
					"domain":  schema.StringAttribute{MarkdownDescription: "Domain name.", Computed: true},
					"default": schema.BoolAttribute{MarkdownDescription: "Whether it is the default domain.", Computed: true},
				}},
			},
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
			"office365_translation_rules": schema.ListNestedAttribute{
				MarkdownDescription: "Translation rules, the oldest first.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":        schema.StringAttribute{MarkdownDescription: "ID of the rule.", Computed: true},
					"built_in":  schema.StringAttribute{MarkdownDescription: "Attribute that is translated.", Computed: true},
					"direction": schema.StringAttribute{MarkdownDescription: "Direction of the translation.", Computed: true},
				}},
			},
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
