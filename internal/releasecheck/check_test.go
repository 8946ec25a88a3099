// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package main

import (
	"archive/zip"
	"bytes"
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// world is a release of a provider and a program, made of the binary of this test.
type world struct {
	t       *testing.T
	release release
	binary  []byte
	build   *buildinfo.BuildInfo
}

const (
	provider = "terraform-provider-house_1.2.3_"
	program  = "house-sim_1.2.3_"
	target   = runtime.GOOS + "_" + runtime.GOARCH
	listing  = provider + "SHA256SUMS"
)

func newWorld(t *testing.T) *world {
	t.Helper()

	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}

	w := &world{t: t, release: release{Dist: t.TempDir(), Manifest: filepath.Join(t.TempDir(), "manifest.json"), Largest: 1 << 30}}

	if w.binary, err = os.ReadFile(self); err != nil {
		t.Fatal(err)
	}

	if w.build, err = buildinfo.ReadFile(self); err != nil || len(w.build.Deps) == 0 {
		t.Fatal(w.build, err)
	}

	if err := os.WriteFile(w.release.Manifest, []byte("manifest"), 0o600); err != nil {
		t.Fatal(err)
	}

	// GoReleaser adds the variant of the architecture that names do not have.
	w.write("config.yaml", fmt.Sprintf("project_name: terraform-provider-house\nbuilds:\n"+
		"  - {id: terraform-provider-house, targets: [%[1]s_v1]}\n  - {id: house-sim, targets: [%[1]s]}\n", target))
	w.write("metadata.json", `{"version": "1.2.3"}`)
	w.zip(provider+target+".zip", "terraform-provider-house_v1.2.3")
	w.zip(program+target+".zip", "house-sim")
	w.sbom(provider+target+".cdx.json", func(*sbom) {})
	w.sbom(program+target+".cdx.json", func(*sbom) {})
	w.sums(provider+target+".zip", provider+"manifest.json")

	return w
}

