// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package logo reads logos (/api/v2/logos).
package logo

import (
	"context"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"

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

// Service returns the data source jumpcloud_logo.
func Service() kit.Service {
	return kit.Service{
		Group:       "Organizations",
		Calls:       calls,
		DataSources: []func() datasource.DataSource{NewDataSource},
	}
}

// mediaTypes are what the API documents.
var mediaTypes = []string{"image/gif", "image/jpeg", "image/png"}

// idInURL finds the ids in an address. How addresses of logos are formed is not documented.
var idInURL = regexp.MustCompile(`\b[0-9a-f]{24}\b`)

// mode lets everybody read the file, as everybody may read the logo.
const mode = 0o644

type model struct {
	ID         types.String `tfsdk:"id"`
	URL        types.String `tfsdk:"url"`
	OutputPath types.String `tfsdk:"output_path"`
	MediaType  types.String `tfsdk:"media_type"`
	SHA256     types.String `tfsdk:"sha256"`
	Size       types.Int64  `tfsdk:"size"`
}

// NewDataSource returns the data source jumpcloud_logo.
func NewDataSource() datasource.DataSource {
	return kit.NewDataSource(kit.Object{Type: "jumpcloud_logo", Title: "Logo"}, tenancy.Portal{}, schema.Schema{
		MarkdownDescription: "Reads a logo, and writes it to a file if you like. Logos are public: the call names no organization, and " +
			"whoever knows the id may read it. A data source is read at plan already, and so is the file written.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				MarkdownDescription: "ID of the logo, 24 hexadecimal digits. Exactly one of `id` and `url` is given.",
				Optional:            true,
				Computed:            true,
				Validators:          []validator.String{stringvalidator.ExactlyOneOf(path.MatchRoot("id"), path.MatchRoot("url")), tenancy.ValidID()},
			},
			"url": schema.StringAttribute{
				MarkdownDescription: "Address of the logo, such as `logo_url` of `jumpcloud_organization_settings`. Only the ID in it is used: nothing is " +
					"sent to another host than the provider's.",
				Optional: true,
			},
			"output_path": schema.StringAttribute{
				MarkdownDescription: "Path of the file to write the image to, whose folder must exist. No file when left out.",
				Optional:            true,
				Validators:          []validator.String{stringvalidator.LengthAtLeast(1)},
			},
			"media_type": schema.StringAttribute{
				MarkdownDescription: "Media type of the image: `" + strings.Join(mediaTypes, "`, `") + "`.",
				Computed:            true,
			},
			"sha256": schema.StringAttribute{MarkdownDescription: "SHA-256 of the image, in hexadecimal digits.", Computed: true},
			"size":   schema.Int64Attribute{MarkdownDescription: "Size of the image in bytes.", Computed: true},
		},
	}, look)
}

func look(ctx context.Context, p *jumpcloud.Portal, m *model) error {
	if !m.URL.IsNull() {
		ids := idInURL.FindAllString(m.URL.ValueString(), -1)
		if len(ids) == 0 {
			return &kit.AttributeError{Path: path.Root("url"), Err: fmt.Errorf("%q has no id in it, which has 24 hexadecimal digits", m.URL.ValueString())}
		}

		m.ID = types.StringValue(ids[len(ids)-1])
	}

	f, err := collections.Download(ctx, p.V2("logos", m.ID.ValueString()), http.MethodGet, nil)
	if err != nil {
		return err
	}

	if !slices.Contains(mediaTypes, f.MediaType) || len(f.Data) == 0 {
		return fmt.Errorf("the service answered with %d bytes of %q, which is none of the documented images (%s)",
			len(f.Data), f.MediaType, strings.Join(mediaTypes, ", "))
	}

	if !m.OutputPath.IsNull() {
		if err := kit.WriteFile(m.OutputPath.ValueString(), f.Data, mode); err != nil {
			return &kit.AttributeError{Path: path.Root("output_path"), Err: err}
		}
	}

	m.MediaType = types.StringValue(f.MediaType)
	m.SHA256 = types.StringValue(kit.SHA256(f.Data))
	m.Size = types.Int64Value(int64(len(f.Data)))

	return nil
}
