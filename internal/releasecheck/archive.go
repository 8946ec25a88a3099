// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"archive/zip"
	"bytes"
	"debug/buildinfo"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// archive is the zip of one program for one target.
type archive struct {
	Program, Version, OS, Arch string
}

// name is that of the archive and of its SBOM, without their extensions.
func (a archive) name() string {
	return strings.Join([]string{a.Program, a.Version, a.OS, a.Arch}, "_")
}

// check returns what the archive and its SBOM hold, and what is wrong with them.
func (a archive) check(r release) (row, error) {
	found := row{Archive: a.name() + ".zip"}

	file, err := os.ReadFile(filepath.Join(r.Dist, found.Archive))
	if err != nil {
		return found, err
	}

	found.Size = int64(len(file))

	binary, err := a.binary(file)
	if err != nil {
		return found, err
	}

	found.Binary = int64(len(binary))
	if found.Binary > r.Largest {
		err = fmt.Errorf("the program has %.1f MiB, the limit is %.1f", mib(found.Binary), mib(r.Largest))
	}

	build, unreadable := buildinfo.Read(bytes.NewReader(binary))
	if unreadable != nil {
		return found, errors.Join(err, unreadable)
	}

	bill, missing := readSBOM(filepath.Join(r.Dist, a.name()+".cdx.json"))
	if missing != nil {
		return found, errors.Join(err, missing)
	}

	found.Modules = len(bill.Components)

	return found, errors.Join(err, a.target(build), bill.check(binary, build))
}

// binary returns the program in the archive: the file that begins with its name.
func (a archive) binary(file []byte) ([]byte, error) {
	content, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}

	at := slices.IndexFunc(content.File, func(f *zip.File) bool {
		return strings.HasPrefix(f.Name, a.Program) && strings.HasSuffix(f.Name, ".exe") == (a.OS == "windows")
	})
	if at < 0 {
		return nil, fmt.Errorf("the archive holds no %s", a.Program)
	}

	program, err := content.File[at].Open()
	if err != nil {
		return nil, err
	}

	defer program.Close()

	return io.ReadAll(program)
}

// target returns an error if the program is not for the operating system and the processor of
// the archive's name.
func (a archive) target(build *buildinfo.BuildInfo) error {
	var made archive

	for _, setting := range build.Settings {
		switch setting.Key {
		case "GOOS":
			made.OS = setting.Value
		case "GOARCH":
			made.Arch = setting.Value
		}
	}

	if made.OS != a.OS || made.Arch != a.Arch {
		return fmt.Errorf("the program is for %s_%s", made.OS, made.Arch)
	}

	return nil
}

// sbom is the part of a CycloneDX document that says what a program is made of.
type sbom struct {
	Format   string `json:"bomFormat"`
	Metadata struct {
		Component  component  `json:"component"`
		Properties []property `json:"properties"`
	} `json:"metadata"`
	Components []component `json:"components"`
}

type component struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

func readSBOM(file string) (sbom, error) {
	var bill sbom

	text, err := os.ReadFile(file)
	if err != nil {
		return bill, err
	}

	if err := json.Unmarshal(text, &bill); err != nil {
		return bill, fmt.Errorf("%s: %w", filepath.Base(file), err)
	}

	return bill, nil
}

// check compares the document with what the Go linker wrote into the program, which is
// what vulnerability scanners of binaries read. The standard library is a component as well.
func (s sbom) check(binary []byte, build *buildinfo.BuildInfo) error {
	var wrong []error

	if !slices.Contains(s.Metadata.Properties, property{"cdx:gomod:binary:hash:SHA-256", checksum(binary)}) {
		wrong = append(wrong, errors.New("the SBOM is that of another binary"))
	}

	if s.Format != "CycloneDX" || s.Metadata.Component.Name != build.Main.Path {
		wrong = append(wrong, fmt.Errorf("the SBOM is not a CycloneDX document of %s", build.Main.Path))
	}

	awaited := []component{{"std", build.GoVersion}}

	for _, module := range build.Deps {
		if module.Replace != nil {
			module = module.Replace
		}

		awaited = append(awaited, component{module.Path, module.Version})
	}

	for _, one := range awaited {
		if !slices.Contains(s.Components, one) {
			wrong = append(wrong, fmt.Errorf("the SBOM lacks %s %s", one.Name, one.Version))
		}
	}

	return errors.Join(wrong...)
}
