// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

const mistakesFolder = "testdata/mistakes"

// mistaken is the world of the mistakes: their seed, and the environment that the first
// lines of a configuration ask for.
func mistaken(t *testing.T) *world {
	t.Helper()

	seed, err := simulator.ReadSeed(filepath.Join(mistakesFolder, "seed.json"))
	if err != nil {
		t.Fatal(err)
	}

	w := newWorld(t, simulator.Options{Seed: seed})
	w.env["JUMPCLOUD_API_KEY"] = "ci"
	w.write("required.tf", required)

	return w
}

// step puts one configuration of a mistake in the place of what was there before.
func (w *world) step(name string) {
	w.t.Helper()

	text := w.text(filepath.Join(mistakesFolder, name+".tf"))
	w.skipUnread(text)

	w.env["JUMPCLOUD_API_KEY"] = "ci"
	w.env["JUMPCLOUD_API_URL"] = w.url

	for line := range strings.Lines(text) {
		set, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "#env ")
		if !ok {
			break
		}

		summary := w.sim.Summary(w.url)
		name, value, _ := strings.Cut(set, "=")
		value = strings.NewReplacer("$CLIENT_ID", summary.ClientID, "$CLIENT_SECRET", summary.ClientSecret, `\n`, "\n").Replace(value)

		if w.env[name] = value; value == "" {
			delete(w.env, name)
		}
	}

	w.put(name, text)
}

// put writes the files of a mistake.
func (w *world) put(name, text string) {
	w.t.Helper()
	w.write("main.tf", text)

	if more := filepath.Join(mistakesFolder, name+".d"); exists(more) {
		w.copy(more)
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)

	return !errors.Is(err, fs.ErrNotExist)
}

// dumped keeps what the mistakes print, for whoever wants to read it as a user does.
var dumped = flag.String("dump", "", "folder to write what each mistake prints to")

// When a mistake is told.
const (
	never      = "never" // it is none, or nothing can tell
	warning    = "warning"
	atValidate = "validate"
	atPlan     = "plan"
	atApply    = "apply"
	atEither   = "plan or apply" // at plan where the run is known to plan: it has refreshed something
	atSecond   = "plan of the second step"
	atSecondE  = "plan or apply of the second step"
	afterAll   = "warning of the second step"
)

// mistake is what somebody wrote, and what the run has to say of it.
type mistake struct {
	name  string
	when  string
	words []string

	// between acts on the world before the second step.
	between func(w *world)
}

func TestMistakes(t *testing.T) {
	t.Parallel()

	validated := validateMistakes(t)

	for _, m := range mistakes {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()

			if m.when == atValidate {
				m.wasValidated(t, validated)
			} else {
				m.make(t)
			}
		})
	}
}

// TestMistakesAreAllTried holds the table to the configurations.
func TestMistakesAreAllTried(t *testing.T) {
	t.Parallel()

	files, err := filepath.Glob(filepath.Join(mistakesFolder, "*.tf"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no configurations: %v", err)
	}

	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(file), ".tf"), ".2")
		if !slices.ContainsFunc(mistakes, func(m mistake) bool { return m.name == name }) {
			t.Errorf("%s is in no row", file)
		}
	}
}

// make makes the mistake and looks for when it is told, and in which words.
func (m mistake) make(t *testing.T) {
	t.Helper()

	w := mistaken(t)
	w.step(m.name)

	second := exists(filepath.Join(mistakesFolder, m.name+".2.tf"))
	told, out := w.told(m.when == atPlan)

	if second {
		if told == atPlan || told == atApply {
			t.Fatalf("the first step fails:\n%s", out)
		}

		if m.between != nil {
			m.between(w)
		}

		w.step(m.name + ".2")

		told, out = w.told(m.when == atSecond)
	}

	m.dump(t, out)

	if !m.expects(told) {
		t.Errorf("told: %s, want: %s\n%s", told, m.when, out)
	}

	says(t, out, m.words...)
}

func (m mistake) dump(t *testing.T, out string) {
	t.Helper()

	if *dumped == "" {
		return
	}

	if err := os.WriteFile(filepath.Join(*dumped, m.name+".txt"), []byte(out), 0o600); err != nil {
		t.Fatal(err)
	}
}

// expects tells whether the row wants a mistake told then.
func (m mistake) expects(told string) bool {
	switch m.when {
	case atEither, atSecondE:
		return told == atPlan || told == atApply
	case atSecond:
		return told == atPlan
	case afterAll:
		return told == warning
	}

	return told == m.when
}

// told applies, and returns when something was said, and all that was said. An apply plans first:
// Terraform announces what it will do once that is done without an error. What a plan has to
// tell by itself is planned only.
func (w *world) told(byPlan bool) (when, out string) {
	w.t.Helper()

	run := w.apply
	if byPlan {
		run = w.plan
	}

	out, code := run()

	switch {
	case code != 0 && !strings.Contains(out, "will perform the following actions"):
		return atPlan, messages(out)
	case code != 0:
		return atApply, messages(out)
	case strings.Contains("\n"+messages(out), "\nWarning: "):
		return warning, messages(out)
	}

	return never, messages(out)
}
