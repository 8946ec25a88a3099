// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package outside_test holds the provider to what people met with it outside: their
// configurations, their mistakes, and runs that were interrupted or killed. Everything
// goes over the process boundary, with real Terraform and the provider as it is released.
package outside_test

import (
	"bytes"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/terraformcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli/workdir"
)

// required is put beside configurations that do not say where their provider comes from.
const required = `terraform {
  required_providers {
    jumpcloud = { source = "seed-37bf88c1/jumpcloud" }
  }
}
`

// program is the provider, built once for all tests of the package.
var program = workdir.Provider{Provider: terraformcli.Provider}

func TestMain(m *testing.M) { os.Exit(program.Main(m)) }

// world is a simulated JumpCloud on loopback, and a folder with a configuration for it.
type world struct {
	t   *testing.T
	sim *simulator.Simulator
	url string
	dir string
	env map[string]string

	terraform string // the program, where it is not that of all tests
	starts    bool   // Terraform starts the provider by itself in every command
}

// newWorld skips where acceptance tests are off, as the plugin testing library does.
func newWorld(t *testing.T, options simulator.Options) *world {
	t.Helper()

	if os.Getenv("TF_ACC") == "" {
		t.Skip("runs Terraform: set TF_ACC=1")
	}

	s, err := simulator.New(options)
	if err != nil {
		t.Fatal(err)
	}

	server := httptest.NewServer(s)
	t.Cleanup(server.Close)

	w := &world{t: t, sim: s, url: server.URL, dir: t.TempDir()}
	cli := filepath.Join(t.TempDir(), "cli.tfrc")
	w.file(cli, terraformcli.Provider.Overrides(program.Built(t)))

	w.env = map[string]string{
		"TF_CLI_CONFIG_FILE":            cli,
		"TF_CLI_ARGS":                   "-no-color",
		"JUMPCLOUD_API_URL":             server.URL,
		"JUMPCLOUD_API_KEY":             s.Summary(server.URL).APIKey,
		"JUMPCLOUD_REQUESTS_PER_SECOND": "100",
	}

	return w
}

func (w *world) file(path, text string) {
	w.t.Helper()

	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// write puts a file into the configuration's folder.
func (w *world) write(name, text string) {
	w.t.Helper()
	w.file(filepath.Join(w.dir, name), text)
}

// copy puts a folder of testdata into the configuration's folder.
func (w *world) copy(from string) {
	w.t.Helper()

	if err := os.CopyFS(w.dir, os.DirFS(from)); err != nil {
		w.t.Fatal(err)
	}

	files, err := filepath.Glob(filepath.Join(w.dir, "*.tf"))
	if err != nil {
		w.t.Fatal(err)
	}

	for _, file := range files {
		w.skipUnread(w.text(file))
	}
}

// features are what not every Terraform and OpenTofu can read, and what it looks like.
var features = []struct {
	tfcli.Feature

	seen *regexp.Regexp
}{
	{tfcli.WriteOnly, regexp.MustCompile(`(?m)^\s*\w+_wo\s*=`)},
	{tfcli.RemovedLifecycle, regexp.MustCompile(`(?m)^removed \{[^}]*lifecycle \{`)},
}

// skipUnread skips a test with a configuration that Terraform or OpenTofu cannot read.
func (w *world) skipUnread(text string) {
	w.t.Helper()

	if lacks := w.unread(text); lacks != "" {
		w.t.Skip(lacks)
	}
}

// unread says what Terraform or OpenTofu lacks to read a configuration, "" if nothing.
func (w *world) unread(text string) string {
	w.t.Helper()

	for _, f := range features {
		if lacks := workdir.Lacks(w.t, f.Feature); lacks != "" && f.seen.MatchString(text) {
			return lacks
		}
	}

	return ""
}

// command is Terraform with the world's environment.
func (w *world) command(args ...string) *exec.Cmd {
	w.t.Helper()

	terraform, err := w.terraform, error(nil)
	if terraform == "" {
		terraform, err = tfcli.Find()
	}

	if err != nil {
		w.t.Fatal(err)
	}

	env := []string{}
	for k, v := range w.env {
		env = append(env, k+"="+v)
	}

	cmd := exec.CommandContext(w.t.Context(), terraform, args...)
	cmd.Dir, cmd.Env = w.dir, terraformcli.Provider.Environ(env...)

	return cmd
}

// run runs Terraform and returns what it printed, its lines unwrapped, and its exit code.
func (w *world) run(args ...string) (string, int) {
	w.t.Helper()

	var out bytes.Buffer

	cmd := w.command(args...)
	cmd.Stdout = &out
	cmd.Stderr = cmd.Stdout

	if !w.starts {
		var stop func()

		cmd.Env, stop = terraformcli.Provider.Attached(w.t.Context(), program.Built(w.t), w.dir, cmd.Env, args)
		defer stop()
	}

	err := cmd.Run()
	if _, exited := err.(*exec.ExitError); err != nil && !exited { //nolint:errorlint // as it comes
		w.t.Fatal(err)
	}

	return unwrapped(out.String()), cmd.ProcessState.ExitCode()
}

func (w *world) plan() (string, int)  { return w.run("plan", "-input=false", "-lock=false") }
func (w *world) apply() (string, int) { return w.run("apply", "-input=false", "-auto-approve") }

// must runs Terraform and fails the test unless it succeeds.
func (w *world) must(args ...string) string {
	w.t.Helper()

	out, code := w.run(args...)
	if code != 0 {
		w.t.Fatalf("terraform %s: exit code %d\n%s", strings.Join(args, " "), code, out)
	}

	return out
}

func (w *world) mustApply() {
	w.t.Helper()
	w.must("apply", "-input=false", "-auto-approve")
}

// state lists the ids of the managed objects in state, by address.
func (w *world) state() map[string]string {
	w.t.Helper()

	return stateIDs(w.t, filepath.Join(w.dir, "terraform.tfstate"))
}

// gutter is the line that Terraform draws beside a diagnostic.
var gutter = regexp.MustCompile(`(?m)^[│╷╵] ?`)

// spaces are runs of blanks and line ends.
var spaces = regexp.MustCompile(`[ \t]*\n[ \t]*|[ \t]+`)

// unwrapped takes the gutter off what Terraform printed.
func unwrapped(s string) string { return gutter.ReplaceAllString(s, "") }

// flat makes one line of a text, so that where Terraform breaks it does not matter.
func flat(s string) string { return spaces.ReplaceAllString(s, " ") }

// says fails the test unless the text has all of the words.
func says(t *testing.T, text string, words ...string) {
	t.Helper()

	for _, want := range words {
		if !strings.Contains(flat(text), flat(want)) {
			t.Errorf("%q is not in:\n%s", want, text)
		}
	}
}

// messages is what Terraform printed from its first error or warning on, but for the notice
// of the development override.
func messages(s string) string {
	_, after, found := strings.Cut(s, "published\nreleases.\n")
	if !found {
		after = s
	}

	for _, word := range []string{"\nError: ", "\nWarning: "} {
		if i := strings.Index(after, word); i >= 0 {
			return after[i:]
		}
	}

	return after
}
