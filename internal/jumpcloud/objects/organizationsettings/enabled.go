// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package organizationsettings

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// enabled refuses a rule that is switched on without the number that it needs: the number
// may be misspelt, and then whatever the service holds would count.
type enabled struct{ group group }

func (enabled) Description(context.Context) string {
	return "a rule that is switched on has its number"
}

func (v enabled) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v enabled) ValidateObject(_ context.Context, req validator.ObjectRequest, resp *validator.ObjectResponse) {
	for _, s := range v.group {
		name := "enable_" + s.name
		if s.on != "" {
			name = s.on
		}

		on, ok := req.ConfigValue.Attributes()[name].(types.Bool)
		if !ok || !on.ValueBool() || !req.ConfigValue.Attributes()[s.name].IsNull() {
			continue
		}

		resp.Diagnostics.AddAttributeError(req.Path.AtName(s.name), "Missing Number", fmt.Sprintf(
			"%s is true and %s is not set: set %s to what the rule shall be, or leave %s out.", name, s.name, s.name, name))
	}
}
