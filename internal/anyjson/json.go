// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package anyjson is the Terraform attribute type for values whose shape only
// the remote service knows: any JSON, compared by meaning.
//
// A plain JSON value is what [Decode] returns: nil, bool, string, [json.Number],
// []any and map[string]any. What comes from Terraform may also hold [Set] and
// [Unknown].
package anyjson

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Set is a Terraform set as a plain JSON value: its order has no meaning.
type Set []any

// Unknown stands in a plain JSON value where Terraform does not know the value yet.
type Unknown struct{}

// Decode reads one JSON value and keeps every digit of its numbers.
func Decode(data []byte) (any, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()

	var v any
	if err := dec.Decode(&v); err != nil {
		return nil, err
	}

	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("more than one JSON value")
	}

	return v, nil
}

// Unmarshal is [json.Unmarshal] that keeps every digit of numbers in members of any type, so that
// these are plain JSON values. A type of an answer that has such members calls it from its
// UnmarshalJSON.
func Unmarshal(data []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()

	return dec.Decode(into)
}

// Explain says of an error of [Decode] where in the text it is, in words of a text and not of a
// decoder.
func Explain(text string, err error) error {
	var syntax *json.SyntaxError

	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("it ends too early")
	case !errors.As(err, &syntax):
		return err
	}

	at := min(max(int(syntax.Offset)-1, 0), len(text)-1)
	before := text[:at]
	r, _ := utf8.DecodeRuneInString(text[at:])

	return fmt.Errorf("%q cannot stand at line %d, character %d", r,
		strings.Count(before, "\n")+1, utf8.RuneCountInString(before[strings.LastIndex(before, "\n")+1:])+1)
}

// Equal reports whether two plain JSON values mean the same.
//
// Numbers are compared by value, in the precision Terraform keeps, so 45 is
// 45.0. Lists have an order, and a [Set] on either side has none. A null member
// of an object is the same as an absent one: that is what null means in a
// Terraform configuration, and typed objects bring such members along. An
// [Unknown] equals nothing, not even another one.
func Equal(a, b any) bool {
	switch a := a.(type) {
	case nil:
		return b == nil
	case bool:
		b, ok := b.(bool)

		return ok && a == b
	case string:
		b, ok := b.(string)

		return ok && a == b
	case json.Number:
		b, ok := b.(json.Number)

		return ok && equalNumbers(a, b)
	case map[string]any:
		b, ok := b.(map[string]any)

		return ok && equalMembers(a, b)
	case []any:
		if b, ok := b.(Set); ok {
			return equalSets(a, b)
		}

		b, ok := b.([]any)

		return ok && slices.EqualFunc(a, b, Equal)
	case Set:
		b, ok := Elements(b)

		return ok && equalSets(a, b)
	default:
		return false
	}
}

// Elements returns the elements of a list or a set.
func Elements(v any) ([]any, bool) {
	switch v := v.(type) {
	case []any:
		return v, true
	case Set:
		return v, true
	default:
		return nil, false
	}
}

// FindUnknown returns the path of the first [Unknown] in v; an empty path means v itself.
func FindUnknown(v any) (path string, found bool) {
	switch v := v.(type) {
	case Unknown:
		return "", true
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if rest, found := FindUnknown(v[key]); found {
				return join(key, rest), true
			}
		}
	case []any, Set:
		elements, _ := Elements(v)
		for i, element := range elements {
			if rest, found := FindUnknown(element); found {
				return join("["+strconv.Itoa(i)+"]", rest), true
			}
		}
	}

	return "", false
}

// join puts a step before the rest of a path, as Terraform's users write it.
func join(step, rest string) string {
	if rest == "" || rest[0] == '[' {
		return step + rest
	}

	return step + "." + rest
}

func equalMembers(a, b map[string]any) bool {
	for key, value := range a {
		// An absent key reads as nil, which is the rule for null members.
		if !Equal(value, b[key]) {
			return false
		}
	}

	for key, value := range b {
		if _, both := a[key]; !both && value != nil {
			return false
		}
	}

	return true
}

// equalSets ignores order and repetition. Its cost is quadratic, which the few
// hundred elements of a policy value can bear.
func equalSets(a, b []any) bool {
	within := func(all, other []any) bool {
		for _, element := range all {
			if !slices.ContainsFunc(other, func(o any) bool { return Equal(element, o) }) {
				return false
			}
		}

		return true
	}

	return within(a, b) && within(b, a)
}

func equalNumbers(a, b json.Number) bool {
	if a == b {
		return true
	}

	x, errX := parseNumber(a)
	y, errY := parseNumber(b)

	return errX == nil && errY == nil && x.Cmp(y) == 0
}

// Terraform keeps numbers in 512 bits, rounded to the nearest even. Any other
// precision, float64 above all, makes 0.1 differ from 0.1 for ever.
const precision = 512

// maxExponent bounds a number's power of two. Terraform writes numbers out in
// full, so a short text such as 1e99999999 would cost it 100 MB.
const maxExponent = 4096

func parseNumber(n json.Number) (*big.Float, error) {
	f, _, err := big.ParseFloat(n.String(), 10, precision, big.ToNearestEven)

	switch {
	case !json.Valid([]byte(n)):
		return nil, fmt.Errorf("%q is not a number", n.String())
	case err != nil, f.IsInf(), f.MantExp(nil) > maxExponent, f.MantExp(nil) < -maxExponent:
		return nil, fmt.Errorf("the number %s is out of range", n.String())
	default:
		return f, nil
	}
}

func formatNumber(f *big.Float) json.Number {
	if f.IsInt() && f.MantExp(nil) <= precision {
		return json.Number(f.Text('f', 0))
	}

	return json.Number(f.Text('g', -1))
}
