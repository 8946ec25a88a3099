// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate_test

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/terraformcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

var (
	large = flag.Bool("export.large", false, "export 40 tenants with 12 policies each")
	seed  = flag.Uint64("export.seed", 11, "seed of the estate that Terraform plans")
)

// TestTerraformPlansAnExport exports a random estate in each layout: the plan of each folder
// imports all and changes nothing, the apply writes nothing, and the plan after it is empty.
func TestTerraformPlansAnExport(t *testing.T) {
	t.Parallel()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("needs a real Terraform: set TF_ACC=1")
	}

	tenants, policies := 3, 8
	if *large {
		tenants, policies = 40, 12
	}

	b := newByHand(t, *seed, tenants, policies)
	b.objects += tenants // their settings
	cli := newTerraform(t, b.sim)

	provider := map[string]string{} // of the flat layout, which the other has, too

	for _, layout := range []string{"flat", "baseline"} {
		t.Run(layout, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "estate")
			args := []string{"export", "--out", out, "--settings", "--layout", layout}
			began := time.Now()

			b.sim.Log().Reset()

			if code, _, said := runAt(t, b.sim, "100", args...); code != 0 {
				t.Fatalf("exit code %d: %s", code, said)
			}

			size, files := 0, tree(t, out)
			for name, text := range files {
				if strings.HasPrefix(name, ".export/") {
					delete(files, name)
				} else {
					size += len(text)
				}
			}

			t.Logf("%s, %d tenants × %d policies: %d objects, %d bytes in %d files, %d requests in %s",
				layout, tenants, policies, b.objects, size, len(files), b.sim.Log().Count("", ""), time.Since(began))

			b.covered(t, out)

			folders, err := filepath.Glob(filepath.Join(out, "*", "imports.tf"))
			if err != nil || len(folders) == 0 {
				t.Fatal(folders, err)
			}

			switch {
			case layout == "flat":
				provider = tree(t, filepath.Join(out, "provider"))
			case len(provider) > 0: // and adopted
				alike(t, tree(t, filepath.Join(out, "provider")), provider)

				folders = slices.DeleteFunc(folders, func(file string) bool { return filepath.Base(filepath.Dir(file)) == "provider" })
			}

			for _, file := range folders {
				cli.adopts(t, filepath.Dir(file))
				cli.sendsSecrets(t, filepath.Dir(file))
			}

			for _, x := range b.sim.Log().Writes() {
				t.Errorf("written: %s %s", x.Method, x.Path)
			}

			if layout == "baseline" {
				cli.keepsItsKeys(t, filepath.Join(out, "state-1"))
			}
		})
	}
}

// terraform is a real one, with this provider and a simulator.
type terraform struct {
	program  string
	provider string // the folder with it
	env      []string
}

func newTerraform(t *testing.T, s *simulator.Simulator) *terraform {
	t.Helper()

	program, err := tfcli.Find()
	if err != nil {
		t.Fatal(err)
	}

	dir, err := terraformcli.Provider.Build(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}

	server := httptest.NewServer(s)
	t.Cleanup(server.Close)

	rc := filepath.Join(t.TempDir(), "terraform.rc")
	write(t, rc, terraformcli.Provider.Overrides(dir))

	return &terraform{program, dir, terraformcli.Provider.Environ("TF_CLI_CONFIG_FILE="+rc, "TF_CLI_ARGS=-no-color", "JUMPCLOUD_API_URL="+server.URL,
		"JUMPCLOUD_API_KEY="+s.Key(role), "JUMPCLOUD_REQUESTS_PER_SECOND=100")}
}

func (c *terraform) run(t *testing.T, folder string, args ...string) (printed string, code int) {
	t.Helper()

	env, stop := terraformcli.Provider.Attached(t.Context(), c.provider, folder, c.env, args)
	defer stop()

	printed, code, err := tfcli.Run(t.Context(), folder, env, io.Discard, c.program, args...)
	if err != nil {
		t.Fatal(err)
	}

	return printed, code
}

