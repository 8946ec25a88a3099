// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// providers is how the names of archives begin that registries read.
const providers = "terraform-provider-"

// release is what a build left behind.
type release struct {
	Dist     string // folder with the archives, and with the configuration that made them
	Manifest string // file whose checksum registries look for
	Largest  int64  // bytes that a binary may have
}

// row is what is known of one archive.
type row struct {
	Archive string
	Size    int64 // bytes of the archive
	Binary  int64 // bytes of the program in it
	Modules int   // modules that the SBOM names, without the main one
	Listed  bool  // in the list of checksums
}

// configuration is the part of GoReleaser's effective configuration that says what there must be.
type configuration struct {
	Project string `yaml:"project_name"`
	Builds  []struct {
		ID      string   `yaml:"id"`
		Targets []string `yaml:"targets"` // os_arch, and a variant of the arch that names do not have
	} `yaml:"builds"`
}

// check returns a row for each archive that was found, and everything that is wrong.
func (r release) check() ([]row, error) {
	config, version, err := r.read()
	if err != nil {
		return nil, err
	}

	sums, err := readSums(filepath.Join(r.Dist, config.Project+"_"+version+"_SHA256SUMS"))
	if err != nil {
		return nil, err
	}

	var (
		rows    []row
		wrong   []error
		awaited = map[string]bool{}
	)

	for _, build := range config.Builds {
		if len(build.Targets) == 0 {
			wrong = append(wrong, fmt.Errorf("%s has no targets", build.ID))
		}

		for _, target := range build.Targets {
			a := archive{Program: build.ID, Version: version}
			a.OS, a.Arch, _ = strings.Cut(target, "_")
			a.Arch, _, _ = strings.Cut(a.Arch, "_")
			awaited[a.name()+".zip"] = true

			found, err := a.check(r)
			if err != nil {
				wrong = append(wrong, fmt.Errorf("%s: %w", a.name(), err))
			}

			_, found.Listed = sums[found.Archive]
			if found.Size > 0 {
				rows = append(rows, found)
			}

			if provider := strings.HasPrefix(build.ID, providers); provider != found.Listed {
				wrong = append(wrong, fmt.Errorf("%s: in the list of checksums: %t, although registries serve it: %t", found.Archive, found.Listed, provider))
			}
		}
	}

	manifest := config.Project + "_" + version + "_manifest.json"
	if _, ok := sums[manifest]; !ok {
		wrong = append(wrong, fmt.Errorf("the list of checksums lacks %s", manifest))
	}

	for _, name := range slices.Sorted(maps.Keys(sums)) {
		file := filepath.Join(r.Dist, name)
		if name == manifest {
			file = r.Manifest
		}

		if err := sums.check(name, file); err != nil {
			wrong = append(wrong, err)
		}
	}

	slices.SortFunc(rows, func(a, b row) int { return strings.Compare(a.Archive, b.Archive) })

	return rows, errors.Join(append(wrong, r.strangers(awaited))...)
}

// read returns the configuration that made the release, and its version.
func (r release) read() (configuration, string, error) {
	var (
		config   configuration
		metadata struct {
			Version string `json:"version"`
		}
	)

	text, err := os.ReadFile(filepath.Join(r.Dist, "config.yaml"))
	if err != nil {
		return config, "", fmt.Errorf("no release was built: %w", err)
	}

	if err := yaml.Unmarshal(text, &config); err != nil {
		return config, "", err
	}

	text, err = os.ReadFile(filepath.Join(r.Dist, "metadata.json"))
	if err != nil {
		return config, "", err
	}

	if err := json.Unmarshal(text, &metadata); err != nil {
		return config, "", err
	}

	if config.Project == "" || len(config.Builds) == 0 || metadata.Version == "" {
		return config, "", fmt.Errorf("%s does not say what was built", r.Dist)
	}

	return config, metadata.Version, nil
}

// strangers returns an error that names archives of which the configuration does not speak.
func (r release) strangers(awaited map[string]bool) error {
	found, err := filepath.Glob(filepath.Join(r.Dist, "*.zip"))
	if err != nil {
		return err
	}

	for _, file := range found {
		if !awaited[filepath.Base(file)] {
			err = errors.Join(err, fmt.Errorf("%s belongs to no target", filepath.Base(file)))
		}
	}

	return err
}
