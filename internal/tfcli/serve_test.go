// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tfcli_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// TestAttached: Terraform attaches to a provider that waits, for what would start it more than
// once, and starts it by itself where one provider would not do or does not come up.
func TestAttached(t *testing.T) {
	const (
		one    = "provider \"thing\" {}\n"
		waits  = "#!/bin/sh\n[ \"$1$THING_KEY\" = -debugk ] || exit 1\necho\nprintf \"\\tTF_REATTACH_PROVIDERS='%s'\\n\" '{\"registry.terraform.io/owner/thing\":{}}'\nexec sleep 1000\n"
		breaks = "#!/bin/sh\necho no can do\nexit 1\n"
	)

	for name, c := range map[string]struct {
		program, command, config, host string

		want string // what is added to the environment
	}{
		"plan":          {program: waits, command: "plan", config: one, want: `TF_REATTACH_PROVIDERS={"registry.terraform.io/owner/thing":{}}`},
		"apply":         {program: waits, command: "apply", config: one},
		"plan of none":  {program: waits, command: "plan", want: `TF_REATTACH_PROVIDERS={"registry.terraform.io/owner/thing":{}}`},
		"OpenTofu":      {program: waits, command: "plan", host: "registry.example", want: `TF_REATTACH_PROVIDERS={"registry.example/owner/thing":{}}`},
		"starts once":   {program: waits, command: "init", config: one},
		"two blocks":    {program: waits, command: "plan", config: one + one},
		"does not wait": {program: breaks, command: "plan", config: one},
	} {
		t.Run(name, func(t *testing.T) {
			folder, dir := t.TempDir(), t.TempDir()
			t.Setenv("TF_ACC_PROVIDER_HOST", c.host)

			module := filepath.Join(dir, "module")
			if err := os.Mkdir(module, 0o700); err != nil {
				t.Fatal(err)
			}

			if err := os.WriteFile(filepath.Join(module, "main.tf"), []byte(c.config), 0o600); err != nil {
				t.Fatal(err)
			}

			if err := os.WriteFile(filepath.Join(folder, "terraform-provider-thing"), []byte(c.program), 0o700); err != nil {
				t.Fatal(err)
			}

			given := []string{"PATH=" + os.Getenv("PATH"), "THING_KEY=k"}
			want := slices.Clone(given)

			if c.want != "" {
				want = append(want, c.want)
			}

			env, stop := tfcli.Provider{Source: "owner/thing"}.Attached(t.Context(), folder, dir, given, []string{c.command, "-input=false"})
			stop() // returns when the program has ended

			if !slices.Equal(env, want) {
				t.Errorf("got %q, want %q", env, want)
			}
		})
	}
}
