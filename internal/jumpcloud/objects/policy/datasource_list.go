// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policytemplate"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type listModel struct {
	OrganizationID types.String  `tfsdk:"organization_id"`
	TemplateName   types.String  `tfsdk:"template_name"`
	OSFamily       types.String  `tfsdk:"os_family"`
	PolicyGroup    types.String  `tfsdk:"policy_group"`
	IncludeValues  types.Bool    `tfsdk:"include_values"`
	Policies       []listItem    `tfsdk:"policies"`
	Names          types.Set     `tfsdk:"names"`
	IDsByName      types.Map     `tfsdk:"ids_by_name"`
	ByName         anyjson.Value `tfsdk:"by_name"`
}

type listItem struct {
	ID           types.String `tfsdk:"id"`
	Name         types.String `tfsdk:"name"`
	TemplateName types.String `tfsdk:"template_name"`
	TemplateID   types.String `tfsdk:"template_id"`
	OSFamily     types.String `tfsdk:"os_family"`
}

// NewListDataSource returns the data source jumpcloud_policies.
func NewListDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_policies", Title: "Policies"}, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Reads the policies of an organization, all or filtered, on demand with their values, so that another " +
			"organization's policies can be made from them.",
		Attributes: map[string]schema.Attribute{
			"template_name": schema.StringAttribute{MarkdownDescription: "Keeps policies of the template with this machine name.", Optional: true},
			"os_family": schema.StringAttribute{
				MarkdownDescription: "Keeps policies for this OS family: " + families() + ".",
				Optional:            true,
				Validators:          []validator.String{kit.OneOf("OS family", osFamilies...)},
			},
			"policy_group": schema.StringAttribute{
				MarkdownDescription: "Keeps policies that are direct members of this policy group, given by exact name or by id.",
				Optional:            true,
				Validators:          []validator.String{stringvalidator.LengthAtLeast(1)},
			},
			"include_values": schema.BoolAttribute{
				MarkdownDescription: "Whether to read the values too, into `by_name`: one request a policy, unless the service lists values. " +
					"Defaults to `false`.",
				Optional: true,
			},
			"policies": kit.ShownObjects("Policies, the oldest first.", map[string]schema.Attribute{
				"id":            schema.StringAttribute{MarkdownDescription: "ID of the policy.", Computed: true},
				"name":          schema.StringAttribute{MarkdownDescription: "Policy name.", Computed: true},
				"template_name": schema.StringAttribute{MarkdownDescription: "Machine name of the policy template.", Computed: true},
				"template_id":   schema.StringAttribute{MarkdownDescription: "ID of the policy template.", Computed: true},
				"os_family":     schema.StringAttribute{MarkdownDescription: "OS family of the policy template.", Computed: true},
			}),
			"names":       kit.ShownSet("Policy names."),
			"ids_by_name": kit.ShownMap("IDs by policy name; of policies that share a name, the oldest one's."),
			"by_name": schema.DynamicAttribute{
				MarkdownDescription: "With `include_values`, one object of all policies by name, for `for_each`: each has `template_name`, " +
					"`values` (of the fields that do not hold the template's default, as `jumpcloud_policy.values` takes them) and `notes`. Of " +
					"policies that share a name the oldest one is there, and a warning names them. Sensitive fields are named in a warning " +
					"and never returned. Null without `include_values`.",
				CustomType: anyjson.Type{},
				Computed:   true,
			},
		},
	}, lookAll)
}

func lookAll(ctx context.Context, t *jumpcloud.Tenant, m *listModel) error {
	found, err := m.matching(ctx, t)
	if err != nil {
		return err
	}

	ids := map[string]string{}
	m.Policies = []listItem{}

	var oldest []policy // of each name

	var names, shared []string

	for _, p := range found {
		m.Policies = append(m.Policies, listItem{
			ID: types.StringValue(p.ID), Name: types.StringValue(p.Name),
			TemplateName: types.StringValue(p.Template.Name), TemplateID: types.StringValue(p.Template.ID),
			OSFamily: types.StringValue(p.Template.OSMetaFamily),
		})

		if _, taken := ids[p.Name]; taken {
			shared = append(shared, p.Name)

			continue
		}

		ids[p.Name] = p.ID
		names = append(names, p.Name)
		oldest = append(oldest, p)
	}

	m.Names = kit.StringSet(names)
	m.IDsByName = kit.StringMap(ids)
	m.ByName = anyjson.NewNull()

	if !m.IncludeValues.ValueBool() {
		return nil
	}

	if len(shared) > 0 {
		slices.Sort(shared)
		kit.Warn(ctx, "Policies Share a Name", fmt.Sprintf("Only the oldest policy of each of these names is in by_name: %s.",
			quotedNames(slices.Compact(shared))))
	}

	m.ByName, err = byName(ctx, t, oldest)

	return err
}

// matching lists the policies that the filters keep.
func (m *listModel) matching(ctx context.Context, t *jumpcloud.Tenant) ([]policy, error) {
	all, err := collections.All(ctx, listing(t))
	if err != nil {
		return nil, err
	}

	members, err := m.members(ctx, t)
	if err != nil {
		return nil, &kit.AttributeError{Path: path.Root("policy_group"), Err: err}
	}

	return slices.DeleteFunc(all, func(p policy) bool {
		return !m.TemplateName.IsNull() && p.Template.Name != m.TemplateName.ValueString() ||
			!m.OSFamily.IsNull() && p.Template.OSMetaFamily != m.OSFamily.ValueString() ||
			!m.PolicyGroup.IsNull() && !slices.Contains(members, p.ID)
	}), nil
}

// members lists the policies that are direct members of the policy group, if one is named.
func (m *listModel) members(ctx context.Context, t *jumpcloud.Tenant) ([]string, error) {
	if m.PolicyGroup.IsNull() {
		return nil, nil
	}

	g, err := group.Resolve(ctx, t, group.PolicyGroup, types.StringNull(), m.PolicyGroup)
	if err != nil {
		return nil, err
	}

	return group.Members(g).All(ctx, t)
}

// byName reads policies with their values, as one object of what a policy is made from.
func byName(ctx context.Context, t *jumpcloud.Tenant, all []policy) (anyjson.Value, error) {
	whole, err := collections.Parallel(ctx, all, func(ctx context.Context, p policy) (policy, error) {
		return refresh(ctx, t, p.ID, "")
	})
	if err != nil {
		return anyjson.NewNull(), err
	}

	tree := map[string]any{}

	var secret []string

	for _, p := range whole {
		fields, err := templateFields(ctx, t, p)
		if err != nil {
			return anyjson.NewNull(), err
		}

		tree[p.Name] = map[string]any{
			"template_name": p.Template.Name, "notes": p.Notes, "values": policytemplate.FromWire(fields, p.Values, nil),
		}

		if hidden := policytemplate.HiddenFields(fields, p.Values); len(hidden) > 0 {
			secret = append(secret, fmt.Sprintf("%q (%s)", p.Name, strings.Join(hidden, ", ")))
		}
	}

	if len(secret) > 0 {
		kit.Warn(ctx, "Sensitive Policy Values Left Out", fmt.Sprintf("%d of the policies of organization %s hold sensitive values, which are "+
			"not returned: %s. Set sensitive_values_wo where you use them.", len(secret), t.ID(), strings.Join(secret, ", ")))
	}

	return anyjson.FromJSON(ctx, tree)
}

func quotedNames(names []string) string {
	quoted := make([]string, 0, len(names))
	for _, n := range names {
		quoted = append(quoted, fmt.Sprintf("%q", n))
	}

	return strings.Join(quoted, ", ")
}
