// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
)

var (
	anID = regexp.MustCompile(`^([0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$`)

	// foundLater are the references that no plan checks.
	foundLater = map[string]string{
		"jumpcloud_organization_share.object_id":     "which organization a group is of, nobody knows before the service is asked to share it",
		"jumpcloud_policy_group_template.policy_ids": "the policies can be those of any organization",
		"jumpcloud_service_account.role_id":          "roles need a scope that service accounts do without; the apply names the attribute",
	}
)

// reference is a place that holds an id, alone or in a set.
type reference struct {
	place

	id  string
	set bool
}

func (r reference) value(id string) any {
	if r.set {
		return []any{id}
	}

	return id
}

// references are the places of a row that hold an id.
func (w *world) references(name string, attrs acctest.Attrs) []reference {
	w.t.Helper()

	var all []reference

	for _, p := range places(schemas(w.t).ResourceSchemas[name].Block.Attributes, nil) {
		v := valueAt(attrs, p.path)
		list, set := v.([]any)

		if set && len(list) > 0 {
			v = list[0]
		}

		if id, ok := v.(string); ok && anID.MatchString(id) {
			all = append(all, reference{p, id, set})
		}
	}

	return all
}

func valueAt(v any, path []string) any {
	if len(path) == 0 {
		return v
	}

	switch v := v.(type) {
	case acctest.Attrs:
		return valueAt(v[path[0]], path[1:])
	case object:
		return valueAt(v[path[0]], path[1:])
	}

	return nil
}

// An id in capitals, with blanks around it, or of nothing that is there is found at plan, at the
// attribute that holds it.
func TestWrongIDs(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world, name string, r row) {
		t.Helper()

		whole := r.whole(w)

		for _, ref := range w.references(name, whole) {
			missing := "0123456789abcdef01234567"
			if strings.Contains(ref.id, "-") {
				missing = "01234567-89ab-4def-8123-456789abcdef"
			}

			for _, wrong := range []struct{ id, says string }{
				{strings.ToUpper(ref.id), "lower case|same letters"}, {" " + ref.id, "blanks around it"}, {missing, ""},
			} {
				if wrong.id == ref.id || wrong.id == missing && foundLater[name+"."+dotted(ref.path)] != "" {
					continue
				}

				d := w.Plan(only(name+".this", attrsAt(whole, ref.path, ref.value(wrong.id)))).Diags.Errors()
				says := slices.ContainsFunc(strings.Split(wrong.says, "|"), func(s string) bool { return strings.Contains(d.String(), s) })

				if len(d) == 0 || !says || !pointsAt(d, ref.path[0]) && !strings.Contains(ref.id, "-") || strings.Contains(d.String(), "[Value(") {
					t.Errorf("%s = %q: %s", dotted(ref.path), wrong.id, d)
				}
			}
		}
	})
}

// A name that shows nothing is found at plan, of everything that has one.
func TestNamesThatShowNothing(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world, name string, r row) {
		t.Helper()

		for _, p := range places(schemas(t).ResourceSchemas[name].Block.Attributes, nil) {
			if p.path[len(p.path)-1] != "name" {
				continue
			}

			for _, blank := range []string{" ", "\u200b", "\u00a0\n"} {
				if d := w.Plan(only(name+".this", attrsAt(r.whole(w), p.path, blank))).Diags; !pointsAt(d, p.path[0]) {
					t.Errorf("%s = %q: %s", dotted(p.path), blank, d)
				}
			}
		}
	})
}
