// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// stateIDs reads the ids of managed objects from a state file; none where there is no file.
func stateIDs(t *testing.T, file string) map[string]string {
	t.Helper()

	raw, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}

	if err != nil {
		t.Fatal(err)
	}

	var state struct {
		Resources []struct {
			Mode      string
			Type      string
			Name      string
			Instances []struct {
				IndexKey   any `json:"index_key"`
				Deposed    string
				Attributes struct{ ID string }
			}
		}
	}

	if err := json.Unmarshal(raw, &state); err != nil {
		t.Fatalf("%s: %s", file, err)
	}

	ids := map[string]string{}

	for _, r := range state.Resources {
		if r.Mode != "managed" {
			continue
		}

		for _, i := range r.Instances {
			ids[fmt.Sprintf("%s.%s[%v]%s", r.Type, r.Name, i.IndexKey, i.Deposed)] = i.Attributes.ID
		}
	}

	return ids
}

// dropHalfWrittenState takes away a state file that Terraform was killed over: the worst that a
// person can do is to go on without it.
func (w *world) dropHalfWrittenState() {
	w.t.Helper()

	file := filepath.Join(w.dir, "terraform.tfstate")

	if raw, err := os.ReadFile(file); err == nil && !json.Valid(raw) {
		if err := os.Remove(file); err != nil {
			w.t.Fatal(err)
		}
	}
}
