// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/scope"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// shownModel is an organization that is read.
type shownModel struct {
	ID          types.String `tfsdk:"id"`
	Name        types.String `tfsdk:"name"`
	DisplayName types.String `tfsdk:"display_name"`
}

func show(o bindplaneadmin.Organization) shownModel {
	return shownModel{types.StringValue(o.ID()), types.StringValue(o.Metadata.Name), types.StringValue(displayName(o))}
}

// NewDataSource returns the data source bindplaneadmin_organization.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(object, scope.Instance, schema.Schema{
		MarkdownDescription: "Reads one organization, by exactly one of `id`, `name` and `display_name`. The credential's user has to belong to it, " +
			"but for `name`, by which Bindplane may find others, too.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the organization.",
				Optional:            true,
				Computed:            true,
				Validators: []validator.String{
					stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot("name"), path.MatchRoot("display_name")), scope.ValidID(),
				},
			},
			"name": schema.StringAttribute{
				MarkdownDescription: "Internal name, which Bindplane gives.", Optional: true, Computed: true, Validators: []validator.String{ValidName()},
			},
			"display_name": schema.StringAttribute{MarkdownDescription: "Name that people see.", Optional: true, Computed: true},
		},
	}, lookOne)
}

func lookOne(ctx context.Context, c *bindplaneadmin.Client, m *shownModel) error {
	if id := m.ID.ValueString(); id != "" {
		o, err := collections.Lookup(ctx, c.Organizations(), id)
		*m = show(o)

		return err
	}

	all, err := collections.All(ctx, c.Organizations())
	if err != nil {
		return err
	}

	candidates := make([]kit.Candidate, 0, len(all))
	byID := map[string]bindplaneadmin.Organization{}
	want := m.DisplayName.ValueString() + m.Name.ValueString() // one is given

	for _, o := range all {
		name := displayName(o)
		if m.DisplayName.IsNull() {
			name = o.Metadata.Name
		}

		byID[o.ID()] = o

		if o.ID() != want { // an id is no name
			candidates = append(candidates, kit.Candidate{ID: o.ID(), Name: name})
		}
	}

	found, err := kit.Resolve("organization", want, candidates)
	if err == nil {
		*m = show(byID[found.ID])

		return nil
	}

	if m.DisplayName.IsNull() {
		other, nameErr := byName(ctx, c, want)

		switch {
		case nameErr == nil && other.ID() != "" && other.Metadata.Name == want:
			*m = show(other)

			return nil
		case nameErr != nil && !errors.Is(nameErr, rest.ErrNotFound):
			return nameErr
		}
	}

	return err
}

// listModel is all organizations.
type listModel struct {
	Organizations []shownModel `tfsdk:"organizations"`
}

// NewListDataSource returns the data source bindplaneadmin_organizations.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "bindplaneadmin_organizations", Title: "Organizations"}, scope.Instance, schema.Schema{
		MarkdownDescription: "Reads all organizations that the credential's user belongs to.",
		Attributes: map[string]schema.Attribute{
			"organizations": schema.ListNestedAttribute{
				MarkdownDescription: "Organizations, in Bindplane's order.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":           schema.StringAttribute{MarkdownDescription: "ID of the organization.", Computed: true},
					"name":         schema.StringAttribute{MarkdownDescription: "Internal name, which Bindplane gives.", Computed: true},
					"display_name": schema.StringAttribute{MarkdownDescription: "Name that people see.", Computed: true},
				}},
			},
		},
	}, func(ctx context.Context, c *bindplaneadmin.Client, m *listModel) error {
		all, err := collections.All(ctx, c.Organizations())
		m.Organizations = []shownModel{}

		for _, o := range all {
			m.Organizations = append(m.Organizations, show(o))
		}

		return err
	})
}
