// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package microsoftmdm downloads Microsoft MDM configuration files
// (/api/v2/microsoft-mdm/configuration-files).
package microsoftmdm

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"net/http"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

const typeName = "jumpcloud_microsoft_mdm_configuration_file"

// Service returns jumpcloud_microsoft_mdm_configuration_file, as a data source and as an
// ephemeral resource.
func Service() kit.Service {
	return kit.Service{
		Group:              "Devices",
		Calls:              calls,
		DataSources:        []func() datasource.DataSource{NewDataSource},
		EphemeralResources: []func() ephemeral.EphemeralResource{NewEphemeralResource},
	}
}

// mode keeps the file from everybody else: it lets devices enrol.
const mode = 0o600

// help is what both have to say.
const help = "The file is written with mode 0600 and lets devices enrol, so keep it safe."

// download fetches the configuration files, a zip.
func download(ctx context.Context, t *jumpcloud.Tenant) (collections.File, error) {
	f, err := collections.Download(ctx, t.V2("microsoft-mdm", "configuration-files"), http.MethodPost, struct{}{})
	if err != nil {
		return f, err
	}

	if _, err := zip.NewReader(bytes.NewReader(f.Data), int64(len(f.Data))); err != nil {
		return f, fmt.Errorf("the service answered with %d bytes of %q that are no zip archive: %w", len(f.Data), f.MediaType, err)
	}

	return f, nil
}

// write puts the file where the configuration wants it.
func write(to string, f collections.File) error {
	if err := kit.WriteFile(to, f.Data, mode); err != nil {
		return &kit.AttributeError{Path: path.Root("output_path"), Err: err}
	}

	return nil
}
