// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"slices"
	"testing"
)

// TestManage: what is new is somebody else each time, what is in state is who it was, and parts of
// other things are nobody's.
func TestManage(t *testing.T) {
	t.Parallel()

	r := NewRun()

	for i, step := range []struct {
		what, owner string
		parts       []string
		taken       []bool
	}{
		{"settings 1", "", []string{"name", "email"}, []bool{false, false}},
		{"settings 1", "", []string{"email", "phone"}, []bool{true, false}},
		{"settings 1", "a", []string{"name", "days"}, []bool{true, false}},
		{"settings 1", "a", []string{"days"}, []bool{false}},
		{"settings 1", "b", []string{"days"}, []bool{true}},
		{"settings 1", "", []string{"days"}, []bool{true}},
		{"settings 2", "a", []string{"name", "days"}, []bool{false, false}},
		{"settings 2", "b", nil, nil},
	} {
		if taken := r.manage(step.what, step.owner, step.parts); !slices.Equal(taken, step.taken) {
			t.Errorf("step %d: taken %v, want %v", i, taken, step.taken)
		}
	}
}
