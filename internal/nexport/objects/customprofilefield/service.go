// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package customprofilefield reads the custom profile fields of an organization.
package customprofilefield

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/scope"
)

// Service returns the data source nexport_custom_profile_fields.
func Service() kit.Service {
	return kit.Service{DataSources: []func() datasource.DataSource{NewDataSource}}
}

// field is the object as the API returns it.
type field struct {
	ID   nexport.Text `json:"id"`
	Key  nexport.Text `json:"key"`
	Name nexport.Text `json:"name"`
	Type nexport.Text `json:"type"`
}

// model is the fields of an organization in HCL.
type model struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	FieldID        types.String `tfsdk:"field_id"`
	Fields         []fieldModel `tfsdk:"fields"`
}

type fieldModel struct {
	ID   types.String `tfsdk:"id"`
	Key  types.String `tfsdk:"key"`
	Name types.String `tfsdk:"name"`
	Type types.String `tfsdk:"type"`
}

// NewDataSource returns the data source nexport_custom_profile_fields.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "nexport_custom_profile_fields", Title: "Custom Profile Fields"}, scope.Site, schema.Schema{
		MarkdownDescription: scope.Experimental + "Reads the custom profile fields that an organization can use. Their keys are those of `custom_profile_fields` " +
			"of `nexport_subscription`.",
		Attributes: map[string]schema.Attribute{
			"organization_id": schema.StringAttribute{MarkdownDescription: "ID of the organization.", Required: true, Validators: []validator.String{scope.ValidID()}},
			"field_id":        schema.StringAttribute{MarkdownDescription: "Only the field with this ID. All when left out.", Optional: true, Validators: []validator.String{scope.ValidID()}},
			"fields": schema.ListNestedAttribute{
				MarkdownDescription: "Fields, in the order of the service.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":   schema.StringAttribute{MarkdownDescription: "ID of the field, a UUID.", Computed: true},
					"key":  schema.StringAttribute{MarkdownDescription: "Key by which values are set.", Computed: true},
					"name": schema.StringAttribute{MarkdownDescription: "Name, if the service shows one.", Computed: true},
					"type": schema.StringAttribute{MarkdownDescription: "Type, as the service words it, if it shows one.", Computed: true},
				}},
			},
		},
	}, look)
}

func look(ctx context.Context, c *nexport.Client, m *model) error {
	route := c.Admin("GetCustomProfileFields").With("org_id", m.OrganizationID.ValueString())
	if id := m.FieldID.ValueString(); id != "" {
		route = route.With("field_id", id)
	}

	// No paging is documented.
	all, err := collections.All(ctx, collections.Listing[field]{Route: route, Whole: true, ID: func(f field) string { return f.ID.String() }})
	if err != nil {
		return err
	}

	m.Fields = []fieldModel{}
	for _, f := range all {
		m.Fields = append(m.Fields, fieldModel{types.StringValue(f.ID.String()), types.StringValue(f.Key.String()), scope.Shown(f.Name), scope.Shown(f.Type)})
	}

	return nil
}
