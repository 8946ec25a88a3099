// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"fmt"
	"maps"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// An object that is created before its predecessor is destroyed either takes its place, or
// leaves it as it is: never is one left deposed, which blocks every run after.
func TestCreateBeforeDestroy(t *testing.T) {
	t.Parallel()
	each(t, func(_ *testing.T, w *world, name string, r row) {
		if _, ok := w.lived(name, r); !ok || r.life == adopted {
			return
		}

		address := name + ".this"
		attrs := maps.Clone(w.configured(name, r))
		attrs["create_before_destroy"] = true

		p := w.PlanReplacing(only(address, attrs), address)
		if len(p.Diags.Errors()) > 0 {
			return // refused before anything happened
		}

		d := p.Apply().Errors()

		var found []string
		if n := w.Deposed(address); n > 0 || w.State(address) == nil {
			found = append(found, fmt.Sprintf("%d deposed, state %v: %s", n, w.State(address), d))
		}

		if q := w.Plan(only(address, attrs)); len(q.Diags.Errors()) > 0 {
			found = append(found, "and the next plan: "+q.Diags.Errors().String())
		}

		w.check("create-before-destroy/"+name, found...)
	})
}

func (w *world) configured(name string, r row) acctest.Attrs {
	if w.config[name] == nil {
		w.config[name] = r.whole(w)
	}

	return w.config[name]
}

var format = regexp.MustCompile(`<[a-z0-9_]+>(/<[a-z0-9_]+>)*`)

// What was made is imported by its id and by its identity, and the plan after that neither
// replaces nor destroys it.
func TestImport(t *testing.T) {
	t.Parallel()
	each(t, func(_ *testing.T, w *world, name string, r row) {
		config, ok := w.lived(name, r)
		if !ok {
			return
		}

		address := name + ".this"
		identity := w.Identity(address)

		id := w.importID(address)

		var found []string
		if id == "" || len(identity) == 0 {
			found = append(found, fmt.Sprintf("the refusal of an id shows no format, or there is no identity %v", identity))
		}

		for how, do := range map[string]func() acctest.Diagnostics{
			"id " + id: func() acctest.Diagnostics { return w.Import(address, id) },
			"identity": func() acctest.Diagnostics { return w.ImportByIdentity(address, identity) },
		} {
			w.Forget(address)

			if d := do().Errors(); len(d) > 0 {
				found = append(found, how+": "+d.String())

				continue
			}

			p := w.Plan(config)
			if a := p.Actions()[address]; len(p.Diags.Errors()) > 0 || a != "" && a != acctest.Update {
				found = append(found, fmt.Sprintf("%s: then %s %s", how, a, p.Diags.Errors()))
			}
		}

		w.check("import/"+name, found...)
	})
}

// importID is the import id of what is in state, made of its identity in the form that the
// refusal of a wrong id shows.
func (w *world) importID(address string) string {
	id := format.FindString(w.Import(address+"_other", "!").String())

	for key, value := range w.Identity(address) {
		id = strings.ReplaceAll(id, "<"+key+">", fmt.Sprint(value))
	}

	return id
}
