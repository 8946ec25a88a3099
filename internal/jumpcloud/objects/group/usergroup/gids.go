// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroup

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
)

// noNumber is what an apply says of a number that turns out to be null, which would be 0: root's.
// That of a configuration is refused at plan.
func noNumber(name string) *kit.AttributeError {
	return &kit.AttributeError{
		Path: path.Root("posix_groups").AtMapKey(name),
		Err:  fmt.Errorf("posix_groups[%q] needs a number, its GID: write one of at least 0, or leave the entry out", name),
	}
}
