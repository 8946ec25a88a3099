// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package nexport_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
)

func TestNewNamesRefuses(t *testing.T) {
	t.Parallel()

	for want, names := range map[string][2]map[string]string{
		`field_names: there is no "user.logins"`:                           {{"user.logins": "x"}, nil},
		`field_names: "a b" is not the name of a member`:                   {{"user.login": "a b"}, nil},
		`operations: there is no "MakeUser"`:                               {nil, {"MakeUser": "POST MakeUser"}},
		`operations: "MakeUser" is not a method and an action, such as "P`: {nil, {"CreateUser": "MakeUser"}},
		`operations: "POST ../Other/X" is not`:                             {nil, {"CreateUser": "POST ../Other/X"}},
	} {
		if _, err := nexport.NewNames(names[0], names[1]); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// TestCatalogue: names are sorted, said once, and of the parts that the errors show.
func TestCatalogue(t *testing.T) {
	t.Parallel()

	for _, names := range [][]string{nexport.FieldNames(), nexport.OperationNames()} {
		if !slices.IsSorted(names) || len(slices.Compact(slices.Clone(names))) != len(names) || len(names) < 20 {
			t.Errorf("%v", names)
		}
	}
}

func TestParseURL(t *testing.T) {
	t.Parallel()

	for _, wrong := range []string{"http://campus.example.com", "campus", nexport.DefaultURL + "/api/v1", nexport.DefaultURL + "/api/v1/AdminApi/"} {
		if _, err := nexport.ParseURL(wrong); err == nil {
			t.Errorf("%s was accepted", wrong)
		}
	}

	if u, err := nexport.ParseURL(nexport.DefaultURL + "/"); err != nil || u.String() != nexport.DefaultURL {
		t.Errorf("%v %v", u, err)
	}
}
