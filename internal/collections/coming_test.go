// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections_test

import "testing"

func TestComing(t *testing.T) {
	t.Parallel()

	c := client(t, &service{})
	c.ComingTo("roles").Name("Tier 1", "")
	c.ComingTo("roles").Name("Tier 2", "id")

	if id, ok := c.ComingTo("roles").Find("Tier 1"); !ok || id != "" {
		t.Errorf("a new one: %q %t", id, ok)
	}

	if name, ok := c.ComingTo("roles").NameOf("id"); !ok || name != "Tier 2" {
		t.Errorf("a renamed one: %q %t", name, ok)
	}

	if _, ok := c.ComingTo("roles").NameOf(""); ok {
		t.Error("what has no id yet was found by it")
	}

	if _, ok := c.ComingTo("groups").Find("Tier 1"); ok {
		t.Error("found in another collection")
	}
}
