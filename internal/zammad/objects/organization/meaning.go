// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organization

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/scope"
)

// normal is a domain as the service stores it: without @ and white space, in lower case
// [source].
func normal(domain string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == '@' || unicode.IsSpace(r) {
			return -1
		}

		return r
	}, domain))
}

func sameDomain(a, b string) bool { return normal(a) == normal(b) }

// sameName allows for a service that trims texts, which nobody documents.
func sameName(a, b string) bool { return strings.TrimSpace(a) == strings.TrimSpace(b) }

// served is a text of the service, as it was written where both mean the same.
func served(text string, written types.String, same func(a, b string) bool) types.String {
	if !written.IsNull() && !written.IsUnknown() && same(text, written.ValueString()) {
		return written
	}

	return types.StringValue(text)
}

// untaken compares what was sent with what came back, by meaning, and returns an error for
// each member that is not so. The service drops what it does not know, and markup that it
// does not allow, without a word.
func untaken(sent collections.Members, o organization) []error {
	var all []error

	for _, name := range slices.Sorted(maps.Keys(sent)) {
		if err := o.differs(name, sent[name]); err != nil {
			all = append(all, err)
		}
	}

	return all
}

func (o organization) differs(name string, sent any) error {
	now, there := o.text(name)
	want := ""

	switch v := sent.(type) {
	case string:
		want = v
	case bool:
		want = fmt.Sprint(v)
	}

	same := map[string]func(a, b string) bool{"name": sameName, "domain": sameDomain, "note": scope.SameNote}[name]

	switch {
	case same != nil && same(now, want), now == want, !there && (sent == false || sent == nil):
		return nil
	case name == "note":
		return scope.NoteNotKept(want, now)
	case name == "vip" && !there:
		return &kit.AttributeError{Path: path.Root(name), Err: fmt.Errorf("this version of Zammad knows no vip organizations: remove vip")}
	case slices.Contains(own, name):
		return &kit.AttributeError{Path: path.Root(name), Err: fmt.Errorf("%s is %q in Zammad's answer instead of %q", name, now, want)}
	case !there:
		return &kit.AttributeError{Path: path.Root("custom_attributes").AtMapKey(name), Err: fmt.Errorf(
			"organizations have no attribute %q, and Zammad dropped it without a word: create it in the admin panel under Objects, Organization, "+
				"or remove it here", name)}
	}

	return &kit.AttributeError{Path: path.Root("custom_attributes").AtMapKey(name), Err: fmt.Errorf(
		"the attribute %q is kept as %q instead of %q: write the value as Zammad keeps it", name, now, want)}
}
