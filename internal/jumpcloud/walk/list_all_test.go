// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// populate makes an object of every type that can be listed.
func (w *world) populate() {
	w.t.Helper()

	for _, name := range slices.Sorted(maps.Keys(rows)) {
		if unlisted[name] == "" {
			w.there(name)
		}
	}
}

// people is the pattern of administrators with an e-mail address: those whose keys the
// simulator hands out have none.
const people = "*@*"

// All that a list of every type finds can be adopted together: one plan of the configuration
// that Terraform generates changes nothing.
func TestEverythingListedIsAdopted(t *testing.T) {
	t.Parallel()
	synctest.Test(t, everythingListedIsAdopted)
}

func everythingListedIsAdopted(t *testing.T) {
	t.Helper()

	w := newWorld(t)
	w.populate()

	config := acctest.Config{}

	for _, name := range w.ListTypes() {
		q := acctest.Query{Limit: 1000}
		if name == "jumpcloud_provider_administrator" {
			q.Config = acctest.Attrs{"name": []string{people}}
		}

		all, d := w.List(name, q)
		if len(d) > 0 || len(all) == 0 {
			t.Errorf("%s: %d results\n%s", name, len(all), d)
		}

		for i, l := range all {
			address := fmt.Sprintf("%s.all_%d", name, i)
			if d := w.ImportByIdentity(address, l.Identity).Errors(); len(d) > 0 {
				t.Errorf("%s: %s", l.Name, d)

				continue
			}

			generated, d := w.Generate(address)
			if len(d.Errors()) > 0 {
				t.Errorf("%s: %s", l.Name, d)
			}

			config[address] = generated
		}
	}

	t.Logf("%d objects of %d types", len(config), len(w.ListTypes()))
	w.check("adopted", w.nothingToDo(config, nil)...)
}

// The same with the real command, which Terraform has from 1.14 on.
func TestTerraformQuery(t *testing.T) {
	t.Parallel()

	terraform := os.Getenv("TF_ACC_QUERY_PATH")
	if terraform == "" {
		t.Skip("needs a Terraform that has the command query: set TF_ACC_QUERY_PATH")
	}

	c := newCLI(t, lifeCycle{block: func(w *world) string {
		w.populate()

		return ""
	}})
	c.at.Use(terraform)

	var blocks strings.Builder
	for _, name := range c.ListTypes() {
		config := ""
		if name == "jumpcloud_provider_administrator" {
			config = fmt.Sprintf("\n  config {\n    name = [%q]\n  }\n", people)
		}

		fmt.Fprintf(&blocks, "list %q \"all\" {\n  provider = jumpcloud\n  limit    = 100000\n%s}\n\n", name, config)
	}

	c.at.Write("all.tfquery.hcl", blocks.String())

	c.sim.Log().Reset()

	if out, code := c.at.Run("query", "-generate-config-out=generated.tf"); code != 0 {
		t.Fatal(errorsIn(out))
	}

	generated, err := os.ReadFile(filepath.Join(c.at.Path, "generated.tf"))
	if err != nil {
		t.Fatal(err)
	}

	for _, name := range c.ListTypes() {
		if !strings.Contains(string(generated), fmt.Sprintf("resource %q", name)) {
			t.Errorf("nothing of %s was found", name)
		}
	}

	out, code := c.at.Run("plan", "-input=false")
	if code != 0 || !strings.Contains(out, " to import, 0 to add, 0 to change, 0 to destroy.") {
		t.Errorf("%s\n%s", out, generated)
	}

	for _, e := range c.sim.Log().Writes() {
		t.Errorf("written: %s %s", e.Method, e.Path)
	}
}
