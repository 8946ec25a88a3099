// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package directory_test

import (
	"os"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

func TestMain(m *testing.M) { os.Exit(proof.Main(m)) }

func TestSearch(t *testing.T) {
	t.Parallel()

	w := acctest.NewWorld(t, nil)
	root := w.Sim.EntryID(simulator.Root)

	for name, c := range map[string]struct {
		config proof.Attrs
		want   []string // short names
	}{
		"all":        {proof.Attrs{}, []string{"ACME", "ACME-LEADS", "ACME-SAFETY", "BOLT", "TRAIN"}},
		"name":       {proof.Attrs{"name": "safe"}, []string{"ACME-SAFETY"}},
		"short name": {proof.Attrs{"short_name": "acme-"}, []string{"ACME-LEADS", "ACME-SAFETY"}},
		"any":        {proof.Attrs{"name": "bolt", "short_name": "LEADS"}, []string{"ACME-LEADS", "BOLT"}},
		"both":       {proof.Attrs{"name": "acme", "short_name": "SAFETY", "match": "all"}, []string{"ACME-SAFETY"}},
		"neither":    {proof.Attrs{"name": "bolt", "short_name": "SAFETY", "match": "all"}, nil},
	} {
		c.config["base_organization_id"] = root

		got, d := w.Core.Data("nexport_directory", c.config)
		acctest.WantNothing(t, d)

		all, _ := got["entries"].([]any)
		if len(all) != len(c.want) {
			t.Fatalf("%s: %v, want %v", name, all, c.want)
		}

		for i, e := range all {
			if entry, _ := e.(map[string]any); entry["short_name"] != c.want[i] || entry["type"] == "" || entry["id"] != w.Sim.EntryID(c.want[i]) {
				t.Errorf("%s: %v, want %s", name, entry, c.want[i])
			}
		}
	}

	_, d := w.Core.Data("nexport_directory", proof.Attrs{"base_organization_id": w.Ann()})
	acctest.WantError(t, d, "Unable to Read Directory", "Entity not found")

	_, d = w.Core.Data("nexport_directory", proof.Attrs{"base_organization_id": root, "match": "al"})
	acctest.WantError(t, d, `"all"`)
}
