// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings

import (
	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// rowsSchema is a set of objects of texts, the first of which every row has.
func (s setting) rowsSchema() schema.Attribute {
	all := map[string]schema.Attribute{}

	for i, m := range s.row {
		var v validator.String = stringvalidator.LengthAtLeast(1)
		if len(m.words) > 0 {
			v = kit.OneOf("value", m.words...)
		}

		all[m.name] = schema.StringAttribute{
			MarkdownDescription: m.help + m.limits() + ".", Required: i == 0, Optional: i > 0, Validators: []validator.String{v},
		}
	}

	set := schema.SetNestedAttribute{
		MarkdownDescription: s.help + ".", Optional: true, Computed: true, NestedObject: schema.NestedAttributeObject{Attributes: all},
	}
	if s.least > 0 {
		set.Validators = []validator.Set{setvalidator.SizeAtLeast(int(s.least))}
	}

	return set
}

// putRows sets a member to the rows of a set. A text that a row leaves out is not sent.
func (s setting) putRows(body collections.Members, v attr.Value) {
	set, ok := v.(types.Set)
	if !ok || set.IsNull() || set.IsUnknown() {
		return
	}

	all := []any{}

	for _, e := range set.Elements() {
		if row, ok := e.(types.Object); ok {
			all = append(all, s.row.toAPI(row))
		}
	}

	body[s.wire] = all
}

// takeRows reads the rows of an answer. A text that is empty or absent is null.
func (s setting) takeRows(v any) attr.Value {
	kind := types.ObjectType{AttrTypes: s.row.attrTypes()}

	list, ok := v.([]any)
	if !ok {
		return types.SetNull(kind)
	}

	all := []attr.Value{}

	for _, e := range list {
		from, _ := e.(collections.Members)
		values := map[string]attr.Value{}

		for _, m := range s.row {
			values[m.name] = take(from[m.wire], word)
			if from[m.wire] == "" {
				values[m.name] = types.StringNull()
			}
		}

		all = append(all, types.ObjectValueMust(kind.AttrTypes, values))
	}

	return types.SetValueMust(kind, all)
}
