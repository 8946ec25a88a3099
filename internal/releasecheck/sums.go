// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"strings"
)

// sums are SHA-256 checksums in hexadecimal by the file's name.
type sums map[string]string

// readSums reads a list in the form of sha256sum, which Terraform reads too. A name that occurs
// twice is an error.
func readSums(file string) (sums, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}

	list := sums{}

	for line := range strings.Lines(string(text)) {
		sum, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if _, twice := list[name]; !ok || twice {
			return nil, fmt.Errorf("%s has a line that is none: %q", file, line)
		}

		list[name] = sum
	}

	return list, nil
}

// check returns an error if the file does not have the checksum that the list has for name.
func (s sums) check(name, file string) error {
	content, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("the list of checksums names what is not there: %w", err)
	}

	if checksum(content) != s[name] {
		return fmt.Errorf("the checksum of %s is not the one in the list", name)
	}

	return nil
}

func checksum(content []byte) string {
	sum := sha256.Sum256(content)

	return hex.EncodeToString(sum[:])
}
