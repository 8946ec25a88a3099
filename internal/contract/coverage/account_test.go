// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package coverage_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract/coverage"
)

func TestAccount(t *testing.T) {
	t.Parallel()

	const list = "METHOD\tPATH\tNAME\tREASON\n" +
		"GET\t/things\tlist\t-\n" +
		"GET\t/things/search\tsearch\tlate\n" +
		"PUT\t/things/{id}\tupdate\t-\n"

	operations, err := coverage.ReadOperations(strings.NewReader(list))
	if err != nil {
		t.Fatal(err)
	}

	get, put := coverage.Call{Method: "GET", Template: "/things"}, coverage.Call{Method: "PUT", Template: "/things/{id}"}

	var out strings.Builder
	if err := coverage.Account(&out, operations, map[coverage.Call]bool{get: true, put: true}); err != nil {
		t.Error(err)
	}

	want := `exercised      GET     /things  (list)
left out       GET     /things/search  (search: late)
exercised      PUT     /things/{id}  (update)

2 of 3 exercised, 1 left out for a reason
`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}

	search := coverage.Call{Method: "GET", Template: "/things/search"}

	err = coverage.Account(&out, operations, map[coverage.Call]bool{get: true, search: true})
	if err == nil || err.Error() != "GET /things/search is exercised, although it has a reason not to be\nPUT /things/{id} is neither exercised nor has a reason" {
		t.Errorf("%v", err)
	}

	if _, err := coverage.ReadOperations(strings.NewReader("METHOD\tPATH\n")); err == nil {
		t.Error("a list without reasons is accepted")
	}
}
