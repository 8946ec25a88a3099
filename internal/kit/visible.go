// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"context"
	"fmt"
	"strings"
	"unicode"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// VisibleName refuses a name of which nobody sees anything: blanks of any kind and
// characters without width.
func VisibleName() validator.String { return visibleName{} }

type visibleName struct{}

// blanks are letters and symbols to Unicode, and blank to the eye: fillers of Hangul, the
// empty pattern of Braille.
const blanks = "\u115f\u1160\u3164\uffa0\u2800"

func (visibleName) Description(context.Context) string { return "must not be blank" }

func (v visibleName) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v visibleName) ValidateString(ctx context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	visible := func(r rune) bool { return unicode.IsPrint(r) && r != ' ' && !strings.ContainsRune(blanks, r) }

	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() || strings.ContainsFunc(req.ConfigValue.ValueString(), visible) {
		return
	}

	resp.Diagnostics.AddAttributeError(req.Path, "Invalid Name", fmt.Sprintf(
		"%s %s: %q shows nothing to whoever reads it.", InWords(req.Path), v.Description(ctx), req.ConfigValue.ValueString()))
}
