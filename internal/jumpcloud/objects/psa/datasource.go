// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// Attributes of the vendors' look-ups.

// IntegrationIDAttribute says which integration is asked.
func IntegrationIDAttribute(v Vendor) schema.Attribute {
	return schema.StringAttribute{
		MarkdownDescription: fmt.Sprintf("ID of the %s integration, a UUID.", v.Title),
		Required:            true,
		Validators:          []validator.String{tenancy.ValidUUID()},
	}
}

// NameContainsAttribute narrows a look-up.
func NameContainsAttribute() schema.Attribute {
	return schema.StringAttribute{
		MarkdownDescription: "Keeps those whose name contains this text, whatever its case.",
		Optional:            true,
	}
}

// ParentAttribute narrows a look-up to one parent, such as a company.
func ParentAttribute(noun string) schema.Attribute {
	return schema.StringAttribute{
		MarkdownDescription: fmt.Sprintf("Keeps those of the %s with this id.", noun),
		Optional:            true,
	}
}

// IDByNameAttribute is the ids by name.
func IDByNameAttribute() schema.Attribute {
	return kit.ShownMap("IDs by name. Names that several of them have are left out.")
}

// ItemsAttribute is what was found; members are the names and descriptions of its strings.
func ItemsAttribute(description string, members map[string]string) schema.Attribute {
	attributes := map[string]schema.Attribute{}
	for name, text := range members {
		attributes[name] = schema.StringAttribute{MarkdownDescription: text, Computed: true}
	}

	return kit.ShownObjects(description, attributes)
}

// Contains tells whether a name has the part that is asked for.
func Contains(name string, part types.String) bool {
	return strings.Contains(strings.ToLower(name), strings.ToLower(part.ValueString()))
}

// Is tells whether an id is the one that is asked for; null asks for any.
func Is(id string, want types.String) bool { return want.IsNull() || want.ValueString() == id }

// IDByName is the ids of names that only one has.
func IDByName(candidates []kit.Candidate) types.Map {
	times, ids := map[string]int{}, map[string]string{}

	for _, c := range candidates {
		times[c.Name]++
		ids[c.Name] = c.ID
	}

	for name, n := range times {
		if n > 1 {
			delete(ids, name)
		}
	}

	return kit.StringMap(ids)
}

// Select returns those whose name has the part and which are wanted otherwise, and their ids by
// name; a nil wanted wants all.
func Select[T interface{ Candidate() kit.Candidate }](all []T, part types.String, wanted func(T) bool) ([]T, types.Map) {
	kept := []T{}

	for _, one := range all {
		if Contains(one.Candidate().Name, part) && (wanted == nil || wanted(one)) {
			kept = append(kept, one)
		}
	}

	return kept, IDByName(Candidates(kept))
}

// Item is an id with its name.
type Item struct {
	ID   types.String `tfsdk:"id"`
	Name types.String `tfsdk:"name"`
}

// ItemOf is a candidate as an [Item].
func ItemOf(c kit.Candidate) Item {
	return Item{types.StringValue(c.ID), types.StringValue(c.Name)}
}

type companiesModel struct {
	IntegrationID types.String `tfsdk:"integration_id"`
	NameContains  types.String `tfsdk:"name_contains"`
	Companies     []Item       `tfsdk:"companies"`
	IDByName      types.Map    `tfsdk:"id_by_name"`
}

// NewCompanies returns the data source of a vendor's companies.
func NewCompanies(v Vendor) datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_" + v.Type + "_companies", Title: v.Title + " Companies"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: fmt.Sprintf("Reads the companies of a %s integration, which tenants are mapped to.", v.Title),
		Attributes: map[string]schema.Attribute{
			"integration_id": IntegrationIDAttribute(v),
			"name_contains":  NameContainsAttribute(),
			"companies":      ItemsAttribute("Companies.", map[string]string{"id": "Company ID.", "name": "Company name."}),
			"id_by_name":     IDByNameAttribute(),
		},
	}, func(ctx context.Context, p *jumpcloud.Portal, m *companiesModel) error {
		all, err := collections.All(ctx, Companies(p, v, m.IntegrationID.ValueString()))
		m.Companies, m.IDByName = Items(all, m.NameContains)

		return err
	})
}

type companyTypesModel struct {
	IntegrationID types.String `tfsdk:"integration_id"`
	CompanyTypes  []Item       `tfsdk:"company_types"`
	IDByName      types.Map    `tfsdk:"id_by_name"`
}

// NewCompanyTypes returns the data source of a vendor's company types.
func NewCompanyTypes(v Vendor) datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_" + v.Type + "_company_types", Title: v.Title + " Company Types"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: fmt.Sprintf("Reads the company types of a %s integration, for `jumpcloud_%s_settings`.", v.Title, v.Type),
		Attributes: map[string]schema.Attribute{
			"integration_id": IntegrationIDAttribute(v),
			"company_types":  ItemsAttribute("Company types.", map[string]string{"id": "Company type ID, a number.", "name": "Company type."}),
			"id_by_name":     IDByNameAttribute(),
		},
	}, func(ctx context.Context, p *jumpcloud.Portal, m *companyTypesModel) error {
		all, err := collections.All(ctx, CompanyTypes(p, v, m.IntegrationID.ValueString()))
		m.CompanyTypes, m.IDByName = Items(all, types.StringNull())

		return err
	})
}

// Items are those whose name has the part, and their ids by name.
func Items[T interface{ Candidate() kit.Candidate }](all []T, part types.String) ([]Item, types.Map) {
	kept, ids := Select(all, part, nil)
	found := []Item{}

	for _, c := range Candidates(kept) {
		found = append(found, ItemOf(c))
	}

	return found, ids
}
