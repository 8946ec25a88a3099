// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tfcli

import (
	"context"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"sync"
)

// versioned is the line that tells a version; a warning about the machine's own configuration may
// come before.
var versioned = regexp.MustCompile(`(?m)^(Terraform|OpenTofu) v1\.(\d+)\.`)

// asked is the answer, which is the same as long as the process runs.
var asked struct {
	sync.Mutex

	product string
	minor   int
}

// Version returns the product that [Find] finds, "Terraform" or "OpenTofu", and the minor of its
// version 1. It is asked once.
func Version(ctx context.Context) (product string, minor int, err error) {
	asked.Lock()
	defer asked.Unlock()

	if asked.product != "" {
		return asked.product, asked.minor, nil
	}

	program, err := Find()
	if err != nil {
		return "", 0, err
	}

	product, minor, err = versionOf(ctx, program)
	if err == nil {
		asked.product, asked.minor = product, minor
	}

	return product, minor, err
}

func versionOf(ctx context.Context, program string) (product string, minor int, err error) {
	printed, _, err := Run(ctx, os.TempDir(), os.Environ(), io.Discard, program, "version")
	if err != nil {
		return "", 0, err
	}

	found := versioned.FindStringSubmatch(printed)
	if found == nil {
		return "", 0, fmt.Errorf("%s version printed %q", program, printed)
	}

	minor, err = strconv.Atoi(found[2])

	return found[1], minor, err
}
