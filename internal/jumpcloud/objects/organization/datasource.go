// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type oneModel struct {
	ID             types.String `tfsdk:"id"`
	Name           types.String `tfsdk:"name"`
	MaxSystemUsers types.Int64  `tfsdk:"max_system_users"`
}

func (m *oneModel) fromAPI(o jumpcloud.Organization) {
	m.ID = types.StringValue(o.ID)
	m.Name = types.StringValue(o.Name)
	m.MaxSystemUsers = types.Int64PointerValue(o.MaxSystemUsers)
}

// NewDataSource returns the data source jumpcloud_organization.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(object, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads one organization of the provider, by `id` or by exact `name`.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "Organization ID, 24 hexadecimal digits. Exactly one of `id` and `name` is given.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot("name")), tenancy.ValidID()},
			},
			"name": kit.Sought("Organization name. A name that several organizations have is an error that lists their ids."),
			"max_system_users": schema.Int64Attribute{
				MarkdownDescription: "Seat cap: the most users the organization may have; null when unlimited.",
				Computed:            true,
			},
		},
	}, lookOne)
}

func lookOne(ctx context.Context, p *jumpcloud.Portal, m *oneModel) error {
	all, err := p.Organizations(ctx)
	if err != nil {
		return err
	}

	want := m.ID.ValueString() + m.Name.ValueString() // exactly one is given
	candidates := make([]kit.Candidate, 0, len(all))

	for _, o := range all {
		candidates = append(candidates, kit.Candidate{ID: o.ID, Name: o.Name})
	}

	found, err := kit.Resolve("organization", want, candidates)
	if err != nil {
		return err
	}

	for _, o := range all {
		if o.ID == found.ID {
			m.fromAPI(o)
		}
	}

	return nil
}

type listModel struct {
	NameContains  types.String        `tfsdk:"name_contains"`
	NameRegex     types.String        `tfsdk:"name_regex"`
	Organizations map[string]oneModel `tfsdk:"organizations"`
	ByID          map[string]oneModel `tfsdk:"organizations_by_id"`
	IDBySlug      types.Map           `tfsdk:"id_by_slug"`
	IDs           types.Set           `tfsdk:"ids"`
}

// NewListDataSource returns the data source jumpcloud_organizations.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_organizations", Title: "Organizations"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads the organizations of the provider, all or filtered by name, keyed for `for_each` and for `import` blocks.",
		Attributes: map[string]schema.Attribute{
			"name_contains": schema.StringAttribute{
				MarkdownDescription: "Keeps organizations whose name contains this text, whatever its case.",
				Optional:            true,
			},
			"name_regex": schema.StringAttribute{
				MarkdownDescription: "Keeps organizations whose name matches this regular expression (RE2).",
				Optional:            true,
				Validators:          []validator.String{expression{}},
			},
			"organizations": schema.MapNestedAttribute{
				MarkdownDescription: "Organizations by slug: the name in lower case with a dash for everything but letters and digits. " +
					"Organizations whose slugs collide have the last six digits of their id appended.\n\n" + unsteady,
				Computed:     true,
				NestedObject: listed(),
			},
			"organizations_by_id": schema.MapNestedAttribute{
				MarkdownDescription: "Organizations by organization ID, which never changes: the keys for `for_each`.",
				Computed:            true,
				NestedObject:        listed(),
			},
			"id_by_slug": kit.ShownMap("Organization IDs by slug. " + unsteady),
			"ids":        kit.ShownSet("Organization IDs."),
		},
	}, lookAll)
}

// unsteady is what slugs must not be used for.
const unsteady = "Slugs are for people to read, not for the keys of resources: a renamed organization has another slug, and a new one " +
	"whose name gives the same slug changes that of the old one; either destroys what is keyed by it, and makes it anew."

// listed is one organization of the list.
func listed() schema.NestedAttributeObject {
	return schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
		"id":   schema.StringAttribute{MarkdownDescription: "Organization ID.", Computed: true},
		"name": schema.StringAttribute{MarkdownDescription: "Organization name.", Computed: true},
		"max_system_users": schema.Int64Attribute{
			MarkdownDescription: "Seat cap; null when unlimited.",
			Computed:            true,
		},
	}}
}

func lookAll(ctx context.Context, p *jumpcloud.Portal, m *listModel) error {
	all, err := p.Organizations(ctx)
	if err != nil {
		return err
	}

	matches, err := regexp.Compile(m.NameRegex.ValueString())
	if err != nil {
		return &kit.AttributeError{Path: path.Root("name_regex"), Err: err}
	}

	part := strings.ToLower(m.NameContains.ValueString())
	kept := []jumpcloud.Organization{}

	for _, o := range all {
		if strings.Contains(strings.ToLower(o.Name), part) && matches.MatchString(o.Name) {
			kept = append(kept, o)
		}
	}

	m.Organizations, m.ByID = map[string]oneModel{}, map[string]oneModel{}
	ids, bySlug := []string{}, map[string]string{}

	for slug, o := range slugs(kept) {
		var one oneModel
		one.fromAPI(o)

		m.Organizations[slug], m.ByID[o.ID] = one, one
		bySlug[slug] = o.ID
		ids = append(ids, o.ID)
	}

	m.IDBySlug = kit.StringMap(bySlug)
	m.IDs = kit.StringSet(ids)

	return nil
}

var notSlug = regexp.MustCompile(`[^a-z0-9]+`)

// slugs keys organizations by slug. All that collide get a suffix, so that a key never
// depends on which of them was listed first.
func slugs(all []jumpcloud.Organization) map[string]jumpcloud.Organization {
	slug := func(o jumpcloud.Organization) string {
		return strings.Trim(notSlug.ReplaceAllString(strings.ToLower(o.Name), "-"), "-")
	}

	times := map[string]int{}
	for _, o := range all {
		times[slug(o)]++
	}

	keyed := map[string]jumpcloud.Organization{}

	for _, o := range all {
		key := slug(o)
		if times[key] > 1 || key == "" {
			key = strings.TrimPrefix(fmt.Sprintf("%s-%s", key, o.ID[max(0, len(o.ID)-6):]), "-")
		}

		keyed[key] = o
	}

	return keyed
}

// expression accepts regular expressions.
type expression struct{}

func (expression) Description(context.Context) string { return "a regular expression (RE2)" }

func (v expression) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (expression) ValidateString(_ context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}

	if _, err := regexp.Compile(req.ConfigValue.ValueString()); err != nil {
		resp.Diagnostics.AddAttributeError(req.Path, "Invalid Regular Expression", err.Error())
	}
}
