// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package microsoftmdm

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/tenancy"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

type model struct {
	OrganizationID types.String `tfsdk:"organization_id"`
	OutputPath     types.String `tfsdk:"output_path"`
	MediaType      types.String `tfsdk:"media_type"`
	SHA256         types.String `tfsdk:"sha256"`
	Size           types.Int64  `tfsdk:"size"`
}

// NewDataSource returns the data source jumpcloud_microsoft_mdm_configuration_file.
func NewDataSource() datasource.DataSource {
	o := kit.Object{Type: typeName, Title: "Microsoft MDM Configuration File"}

	return kit.NewDataSource(o, tenancy.Tenant{}, schema.Schema{
		MarkdownDescription: "Downloads the configuration files for Microsoft MDM, a zip archive, to a file; its content is never in " +
			"state. A data source is read at plan already, and so is the file written; the ephemeral resource of the same name leaves " +
			"no trace in state at all. " + help,
		Attributes: map[string]schema.Attribute{
			"output_path": schema.StringAttribute{
				MarkdownDescription: "Path of the file to write the archive to, whose folder must exist.",
				Required:            true,
				Validators:          []validator.String{stringvalidator.LengthAtLeast(1)},
			},
			"media_type": schema.StringAttribute{MarkdownDescription: "Media type of the answer, `application/zip`.", Computed: true},
			"sha256":     schema.StringAttribute{MarkdownDescription: "SHA-256 of the file, in hexadecimal digits.", Computed: true},
			"size":       schema.Int64Attribute{MarkdownDescription: "Size of the file in bytes.", Computed: true},
		},
	}, look)
}

func look(ctx context.Context, t *jumpcloud.Tenant, m *model) error {
	f, err := download(ctx, t)
	if err != nil {
		return err
	}

	if err := write(m.OutputPath.ValueString(), f); err != nil {
		return err
	}

	m.MediaType = types.StringValue(f.MediaType)
	m.SHA256 = types.StringValue(kit.SHA256(f.Data))
	m.Size = types.Int64Value(int64(len(f.Data)))

	return nil
}
