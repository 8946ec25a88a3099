// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// complianceFile is the page's name beside the programs, where it outlives the demo's folder.
const complianceFile = "demo-compliance.html"

// report makes a page about all tenants, as a nightly job would.
func (d *demo) report(ctx context.Context) error {
	program, page := filepath.Join(d.Bin, "jumpcloud-estate"), filepath.Join(d.Bin, complianceFile)
	args := []string{"report", "compliance", "--out", page}
	d.show(program, args...)

	// A page of an earlier demo is not to pass for this one's.
	if err := os.RemoveAll(page); err != nil {
		return err
	}

	out, code, err := tfcli.Run(ctx, d.work, d.env, d.Out, program, args...)
	if err == nil && code != 0 {
		err = fmt.Errorf("%s: exit code %d:\n%s", program, code, out)
	}

	if err == nil {
		d.page = page
	}

	return err
}
