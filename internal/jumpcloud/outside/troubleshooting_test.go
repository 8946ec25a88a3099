// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package outside_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// summaryAt is which argument of a function is the first line of a message.
var summaryAt = map[string]int{
	"AddError": 0, "AddWarning": 0, "NewErrorDiagnostic": 0, "NewWarningDiagnostic": 0,
	"AddAttributeError": 1, "AddAttributeWarning": 1, "NewAttributeErrorDiagnostic": 1, "NewAttributeWarningDiagnostic": 1,
	"Warn": 1, "RefuseBoth": 1,
}

// titled is how summaries are written; what is none and written so is excepted.
var (
	titled  = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*,?( (a|an|the|of|to|in|on|by|for|and|or|at|is|its|as|not|from|with|[A-Z][A-Za-z0-9]*,?))+ ?$`)
	notSaid = map[string]bool{
		"Administrator With Billing": true,
		// What an action is called stands after "Unable to Invoke".
		"Lock of a Device": true, "Restart of a Device": true, "Shutdown of a Device": true, "Unlock of a User": true,
	}
)

// TestTroubleshootingIsComplete: the guide has a row for each summary in the code, and no other.
func TestTroubleshootingIsComplete(t *testing.T) {
	t.Parallel()

	rows := map[string]bool{} // whether the code has it
	guide, _, _ := strings.Cut(read(t, "templates/guides/troubleshooting.md"), "## Messages of Terraform's own")

	for _, row := range regexp.MustCompile(`(?m)^\| ([^|]+) \| [^|]+ \| [^|]+ \|$`).FindAllStringSubmatch(guide, -1) {
		if row[1] != "message" {
			rows[row[1]] = false
		}
	}

	said := summaries(t)

	for summary, at := range said {
		found := false

		for row := range rows {
			if saysTheSame(summary, row) {
				rows[row], found = true, true
			}
		}

		if !found {
			t.Errorf("%s: the guide has no row for %q", at, summary)
		}
	}

	for row, inCode := range rows {
		if !inCode {
			t.Errorf("the guide explains %q, which nothing says", row)
		}
	}

	t.Logf("%d summaries, %d rows", len(said), len(rows))

	if len(said) < 80 {
		t.Error("the code has more summaries than were found")
	}
}

// saysTheSame compares a summary of the code, of which a part may be put in, with a row.
func saysTheSame(summary, row string) bool {
	pattern := regexp.QuoteMeta(summary)
	pattern = strings.ReplaceAll(pattern, "%q", `".+"`)

	if strings.HasSuffix(summary, " ") {
		pattern += ".*…"
	}

	prefix, open := strings.CutSuffix(row, "…")

	return open && strings.HasPrefix(summary, prefix) || regexp.MustCompile("^"+pattern+"$").MatchString(row)
}

// summaries are those of the provider's own code, with where one is.
func summaries(t *testing.T) map[string]string {
	t.Helper()

	found := map[string]string{}
	files := token.NewFileSet()

	for _, folder := range []string{"kit", "providerblock", "jumpcloud/tenancy", "jumpcloud/provider", "jumpcloud/objects"} {
		base := filepath.Join(root, "internal", folder)

		err := fs.WalkDir(os.DirFS(base), ".", func(at string, d fs.DirEntry, err error) error {
			if d.IsDir() && strings.HasSuffix(at, "sim") {
				return fs.SkipDir
			}

			if err != nil || !strings.HasSuffix(at, ".go") || strings.HasSuffix(at, "_test.go") {
				return err
			}

			file, err := parser.ParseFile(files, filepath.Join(base, at), nil, 0)
			if err != nil {
				return err
			}

			note := func(text string, at token.Pos) {
				if !notSaid[text] {
					found[text] = files.Position(at).String()
				}
			}

			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					inCall(n, note)
				case *ast.ValueSpec:
					for _, v := range n.Values {
						if text := literal(v); titled.MatchString(text) {
							note(text, v.Pos())
						}
					}
				}

				return true
			})

			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}

	return found
}

func inCall(call *ast.CallExpr, note func(string, token.Pos)) {
	name := ""

	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}

	if strings.HasPrefix(name, "Shown") {
		return // an attribute, with what describes it
	}

	for i, argument := range call.Args {
		text := literal(argument)
		at, known := summaryAt[name]

		// Helpers of an object have summaries among their arguments, too.
		if text != "" && (known && at == i && len(text) > len("%s: %q") || titled.MatchString(text)) {
			note(text, argument.Pos())
		}
	}
}

// literal is an expression's text: of a concatenation its beginning, of Sprintf its format.
func literal(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			text, _ := strconv.Unquote(e.Value)

			return text
		}
	case *ast.BinaryExpr:
		for {
			left, deeper := e.X.(*ast.BinaryExpr)
			if !deeper {
				break
			}

			e = left
		}

		if text := literal(e.X); strings.HasSuffix(text, " ") && titled.MatchString(text+"X") {
			return text
		}
	case *ast.CallExpr:
		if f, ok := e.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "Sprintf" && len(e.Args) > 0 {
			return literal(e.Args[0])
		}
	}

	return ""
}
