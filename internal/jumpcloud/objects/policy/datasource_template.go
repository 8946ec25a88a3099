// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policytemplate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// osFamilies are the values of osMetaFamily in the published contract.
var osFamilies = []string{"linux", "darwin", "windows", "ios", "universal", "android"}

func families() string { return "`" + strings.Join(osFamilies, "`, `") + "`" }

type templateModel struct {
	OrganizationID types.String          `tfsdk:"organization_id"`
	ID             types.String          `tfsdk:"id"`
	Name           types.String          `tfsdk:"name"`
	DisplayName    types.String          `tfsdk:"display_name"`
	Description    types.String          `tfsdk:"description"`
	OSFamily       types.String          `tfsdk:"os_family"`
	Activation     types.String          `tfsdk:"activation"`
	Behavior       types.String          `tfsdk:"behavior"`
	OSRestrictions []osRestrictionModel  `tfsdk:"os_restrictions"`
	Fields         map[string]fieldModel `tfsdk:"fields"`
}

type fieldModel struct {
	ID        types.String  `tfsdk:"id"`
	Label     types.String  `tfsdk:"label"`
	Type      types.String  `tfsdk:"type"`
	Help      types.String  `tfsdk:"help"`
	Required  types.Bool    `tfsdk:"required"`
	ReadOnly  types.Bool    `tfsdk:"read_only"`
	Sensitive types.Bool    `tfsdk:"sensitive"`
	Default   types.String  `tfsdk:"default_json"`
	Options   []optionModel `tfsdk:"options"`
	Columns   types.List    `tfsdk:"columns"`
	Position  types.Float64 `tfsdk:"position"`

	Validators types.String `tfsdk:"validators_json"`
}

type optionModel struct {
	Label types.String `tfsdk:"label"`
	Value types.String `tfsdk:"value_json"`
}

// NewTemplateDataSource returns the data source jumpcloud_policy_template.
func NewTemplateDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_policy_template", Title: "Policy Template"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads a policy template: every field that `jumpcloud_policy.values` can have, with its type, options and default.",
		Attributes: map[string]schema.Attribute{
			"name":         schema.StringAttribute{MarkdownDescription: "Machine name, such as `lock_screen_darwin`.", Required: true},
			"id":           schema.StringAttribute{MarkdownDescription: "ID of the template.", Computed: true},
			"display_name": schema.StringAttribute{MarkdownDescription: "Name that the console shows.", Computed: true},
			"description":  schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
			"os_family":    schema.StringAttribute{MarkdownDescription: "OS family: " + families() + ".", Computed: true},
			"activation":   schema.StringAttribute{MarkdownDescription: "When the policy takes effect.", Computed: true},
			"behavior":     schema.StringAttribute{MarkdownDescription: "What the agent enforces.", Computed: true},

			"os_restrictions": osRestrictionsAttribute(),

			"fields": schema.MapNestedAttribute{
				MarkdownDescription: "Fields by name.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":        schema.StringAttribute{MarkdownDescription: "ID of the field.", Computed: true},
					"label":     schema.StringAttribute{MarkdownDescription: "Label that the console shows.", Computed: true},
					"type":      schema.StringAttribute{MarkdownDescription: "Display type, which decides the value's JSON type, such as `checkbox` (boolean), `number`, `text`, `select`, `singlelistbox` (list of strings), `table` and `multilist` (lists of objects), `file` (base64).", Computed: true},
					"help":      schema.StringAttribute{MarkdownDescription: "Help text of the console; empty where it has none.", Computed: true},
					"required":  schema.BoolAttribute{MarkdownDescription: "Whether a policy needs the field. Only one without a `default` has to be configured; else the default is sent.", Computed: true},
					"read_only": schema.BoolAttribute{MarkdownDescription: "Whether administrators may not change it.", Computed: true},
					"sensitive": schema.BoolAttribute{MarkdownDescription: "Whether the value is a secret: write it in `sensitive_values_wo`.", Computed: true},
					"default_json": schema.StringAttribute{
						MarkdownDescription: "Default as JSON (`jsondecode`), options by label; null where there is none.",
						Computed:            true,
					},
					"options": schema.ListNestedAttribute{
						MarkdownDescription: "Options of a selection; empty for other types.",
						Computed:            true,
						NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
							"label":      schema.StringAttribute{MarkdownDescription: "Label; what to write in `values`.", Computed: true},
							"value_json": schema.StringAttribute{MarkdownDescription: "Value on the wire, as JSON.", Computed: true},
						}},
					},
					"columns": schema.ListAttribute{
						MarkdownDescription: "Columns of a table's or a list's rows, as far as the template's example row shows them.",
						ElementType:         types.StringType,
						Computed:            true,
					},
					"validators_json": schema.StringAttribute{
						MarkdownDescription: "What the console checks of a value, as JSON (`jsondecode`); null where there is nothing. JumpCloud does not " +
							"document what it holds.",
						Computed: true,
					},
					"position": schema.Float64Attribute{MarkdownDescription: "Position in the console's form.", Computed: true},
				}},
			},
		},
	}, lookTemplate)
}

