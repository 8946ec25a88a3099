// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

func TestDataSource(t *testing.T) {
	t.Parallel()

	table := map[string]struct {
		fallback string
		config   map[string]string
		id       string
		says     string
	}{
		"found":                  {"", map[string]string{"place": "hall", "name": "lamp"}, "7", ""},
		"in the default place":   {"hall", map[string]string{"name": "lamp"}, "7", ""},
		"missing":                {"hall", map[string]string{"name": "chair"}, "", `there is no thing "chair"`},
		"nowhere":                {"", map[string]string{"name": "lamp"}, "", "no place is named"},
		"configuration beats it": {"attic", map[string]string{"place": "hall", "name": "lamp"}, "7", ""},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			c := start(t, &remote{place: row.fallback, things: map[string]string{"hall/7": "lamp"}}, "fake_finder")

			resp, err := c.server.ReadDataSource(t.Context(), &tfprotov6.ReadDataSourceRequest{
				TypeName: "fake_finder", Config: c.encode(c.value(row.config)),
			})
			if err != nil {
				t.Fatal(err)
			}

			d := diagnostics(resp.Diagnostics)

			if row.says != "" {
				if len(d.errors()) != 1 || !strings.Contains(d.errors()[0].Detail, row.says) {
					t.Errorf("want %q, got %s", row.says, d)
				}

				return
			}

			state := c.decode(resp.State, c.objects)
			if len(d.errors()) > 0 || len(d.warnings()) != 1 || attribute(state, "id") != row.id || attribute(state, "place") != "hall" {
				t.Errorf("%s %s", state, d)
			}
		})
	}
}
