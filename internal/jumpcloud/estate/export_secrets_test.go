// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package estate_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

const canary = "canary-4711"

var (
	secretLine     = regexp.MustCompile(`(?m)^( *)# ([a-z_]+_wo(?:_version)? += )`)
	secretVariable = regexp.MustCompile(`variable "(\w+)" \{\n  description = .*\n  type        = (string|any)`)
)

// takesSecrets tells whether the Terraform of the tests has write-only arguments.
func takesSecrets(t *testing.T) bool {
	t.Helper()

	_, minor, err := tfcli.Version(t.Context())
	if err != nil {
		t.Fatal(err)
	}

	return minor >= 11
}

// uncomment makes arguments of the lines that send secrets.
func uncomment(t *testing.T, folder string) {
	t.Helper()

	n := 0

	for name, text := range tree(t, folder) {
		if found := len(secretLine.FindAllString(text, -1)); found > 0 {
			n += found
			write(t, filepath.Join(folder, name), secretLine.ReplaceAllString(text, "$1$2"))
		}
	}

	if n == 0 || n%2 != 0 {
		t.Errorf("%s has %d lines that send secrets", folder, n)
	}
}

// sendsSecrets gives each variable of a folder that is adopted a secret. While the lines that send
// it are comments, a warning says so; as arguments they send what is given, and nothing else.
func (c *terraform) sendsSecrets(t *testing.T, folder string) {
	t.Helper()

	variables := secretVariable.FindAllStringSubmatch(tree(t, folder)["variables.tf"], -1)
	if len(variables) == 0 {
		return
	}

	given := *c
	given.env = slices.Clip(c.env)

	for _, v := range variables {
		value := canary
		if v[2] == "any" {
			value = fmt.Sprintf("{PASSPHRASE = %q}", canary)
		}

		given.env = append(given.env, "TF_VAR_"+v[1]+"="+value)
	}

	want := variables[0][1] + " is given and not sent"
	if printed, code := given.run(t, folder, "plan", "-input=false", "-detailed-exitcode"); code != 0 || !strings.Contains(unwrapped(printed), want) {
		t.Errorf("%s: exit code %d, want 0 and %q:\n%s", filepath.Base(folder), code, want, printed)
	}

	if !takesSecrets(t) {
		return
	}

	uncomment(t, folder)

	if printed, code := c.run(t, folder, "plan", "-input=false", "-detailed-exitcode"); code != 0 {
		t.Errorf("%s: exit code %d without secrets:\n%s", filepath.Base(folder), code, printed)
	}

	want = fmt.Sprintf("Plan: 0 to add, %d to change, 0 to destroy.", len(variables))

	printed, code := given.run(t, folder, "plan", "-input=false")
	if code != 0 || !strings.Contains(printed, want) || strings.Contains(printed, "is given and not sent") || strings.Contains(printed, canary) {
		t.Errorf("%s: exit code %d, want %q and no secret:\n%s", filepath.Base(folder), code, want, printed)
	}
}

// unwrapped is what Terraform prints, without the lines that it breaks texts into.
func unwrapped(printed string) string { return strings.Join(strings.Fields(printed), " ") }
