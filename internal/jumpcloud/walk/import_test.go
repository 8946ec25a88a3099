// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// notImported are attributes that no import can know, in a configuration that gives them a
// value of its own: the plan after the import takes it into state. Nothing is sent for them,
// but for what is in resent.
var notImported = map[string]string{
	"allow_duplicate_name": "Terraform's alone, for what is created",
	"allow_lockout":        "Terraform's alone: the row has another than the default",
	"deletion_policy":      "Terraform's alone: the row has another than the default",
	"on_destroy":           "Terraform's alone: the row has another than the default",

	"jumpcloud_provider_administrator.organization_ids": "whether this list or single links own them is a choice that no import can make",

	"private_key": "a secret that is never shown", "private_key_wo_version": "as private_key", "public_key": "as private_key",
	"secret": "a secret that is never shown", "secret_wo_version": "as secret",
	"api_token": "a secret that is never shown", "api_token_wo_version": "as api_token",
	"sensitive_values_wo_version": "secrets that are never shown",
	"password_wo_version":         "a password is never shown",
	"store_secret_in_state":       "Terraform's alone, for what is created",

	"billing":     "no record shows what a Syncro mapping bills",
	"template_id": "a group does not tell from which template it was made",

	"jumpcloud_policy_group_template.policy_ids":     "a template does not tell of which policies it was made",
	"jumpcloud_system_group.member_query_exemptions": "an empty set and none are one for the service",
	"jumpcloud_user_group.member_query_exemptions":   "an empty set and none are one for the service",
}

// resent are what the first apply after an import sends once more: the service shows nothing
// that could be compared, and what it already has does no harm.
var resent = map[string]bool{"jumpcloud_policy": true, "jumpcloud_syncro_mapping": true}

// What was made and is then imported, by its id or by its identity, needs no change: neither
// with the configuration that Terraform generates for it, which is valid as it is, nor with
// the one that made it.
func TestImportChangesNothing(t *testing.T) {
	t.Parallel()
	each(t, func(_ *testing.T, w *world, name string, r row) {
		address := name + ".this"

		for size, attrs := range map[string]acctest.Attrs{"minimal": r.minimal(w), "full": r.whole(w)} {
			if d := w.Apply(only(address, attrs)).Errors(); len(d) > 0 {
				continue // TestRowsAreValid tells why not
			}

			for how, do := range w.imports(address) {
				w.check("import-generated/"+name+"/"+size+"/"+how, w.importedAsGenerated(address, do)...)
				w.check("import-written/"+name+"/"+size+"/"+how, w.importedAs(address, do, attrs)...)
			}

			w.Destroy()
		}
	})
}

// imports are the ways to import what is in state.
func (w *world) imports(address string) map[string]func() acctest.Diagnostics {
	id, identity := w.importID(address), w.Identity(address)

	return map[string]func() acctest.Diagnostics{
		"id":       func() acctest.Diagnostics { return w.Import(address, id) },
		"identity": func() acctest.Diagnostics { return w.ImportByIdentity(address, identity) },
	}
}

// importedAsGenerated imports, and says what is wrong with the configuration that Terraform
// generates then.
func (w *world) importedAsGenerated(address string, do func() acctest.Diagnostics) []string {
	w.Forget(address)

	if d := do().Errors(); len(d) > 0 {
		return []string{d.String()}
	}

	generated, d := w.Generate(address)
	if len(d.Errors()) > 0 {
		return []string{d.String()}
	}

	return w.nothingToDo(only(address, generated), nil)
}

// importedAs imports, and says what a plan of the configuration that made the object would do
// then, but for what no import can know.
func (w *world) importedAs(address string, do func() acctest.Diagnostics, attrs acctest.Attrs) []string {
	w.Forget(address)

	if d := do().Errors(); len(d) > 0 {
		return []string{d.String()}
	}

	typeName, _, _ := strings.Cut(address, ".")

	return slices.DeleteFunc(w.nothingToDo(only(address, attrs), notImported), func(problem string) bool {
		return resent[typeName] && strings.HasPrefix(problem, "written: ")
	})
}

// nothingToDo plans and applies, and says what that changes, but for what is expected, and
// what it writes.
func (w *world) nothingToDo(config acctest.Config, expected map[string]string) []string {
	w.sim.Log().Reset()

	p := w.Plan(config)
	if d := p.Diags.Errors(); len(d) > 0 {
		return []string{d.String()}
	}

	var found []string
	for address, action := range p.Actions() {
		found = append(found, w.changed(p, address, action, expected)...)
	}

	if d := p.Apply().Errors(); len(d) > 0 {
		found = append(found, d.String())
	}

	for _, write := range w.sim.Log().Writes() {
		found = append(found, "written: "+write.Method+" "+write.Path)
	}

	return found
}

// changed says what a plan changes that an import should have known.
func (w *world) changed(p *acctest.Plan, address string, action acctest.Action, expected map[string]string) []string {
	typeName, _, _ := strings.Cut(address, ".")
	before, after := w.State(address), p.Planned(address)

	var found, excused []string

	for _, name := range slices.Sorted(maps.Keys(after)) {
		b, a := fmt.Sprintf("%#v", before[name]), fmt.Sprintf("%#v", after[name])

		switch {
		case a == b:
		case expected[name] != "" || expected[typeName+"."+name] != "":
			excused = append(excused, name)
		case after[name] != acctest.Unknown: // what the service may change along
			found = append(found, fmt.Sprintf("%s %s: %s is %s, planned %s", action, address, name, b, a))
		}
	}

	if len(excused) == 0 && len(found) == 0 {
		found = append(found, fmt.Sprintf("%s %s, though it shows nothing", action, address))
	}

	return found
}
