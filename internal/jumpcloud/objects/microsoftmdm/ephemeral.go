// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package microsoftmdm

import (
	"context"
	"encoding/base64"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

var _ ephemeral.EphemeralResourceWithConfigure = (*fileResource)(nil)

// fileResource is the ephemeral resource. Its base is that of every resource, which has
// the wording of errors.
type fileResource struct {
	base kit.Base
}

type fileModel struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	OutputPath     types.String `tfsdk:"output_path"`
	ContentBase64  types.String `tfsdk:"content_base64"`
	MediaType      types.String `tfsdk:"media_type"`
	SHA256         types.String `tfsdk:"sha256"`
}

// NewEphemeralResource returns the ephemeral resource jumpcloud_microsoft_mdm_configuration_file.
func NewEphemeralResource() ephemeral.EphemeralResource {
	o := kit.Object{Type: typeName, Title: "Microsoft MDM Configuration File"}

	return &fileResource{kit.NewBase(o, tenancy.Tenant{}, nil)}
}

// Places returns the names of the attributes that say whose files they are.
func (r *fileResource) Places() []string { return r.base.Places() }

// Metadata tells Terraform the type.
func (*fileResource) Metadata(_ context.Context, _ ephemeral.MetadataRequest, resp *ephemeral.MetadataResponse) {
	resp.TypeName = typeName
}

// Schema tells Terraform the attributes.
func (*fileResource) Schema(_ context.Context, _ ephemeral.SchemaRequest, resp *ephemeral.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Downloads the configuration files for Microsoft MDM, a zip archive, without a trace in state or plan. " +
			"Terraform opens an ephemeral resource at plan and at apply, so a file is written each time. " + help,
		Attributes: map[string]schema.Attribute{
			tenancy.OrganizationID: schema.StringAttribute{
				MarkdownDescription: "ID of the organization (tenant) whose files they are, 24 hexadecimal digits. Defaults to the " +
					"provider's `organization_id`.",
				Optional:   true,
				Computed:   true,
				Validators: []validator.String{tenancy.ValidID()},
			},
			"output_path": schema.StringAttribute{
				MarkdownDescription: "Path of the file to write the archive to, whose folder must exist. No file when left out.",
				Optional:            true,
				Validators:          []validator.String{stringvalidator.LengthAtLeast(1)},
			},
			"content_base64": schema.StringAttribute{
				MarkdownDescription: "The archive in base64.",
				Computed:            true,
				Sensitive:           true,
			},
			"media_type": schema.StringAttribute{MarkdownDescription: "Media type of the answer, `application/zip`.", Computed: true},
			"sha256":     schema.StringAttribute{MarkdownDescription: "SHA-256 of the archive, in hexadecimal digits.", Computed: true},
		},
	}
}

// Configure keeps what the provider's Configure made.
func (r *fileResource) Configure(ctx context.Context, req ephemeral.ConfigureRequest, _ *ephemeral.ConfigureResponse) {
	r.base.Configure(ctx, resource.ConfigureRequest{ProviderData: req.ProviderData}, &resource.ConfigureResponse{})
}

// Open downloads the archive. There is nothing to close: the file is the user's.
func (r *fileResource) Open(ctx context.Context, req ephemeral.OpenRequest, resp *ephemeral.OpenResponse) {
	var m fileModel

	resp.Diagnostics.Append(req.Config.Get(ctx, &m)...)

	if resp.Diagnostics.HasError() {
		return
	}

	if defaults, _ := (tenancy.Tenant{}).Defaults(r.base.Data()); m.OrganizationID.IsNull() && defaults != nil {
		m.OrganizationID = types.StringValue(defaults[tenancy.OrganizationID])
	}

	keys := map[string]string{tenancy.OrganizationID: m.OrganizationID.ValueString()}

	t, err := tenancy.Tenant{}.Enter(r.base.Data(), keys)
	if err != nil {
		resp.Diagnostics.AddError("Unable to Use the Provider", err.Error())

		return
	}

	f, err := download(ctx, t)
	if err == nil && !m.OutputPath.IsNull() {
		err = write(m.OutputPath.ValueString(), f)
	}

	if err != nil {
		r.base.Report(ctx, &resp.Diagnostics, "Open", keys, err)

		return
	}

	m.ContentBase64 = types.StringValue(base64.StdEncoding.EncodeToString(f.Data))
	m.MediaType = types.StringValue(f.MediaType)
	m.SHA256 = types.StringValue(kit.SHA256(f.Data))
	resp.Diagnostics.Append(resp.Result.Set(ctx, &m)...)
}
