// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli/workdir"
)

// saysNothing is a line that Terraform generates for an argument without a value.
var saysNothing = regexp.MustCompile(`(?m)^ *[a-z0-9_]+ *= null( # sensitive)?\n`)

// One run writes the configuration of an object of every type: it is valid as it is, and
// imports all without a change, although one bad block would fail the plan of all.
func TestTerraformGeneratesEveryType(t *testing.T) {
	t.Parallel()

	// OpenTofu before 1.12 crashes where a nested attribute is read only.
	types := slices.Sorted(maps.Keys(rows))
	if lacks := workdir.Lacks(t, tfcli.GeneratedReadOnly); lacks != "" {
		t.Log("without jumpcloud_policy_group_template:", lacks)

		types = slices.DeleteFunc(types, func(name string) bool { return name == "jumpcloud_policy_group_template" })
	}

	c := newCLI(t, lifeCycle{block: func(w *world) string {
		var blocks strings.Builder

		for i, name := range types {
			fmt.Fprintf(&blocks, "import {\n  to = %s.this%d\n  id = %q\n}\n\n", name, i, w.there(name))
		}

		return blocks.String()
	}})

	c.sim.Log().Reset()

	if out, code := c.at.Run("plan", "-input=false", "-generate-config-out=generated.tf"); code != 0 {
		t.Fatal(errorsIn(out))
	}

	file := filepath.Join(c.at.Path, "generated.tf")

	generated, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}

	// Terraform writes lines that say nothing. They may go, as the guide on imports says.
	if err := os.WriteFile(file, saysNothing.ReplaceAll(generated, nil), 0o600); err != nil {
		t.Fatal(err)
	}

	out, code := c.at.Run("apply", "-input=false", "-auto-approve")
	if want := fmt.Sprintf("Resources: %d imported, 0 added, 0 changed, 0 destroyed.", len(types)); code != 0 || !strings.Contains(out, want) {
		t.Errorf("want %q:\n%s\n%s", want, out, generated)
	}

	for _, e := range c.sim.Log().Writes() {
		t.Errorf("written: %s %s", e.Method, e.Path)
	}
}

// there makes an object of a type, and returns its import id. Of integrations, which other
// rows need too, there is one of each vendor.
func (w *world) there(name string) string {
	if vendor, ok := strings.CutSuffix(strings.TrimPrefix(name, "jumpcloud_"), "_integration"); ok {
		return w.integration(vendor)
	}

	if d := w.Apply(only(name+".this", w.configured(name, rows[name]))).Errors(); len(d) > 0 {
		w.t.Fatalf("%s: %s", name, d)
	}

	id := w.importID(name + ".this")
	w.Forget(name + ".this")

	return id
}
