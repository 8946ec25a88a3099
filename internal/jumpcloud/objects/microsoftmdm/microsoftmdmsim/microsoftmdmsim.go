// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package microsoftmdmsim simulates the download of Microsoft MDM configuration files
// (evidence: rest 4.1).
package microsoftmdmsim

import (
	"archive/zip"
	"bytes"
	"net/http"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

var switches = []sim.Switch{{
	Name: "microsoft-mdm-without-mdm", Default: "answer", Values: []string{"answer", "refuse"},
	About: "whether an organization without Windows MDM gets configuration files, or 404",
}}

// Register adds the route to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)

	// No x-org-id and no id in the path [S].
	w.Sole("POST /api/v2/microsoft-mdm/configuration-files", download)
}

// download takes an empty object and answers a zip [S]; what is in it is not documented.
func download(c *jumpcloudsim.Call) sim.Response {
	if _, bad := c.Object(sim.Fields{}); bad != nil {
		return jumpcloudsim.BadBody(bad)
	}

	if !c.World.HasMDM(c.OrgID, "windows") && c.Switch("microsoft-mdm-without-mdm") == "refuse" {
		return jumpcloudsim.NotFound()
	}

	return sim.Response{
		Status: http.StatusOK, Header: http.Header{"Content-Type": {"application/zip"}}, Body: archive(c.OrgID),
	}
}

// archive is a zip that is the same for one organization at any time.
func archive(orgID string) []byte {
	var buffer bytes.Buffer

	z := zip.NewWriter(&buffer)

	file, err := z.Create("configuration.xml")
	if err == nil {
		_, err = file.Write([]byte("<configuration organization=\"" + orgID + "\"/>\n"))
	}

	if closed := z.Close(); err == nil {
		err = closed
	}

	if err != nil {
		panic("microsoftmdmsim: " + err.Error()) // a buffer takes everything
	}

	return buffer.Bytes()
}
