// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package tfcli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// reattach is the line with which a provider that waits for Terraform says where it is.
var reattach = regexp.MustCompile(`^\s*TF_REATTACH_PROVIDERS='(.*)'$`)

// attaching are the commands that only read, and for which Terraform starts a provider more than
// once: for its schema, for validation and for the plan. What writes has a process for each, as
// with users: what the plan has learnt is not there in the apply.
var attaching = []string{"plan", "validate"}

// Attached starts the provider's program, of a folder, for one command of Terraform in the folder
// dir, and returns the environment with which Terraform attaches to it and starts none. The
// function returned ends the program. Terraform starts the program by itself, and the environment
// is returned as it was given, for a command that starts it once, for a configuration with more
// than one provider block, and where the program does not tell where it waits.
func (p Provider) Attached(ctx context.Context, folder, dir string, env, args []string) ([]string, func()) {
	if len(args) > 0 && slices.Contains(attaching, args[0]) && blocks(dir) <= 1 {
		if where, stop, err := p.serve(ctx, folder, env); err == nil {
			return append(slices.Clip(env), where), stop
		}
	}

	return env, func() {}
}

// serve starts the provider's program to wait for Terraform, and returns the variable that tells
// where it is, and what ends it.
func (p Provider) serve(ctx context.Context, folder string, env []string) (where string, stop func(), err error) {
	sockets, err := os.MkdirTemp("", "served-") // a socket's path may not be long
	if err != nil {
		return "", nil, err
	}

	program := "terraform-provider-" + path.Base(p.Source)
	cmd := exec.CommandContext(ctx, filepath.Join(folder, program), "-debug")
	cmd.Env = append(slices.Clip(env), "TMPDIR="+sockets)

	stdout, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}

	if err != nil {
		return "", nil, errors.Join(err, os.RemoveAll(sockets))
	}

	stop = func() {
		_ = cmd.Process.Kill() // Terraform is gone, and the program keeps nothing
		_ = cmd.Wait()
		_ = os.RemoveAll(sockets)
	}

	for lines := bufio.NewScanner(stdout); lines.Scan(); {
		if found := reattach.FindStringSubmatch(lines.Text()); found != nil {
			return "TF_REATTACH_PROVIDERS=" + atHost(found[1], os.Getenv("TF_ACC_PROVIDER_HOST")), stop, nil
		}
	}

	stop()

	return "", nil, fmt.Errorf("%s -debug does not tell where it waits", program)
}

// atHost is where the provider waits, under the registry that a short address means.
func atHost(where, host string) string {
	if host == "" {
		return where
	}

	return strings.Replace(where, `{"registry.terraform.io/`, `{"`+host+`/`, 1)
}

// block is the head of a provider's block.
var block = regexp.MustCompile(`(?m)^\s*provider\s+"`)

// blocks counts the provider blocks of configurations in a folder and below it. Terraform starts a
// program for each, since one can be configured for one alone.
func blocks(folder string) int {
	n := 0

	_ = filepath.WalkDir(folder, func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(at) != ".tf" {
			return err
		}

		raw, err := os.ReadFile(at)
		n += len(block.FindAll(raw, -1))

		return err
	})

	return n
}
