// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package evidence_test

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/evidence"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/published"
)

var write = flag.Bool("write", false, "write scopes.txt from the published documents")

// prefixes are where the operations of each published document live.
var prefixes = map[string]string{"jumpcloud-v1.json": "/api", "jumpcloud-v2.json": "/api/v2"}

// TestScopesAreTheContracts holds the table to the published documents.
// "go test ./internal/jumpcloud/evidence -run Scopes -write" follows newer ones.
func TestScopesAreTheContracts(t *testing.T) {
	t.Parallel()

	folder, err := published.Contract.Find()
	if errors.Is(err, contract.ErrAbsent) {
		t.Skip("the published contract is not at hand")
	}

	if err != nil {
		t.Fatal(err)
	}

	var want []string
	for file, prefix := range prefixes {
		want = append(want, documented(t, filepath.Join(folder, file), prefix)...)
	}

	slices.Sort(want)

	if *write {
		if err := os.WriteFile("scopes.txt", []byte(strings.Join(want, "")), 0o644); err != nil {
			t.Fatal(err)
		}

		return
	}

	have := slices.Collect(strings.Lines(evidence.Scopes()))

	for _, line := range without(want, have) {
		t.Errorf("scopes.txt lacks: %s", line)
	}

	for _, line := range without(have, want) {
		t.Errorf("the contract does not say: %s", line)
	}

	if !slices.IsSorted(have) {
		t.Error("scopes.txt is not sorted")
	}
}

// published are the lines of one document.
func documented(t *testing.T, file, prefix string) []string {
	t.Helper()

	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}

	// A path has other members beside its operations.
	var document struct {
		Paths map[string]map[string]json.RawMessage `json:"paths"`
	}

	if err := json.Unmarshal(raw, &document); err != nil {
		t.Fatal(err)
	}

	var lines []string

	for path, members := range document.Paths {
		for _, method := range []string{"delete", "get", "head", "options", "patch", "post", "put", "trace"} {
			if members[method] == nil {
				continue
			}

			var operation struct {
				Scopes []string `json:"x-scopes"`
			}

			if err := json.Unmarshal(members[method], &operation); err != nil {
				t.Fatalf("%s %s: %v", method, path, err)
			}

			slices.Sort(operation.Scopes)

			line := append([]string{strings.ToUpper(method), prefix + path}, operation.Scopes...)
			lines = append(lines, strings.Join(line, " ")+"\n")
		}
	}

	return lines
}

// without are the elements of a that b lacks.
func without(a, b []string) []string {
	there := map[string]bool{}
	for _, s := range b {
		there[s] = true
	}

	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return there[s] })
}
