// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroup

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// gids refuses a POSIX group without a number: as a number, null is 0, which is root's.
type gids struct{}

func (gids) Description(context.Context) string { return "every POSIX group has a number" }

func (v gids) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (gids) ValidateMap(_ context.Context, req validator.MapRequest, resp *validator.MapResponse) {
	for name, id := range req.ConfigValue.Elements() {
		if id.IsNull() {
			e := noNumber(name)
			resp.Diagnostics.AddAttributeError(e.Path, "Missing Number", e.Error())
		}
	}
}

// noNumber is also what an apply says of a number that turns out to be null.
func noNumber(name string) *kit.AttributeError {
	return &kit.AttributeError{
		Path: path.Root("posix_groups").AtMapKey(name),
		Err:  fmt.Errorf("posix_groups[%q] needs a number, its GID: write one of at least 0, or leave the entry out", name),
	}
}
