// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud

import (
	"fmt"
	"testing"
	"time"
)

// What another provider block makes in the same run is not this one's roll-out.
func TestTouchLeavesOutWhatWasBornMeanwhile(t *testing.T) {
	t.Parallel()

	c, err := New(Config{APIKey: "0123456789abcdef", Guards: Guards{MaxOrganizations: 1}})
	if err != nil {
		t.Fatal(err)
	}

	id := func(age time.Duration, n int) string { return fmt.Sprintf("%08x%016x", time.Now().Add(-age).Unix(), n) }

	for n := range 3 {
		if err := c.Touch(t.Context(), id(-time.Minute, n), "made by another block"); err != nil {
			t.Error(err)
		}
	}

	if err := c.Touch(t.Context(), id(time.Hour, 4), "old"); err != nil {
		t.Error(err)
	}

	if err := c.Touch(t.Context(), id(time.Hour, 5), "old"); err == nil {
		t.Error("the second of the old organizations is not counted")
	}
}