func lookTemplate(ctx context.Context, t *jumpcloud.Tenant, m *templateModel) error {
	p, err := templateByName(ctx, t, m.Name.ValueString())
	if err != nil {
		return err
	}

	m.ID = types.StringValue(p.ID)
	m.DisplayName = types.StringValue(p.DisplayName)
	m.Description = types.StringValue(p.Description)
	m.OSFamily = types.StringValue(p.OSMetaFamily)
	m.Activation = types.StringValue(p.Activation)
	m.Behavior = types.StringValue(p.Behavior)
	m.OSRestrictions = restrictionsOf(p)
	m.Fields = map[string]fieldModel{}

	for _, f := range p.ConfigFields {
		field, err := fieldModelOf(f)
		if err != nil {
			return err
		}

		m.Fields[f.Name] = field
	}

	return nil
}

func fieldModelOf(f policytemplate.Field) (fieldModel, error) {
	m := fieldModel{
		ID: types.StringValue(f.ID), Label: types.StringValue(f.Label), Type: types.StringValue(f.DisplayType),
		Help: types.StringValue(f.Help), Required: types.BoolValue(f.Required), ReadOnly: types.BoolValue(f.ReadOnly),
		Sensitive: types.BoolValue(f.Sensitive), Position: types.Float64Value(f.Position),
		Options: []optionModel{}, Columns: kit.StringList(f.Columns()),
	}

	if v := f.DefaultForDisplay(); v != nil && !f.Sensitive {
		text, err := json.Marshal(v)
		if err != nil {
			return m, err
		}

		m.Default = types.StringValue(string(text))
	}

	if f.Validators != nil {
		text, err := json.Marshal(f.Validators)
		if err != nil {
			return m, err
		}

		m.Validators = types.StringValue(string(text))
	}

	for _, o := range f.Options() {
		value, err := json.Marshal(o.Value)
		if err != nil {
			return m, err
		}

		m.Options = append(m.Options, optionModel{types.StringValue(o.Label), types.StringValue(string(value))})
	}

	return m, nil
}

type templateListModel struct {
	OrganizationID types.String       `tfsdk:"organization_id"`
	OSFamily       types.String       `tfsdk:"os_family"`
	Search         types.String       `tfsdk:"search"`
	Templates      []templateListItem `tfsdk:"templates"`
	Names          types.Set          `tfsdk:"names"`
}

type templateListItem struct {
	ID          types.String `tfsdk:"id"`
	Name        types.String `tfsdk:"name"`
	DisplayName types.String `tfsdk:"display_name"`
	Description types.String `tfsdk:"description"`
	OSFamily    types.String `tfsdk:"os_family"`
}

// NewTemplateListDataSource returns the data source jumpcloud_policy_templates.
func NewTemplateListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_policy_templates", Title: "Policy Templates"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads the catalogue of policy templates that an organization has. Templates that need MDM are absent from organizations without it.",
		Attributes: map[string]schema.Attribute{
			"os_family": schema.StringAttribute{
				MarkdownDescription: "Keeps templates for this OS family: " + families() + ".",
				Optional:            true,
				Validators:          []validator.String{kit.OneOf("OS family", osFamilies...)},
			},
			"search": schema.StringAttribute{
				MarkdownDescription: "Keeps templates with this text in their name, display name or description, whatever its case.",
				Optional:            true,
			},
			"templates": schema.ListNestedAttribute{
				MarkdownDescription: "Templates, in the order of their ids.",
				Computed:            true,
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"id":           schema.StringAttribute{MarkdownDescription: "ID of the template.", Computed: true},
					"name":         schema.StringAttribute{MarkdownDescription: "Machine name, for `jumpcloud_policy.template_name`.", Computed: true},
					"display_name": schema.StringAttribute{MarkdownDescription: "Name that the console shows.", Computed: true},
					"description":  schema.StringAttribute{MarkdownDescription: "Description.", Computed: true},
					"os_family":    schema.StringAttribute{MarkdownDescription: "OS family.", Computed: true},
				}},
			},
			"names": schema.SetAttribute{MarkdownDescription: "Machine names.", ElementType: types.StringType, Computed: true},
		},
	}, lookTemplates)
}

func lookTemplates(ctx context.Context, t *jumpcloud.Tenant, m *templateListModel) error {
	all, err := collections.All(ctx, templateListing(t))
	if err != nil {
		return err
	}

	names := []string{}
	m.Templates = []templateListItem{}

	for _, p := range all {
		text := strings.ToLower(p.Name + "\n" + p.DisplayName + "\n" + p.Description)

		if !m.OSFamily.IsNull() && p.OSMetaFamily != m.OSFamily.ValueString() ||
			!strings.Contains(text, strings.ToLower(m.Search.ValueString())) {
			continue
		}

		names = append(names, p.Name)
		m.Templates = append(m.Templates, templateListItem{
			ID: types.StringValue(p.ID), Name: types.StringValue(p.Name), DisplayName: types.StringValue(p.DisplayName),
			Description: types.StringValue(p.Description), OSFamily: types.StringValue(p.OSMetaFamily),
		})
	}

	m.Names = kit.StringSet(names)

	return nil
}
