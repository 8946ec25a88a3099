// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

const companions = "companions"

// beside is what a repository of its own needs beside the sibling's own files.
var beside = []string{"LICENSE", ".goreleaser.yml", ".github/workflows/release.yml", "go.mod", "go.sum"}

// write replaces a folder by the tree of a sibling's repository. root is this module's folder.
func write(ctx context.Context, root, name, into string) error {
	folder := filepath.Join(root, companions, name)
	if _, err := os.Stat(filepath.Join(folder, "main.go")); err != nil || name == "" {
		return fmt.Errorf("there is no sibling %q in %s/", name, companions)
	}

	if into == "" {
		return errors.New("say where to write with -into")
	}

	packages, err := dependencies(ctx, root, "./"+path.Join(companions, name))
	if err != nil {
		return err
	}

	t := tree{into: into, renamed: strings.NewReplacer(
		packages[0].Module.Path+"/", owner(packages[0].Module.Path)+"/terraform-provider-"+name+"/",
		packages[0].Module.Path+"\n", owner(packages[0].Module.Path)+"/terraform-provider-"+name+"\n",
		"project_name: "+path.Base(packages[0].Module.Path), "project_name: terraform-provider-"+name,
	)}

	// A folder with a repository in it keeps that.
	if err := t.clear(); err != nil {
		return err
	}

	// The sibling's own program stands at the root, as the others expect of a repository.
	if err := os.CopyFS(into, os.DirFS(folder)); err != nil {
		return err
	}

	for _, p := range packages {
		for _, file := range append(p.GoFiles, p.EmbedFiles...) {
			to := filepath.Join(p.relative(), file)
			if p.relative() == path.Join(companions, name) {
				to = file
			}

			if err := t.copy(filepath.Join(p.Dir, file), to); err != nil {
				return err
			}
		}
	}

	for _, file := range beside {
		if err := t.copy(filepath.Join(root, file), file); err != nil {
			return err
		}
	}

	return nil
}

// sourcePackage is what go list tells of a package.
type sourcePackage struct {
	Dir        string
	ImportPath string
	GoFiles    []string
	EmbedFiles []string
	Module     *struct {
		Path string
		Main bool
	}
}

// relative is the package's folder below the module's.
func (p sourcePackage) relative() string {
	return strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, p.Module.Path), "/")
}

// dependencies are the packages of this module that a program is made of.
func dependencies(ctx context.Context, root, program string) ([]sourcePackage, error) {
	cmd := exec.CommandContext(ctx, "go", "list", "-deps", "-json=Dir,ImportPath,GoFiles,EmbedFiles,Module", program)
	cmd.Dir, cmd.Stderr = root, os.Stderr

	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list %s: %w", program, err)
	}

	var ours []sourcePackage

	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p sourcePackage

		err := dec.Decode(&p)
		if errors.Is(err, io.EOF) {
			return ours, nil
		}

		if err != nil {
			return nil, err
		}

		if p.Module != nil && p.Module.Main {
			ours = append(ours, p)
		}
	}
}

func owner(module string) string { return path.Dir(module) }

// tree is a repository that is being written.
type tree struct {
	into    string
	renamed *strings.Replacer
}

// clear removes what is in the folder but for the data of a repository.
func (t tree) clear() error {
	entries, err := os.ReadDir(t.into)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}

	for _, e := range entries {
		if e.Name() != ".git" {
			err = errors.Join(err, os.RemoveAll(filepath.Join(t.into, e.Name())))
		}
	}

	return err
}

// copy copies a file, with this module's path replaced by the mirror's.
func (t tree) copy(from, to string) error {
	raw, err := os.ReadFile(from)
	if err != nil {
		return err
	}

	target := filepath.Join(t.into, filepath.FromSlash(to))
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}

	return os.WriteFile(target, []byte(t.renamed.Replace(string(raw))), 0o644)
}
