// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policytemplate

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// Problem is one reason why a configuration does not fit its template.
type Problem struct {
	Attribute string // values or sensitive_values_wo
	Path      string // such as values.customRegTable[0].customData
	Message   string
}

// The attributes of a policy that hold its values.
const (
	ValuesAttribute    = "values"
	JSONAttribute      = "values_json"
	SensitiveAttribute = "sensitive_values_wo"
)

// ProblemLines writes problems one a line, the messages aligned.
func ProblemLines(problems []Problem) string {
	width := 0
	for _, p := range problems {
		width = max(width, len(p.Path))
	}

	lines := make([]string, len(problems))
	for i, p := range problems {
		lines[i] = fmt.Sprintf("%-*s %s", width, p.Path, p.Message)
	}

	return strings.Join(lines, "\n")
}

// fieldPath is where in the configuration a value stands.
type fieldPath struct {
	attribute string
	steps     string
	secret    bool // no message may show the value
}

var identifier = regexp.MustCompile(`^[\pL_][\pL\pN_-]*$`)

func (p fieldPath) member(name string) fieldPath {
	if identifier.MatchString(name) {
		p.steps += "." + name
	} else {
		p.steps += "[" + strconv.Quote(name) + "]"
	}

	return p
}

func (p fieldPath) element(i int) fieldPath {
	p.steps += "[" + strconv.Itoa(i) + "]"

	return p
}

func (p fieldPath) problem(message string) Problem {
	return Problem{p.attribute, p.attribute + p.steps, message}
}

func (p fieldPath) expected(what string, got any) []Problem {
	shown := brief(got)
	if p.secret {
		shown = TypeName(got)
	}

	return []Problem{p.problem("expected " + what + ", got " + shown)}
}

// brief writes a value short enough for one line of a message.
func brief(v any) string {
	if _, found := anyjson.FindUnknown(v); found {
		return TypeName(v)
	}

	const most = 60

	text := []rune(Compact(v))
	if len(text) > most {
		return string(text[:most]) + "…"
	}

	return string(text)
}

// TypeName is what a message calls a value that it does not show.
func TypeName(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case bool:
		return "a boolean"
	case string:
		return "a string"
	case json.Number:
		return "a number"
	case map[string]any:
		return "an object"
	default:
		return "a list"
	}
}

// ObjectOf is a plain JSON object; null gives nil.
func ObjectOf(tree any) (map[string]any, error) {
	if tree == nil {
		return nil, nil
	}

	all, ok := tree.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("expected an object of field names and values, got %s", TypeName(tree))
	}

	return all, nil
}
