// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

// unlisted are the types that cannot be listed.
var unlisted = map[string]string{
	"jumpcloud_policy_group_from_template": "nothing tells such a group from others",
}

func TestEveryTypeIsListed(t *testing.T) {
	t.Parallel()

	all := newWorld(t).ListTypes()

	for name := range rows {
		if is, reason := slices.Contains(all, name), unlisted[name]; is == (reason != "") {
			t.Errorf("%s is listed: %t; the reason why not is %q", name, is, reason)
		}
	}

	for _, name := range all {
		if rows[name].minimal == nil {
			t.Errorf("%s is listed and has no row", name)
		}
	}
}

// What was made is listed with the identity that it has, its attributes are those that its
// import reads, and the configuration that Terraform generates from them needs no change.
func TestListedNeedsNoChange(t *testing.T) {
	t.Parallel()
	each(t, func(_ *testing.T, w *world, name string, r row) {
		if unlisted[name] != "" {
			return
		}

		address := name + ".this"

		for size, attrs := range map[string]acctest.Attrs{"minimal": r.minimal(w), "full": r.whole(w)} {
			if d := w.Apply(only(address, attrs)).Errors(); len(d) > 0 {
				continue // TestRowsAreValid tells why not
			}

			w.check("listed/"+name+"/"+size, w.listed(address)...)
			w.Destroy()
		}
	})
}

// listed lists what is in state at an address, imports it as what was listed, and says what is
// wrong with that.
func (w *world) listed(address string) []string {
	w.sim.Log().Reset()

	typeName, _, _ := strings.Cut(address, ".")
	want := w.Identity(address)

	all, d := w.List(typeName, acctest.Query{Limit: 1000, IncludeResource: true})
	if len(d) > 0 {
		return []string{d.String()}
	}

	if writes := w.sim.Log().Writes(); len(writes) > 0 {
		return []string{fmt.Sprintf("listing writes: %v", writes)}
	}

	i := slices.IndexFunc(all, func(l acctest.Listed) bool { return reflect.DeepEqual(l.Identity, want) })
	if i < 0 {
		return []string{fmt.Sprintf("%v is not among %v", want, all)}
	}

	if all[i].Name == "" {
		return []string{"it has no name"}
	}

	found := w.importedAsGenerated(address, func() acctest.Diagnostics { return w.ImportByIdentity(address, all[i].Identity) })

	w.Forget(address)

	if d := w.ImportByIdentity(address, all[i].Identity).Errors(); len(d) > 0 {
		return append(found, d.String())
	}

	for _, name := range slices.Sorted(maps.Keys(w.State(address))) {
		if listed, imported := all[i].Resource[name], w.State(address)[name]; !reflect.DeepEqual(listed, imported) {
			found = append(found, fmt.Sprintf("%s is listed as %#v and imported as %#v", name, listed, imported))
		}
	}

	return found
}
