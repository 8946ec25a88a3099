// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings

import (
	"fmt"
	"math"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// setting is one member of a nested object of the settings.
type setting struct {
	name string // in HCL
	wire string // in the API
	kind kind
	help string // a sentence without its end; unit first, where there is one

	least, most int64    // of a number, 0 where the contract has no limit
	words       []string // of an enumeration
	on          string   // the switch of a number, where it is not enable_ and the name
	row         group    // of rows
}

type kind int

const (
	boolean kind = iota
	number
	word
	rows
)

func (s setting) attrType() attr.Type {
	switch s.kind {
	case rows:
		return types.SetType{ElemType: types.ObjectType{AttrTypes: s.row.attrTypes()}}
	case number:
		return types.Int64Type
	case word:
		return types.StringType
	default:
		return types.BoolType
	}
}

// group is a nested object of the settings.
type group []setting

func (g group) attrTypes() map[string]attr.Type {
	all := map[string]attr.Type{}
	for _, s := range g {
		all[s.name] = s.attrType()
	}

	return all
}

// membersLeftAlone ends the description of every group in the resource.
const membersLeftAlone = " A member that is left out is neither sent nor watched."

func (g group) schema(help string) schema.SingleNestedAttribute {
	all := map[string]schema.Attribute{}
	for _, s := range g {
		all[s.name] = s.schema()
	}

	return schema.SingleNestedAttribute{
		MarkdownDescription: help + membersLeftAlone,
		Optional:            true,
		Computed:            true,
		Attributes:          all,
		Validators:          []validator.Object{enabled{g}},
	}
}

func (s setting) schema() schema.Attribute {
	help := s.help + s.limits() + "."

	switch s.kind {
	case rows:
		return s.rowsSchema()
	case number:
		return schema.Int64Attribute{MarkdownDescription: help, Optional: true, Computed: true, Validators: s.between()}
	case word:
		return kit.OptionalComputedString(help, kit.OneOf("value", s.words...))
	default:
		return kit.OptionalComputedBool(help)
	}
}

// limits completes a description.
func (s setting) limits() string {
	switch {
	case len(s.words) > 0:
		return ", `" + strings.Join(s.words, "` or `") + "`"
	case s.most > 0:
		return fmt.Sprintf(", %d to %d", s.least, s.most)
	case s.least > 0:
		return fmt.Sprintf(", at least %d", s.least)
	}

	return ""
}

func (s setting) between() []validator.Int64 {
	switch {
	case s.most > 0:
		return []validator.Int64{int64validator.Between(s.least, s.most)}
	case s.least > 0:
		return []validator.Int64{int64validator.AtLeast(s.least)}
	}

	return nil
}

// toAPI is what is configured of a group.
func (g group) toAPI(o types.Object) collections.Members {
	body := collections.Members{}
	for _, s := range g {
		if s.kind == rows {
			s.putRows(body, o.Attributes()[s.name])
		} else {
			put(body, s.wire, o.Attributes()[s.name])
		}
	}

	return body
}

// put sets a member of a body, where there is a value.
func put(body collections.Members, name string, v attr.Value) {
	if v == nil || v.IsNull() || v.IsUnknown() {
		return
	}

	switch v := v.(type) {
	case types.String:
		body[name] = v.ValueString()
	case types.Bool:
		body[name] = v.ValueBool()
	case types.Int64:
		body[name] = float64(v.ValueInt64()) // as JSON numbers are read, to be compared with
	}
}

// fromAPI takes over the members of a group that are managed, or all.
func (g group) fromAPI(from collections.Members, managed types.Object, all bool) types.Object {
	if managed.IsNull() && !all {
		return types.ObjectNull(g.attrTypes())
	}

	values := map[string]attr.Value{}

	for _, s := range g {
		before := managed.Attributes()[s.name]

		switch {
		case !all && (before == nil || before.IsNull()):
			values[s.name] = s.take(nil)
		default:
			values[s.name] = s.take(from[s.wire])
		}
	}

	return types.ObjectValueMust(g.attrTypes(), values)
}

func (s setting) take(v any) attr.Value {
	if s.kind == rows {
		return s.takeRows(v)
	}

	return take(v, s.kind)
}

// take reads a member of an answer; what is absent, or of another type, is null.
func take(v any, k kind) attr.Value {
	switch k {
	case number:
		n, ok := v.(float64)
		if !ok || n != math.Trunc(n) {
			return types.Int64Null()
		}

		return types.Int64Value(int64(n))
	case word:
		s, ok := v.(string)
		if !ok {
			return types.StringNull()
		}

		return types.StringValue(s)
	default:
		b, ok := v.(bool)
		if !ok {
			return types.BoolNull()
		}

		return types.BoolValue(b)
	}
}
