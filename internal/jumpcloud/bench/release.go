// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"go.yaml.in/yaml/v3"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

// stripped builds the provider with the flags of a release, so that its size says something, and
// returns the folder with it.
func stripped(ctx context.Context, dir string) (string, error) {
	root, err := tfcli.Root(ctx)
	if err != nil {
		return "", err
	}

	raw, err := os.ReadFile(filepath.Join(root, ".goreleaser.yml"))
	if err != nil {
		return "", err
	}

	var release struct {
		Builds []struct {
			ID         string
			Env, Flags []string
		}
	}

	if err := yaml.Unmarshal(raw, &release); err != nil {
		return "", err
	}

	for _, build := range release.Builds {
		if build.ID != "terraform-provider-jumpcloud" {
			continue
		}

		args := append(append([]string{"build"}, build.Flags...), "-ldflags=-s -w", "-o", dir+string(filepath.Separator), ".")
		_, err := must(ctx, root, append(os.Environ(), build.Env...), "go", args...)

		return dir, err
	}

	return "", errors.New(".goreleaser.yml does not build the provider")
}
