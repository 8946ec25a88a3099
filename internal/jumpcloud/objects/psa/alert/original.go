// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert

import (
	"encoding/json"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// managed tells of each member of the API whether a model gives it; create_tickets is
// always given. At creation, what is left out is unknown; in a configuration, it is null.
func managed[M any, F form[M]](m F) map[string]bool {
	given := func(v attr.Value) bool { return !v.IsNull() && !v.IsUnknown() }
	all := map[string]bool{"shouldCreateTickets": true, "dueDays": given(m.common().DueDays)}

	for _, f := range m.fields() {
		names := []string{f.member}
		if f.member == "user" {
			names = []string{"userId", "username"}
		}

		for _, name := range names {
			all[name] = given(*f.value)
		}
	}

	m.own(all, given)

	return all
}

// original writes down what there was of what is managed, so that it can be put back; null
// where it cannot. known is what was written down before: what is managed since is added to
// it, and what is managed no more is dropped, since it is not Terraform's to put back.
func original[M any, F form[M]](managed map[string]bool, now *configuration, known types.String) types.String {
	b, there := body{}, body{}

	if known.ValueString() != "" && json.Unmarshal([]byte(known.ValueString()), &b) != nil {
		return known
	}

	if now != nil {
		whole, err := bodyOf[M, F](*now)
		if err != nil && known.ValueString() == "" {
			return types.StringNull()
		}

		there = whole
	}

	for name, is := range managed {
		value, found := there[name]
		if _, noted := b[name]; is && !noted && found {
			b[name] = value
		} else if !is {
			delete(b, name)
		}
	}

	raw, err := json.Marshal(b)
	if err != nil {
		return types.StringNull()
	}

	return types.StringValue(string(raw))
}
