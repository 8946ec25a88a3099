// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policy

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policytemplate"
)

// jsonObject checks that a text is a JSON object. It never shows the text, which may hold
// secrets.
type jsonObject struct{}

func (jsonObject) Description(context.Context) string { return "must be a JSON object" }

func (v jsonObject) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (jsonObject) ValidateString(_ context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}

	text := req.ConfigValue.ValueString()

	tree, err := anyjson.Decode([]byte(text))
	if err = anyjson.Explain(text, err); err != nil {
		resp.Diagnostics.AddAttributeError(req.Path, "Invalid JSON", fmt.Sprintf(
			"%s is not a JSON object: %s. jsonencode writes one.", req.Path, err))

		return
	}

	if _, ok := tree.(map[string]any); !ok {
		resp.Diagnostics.AddAttributeError(req.Path, "Invalid JSON", fmt.Sprintf(
			"%s is not a JSON object: it is %s. Write field names and their values, such as jsonencode({ timeout = 300 }).", req.Path, policytemplate.TypeName(tree)))
	}
}
