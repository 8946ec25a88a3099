// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

func schemas(t *testing.T) *tfprotov6.GetProviderSchemaResponse {
	t.Helper()

	s, err := simulator.New(simulator.Options{Empty: true})
	if err != nil {
		t.Fatal(err)
	}

	server, err := acctest.Server(s, nil)
	if err != nil {
		t.Fatal(err)
	}

	all, err := server.GetProviderSchema(t.Context(), &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		t.Fatal(err)
	}

	return all
}

func TestEveryTypeHasARow(t *testing.T) {
	t.Parallel()

	types := schemas(t).ResourceSchemas
	w := newWorld(t)

	for name, schema := range types {
		r, ok := rows[name]
		if !ok {
			t.Errorf("%s has no row: every walk needs one", name)

			continue
		}

		minimal, whole := r.minimal(w), r.whole(w)

		for _, a := range schema.Block.Attributes {
			_, least := minimal[a.Name]
			_, most := whole[a.Name]

			switch {
			case a.Required && (!least || !most):
				t.Errorf("%s: %s is required and not in both configurations", name, a.Name)
			case a.Optional && !least && !most && !left[name+"."+a.Name]:
				t.Errorf("%s: %s is in neither configuration", name, a.Name)
			}
		}
	}

	for name := range rows {
		if types[name] == nil {
			t.Errorf("there is no %s", name)
		}
	}
}

// left are arguments that the other ones of their row exclude, or that only say what is so.
var left = map[string]bool{
	"jumpcloud_user_group.user_ids":                  true,
	"jumpcloud_ldap_server.id":                       true,
	"jumpcloud_office365.default_domain_id":          true,
	"jumpcloud_office365_translation_rule.direction": true,
	"jumpcloud_policy.values_json":                   true,
	"jumpcloud_provider_administrator.role_id":       true,
}

// A package whose tests use Core without [acctest.Main] would never meet a Terraform that
// keeps no identities.
func TestEveryPackageRunsTwice(t *testing.T) {
	t.Parallel()

	uses, twice := map[string]bool{}, map[string]bool{}

	err := filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}

		raw, err := os.ReadFile(path)
		uses[filepath.Dir(path)] = uses[filepath.Dir(path)] || bytes.Contains(raw, []byte("acctest.NewCore("))
		twice[filepath.Dir(path)] = twice[filepath.Dir(path)] || bytes.Contains(raw, []byte("acctest.Main(m)"))

		return err
	})
	if err != nil {
		t.Fatal(err)
	}

	for dir := range uses {
		if uses[dir] && !twice[dir] {
			t.Errorf("%s has no TestMain that calls acctest.Main", dir)
		}
	}
}

// each runs a walk over all types, in a world of its own for each, where waiting costs no time.
func each(t *testing.T, do func(t *testing.T, w *world, name string, r row)) {
	t.Helper()

	for _, name := range slices.Sorted(maps.Keys(rows)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) { do(t, newWorld(t), name, rows[name]) })
		})
	}
}

// Both configurations of a row are made, read back, changed into each other, and destroyed.
func TestRowsAreValid(t *testing.T) {
	t.Parallel()
	each(t, func(_ *testing.T, w *world, name string, r row) {
		w.check("valid/"+name, w.lives(name, r)...)
	})
}

func (w *world) lives(name string, r row) []string {
	address := name + ".this"
	minimal := r.minimal(w)

	for _, attrs := range []acctest.Attrs{minimal, r.whole(w)} {
		if d := w.Apply(only(address, attrs)).Errors(); len(d) > 0 {
			return []string{d.String()}
		}

		if found := w.unsettled(only(address, attrs)); len(found) > 0 {
			return found
		}
	}

	if d := w.Destroy().Errors(); len(d) > 0 {
		return []string{d.String()}
	}

	return nil
}

// unsettled says what a plan would still do.
func (w *world) unsettled(config acctest.Config) []string {
	p := w.Plan(config)
	if d := p.Diags.Errors(); len(d) > 0 {
		return []string{d.String()}
	}

	var found []string
	for address, action := range p.Actions() {
		found = append(found, "the plan is not empty: "+string(action)+" "+address)
	}

	return found
}
