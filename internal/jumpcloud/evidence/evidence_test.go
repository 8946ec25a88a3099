// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package evidence_test

import (
	"fmt"
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
)

const root = "../../.."

// TestCitations reads the Go files and the decisions of the module.
func TestCitations(t *testing.T) {
	t.Parallel()

	p := readPages(t)
	cited := 0

	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == ".git" || entry.Name() == "bin" || entry.Name() == "evidence"):
			return fs.SkipDir
		case filepath.Ext(path) != ".go" && filepath.Base(filepath.Dir(path)) != "decisions":
			return nil
		}

		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}

		problems, n := p.citations(string(raw))
		cited += n

		if filepath.Ext(path) == ".go" {
			problems = append(problems, p.with(ownMarks(path)).marks(comments(raw))...)
		}

		for _, problem := range problems {
			t.Errorf("%s: %s", strings.TrimPrefix(path, root+"/"), problem)
		}

		return nil
	})
	if err != nil {
		t.Fatal(err)
	}

	if cited < 50 {
		t.Errorf("%d citations were found, which cannot be all", cited)
	}
}

// TestPages holds the pages to what their README says of them.
func TestPages(t *testing.T) {
	t.Parallel()

	p := readPages(t)

	for name, text := range p.text {
		if !strings.Contains(p.readme, "("+name+".md)") {
			t.Errorf("README.md does not list %s.md", name)
		}

		problems := append(p.marks(text), p.references(text)...)
		for _, problem := range append(problems, p.unsourced(name)...) {
			t.Errorf("%s.md: %s", name, problem)
		}
	}
}

// TestSwitches : what nobody documents is in a page and a switch of the simulator, or neither.
func TestSwitches(t *testing.T) {
	t.Parallel()

	s, err := simulator.New(simulator.Options{Empty: true})
	if err != nil {
		t.Fatal(err)
	}

	named, there := readPages(t).switches(), map[string]bool{}

	for _, row := range s.Switches.List() {
		there[row.Name] = true

		if named[row.Name] == "" {
			t.Errorf("no page names the switch %s", row.Name)
		}
	}

	for name, page := range named {
		if !there[name] {
			t.Errorf("%s.md names the switch %s, which the simulator does not have", page, name)
		}
	}
}

