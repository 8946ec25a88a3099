// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package scope

import (
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad"
)

// SameObject is an error where an id leads to another object than the one in state: ids are
// small numbers, so another installation has them, too. Only the times of creation tell;
// where one is not known, nobody can.
func SameObject(c *zammad.Client, id string, inState types.String, created string) error {
	then, now := second(inState.ValueString()), second(created)
	if then.IsZero() || now.IsZero() || then.Equal(now) {
		return nil
	}

	return fmt.Errorf("%s at %s is %w: it was created at %s, the one in state at %s. State is kept: set the provider's address back, or take "+
		"the object out of state with a removed block if it is gone for good", id, c.Root(), kit.ErrAnother, created, inState.ValueString())
}

// second is a time without fractions, which databases keep in different ways; zero where the
// text is none.
func second(text string) time.Time {
	at, _ := time.Parse(time.RFC3339, text) // zero with an error

	return at.Truncate(time.Second)
}