// adopts plans and applies a folder of an export, and plans it again without its import
// blocks, as people would.
func (c *terraform) adopts(t *testing.T, folder string) {
	t.Helper()

	if printed, code := c.run(t, folder, "get"); code != 0 { // modules; init would ask for the provider, too
		t.Fatal(printed)
	}

	began := time.Now()
	want := fmt.Sprintf("Plan: %d to import, 0 to add, 0 to change, 0 to destroy.", len(imported(t, folder)))

	if printed, code := c.run(t, folder, "plan", "-input=false", "-out=tfplan"); code != 0 || !strings.Contains(printed, want) {
		t.Errorf("%s: want %q:\n%s", filepath.Base(folder), want, printed)

		return
	}

	t.Logf("%s: %s in %s", filepath.Base(folder), want, time.Since(began))

	if printed, code := c.run(t, folder, "apply", "-input=false", "tfplan"); code != 0 {
		t.Errorf("%s: %s", filepath.Base(folder), printed)
	}

	if err := errors.Join(os.Remove(filepath.Join(folder, "imports.tf")), os.RemoveAll(filepath.Join(folder, "imports"))); err != nil {
		t.Fatal(err)
	}

	if printed, code := c.run(t, folder, "plan", "-input=false", "-detailed-exitcode"); code != 0 {
		t.Errorf("%s: the second plan is not empty:\n%s", filepath.Base(folder), printed)
	}
}

// keepsItsKeys calls a tenant otherwise, gives a policy a secret and the baseline another value:
// each is an update in place, and the secret is not shown. A secret of no tenant is a warning, as
// is one that is not sent; an exception from what is no baseline is refused.
func (c *terraform) keepsItsKeys(t *testing.T, folder string) {
	t.Helper()

	change := func(file, from, to string) {
		text := read(t, file)
		if !strings.Contains(text, from) {
			t.Fatalf("%s lacks %q:\n%s", file, from, text)
		}

		write(t, file, strings.Replace(text, from, to, 1))
	}

	tenant := filepath.Join(folder, "tenants", "globex.yaml")
	change(tenant, "name: Globex\n", "name: Initech\n")
	change(filepath.Join(folder, "..", "baselines", "macos.yaml"), "timeout: 300\n", "timeout: 240\n")

	secret := *c
	secret.env = append(slices.Clip(c.env), `TF_VAR_secrets={"globex" = {"Windows - Wi-Fi" = {PASSPHRASE = "`+canary+`"}}, "globx" = {}}`)
	sent := `module.tenant["globex"].jumpcloud_policy.this["Windows - Wi-Fi"] will be updated in-place`

	plans := func(wants ...string) {
		t.Helper()

		printed, code := secret.run(t, folder, "plan", "-input=false")
		for _, want := range wants {
			if code != 0 || !strings.Contains(unwrapped(printed), want) {
				t.Errorf("the plan lacks %q:\n%s", want, printed)
			}
		}

		if strings.Contains(printed, canary) || strings.Contains(printed, sent) != slices.Contains(wants, sent) {
			t.Errorf("the secret is shown, or sent where it should not be:\n%s", printed)
		}
	}

	changed := []string{
		`module.tenant["globex"].jumpcloud_organization.this will be updated in-place`,
		`module.tenant["globex"].jumpcloud_policy.this["macOS - Lock screen"] will be updated in-place`,
		"Plan: 0 to add, ", " to change, 0 to destroy.", "There are secrets of tenants that this state does not have: globx.",
	}
	plans(append(slices.Clip(changed), "Initech: secrets of policies are given and not sent.")...)

	if takesSecrets(t) {
		uncomment(t, filepath.Join(folder, "..", "modules"))
		plans(append(slices.Clip(changed), sent)...)
	}

	write(t, tenant, read(t, tenant)+"\nexceptions: {macOS - Lock scren: {skip: true}}\n")

	if printed, code := c.run(t, folder, "plan", "-input=false", "-refresh=false"); code == 0 || !strings.Contains(printed, "Initech: exceptions from policies that the baseline") {
		t.Errorf("an exception from nothing is taken:\n%s", printed)
	}
}