// TestChecks shows that each check refuses what it is for.
func TestChecks(t *testing.T) {
	t.Parallel()

	p := readPages(t)

	for text, want := range map[string]string{
		"// x (evidence: policies 2.3, 2.4, psa 4).": "",
		"// x (evidence: policies 2.3), of 9 things": "",
		"// x (evidence: policies 99.1)":             "no section policies 99.1",
		"// x (evidence: psa 1, 77)":                 "no section psa 77",
		"// x (evidence: nothing 1.1)":               "no section nothing 1.1",
		"// x (evidence: policies":                   "cannot be read",
		"// x (evidence:":                            "cannot be read",
		"// as jumpcloud.md says":                    "not in this repository",
		"// see design/field-notes.md":               "not in this repository",
		"// see the addenda":                         "not in this repository",
		"// as in section 4.2":                       "one form",
		"// RFC 6749, section 2.3":                   "",
		"// exactly so [S]":                          "",
		"// [S v1], [S, I], [I: so it is], [cli]":    "",
		"// a [Type], x[i], [][]string, [Z.ID]":      "",
		"// {\"in\": [id, …]}":                       "",
		"// exactly so [X]":                          "no mark [X]",
		"// exactly so [S, xyz]":                     "no mark [xyz]",
		"// exactly so [kbs article]":                "no mark [kbs]",
	} {
		problems, _ := p.citations(text)
		problems = append(problems, p.marks(comments([]byte("package p\n\n"+text+"\n")))...)

		got := strings.Join(problems, "; ")
		if (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

var (
	citation = regexp.MustCompile(`evidence:( ([a-z]+ \d+(?:\.\d+)?(?:, (?:[a-z]+ )?\d+(?:\.\d+)?)*))?`)
	foreign  = regexp.MustCompile(`jumpcloud\.md|field-notes|addenda`)
	other    = regexp.MustCompile(`(?i)\bsections? \d|API reference,? \d`)
	// A mark is one capital, or two or three small letters and digits; words may follow. What
	// stands behind a colon is JSON.
	mark = regexp.MustCompile(`(?:^|\(|[^:]\s)\[((?:[A-Z]|[0-9a-z]{2,3})(?:[ ,:][^\]\n]*)?)\]`)
)

// citations tells what is wrong with those of a text, and counts them.
func (p pages) citations(text string) (problems []string, n int) {
	for number, line := range strings.Split(text, "\n") {
		report := func(format string, values ...any) {
			problems = append(problems, fmt.Sprintf("line %d: ", number+1)+fmt.Sprintf(format, values...))
		}

		for _, found := range citation.FindAllStringSubmatch(line, -1) {
			n++

			if found[2] == "" {
				report("the citation cannot be read; it is \"evidence: page 1.2\", on one line")
			}

			for _, section := range p.missing(found[2]) {
				report("there is no section %s", section)
			}
		}

		if found := foreign.FindString(line); found != "" {
			report("%s is not in this repository", found)
		}

		if other.MatchString(line) && !strings.Contains(line, "RFC") {
			report("sections are cited in one form, \"evidence: page 1.2\"")
		}
	}

	return problems, n
}

// missing are the sections of a citation that no page has.
func (p pages) missing(cited string) []string {
	var (
		none []string
		page string
	)

	for part := range strings.SplitSeq(cited, ", ") {
		name, number, ok := strings.Cut(part, " ")
		if ok {
			page = name
		} else {
			number = part
		}

		if cited != "" && !p.sections[page+" "+number] {
			none = append(none, page+" "+number)
		}
	}

	return none
}

// ownMarks are the marks that a sibling's client explains in its package's comment ("marks:
// [V] the vendor's pages, …"), which hold in the sibling's rooms.
func ownMarks(path string) []string {
	below, err := filepath.Rel(filepath.Join(root, "internal"), path)
	if err != nil {
		return nil
	}

	raw, err := os.ReadFile(filepath.Join(root, "internal", strings.Split(filepath.ToSlash(below), "/")[0], "client.go"))
	if err != nil {
		return nil // no sibling
	}

	head, _, _ := strings.Cut(string(raw), "\npackage ")
	_, legend, _ := strings.Cut(head, "marks:")

	var own []string
	for _, found := range regexp.MustCompile(`\[([A-Z])\]`).FindAllStringSubmatch(legend, -1) {
		own = append(own, found[1])
	}

	return own
}

// with is the pages with a longer legend.
func (p pages) with(own []string) pages {
	p.legend = slices.Concat(p.legend, own)

	return p
}

// marks tells which marks of a text are not in the legend.
func (p pages) marks(text string) []string {
	var problems []string

	for _, found := range mark.FindAllStringSubmatch(text, -1) {
		for i, part := range strings.Split(found[1], ",") {
			words := strings.FieldsFunc(part, func(r rune) bool { return r == ' ' || r == ':' })
			if i > 0 && len(words) != 1 {
				continue // words about the marks before
			}

			if word := words[0]; markLike.MatchString(word) && !slices.Contains(p.legend, word) {
				problems = append(problems, "the legend has no mark ["+word+"]")
			}
		}
	}

	return problems
}

var markLike = regexp.MustCompile(`^([A-Z]|[0-9a-z]{2,3})$`)

// comments is the text of all comments of a Go file.
func comments(source []byte) string {
	var (
		s     scanner.Scanner
		all   strings.Builder
		files = token.NewFileSet()
	)

	s.Init(files.AddFile("", files.Base(), len(source)), source, nil, scanner.ScanComments)

	for {
		_, tok, text := s.Scan()
		switch tok {
		case token.EOF:
			return all.String()
		case token.COMMENT:
			all.WriteString(text + "\n")
		}
	}
}
