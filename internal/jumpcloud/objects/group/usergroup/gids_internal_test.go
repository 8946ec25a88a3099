// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package usergroup

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group"
)

// TestNumberThatTurnsOutNull: what is not known when the configuration is checked can be null
// at the apply.
func TestNumberThatTurnsOutNull(t *testing.T) {
	t.Parallel()

	m := model{PosixGroups: types.MapValueMust(types.Int64Type, map[string]attr.Value{"admins": types.Int64Null()})}

	if _, _, err := m.toAPI(t.Context(), model{}, group.Whole{}); err == nil || !strings.Contains(err.Error(), `posix_groups["admins"] needs a number`) {
		t.Errorf("%v", err)
	}
}
