// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate_test

import (
	"flag"
	"fmt"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/terraformcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

var large = flag.Bool("export.large", false, "export 40 tenants with 12 policies each")

// TestTerraformPlansAnExport exports a random estate: the plan of each folder imports all and
// changes nothing, the apply writes nothing, and the plan after it is empty.
func TestTerraformPlansAnExport(t *testing.T) {
	t.Parallel()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("needs a real Terraform: set TF_ACC=1")
	}

	tenants, policies := 4, 8
	if *large {
		tenants, policies = 40, 12
	}

	b := newByHand(t, 11, tenants, policies)
	out := filepath.Join(t.TempDir(), "estate")
	began := time.Now()

	if code, _, said := runAt(t, b.sim, "100", "export", "--settings", "--out", out); code != 0 {
		t.Fatalf("exit code %d: %s", code, said)
	}

	size := 0
	for _, text := range tree(t, out) {
		size += len(text)
	}

	t.Logf("%d tenants × %d policies: %d objects, %d bytes, %d requests in %s", tenants, policies, b.objects+tenants, size, b.sim.Log().Count("", ""), time.Since(began))

	b.objects += tenants // their settings
	b.covered(out)
	b.planned(out)

	for _, x := range b.sim.Log().Writes() {
		t.Errorf("written: %s %s", x.Method, x.Path)
	}
}

// planned plans and applies each folder of an export.
func (b *byHand) planned(out string) {
	t := b.t
	t.Helper()

	terraform, err := tfcli.Find()
	if err != nil {
		t.Fatal(err)
	}

	dir, err := terraformcli.Provider.Build(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}

	server := httptest.NewServer(b.sim)
	defer server.Close()

	rc := filepath.Join(t.TempDir(), "terraform.rc")
	if err := os.WriteFile(rc, []byte(terraformcli.Provider.Overrides(dir)), 0o600); err != nil {
		t.Fatal(err)
	}

	env := terraformcli.Provider.Environ("TF_CLI_CONFIG_FILE="+rc, "TF_CLI_ARGS=-no-color", "JUMPCLOUD_API_URL="+server.URL,
		"JUMPCLOUD_API_KEY="+b.sim.Key(role), "JUMPCLOUD_REQUESTS_PER_SECOND=100")

	folders, err := filepath.Glob(filepath.Join(out, "*", "imports.tf"))
	if err != nil || len(folders) == 0 {
		t.Fatal(folders, err)
	}

	for _, file := range folders {
		folder := filepath.Dir(file)
		terraform := func(args ...string) (string, int) {
			printed, code, err := tfcli.Run(t.Context(), folder, env, io.Discard, terraform, args...)
			if err != nil {
				t.Fatal(err)
			}

			return printed, code
		}

		want := fmt.Sprintf("Plan: %d to import, 0 to add, 0 to change, 0 to destroy.", strings.Count(read(t, file), "import {"))
		if printed, code := terraform("plan", "-input=false", "-out=tfplan"); code != 0 || !strings.Contains(printed, want) {
			t.Errorf("%s: want %q:\n%s", filepath.Base(folder), want, printed)

			continue
		}

		if printed, code := terraform("apply", "-input=false", "tfplan"); code != 0 {
			t.Errorf("%s: %s", filepath.Base(folder), printed)
		}

		if printed, code := terraform("plan", "-input=false", "-detailed-exitcode"); code != 0 {
			t.Errorf("%s: the second plan is not empty:\n%s", filepath.Base(folder), printed)
		}
	}
}
