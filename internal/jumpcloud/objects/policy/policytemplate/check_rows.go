// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policytemplate

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policyvalue"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// checkRows checks a table, whose cells are strings, or a multilist, whose cells
// may be anything (evidence: policies 2.3).
func (f Field) checkRows(path fieldPath, v any) []Problem {
	rows, ok := anyjson.Elements(v)
	if !ok {
		return path.expected("a list of objects", v)
	}

	columns := f.Columns()

	var problems []Problem

	for i, row := range rows {
		rowPath := path.element(i)

		if isUnknown(row) {
			continue
		}

		cells, ok := row.(map[string]any)
		if !ok {
			problems = append(problems, rowPath.expected("an object", row)...)

			continue
		}

		for _, name := range slices.Sorted(maps.Keys(cells)) {
			switch cell := cells[name]; {
			case len(columns) > 0 && !slices.Contains(columns, name):
				problems = append(problems, rowPath.member(name).problem(noSuchColumn(name, columns)))
			case f.kind() == kindTable && cell != nil:
				problems = append(problems, checkText(rowPath.member(name), cell)...)
			}
		}
	}

	return problems
}

func noSuchColumn(name string, columns []string) string {
	if meant, ok := nearest.Match(name, columns); ok {
		return fmt.Sprintf("no such column; did you mean %q?", meant)
	}

	return "no such column; there are: " + strings.Join(columns, ", ")
}

func checkFile(path fieldPath, v any) []Problem {
	text, ok := v.(string)
	if !ok {
		return path.expected("base64 text", v)
	}

	if err := policyvalue.Base64(text); err != nil {
		return []Problem{path.problem(err.Error())}
	}

	return nil
}
