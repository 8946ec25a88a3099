// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// Form is what a key looks like.
type Form struct {
	Pattern *regexp.Regexp
	Words   string // completes "…is not", such as "24 hexadecimal digits"
	Example string
}

// Valid accepts values of the form.
func (f Form) Valid() validator.String { return validForm{f} }

// Slip says, as a sentence with a blank before it, how a value of another case, or with
// something around it that cannot be seen, would be right; of any other value it says nothing.
func (f Form) Slip(value string) string {
	seen := strings.TrimFunc(value, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) })
	lower := strings.ToLower(seen)

	switch {
	case f.Pattern.MatchString(seen):
		return fmt.Sprintf(" There are blanks around it: write %q.", seen)
	case !f.Pattern.MatchString(lower):
		return ""
	case seen != value:
		return fmt.Sprintf(" There are blanks around it, and it is written in lower case: %q.", lower)
	}

	return fmt.Sprintf(" It is written in lower case: %q.", lower)
}

// check returns an error, without a full stop, where a key's value is not of the form.
func (f Form) check(name, value string) error {
	if f.Pattern.MatchString(value) {
		return nil
	}

	return fmt.Errorf("%s %q is not %s%s", name, value, f.Words, strings.TrimSuffix(strings.Replace(f.Slip(value), " ", ". ", 1), "."))
}

type validForm struct{ form Form }

func (v validForm) Description(context.Context) string { return "must be " + v.form.Words }

func (v validForm) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v validForm) ValidateString(ctx context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	value := req.ConfigValue.ValueString()
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() || v.form.Pattern.MatchString(value) {
		return
	}

	resp.Diagnostics.AddAttributeError(req.Path, "Invalid Value",
		fmt.Sprintf("%s %s, and is %q.%s", InWords(req.Path), v.Description(ctx), value, v.form.Slip(value)))
}
