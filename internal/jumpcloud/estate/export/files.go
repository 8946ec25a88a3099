// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package export

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclwrite"
)

// filesName has the digest of each file that an export has written, so that one that goes on
// removes what it does not write again, and overwrites nothing that somebody has changed.
const filesName = "files.json"

// writeFiles writes all files, by their names with slashes, and removes those that an earlier
// run has written and this one has not.
func (e *exporter) writeFiles(files, earlier map[string]string) error {
	digests := map[string]string{}

	for _, name := range slices.Sorted(maps.Keys(files)) {
		raw := []byte(files[name])
		if strings.HasSuffix(name, ".tf") {
			raw = hclwrite.Format(raw)
		}

		if err := writeWhole(e.path(name), raw); err != nil {
			return err
		}

		digests[name] = digest(raw)
	}

	for name := range earlier {
		if _, again := files[name]; again {
			continue
		}

		if err := os.Remove(e.path(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}

	raw, err := json.MarshalIndent(digests, "", "  ")
	if err != nil {
		return err
	}

	return writeWhole(e.path(keptFolder+"/"+filesName), raw)
}

// earlier are the digests of what an earlier run has written. An error names the files that
// somebody has changed.
func (e *exporter) earlier() (map[string]string, error) {
	raw, err := os.ReadFile(e.path(keptFolder + "/" + filesName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil //nolint:nilnil // no file has no digest
	}

	var all map[string]string
	if err == nil {
		err = json.Unmarshal(raw, &all)
	}

	if err != nil {
		return nil, fmt.Errorf("%s: %w", filesName, err)
	}

	var changed []string

	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !filepath.IsLocal(name) {
			return nil, fmt.Errorf("%s: %q is outside the folder", filesName, name)
		}

		raw, err := os.ReadFile(e.path(name))

		switch {
		case errors.Is(err, fs.ErrNotExist): // such as imports.tf, after the first apply
		case err != nil:
			return nil, err
		case digest(raw) != all[name]:
			changed = append(changed, name)
		}
	}

	if len(changed) > 0 {
		return nil, fmt.Errorf("nothing is written, since these files were changed after an export wrote them: %s; export to another folder and compare",
			strings.Join(changed, ", "))
	}

	return all, nil
}

func (e *exporter) path(name string) string {
	return filepath.Join(e.Out, filepath.FromSlash(name))
}

func digest(raw []byte) string {
	sum := sha256.Sum256(raw)

	return hex.EncodeToString(sum[:])
}
