// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package alert

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// What destroying means, since a configuration cannot be deleted.
const (
	keep    = "keep"
	disable = "disable"
	restore = "restore"
)

// base is what the alert configurations of all vendors have.
type base struct {
	Alert                 types.String `tfsdk:"alert"`
	AlertID               types.String `tfsdk:"alert_id"`
	CreateTickets         types.Bool   `tfsdk:"create_tickets"`
	DueDays               types.Int64  `tfsdk:"due_days"`
	OnDestroy             types.String `tfsdk:"on_destroy"`
	OriginalConfiguration types.String `tfsdk:"original_configuration"`
}

// field is one choice among options, such as the priority.
type field struct {
	attribute, member string // in HCL and in the API
	group             string // of the options, the words of which nobody documents
	value             *types.String
	required          bool // PUT refuses to go without it
	plain             bool // a string in the API
}

// form is a vendor's model; M is its struct.
type form[M any] interface {
	*M

	common() *base
	fields() []field

	// dueDays says what PUT has for days that are not set; ok is false where it must have some.
	dueDays() (none any, ok bool)

	// extend adds what is the vendor's own: what prior has too is as it is now, and null
	// or unknown means so too.
	extend(b body, now configuration, o options, prior *M) error

	// own adds the API's members of what is the vendor's own, and whether the model gives them.
	own(all map[string]bool, given func(attr.Value) bool)

	// take takes over what is the vendor's own.
	take(c configuration)

	// settle plans what is the vendor's own: what config leaves out stays as prior has it.
	settle(config, prior *M)
}

func (m *base) common() *base { return m }

// toAPI is the whole configuration: what the model says, and for all else, and for what
// has not changed since prior, what is there now.
func toAPI[M any, F form[M]](m F, now configuration, o options, prior F) (body, error) {
	b := body{"shouldCreateTickets": m.common().CreateTickets.ValueBool()}
	before := prior.fields()

	var errs []error

	for i, f := range m.fields() {
		c := now.member(f.member)

		if !f.value.IsNull() && !f.value.IsUnknown() && !f.value.Equal(*before[i].value) {
			var err error
			if c, err = pick(f, o); err != nil {
				errs = append(errs, &kit.AttributeError{Path: path.Root(f.attribute), Err: err})
			}
		}

		if c == nil && f.required && errs == nil {
			errs = append(errs, missing(f.attribute))
		}

		f.put(b, c)
	}

	b["dueDays"] = now.DueDays
	if v := m.common().DueDays; !v.IsNull() && !v.IsUnknown() {
		b["dueDays"] = v.ValueInt64()
	} else if now.DueDays == nil {
		none, ok := m.dueDays()
		if b["dueDays"] = none; !ok && errs == nil {
			errs = append(errs, missing("due_days"))
		}

		if none == omitted {
			delete(b, "dueDays")
		}
	}

	return b, errors.Join(append(errs, m.extend(b, now, o, prior))...)
}

// omitted stands for a member that PUT does without.
const omitted = "omitted"

func missing(attribute string) error {
	return &kit.AttributeError{
		Path: path.Root(attribute), Err: fmt.Errorf("the alert has no %s yet, and the PSA does not do without: give one", attribute),
	}
}

// put writes a choice as the vendor has it.
func (f field) put(b body, c *choice) {
	switch {
	case f.member == "user" && c == nil:
		b["userId"], b["username"] = nil, nil
	case f.member == "user":
		b["userId"], b["username"] = c.ID, c.Name
	case c == nil:
		b[f.member] = nil
	case f.plain:
		b[f.member] = c.Name
	default:
		b[f.member] = *c
	}
}

// pick finds the option that a field names; "" is none.
func pick(f field, o options) (*choice, error) {
	if f.value.ValueString() == "" {
		return nil, nil //nolint:nilnil // none is a choice
	}

	return among(strings.ReplaceAll(f.attribute, "_", " "), f.value.ValueString(), o.of(f.group), f.plain)
}

// among resolves a label or, where the API has ids, an id.
func among(noun, want string, values []optionValue, plain bool) (*choice, error) {
	candidates := make([]kit.Candidate, 0, len(values))

	for _, v := range values {
		c := v.candidate()
		if plain {
			c.ID = v.Label
		}

		candidates = append(candidates, c)
	}

	found, err := kit.Resolve(noun, want, candidates)
	if err != nil {
		return nil, err
	}

	id, _ := strconv.ParseInt(found.ID, 10, 64) // none for a plain one

	return &choice{ID: id, Name: found.Name}, nil
}

// of are the values of a group. How groups are named is not documented: what differs from
// the configuration's own member only in spacing, case or number is taken for it, and where
// there is none, all values are offered.
func (o options) of(group string) []optionValue {
	var all []optionValue

	want := strings.ToLower(group)

	for _, g := range o.groups() {
		name := spacing.Replace(strings.ToLower(g.Name))
		if slices.Contains([]string{want, want + "s", want + "es", strings.TrimSuffix(want, "y") + "ies"}, name) {
			return g.Values
		}

		all = append(all, g.Values...)
	}

	return all
}

var spacing = strings.NewReplacer(" ", "", "_", "", "-", "")

// fromAPI takes over a configuration. A choice keeps the spelling of configuration or
// state where that means the same.
func fromAPI[M any, F form[M]](m F, c configuration, written bool) {
	b := m.common()
	b.CreateTickets = types.BoolValue(c.ShouldCreateTickets)
	b.OnDestroy = kit.StringOr(b.OnDestroy, keep)
	b.Alert = kit.StringOr(b.Alert, c.DisplayName)
	b.DueDays = types.Int64Null()

	if c.DueDays != nil {
		b.DueDays = types.Int64Value(*c.DueDays)
	}

	for _, f := range m.fields() {
		if written && f.value.ValueString() != "" {
			continue // as it was sent
		}

		*f.value = spelled(*f.value, c.member(f.member))
	}

	m.take(c)
}

// spelled is how a choice is written: as before where that means it. "" and null both mean none.
func spelled(before types.String, c *choice) types.String {
	switch {
	case c == nil && !before.IsNull() && before.ValueString() == "" && !before.IsUnknown():
		return before
	case c == nil:
		return types.StringNull()
	case before.ValueString() == c.Name || c.ID != 0 && before.ValueString() == strconv.FormatInt(c.ID, 10):
		return before
	}

	return types.StringValue(c.Name)
}

// bodyOf is the body that would leave a configuration as it is.
func bodyOf[M any, F form[M]](now configuration) (body, error) {
	var m, none M

	F(&m).common().CreateTickets = types.BoolValue(now.ShouldCreateTickets)

	return toAPI[M](F(&m), now, options{}, F(&none))
}
