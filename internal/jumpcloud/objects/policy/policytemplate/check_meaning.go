// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policytemplate

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policyvalue"
)

// CheckMeanings holds rows that were written by hand to the rules of the functions that
// build them, for the two tables whose rows somebody documents. What prior has already is
// stored, and nobody changes it: it is not in the way.
func CheckMeanings(fields []Field, values any, prior map[string]any) []Problem {
	members, _ := values.(map[string]any)

	var problems []Problem

	for _, f := range inOrder(fields) {
		rows, ok := anyjson.Elements(f.convert(members[f.Name]))
		if !ok || f.Sensitive || f.ReadOnly || anyjson.Equal(prior[f.Name], members[f.Name]) {
			continue
		}

		path := fieldPath{attribute: ValuesAttribute}.member(f.Name)
		seen := map[string]int{}

		for i, row := range rows {
			cells, ok := row.(map[string]any)
			if !ok || f.hasOther(cells) {
				continue // unknown, or refused already
			}

			r := rowOf{path: path.element(i), cells: cells, seen: seen, index: i}

			switch {
			case f.Name == "customRegTable" && f.kind() == kindTable:
				r.builder = "registry_values"
				r.checkRegistry()
			case f.Name == "uriList" && f.kind() == kindRows:
				r.builder = "oma_uri_values"
				r.checkOMA()
			}

			problems = append(problems, r.problems...)
		}
	}

	return problems
}

// hasOther tells of cells in no column that the template has.
func (f Field) hasOther(cells map[string]any) bool {
	columns := f.Columns()

	for name := range cells {
		if len(columns) > 0 && !slices.Contains(columns, name) {
			return true
		}
	}

	return false
}

// rowOf is a row that is checked.
type rowOf struct {
	path     fieldPath
	cells    map[string]any
	builder  string         // the function that builds such rows
	seen     map[string]int // rows by what must not be there twice
	index    int
	problems []Problem
}

func (r *rowOf) add(column, message string) {
	r.problems = append(r.problems, r.path.member(column).problem(message))
}

// text reads a cell; ok is false where nothing more can be said about it.
func (r *rowOf) text(column string, mayBeEmpty bool) (text string, ok bool) {
	switch v := r.cells[column].(type) {
	case string:
		if v != "" || mayBeEmpty {
			return v, true
		}

		r.add(column, "is empty")
	case nil:
		r.add(column, "is missing")
	case anyjson.Unknown:
	default:
		if r.builder == "oma_uri_values" { // a table's cells are strings by its own type
			r.add(column, fmt.Sprintf("expected a string, got %s; did you mean provider::jumpcloud::%s, which takes it?", brief(v), r.builder))
		}
	}

	return "", false
}

// normal adds what is wrong with a cell; a spelling that only the function takes is wrong too.
func (r *rowOf) normal(column, text, want string, err error) bool {
	switch {
	case err != nil:
		message := err.Error()
		for _, word := range []string{"location ", "name ", "uri "} {
			message = strings.TrimPrefix(message, word)
		}

		r.add(column, message)
	case text != want:
		r.add(column, fmt.Sprintf("must be %q, got %q; provider::jumpcloud::%s takes both", want, text, r.builder))
	default:
		return true
	}

	return false
}

// once adds a problem if the row says again what another one says.
func (r *rowOf) once(column, what string) {
	what = strings.ToLower(what) // Windows does not tell upper from lower case
	if first, twice := r.seen[what]; twice {
		r.add(column, fmt.Sprintf("is there twice, as in row %d", first))

		return
	}

	r.seen[what] = r.index
}

func (r *rowOf) checkRegistry() {
	location, hasLocation := r.text("customLocation", false)
	if hasLocation {
		want, err := policyvalue.RegistryLocation(location)
		hasLocation = r.normal("customLocation", location, want, err)
	}

	name, hasName := r.text("customValueName", false)
	if hasName {
		hasName = r.normal("customValueName", name, name, policyvalue.RegistryValueName(name))
	}

	kind, hasKind := r.text("customRegType", false)
	if hasKind {
		want, err := policyvalue.RegistryType(kind)
		hasKind = r.normal("customRegType", kind, want, err)
	}

	if data, ok := r.text("customData", true); ok && hasKind {
		want, err := policyvalue.RegistryData(kind, data)
		r.normal("customData", data, want, err)
	}

	if hasLocation && hasName {
		r.once("customValueName", location+"\x00"+name)
	}
}

func (r *rowOf) checkOMA() {
	uri, hasURI := r.text("uri", false)
	if hasURI && r.normal("uri", uri, uri, policyvalue.OMAURI(uri)) {
		r.once("uri", uri)
	}

	format, hasFormat := r.text("format", false)
	if hasFormat {
		want, err := policyvalue.OMAFormat(format)
		hasFormat = r.normal("format", format, want, err)
	}

	if value, ok := r.text("value", true); ok && hasFormat {
		r.normal("value", value, value, policyvalue.OMAValue(format, value))
	}
}
