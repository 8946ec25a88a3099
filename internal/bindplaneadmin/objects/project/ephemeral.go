// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package project

import (
	"context"
	"errors"

	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/scope"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var _ ephemeral.EphemeralResourceWithConfigure = (*secretKeyResource)(nil)

const secretKeyType = "bindplaneadmin_project_secret_key"

// secretKeyResource is the ephemeral resource. Its base is that of every resource, which has
// the wording of errors.
type secretKeyResource struct {
	base kit.Base
}

type secretKeyModel struct {
	ProjectID types.String `tfsdk:"project_id"`
	SecretKey types.String `tfsdk:"secret_key"`
}

// NewSecretKey returns the ephemeral resource bindplaneadmin_project_secret_key.
func NewSecretKey() ephemeral.EphemeralResource {
	o := kit.Object{Type: secretKeyType, Title: "Project Secret Key"}

	return &secretKeyResource{kit.NewBase(o, scope.Instance, nil)}
}

// Metadata tells Terraform the type.
func (*secretKeyResource) Metadata(_ context.Context, _ ephemeral.MetadataRequest, resp *ephemeral.MetadataResponse) {
	resp.TypeName = secretKeyType
}

// Schema tells Terraform the attributes.
func (*secretKeyResource) Schema(_ context.Context, _ ephemeral.SchemaRequest, resp *ephemeral.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Reads the secret key with which agents enrol in a project, without a trace in state or plan. Give it to a write-only " +
			"argument, or to a provider block.",
		Attributes: map[string]schema.Attribute{
			"project_id": schema.StringAttribute{
				MarkdownDescription: "ID of the project, such as `initial_project_id` of an organization.",
				Required:            true,
				Validators:          []validator.String{scope.ValidID()},
			},
			"secret_key": schema.StringAttribute{MarkdownDescription: "The default secret key of the project.", Computed: true, Sensitive: true},
		},
	}
}

// Configure keeps what the provider's Configure made.
func (r *secretKeyResource) Configure(ctx context.Context, req ephemeral.ConfigureRequest, _ *ephemeral.ConfigureResponse) {
	r.base.Configure(ctx, resource.ConfigureRequest{ProviderData: req.ProviderData}, &resource.ConfigureResponse{})
}

// Open reads the key. There is nothing to close.
func (r *secretKeyResource) Open(ctx context.Context, req ephemeral.OpenRequest, resp *ephemeral.OpenResponse) {
	var m secretKeyModel

	resp.Diagnostics.Append(req.Config.Get(ctx, &m)...)

	if resp.Diagnostics.HasError() {
		return
	}

	c, err := scope.Instance.Enter(r.base.Data(), nil)
	if err != nil {
		resp.Diagnostics.AddError("Unable to Use the Provider", err.Error())

		return
	}

	p, _, err := c.FindProject(ctx, m.ProjectID.ValueString())
	if err == nil && p.Spec.SecretKey == "" {
		err = errors.New("the secret key of the project is not shown to this credential: it needs the role Project Admin or Organization Admin")
	}

	if err != nil {
		r.base.Report(ctx, &resp.Diagnostics, "Open", nil, err)

		return
	}

	m.SecretKey = types.StringValue(p.Spec.SecretKey)
	resp.Diagnostics.Append(resp.Result.Set(ctx, &m)...)
}