func (w *world) write(name, text string) {
	w.t.Helper()

	if err := os.WriteFile(filepath.Join(w.release.Dist, name), []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) remove(name string) {
	w.t.Helper()

	if err := os.Remove(filepath.Join(w.release.Dist, name)); err != nil {
		w.t.Fatal(err)
	}
}

// zip writes an archive with a licence and the program under that name.
func (w *world) zip(name, program string) {
	w.t.Helper()

	if runtime.GOOS == "windows" {
		program += ".exe"
	}

	var file bytes.Buffer

	archive := zip.NewWriter(&file)

	for member, content := range map[string][]byte{"LICENSE": []byte("licence"), program: w.binary} {
		to, err := archive.CreateHeader(&zip.FileHeader{Name: member, Method: zip.Store})
		if err != nil {
			w.t.Fatal(err)
		}

		if _, err := to.Write(content); err != nil {
			w.t.Fatal(err)
		}
	}

	if err := archive.Close(); err != nil {
		w.t.Fatal(err)
	}

	w.write(name, file.String())
}

// sbom writes the right document after change had its way with it.
func (w *world) sbom(name string, change func(*sbom)) {
	w.t.Helper()

	bill := sbom{Format: "CycloneDX", Components: []component{{"std", w.build.GoVersion}}}
	bill.Metadata.Component = component{w.build.Main.Path, "v1.2.3"}
	bill.Metadata.Properties = []property{{"cdx:gomod:binary:hash:SHA-256", checksum(w.binary)}}

	for _, module := range w.build.Deps {
		bill.Components = append(bill.Components, component{module.Path, module.Version})
	}

	change(&bill)

	text, err := json.Marshal(bill)
	if err != nil {
		w.t.Fatal(err)
	}

	w.write(name, string(text))
}

// sums writes the list of checksums of these files.
func (w *world) sums(names ...string) {
	w.t.Helper()

	var list strings.Builder

	for _, name := range names {
		file := filepath.Join(w.release.Dist, name)
		if strings.HasSuffix(name, "manifest.json") {
			file = w.release.Manifest
		}

		content, err := os.ReadFile(file)
		if err != nil {
			w.t.Fatal(err)
		}

		fmt.Fprintf(&list, "%s  %s\n", checksum(content), name)
	}

	w.write(listing, list.String())
}

func TestASoundReleaseIsATable(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	var printed bytes.Buffer
	if err := run(w.release, &printed); err != nil {
		t.Fatal(err)
	}

	lines := strings.Split(strings.TrimSpace(printed.String()), "\n")
	if len(lines) != 3 {
		t.Fatalf("two archives are %d lines:\n%s", len(lines), printed.String())
	}

	for n, want := range []string{"no", "yes"} {
		fields := strings.Fields(lines[n+1])
		if modules := fmt.Sprint(len(w.build.Deps) + 1); fields[3] != modules || fields[4] != want {
			t.Errorf("want %s modules and %s in %q", modules, want, lines[n+1])
		}
	}
}

func TestWhatIsWrongWithAReleaseIsNamed(t *testing.T) {
	t.Parallel()

	archive, bill := provider+target+".zip", provider+target+".cdx.json"

	for name, row := range map[string]struct {
		spoil func(w *world)
		want  string
	}{
		"no build":              {func(w *world) { w.remove("config.yaml") }, "no release was built"},
		"nothing was meant":     {func(w *world) { w.write("config.yaml", "project_name: x") }, "does not say what was built"},
		"no archive":            {func(w *world) { w.remove(program + target + ".zip") }, program + target + ".zip: no such file"},
		"no SBOM":               {func(w *world) { w.remove(bill) }, bill + ": no such file"},
		"no list":               {func(w *world) { w.remove(listing) }, listing + ": no such file"},
		"changed archive":       {func(w *world) { w.zip(archive, "terraform-provider-house_v1") }, "the checksum of " + archive},
		"changed manifest":      {func(w *world) { w.release.Manifest = filepath.Join(w.release.Dist, "metadata.json") }, "the checksum of " + provider + "manifest.json"},
		"unlisted manifest":     {func(w *world) { w.sums(archive) }, "lacks " + provider + "manifest.json"},
		"unlisted provider":     {func(w *world) { w.sums(provider + "manifest.json") }, archive + ": in the list of checksums: false"},
		"listed program":        {func(w *world) { w.sums(archive, provider+"manifest.json", program+target+".zip") }, "in the list of checksums: true"},
		"a line twice":          {func(w *world) { w.sums(archive, archive, provider+"manifest.json") }, "a line that is none"},
		"a stranger":            {func(w *world) { w.zip("other.zip", "other") }, "other.zip belongs to no target"},
		"no program":            {func(w *world) { w.zip(archive, "other") }, "the archive holds no terraform-provider-house"},
		"a large program":       {func(w *world) { w.release.Largest = 1 << 20 }, "the limit is 1.0"},
		"another target":        {func(w *world) { w.other() }, "the program is for " + target},
		"SBOM of another":       {func(w *world) { w.sbom(bill, func(b *sbom) { b.Metadata.Component.Name = "other" }) }, "not a CycloneDX document of " + "github.com"},
		"SBOM of other bytes":   {func(w *world) { w.sbom(bill, func(b *sbom) { b.Metadata.Properties = nil }) }, "that of another binary"},
		"SBOM lacks a module":   {func(w *world) { w.sbom(bill, func(b *sbom) { b.Components = b.Components[:1] }) }, "the SBOM lacks go.yaml.in/yaml/v3 v"},
		"SBOM lacks the stdlib": {func(w *world) { w.sbom(bill, func(b *sbom) { b.Components = b.Components[1:] }) }, "the SBOM lacks std go"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			w := newWorld(t)
			row.spoil(w)

			if err := run(w.release, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("want %q, got %v", row.want, err)
			}
		})
	}
}

// other asks for one more target and serves it the program of this one.
func (w *world) other() {
	w.t.Helper()

	w.write("config.yaml", fmt.Sprintf("project_name: terraform-provider-house\nbuilds:\n"+
		"  - {id: terraform-provider-house, targets: [%[1]s]}\n  - {id: house-sim, targets: [%[1]s, plan9_mips]}\n", target))
	w.zip(program+"plan9_mips.zip", "house-sim")
	w.sbom(program+"plan9_mips.cdx.json", func(*sbom) {})
}
