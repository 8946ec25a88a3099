// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package kit

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// WriteFile puts data at a path with exactly that mode, whole or not at all: whoever
// reads the file meanwhile sees the old one or the new one.
func WriteFile(path string, data []byte, mode fs.FileMode) error {
	next, err := os.CreateTemp(filepath.Dir(path), ".terraform-download-*") // made with mode 0600
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the folder of %q does not exist: make it first", path)
	}

	if err != nil {
		return fmt.Errorf("writing %q: %w", path, err)
	}

	_, err = next.Write(data)
	if err == nil {
		err = next.Chmod(mode)
	}

	if closed := next.Close(); err == nil {
		err = closed
	}

	if err == nil {
		err = os.Rename(next.Name(), path)
	}

	if err != nil {
		_ = os.Remove(next.Name())

		return fmt.Errorf("writing %q: %w", path, err)
	}

	return nil
}

// SHA256 is the digest of data in lower-case hexadecimal digits.
func SHA256(data []byte) string {
	sum := sha256.Sum256(data)

	return hex.EncodeToString(sum[:])
}
