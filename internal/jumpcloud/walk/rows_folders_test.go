// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package walk_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
)

// An object that refers to no other has its row in its own folder, as testdata/walk.json:
//
//	{"type": "jumpcloud_iplist", "minimal": {"name": "Office"}, "full": {"name": "Office", "description": "Berlin"}}
//
// organization_id comes by itself. What no import can know stands in "not_imported", by
// attribute, with the reason.
type folderRow struct {
	Type          string
	Minimal, Full acctest.Attrs
	NotImported   map[string]string `json:"not_imported"`
}

func init() {
	found, err := filepath.Glob("../objects/*/testdata/walk.json")
	if err != nil {
		panic(err)
	}

	for _, file := range found {
		raw, err := os.ReadFile(file)

		var r folderRow
		if err == nil {
			err = json.Unmarshal(raw, &r)
		}

		if _, twice := rows[r.Type]; err == nil && twice {
			err = fmt.Errorf("%s has a row already", r.Type)
		}

		if err != nil {
			panic(fmt.Sprintf("%s: %s", file, err))
		}

		for attribute, reason := range r.NotImported {
			notImported[r.Type+"."+attribute] = reason
		}

		rows[r.Type] = row{portal: !livesInATenant(r.Type), minimal: configured(r.Type, r.Minimal), full: configured(r.Type, r.Full)}
	}
}

func livesInATenant(name string) bool {
	return slices.ContainsFunc(provider.Declarations(), func(d provider.Declaration) bool {
		return d.Kind == "resources" && d.Type == name && d.Tenant()
	})
}

func configured(name string, attrs acctest.Attrs) func(w *world) acctest.Attrs {
	return func(w *world) acctest.Attrs {
		if livesInATenant(name) {
			return in(w, attrs)
		}

		return maps.Clone(attrs)
	}
}
