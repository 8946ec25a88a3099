// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Terraformpath prints the path of the Terraform or OpenTofu that tests and the
// demo use: the one that TF_ACC_TERRAFORM_PATH names, else terraform or tofu on
// PATH, else the one in the folder given by -into, which is fetched if it is
// not there yet. Only that last step needs the network.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"

	"github.com/hashicorp/go-version"
	"github.com/hashicorp/hc-install/product"
	"github.com/hashicorp/hc-install/releases"
)

// fetched is the version to fetch. It has everything the provider offers:
// resource identity (1.12), list resources and actions (1.14).
var fetched = version.Must(version.NewVersion("1.14.9"))

func main() {
	into := flag.String("into", "bin", "folder of the fetched binary")

	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	path, err := find(ctx, *into)
	if err != nil {
		fmt.Fprintln(os.Stderr, "terraformpath:", err)
		os.Exit(1)
	}

	fmt.Println(path)
}

func find(ctx context.Context, into string) (string, error) {
	if named := os.Getenv("TF_ACC_TERRAFORM_PATH"); named != "" {
		if _, err := exec.LookPath(named); err != nil {
			return "", fmt.Errorf("TF_ACC_TERRAFORM_PATH names no program: %w", err)
		}

		return named, nil
	}

	for _, name := range []string{"terraform", "tofu"} {
		path, err := exec.LookPath(name)
		if err == nil {
			return path, nil
		}

		if !errors.Is(err, exec.ErrNotFound) {
			return "", err
		}
	}

	into, err := filepath.Abs(into)
	if err != nil {
		return "", err
	}

	present := filepath.Join(into, "terraform")
	if runtime.GOOS == "windows" {
		present += ".exe"
	}

	if _, err := os.Stat(present); err == nil {
		return present, nil
	}

	if err := os.MkdirAll(into, 0o755); err != nil {
		return "", err
	}

	fmt.Fprintf(os.Stderr, "No terraform or tofu on PATH: fetching Terraform %s.\n", fetched)

	release := &releases.ExactVersion{Product: product.Terraform, Version: fetched, InstallDir: into}

	path, err := release.Install(ctx)
	if err != nil {
		return "", fmt.Errorf("fetch Terraform %s (put terraform or tofu on PATH to do without): %w", fetched, err)
	}

	return path, nil
}
