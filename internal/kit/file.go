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
// reads the file meanwhile sees the old one or the new one. What is there already must be
// a regular file, or a link to one, which stays a link.
func WriteFile(path string, data []byte, mode fs.FileMode) error {
	path, err := regular(path)
	if err != nil {
		return err
	}

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

// regular returns where a path leads to, or an error if something other than a file is there.
func regular(path string) (string, error) {
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return path, nil
	}

	target := path

	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if target, err = filepath.EvalSymlinks(path); err == nil {
			info, err = os.Stat(target)
		}
	}

	switch {
	case err != nil:
		return "", fmt.Errorf("writing %q: %w", path, err)
	case info.IsDir():
		return "", fmt.Errorf("%q is a folder: give the path of a file in it", path)
	case !info.Mode().IsRegular():
		return "", fmt.Errorf("%q is not a regular file (%s): give the path of a file", path, info.Mode().Type())
	}

	return target, nil
}

// SHA256 is the digest of data in lower-case hexadecimal digits.
func SHA256(data []byte) string {
	sum := sha256.Sum256(data)

	return hex.EncodeToString(sum[:])
}
