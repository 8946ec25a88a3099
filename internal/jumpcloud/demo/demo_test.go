// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/terraformcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// TestDemo runs the demonstration as `make demo` does. That it ends without an error means
// that every step checked what it shows, the search for secrets included.
func TestDemo(t *testing.T) {
	t.Parallel()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("runs Terraform; set TF_ACC=1, as `make test` does")
	}

	var out bytes.Buffer

	temp, bin := t.TempDir(), linked(t)
	if err := run(t.Context(), options{Out: &out, Bin: bin, Temp: temp}); err != nil {
		t.Fatalf("%s\n%s", err, out.String())
	}

	for _, want := range []string{
		`Plan: 18 to add, 0 to change, 0 to destroy\.`,
		`Resources: 18 added, 0 changed, 0 destroyed\.`,
		`No changes\. Your infrastructure matches the configuration\.`,
		`timeout += 3600 -> 120`,
		`Plan: 0 to add, 1 to change, 0 to destroy\.`,
		`Resources: 18 destroyed\.`,
		`Still there, and empty: `,
		`The simulator got \d+ requests`,
		`none is in there\.`,
	} {
		if !regexp.MustCompile(want).MatchString(out.String()) {
			t.Errorf("the output does not have %q", want)
		}
	}

	page := filepath.Join(bin, complianceFile)

	raw, err := os.ReadFile(page)
	if err != nil || !bytes.Contains(raw, []byte("Harbor Legal")) {
		t.Errorf("the compliance page does not tell of the tenants: %v", err)
	}

	if !strings.HasSuffix(out.String(), page+"\n") {
		t.Error("the demo does not end with the path of that page")
	}

	moduleInCI(t, bin)

	const most = 520 // of which about 50 warn of each tenant that is destroyed
	if n := strings.Count(out.String(), "\n"); n > most {
		t.Errorf("%d lines were printed: nobody finds the drift among them", n)
	}

	if strings.Contains(out.String(), "\x1b[") {
		t.Error("colours were printed although nobody looks at them")
	}

	left, err := os.ReadDir(temp)
	if err != nil || len(left) > 0 {
		t.Errorf("the demo leaves %v behind (%v)", left, err)
	}
}

// moduleInCI applies a module that calls another with the script of examples/module-test,
// literally, and with the programs that the demo has built.
func moduleInCI(t *testing.T, bin string) {
	t.Helper()

	terraform, err := tfcli.Find()
	if err != nil {
		t.Fatal(err)
	}

	root, err := tfcli.Root(t.Context())
	if err != nil {
		t.Fatal(err)
	}

	example, dir := filepath.Join(root, "examples", "module-test"), t.TempDir()
	lock := filepath.Join(dir, ".terraform.lock.hcl")

	config := `
variable "names" {
  type = set(string)
}

module "tenant" {
  source   = "./tenant"
  for_each = var.names
  name     = each.key
}
`

	for _, err := range []error{
		os.CopyFS(filepath.Join(dir, "tenant"), os.DirFS(example)),
		os.WriteFile(filepath.Join(dir, "main.tf"), []byte(config), 0o600),
		os.WriteFile(lock, []byte("# of a release\n"), 0o600),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}

	// The demonstration may have run providers that were built for all tests.
	const name = "terraform-provider-jumpcloud"

	built, err := terraformcli.Provider.Build(t.Context(), bin)
	if err != nil {
		t.Fatal(err)
	}

	if built != bin {
		if err := os.Symlink(filepath.Join(built, name), filepath.Join(bin, name)); err != nil {
			t.Fatal(err)
		}
	}

	ci := func(args ...string) (string, int) {
		printed, code, err := tfcli.Run(t.Context(), root, append(os.Environ(), "BIN="+bin, "TF="+terraform), io.Discard,
			filepath.Join(example, "ci.sh"), append([]string{dir, "-no-color"}, args...)...)
		if err != nil {
			t.Fatal(err)
		}

		return printed, code
	}

	printed, code := ci("-var", `names=["Hooli","Initrode"]`)
	if code != 0 || !strings.Contains(printed, "Resources: 6 added") || !strings.Contains(printed, "Applied, and nothing is left to do.") {
		t.Errorf("exit code %d:\n%s", code, printed)
	}

	if raw, err := os.ReadFile(lock); err != nil || string(raw) != "# of a release\n" {
		t.Errorf("the module's lock file is %q: %v", raw, err)
	}

	if printed, code := ci("-var", `names=[""]`); code == 0 {
		t.Errorf("a module that cannot be applied passes:\n%s", printed)
	}
}

// TestFailure has a Terraform that fails: the demo ends at that step, says which, and
// leaves no simulator running.
func TestFailure(t *testing.T) {
	t.Parallel()

	// It answers what the demo asks before it uses it, and fails at the first real command.
	terraform := filepath.Join(t.TempDir(), "terraform")
	script := "#!/bin/sh\ncase $1 in\nproviders) echo 'provider[registry.example/seed-37bf88c1/jumpcloud]' ;;\n*) echo no can do; exit 3 ;;\nesac\n"

	if err := os.WriteFile(terraform, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}

	var out bytes.Buffer

	temp := t.TempDir()
	err := run(t.Context(), options{Out: &out, Bin: linked(t), Temp: temp, Terraform: terraform})

	if err == nil || !strings.Contains(err.Error(), "step 3") || !strings.Contains(err.Error(), "exit code 3 where 0 was expected") {
		t.Errorf("the error should name the step and the exit code: %v", err)
	}

	for _, want := range []string{"no can do", "The simulator is stopped.", "What was written stands in " + temp} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the output does not have %q:\n%s", want, out.String())
		}
	}

	// The simulator writes its state when it is stopped.
	states, err := filepath.Glob(filepath.Join(temp, "*", "simulator-state.json"))
	if err != nil || len(states) != 1 {
		t.Errorf("the simulator was not stopped in order: %v, %v", states, err)
	}
}

// TestSearch makes sure that a secret would be found, since the demo never has one to find.
func TestSearch(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()
	write := func(name string, content []byte) {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			t.Fatal(err)
		}

		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}

	var plan bytes.Buffer

	archive := zip.NewWriter(&plan)

	member, err := archive.Create("tfstate")
	if err != nil {
		t.Fatal(err)
	}

	if _, err := member.Write([]byte(strings.Repeat("password: hunter2\n", 100))); err != nil {
		t.Fatal(err)
	}

	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}

	write("a.tfplan", plan.Bytes())
	write("b.log", []byte(`header: x-api-key: key-1`))
	write("c.tfstate", []byte(`{}`))
	write(".terraform/providers/program", []byte("key-1")) // the provider's program, not what it wrote

	s := search{secrets: map[string]string{"the key": "key-1", "the password": "hunter2"}}
	if err := s.walk(dir); err != nil {
		t.Fatal(err)
	}

	want := filepath.Join(dir, "a.tfplan") + ": tfstate: the password\n" + filepath.Join(dir, "b.log") + ": the key"
	if got := strings.Join(s.found, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}

	if s.files != 4 {
		t.Errorf("looked at %d files, not at 3 and one member", s.files)
	}
}
