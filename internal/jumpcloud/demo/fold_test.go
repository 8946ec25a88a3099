// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"bytes"
	"strings"
	"testing"
)

const planned = `Terraform will perform the following actions:

  # jumpcloud_iplist.office will be created
  + resource "jumpcloud_iplist" "office" {
      + name = "Office"
      + nested = {
          + a = 1
        }
    }

  # jumpcloud_policy.lock must be replaced
-/+ resource "jumpcloud_policy" "lock" {
      ~ id = "1" -> (known after apply)
    }

Plan: 2 to add, 0 to change, 1 to destroy.

Changes to Outputs:
  + tenants = {
      + acme = "1"
    }

jumpcloud_iplist.office: Creating...
jumpcloud_iplist.office: Creation complete after 0s [id=1]
`

func TestFold(t *testing.T) {
	t.Parallel()

	const folded = `Terraform will perform the following actions:

  # jumpcloud_iplist.office will be created
  # jumpcloud_policy.lock must be replaced
Plan: 2 to add, 0 to change, 1 to destroy.


jumpcloud_iplist.office: Creation complete after 0s [id=1]
`

	for _, open := range []bool{false, true} {
		var out bytes.Buffer

		f := &fold{out: &out, open: open}
		for piece := range strings.SplitSeq(planned, " ") { // however it comes in
			if _, err := f.Write([]byte(piece + " ")); err != nil {
				t.Fatal(err)
			}
		}

		want := folded
		if open {
			want = planned
		}

		if got := strings.TrimRight(out.String(), " "); got != want {
			t.Errorf("open %t:\n%s", open, got)
		}
	}

	var out bytes.Buffer

	f := &fold{out: &out}
	if _, err := f.Write([]byte("\x1b[1m  # a.b\x1b[0m will be created\n\x1b[0m  + resource {\n    }\nafter\n")); err != nil {
		t.Fatal(err)
	}

	if got := out.String(); got != "\x1b[1m  # a.b\x1b[0m will be created\nafter\n" {
		t.Errorf("with colours: %q", got)
	}
}
