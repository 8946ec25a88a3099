// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simprogram

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// Places are where the members of a seed file stand, by path, such as "users[1].token".
type Places map[string]string

// Fail words a problem of the member at a path.
func (p Places) Fail(path, problem string) error { return seedError(p[path], path, problem) }

// ReadSeed reads a seed file into a T, a struct. Its errors name line, column and member.
func ReadSeed[T any](path string) (*T, Places, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}

	if len(bytes.TrimSpace(raw)) == 0 {
		return nil, nil, fmt.Errorf("%s:1:1: the file is empty; {} is a world without anything", path)
	}

	w := &walker{file: path, raw: raw, dec: json.NewDecoder(bytes.NewReader(raw)), at: Places{}}
	w.dec.UseNumber()

	if err := w.value("", reflect.TypeFor[T]()); err != nil {
		return nil, nil, err
	}

	if _, err := w.dec.Token(); !errors.Is(err, io.EOF) {
		return nil, nil, w.at.Fail("", "something follows the end of the world")
	}

	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()

	seed := new(T)

	return seed, w.at, dec.Decode(seed)
}

// walker goes through a file as the type of a seed has it, and notes where each member is.
type walker struct {
	file string
	raw  []byte
	dec  *json.Decoder
	at   Places // path to "file:line:column"
}

// here is where the next token begins.
func (w *walker) here() string {
	offset := int(w.dec.InputOffset())
	for offset < len(w.raw) && strings.ContainsRune(" \t\r\n,:", rune(w.raw[offset])) {
		offset++
	}

	return w.position(offset)
}

func (w *walker) position(offset int) string {
	before := w.raw[:min(offset, len(w.raw))]
	line := bytes.LastIndexByte(before, '\n') + 1

	return fmt.Sprintf("%s:%d:%d", w.file, bytes.Count(before, []byte("\n"))+1, len([]rune(string(before[line:])))+1)
}

// seedError words an error of the member at a path.
func seedError(at, path, problem string) error {
	parts := slices.DeleteFunc([]string{at, path, problem}, func(s string) bool { return s == "" })

	return errors.New(strings.Join(parts, ": "))
}

// broken words an error of the JSON itself.
func (w *walker) broken(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return seedError(w.position(len(w.raw)), "", "the file ends in the middle")
	}

	return seedError(w.here(), "", err.Error())
}

// value reads one value, which has to be of a type.
func (w *walker) value(path string, want reflect.Type) error {
	w.at[path] = w.here()

	for want.Kind() == reflect.Pointer {
		want = want.Elem()
	}

	token, err := w.dec.Token()
	if err != nil {
		return w.broken(err)
	}

	delim, _ := token.(json.Delim)

	switch {
	case token == nil:
		return nil
	case want.Kind() == reflect.Interface:
		return w.skip(delim)
	case delim == '[' && want.Kind() == reflect.Slice:
		for i := 0; w.dec.More(); i++ {
			if err := w.value(fmt.Sprintf("%s[%d]", path, i), want.Elem()); err != nil {
				return err
			}
		}

		return w.end()
	case delim == '{' && (want.Kind() == reflect.Struct || want.Kind() == reflect.Map):
		return w.members(path, want)
	case delim == 0 && fits(token, want.Kind()):
		return nil
	}

	return w.at.Fail(path, "must be "+words(want))
}

func (w *walker) members(path string, want reflect.Type) error {
	known := fields(want)
	seen := map[string]bool{}

	for w.dec.More() {
		at := w.here()

		token, err := w.dec.Token()
		if err != nil {
			return w.broken(err)
		}

		name, _ := token.(string)
		member := strings.TrimPrefix(path+"."+name, ".")

		of, ok := known[name]
		if want.Kind() == reflect.Map {
			of, ok = want.Elem(), true
		}

		if seen[name] {
			return seedError(at, member, "given twice")
		}

		seen[name] = true

		if !ok {
			names := slices.Sorted(maps.Keys(known))
			text := "no such member; there are " + strings.Join(names, ", ")

			if near, found := nearest.Match(name, names); found {
				text = fmt.Sprintf("no such member; did you mean %q?", near)
			}

			return seedError(at, member, text)
		}

		if err := w.value(member, of); err != nil {
			return err
		}
	}

	return w.end()
}

// end reads the bracket that ends a list or an object.
func (w *walker) end() error {
	if _, err := w.dec.Token(); err != nil {
		return w.broken(err)
	}

	return nil
}

// skip reads the rest of a value of any shape.
func (w *walker) skip(open json.Delim) error {
	for depth := depthOf(open); depth > 0; {
		token, err := w.dec.Token()
		if err != nil {
			return w.broken(err)
		}

		delim, _ := token.(json.Delim)
		depth += depthOf(delim)
	}

	return nil
}

func depthOf(d json.Delim) int {
	switch d {
	case '{', '[':
		return 1
	case '}', ']':
		return -1
	}

	return 0
}

// fields are the members of a struct, those of embedded ones included, by JSON name.
func fields(t reflect.Type) map[string]reflect.Type {
	all := map[string]reflect.Type{}
	if t.Kind() != reflect.Struct {
		return all
	}

	for f := range t.Fields() {
		if f.Anonymous {
			maps.Copy(all, fields(f.Type))

			continue
		}

		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && f.IsExported() {
			all[name] = f.Type
		}
	}

	return all
}

func fits(token json.Token, kind reflect.Kind) bool {
	switch v := token.(type) {
	case bool:
		return kind == reflect.Bool
	case string:
		return kind == reflect.String
	case json.Number:
		_, err := v.Int64()

		return kind == reflect.Int && err == nil
	}

	return false
}

// words are what a value has to be, as people say it.
func words(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.String:
		return "a text"
	case reflect.Int:
		return "a whole number"
	case reflect.Slice:
		return "a list"
	default:
		return "an object"
	}
}
