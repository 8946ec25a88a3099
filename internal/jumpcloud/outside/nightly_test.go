// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/terraformcli"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/tfcli"
)

const nightly = root + "/examples/nightly"

// TestTerraformNightly runs the script of examples/nightly as its workflows do: init included, and
// with what each exit code means.
func TestTerraformNightly(t *testing.T) {
	t.Parallel()

	w := newWorld(t, simulator.Options{})
	w.install()

	live := *w
	live.dir = filepath.Join(w.dir, "live")

	if err := os.Mkdir(live.dir, 0o700); err != nil {
		t.Fatal(err)
	}

	acme := w.organization(simulator.AcmeInc)
	live.write("main.tf", required+"resource \"jumpcloud_iplist\" \"office\" {\n  organization_id = \""+acme+
		"\"\n  name = \"Office\"\n  ips = [\"203.0.113.0/24\"]\n}\n")
	live.must("init", "-input=false")
	live.mustApply()

	if err := os.CopyFS(filepath.Join(w.dir, "nightly"), os.DirFS(nightly)); err != nil {
		t.Fatal(err)
	}

	run := func(folders []string, want int, words ...string) {
		t.Helper()

		out, code := w.script(append([]string{filepath.Join("nightly", "nightly.sh")}, folders...)...)
		if code != want {
			t.Errorf("exit code %d, want %d:\n%s", code, want, out)
		}

		says(t, out, words...)
	}

	// Of the simulator's administrators none has MFA.
	run([]string{"live", "nightly"}, 2, "== live: as configured", "Without MFA: billing", "== nightly: look at it")

	for _, list := range w.sim.Docs(iplistsim.Collection, acme).All() {
		w.sim.Change(iplistsim.Collection, acme, list["id"].(string), func(d sim.Doc) { d["description"] = "by hand" }) //nolint:forcetypeassert // as the simulator has it
	}

	run([]string{"live"}, 2, "by hand", "== live: look at it")

	w.env["JUMPCLOUD_API_KEY"] = "wrong"
	run([]string{"live"}, 1, "== live: the plan failed")

	if left, _ := filepath.Glob(filepath.Join(w.dir, "*", "*.tfplan")); len(left) > 0 {
		t.Errorf("plans are left behind: %v", left)
	}
}

// install has init find the provider, as a released one would be found.
func (w *world) install() {
	w.t.Helper()

	terraform, err := tfcli.Find()
	if err != nil {
		w.t.Fatal(err)
	}

	mirror := w.t.TempDir()
	built := filepath.Join(program.Built(w.t), "terraform-provider-jumpcloud")

	if _, err := program.Mirror(w.t.Context(), terraform, mirror, built, "1.0.0"); err != nil {
		w.t.Fatal(err)
	}

	w.file(w.env["TF_CLI_CONFIG_FILE"], tfcli.Mirrored(mirror))
}

// script runs a shell script that calls Terraform by its name.
func (w *world) script(args ...string) (string, int) {
	w.t.Helper()

	program, err := tfcli.Find()
	if err != nil {
		w.t.Fatal(err)
	}

	bin := w.t.TempDir()
	if err := os.Symlink(program, filepath.Join(bin, "terraform")); err != nil {
		w.t.Fatal(err)
	}

	env := []string{"PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH")}
	for k, v := range w.env {
		env = append(env, k+"="+v)
	}

	out, code, err := tfcli.Run(w.t.Context(), w.dir, terraformcli.Provider.Environ(env...), io.Discard, "sh", args...)
	if err != nil {
		w.t.Fatal(err)
	}

	return out, code
}

