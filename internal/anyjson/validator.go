// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package anyjson

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// WhenGiven asks a validator about values that are there and known only. Validators take a null
// or an unknown that has a type for a value.
func WhenGiven(v validator.Dynamic) validator.Dynamic { return whenGiven{v} }

type whenGiven struct{ validator.Dynamic }

func (v whenGiven) ValidateDynamic(ctx context.Context, req validator.DynamicRequest, resp *validator.DynamicResponse) {
	if !req.ConfigValue.IsUnderlyingValueNull() && !req.ConfigValue.IsUnderlyingValueUnknown() {
		v.Dynamic.ValidateDynamic(ctx, req, resp)
	}
}
