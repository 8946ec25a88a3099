// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
)

// validate is terraform validate, its findings by the page that they are about: pages are given by
// the folder or by the file that they were written to.
func (w *world) validate(from map[string]string) {
	w.t.Helper()

	// The other provider of a migration is played by this one: validate asks for its schema alone.
	cli := w.env["TF_CLI_CONFIG_FILE"]
	folder := program.Built(w.t)
	w.file(cli, fmt.Sprintf("provider_installation {\n  dev_overrides {\n    %q = %q\n    %q = %q\n  }\n  direct {}\n}\n",
		"seed-37bf88c1/jumpcloud", folder, "nfernal/jumpcloud", folder))

	for _, d := range w.validation() {
		if d.Severity == "error" {
			w.t.Errorf("%s: %s\n%s\n%s\n%s", from[filepath.Dir(d.Range.Filename)]+from[d.Range.Filename], d.Range.Filename, d.Summary, d.Detail, d.Snippet.Code)
		}
	}
}

// diagnostic is one as terraform validate -json prints it.
type diagnostic struct {
	Severity, Summary, Detail string
	Range                     struct{ Filename string }
	Snippet                   struct{ Code string }
}

// validation is what terraform validate says of the configuration and its modules.
func (w *world) validation() []diagnostic {
	w.t.Helper()

	if main := filepath.Join(w.dir, "main.tf"); exists(main) && strings.Contains("\n"+w.text(main), "\nmodule ") {
		w.must("get")
	}

	out, err := w.command("validate", "-json").Output()

	var result struct{ Diagnostics []diagnostic }
	if len(out) == 0 || json.Unmarshal(out, &result) != nil {
		w.t.Fatalf("terraform validate: %s %v", out, err)
	}

	return result.Diagnostics
}