// pinned is an action by the hash of its commit, with its version behind it.
var pinned = regexp.MustCompile(`(?m)uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)

// TestWorkflowsOfExamples: the files are YAML of the shape that the systems take, their scripts are
// shell, and what they run is there.
func TestWorkflowsOfExamples(t *testing.T) {
	t.Parallel()

	text := read(t, "examples/nightly/github-actions.yml")

	var actions struct {
		On          map[string]any
		Permissions map[string]string
		Jobs        map[string]struct {
			RunsOn string `yaml:"runs-on"`
			Steps  []struct {
				Name, Uses, Run, Shell, If string
				With, Env                  map[string]any
			}
		}
	}

	strict(t, text, &actions, "name", "concurrency", "timeout-minutes", "env")

	if n := strings.Count(text, "uses: "); n == 0 || n != len(pinned.FindAllString(text, -1)) {
		t.Errorf("%d actions, of which %v are pinned", n, pinned.FindAllString(text, -1))
	}

	for name, job := range actions.Jobs {
		if job.RunsOn == "" || len(job.Steps) == 0 {
			t.Errorf("job %s: %+v", name, job)
		}

		for _, step := range job.Steps {
			if (step.Uses == "") == (step.Run == "") {
				t.Errorf("a step of %s has neither or both of uses and run: %+v", name, step)
			}

			shell(t, step.Run)
		}
	}

	text = read(t, "examples/nightly/gitlab-ci.yml")

	var gitlab map[string]struct {
		Image  struct{ Name string }
		Script []string
		Rules  []map[string]string
	}

	strict(t, text, &gitlab, "entrypoint", "resource_group", "timeout", "variables", "artifacts", "allow_failure")

	for name, job := range gitlab {
		if job.Image.Name == "" || len(job.Script) == 0 {
			t.Errorf("job %s: %+v", name, job)
		}

		shell(t, strings.Join(job.Script, "\n"))
	}

	shell(t, read(t, "examples/nightly/nightly.sh"))
}

// strict reads YAML and refuses members that neither the type nor the list knows.
func strict(t *testing.T, text string, into any, others ...string) {
	t.Helper()

	decoder := yaml.NewDecoder(strings.NewReader(text))
	decoder.KnownFields(true)

	err := decoder.Decode(into)
	if err == nil {
		return
	}

	for line := range strings.Lines(err.Error()) {
		unknown := regexp.MustCompile(`field ([\w-]+) not found`).FindStringSubmatch(line)
		if known := unknown != nil && regexp.MustCompile(`^(`+strings.Join(others, "|")+`)$`).MatchString(unknown[1]); !known && !strings.HasPrefix(line, "yaml: unmarshal errors") {
			t.Errorf("%s in:\n%s", strings.TrimSpace(line), text)
		}
	}
}

// shell holds a script to the grammar, with what a workflow puts in as a word.
func shell(t *testing.T, script string) {
	t.Helper()

	plain := regexp.MustCompile(`\$\{\{.*?\}\}`).ReplaceAllString(script, "word")

	cmd := exec.CommandContext(t.Context(), "sh", "-n")
	cmd.Stdin = strings.NewReader(plain)

	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %s\n%s", err, out, script)
	}
}

// TestIssueTemplates: GitHub shows no form at all if one member is wrong.
func TestIssueTemplates(t *testing.T) {
	t.Parallel()

	forms := 0

	for _, file := range glob(t, ".github/ISSUE_TEMPLATE/*.yml") {
		if filepath.Base(file) == "config.yml" {
			continue
		}

		forms++

		var form struct {
			Name, Description string
			Labels            []string
			Body              []struct {
				Type, ID   string
				Attributes struct {
					Label, Description, Value, Placeholder, Render string
					Options                                        []any
				}
				Validations struct{ Required bool }
			}
		}

		strict(t, read(t, file), &form, "title", "multiple", "default")

		if form.Name == "" || form.Description == "" || len(form.Body) == 0 {
			t.Errorf("%s: name, description and body are needed: %+v", file, form)
		}

		ids := map[string]bool{}

		for _, part := range form.Body {
			switch {
			case part.Type == "markdown" && part.Attributes.Value == "",
				part.Type != "markdown" && part.Attributes.Label == "",
				part.Type == "dropdown" && len(part.Attributes.Options) == 0,
				part.ID != "" && ids[part.ID],
				!slices.Contains([]string{"markdown", "input", "textarea", "dropdown", "checkboxes"}, part.Type):
				t.Errorf("%s: GitHub does not take %+v", file, part)
			}

			ids[part.ID] = true
		}
	}

	if forms < 3 {
		t.Errorf("%d forms", forms)
	}
}
