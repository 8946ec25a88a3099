// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// validateMistakes returns what terraform validate says of each mistake that it has to tell. One
// run sees each as a module of its own.
func validateMistakes(t *testing.T) map[string]string {
	t.Helper()

	w := mistaken(t)
	said := map[string]string{}
	main := ""

	for _, m := range mistakes {
		text := w.text(filepath.Join(mistakesFolder, m.name+".tf"))
		if m.when != atValidate || w.unread(text) != "" {
			continue
		}

		if strings.HasPrefix(text, "#env ") || exists(filepath.Join(mistakesFolder, m.name+".2.tf")) {
			t.Errorf("%s: validate knows one environment for all mistakes, and no second step", m.name)
		}

		at := *w
		at.dir = filepath.Join(w.dir, "m"+m.name) // a module's name begins with a letter

		if err := os.Mkdir(at.dir, 0o700); err != nil {
			t.Fatal(err)
		}

		at.write("required.tf", required)
		at.put(m.name, text)

		said[m.name] = ""
		main += call("m"+m.name, nil)
	}

	w.write("main.tf", main)

	for _, d := range w.validation() {
		name := strings.TrimPrefix(filepath.Dir(d.Range.Filename), "m")
		_, ours := said[name]

		switch {
		case d.Severity != "error":
		case !ours:
			t.Errorf("validate says of %q: %s\n%s", d.Range.Filename, d.Summary, d.Detail)
		default:
			said[name] += fmt.Sprintf("Error: %s\n%s\n%s\n", d.Summary, d.Snippet.Code, d.Detail)
		}
	}

	return said
}

// wasValidated looks for what validate has said of the mistake.
func (m mistake) wasValidated(t *testing.T, said map[string]string) {
	t.Helper()

	out, tried := said[m.name]
	if !tried {
		t.Skip("its configuration needs what this Terraform or OpenTofu lacks")
	}

	m.dump(t, out)

	if out == "" {
		t.Error("validate finds nothing")
	}

	says(t, out, m.words...)
}
