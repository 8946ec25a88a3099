// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tfcli

import (
	"context"
	"fmt"
)

// Feature is something that Terraform and OpenTofu have from a minor of their version 1 on.
type Feature struct {
	Name                string
	Terraform, OpenTofu int // 0 is none so far
}

// What the tests' configurations need, as the guide on upgrading lists it.
var (
	WriteOnly         = Feature{"write-only arguments and ephemeral values", 11, 11}
	RemovedLifecycle  = Feature{"removed blocks with a lifecycle", 7, 10}
	MovedTypes        = Feature{"moved blocks from another type", 8, 10}
	Identities        = Feature{"identities of resources", 12, 12}
	MocksFromFolder   = Feature{"mocks from a folder", 7, 0}
	GeneratedReadOnly = Feature{"generated configuration of types with read-only nested attributes", 5, 12}
)

// Missing says what the program that [Find] finds lacks, or "" if it has the feature.
func (f Feature) Missing(ctx context.Context) (string, error) {
	product, minor, err := Version(ctx)
	if err != nil {
		return "", err
	}

	return f.lacking(product, minor), nil
}

// MissingIn is [Feature.Missing] of another program.
func (f Feature) MissingIn(ctx context.Context, program string) (string, error) {
	product, minor, err := versionOf(ctx, program)
	if err != nil {
		return "", err
	}

	return f.lacking(product, minor), nil
}

func (f Feature) lacking(product string, minor int) string {
	since := f.Terraform
	if product == "OpenTofu" {
		since = f.OpenTofu
	}

	switch {
	case since == 0:
		return fmt.Sprintf("%s has no %s", product, f.Name)
	case minor < since:
		return fmt.Sprintf("%s 1.%d has no %s, which came with 1.%d", product, minor, f.Name, since)
	}

	return ""
}
