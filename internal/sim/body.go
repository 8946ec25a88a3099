// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package sim

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"slices"
)

// Kind is the JSON type that a body member must have. Kinds with [Null] added
// may also be null.
type Kind int

// The kinds of a member.
const (
	Any Kind = iota
	String
	Integer
	Number
	Bool
	Strings // array of strings
	Array
	Object

	Null Kind = 1 << 8
)

// Fields are the members that a body may have; none is required by itself.
type Fields map[string]Kind

// BodyError says what is wrong with a request body.
type BodyError struct {
	Field   string // empty when the body as a whole is wrong
	Problem string
}

func (e *BodyError) Error() string {
	if e.Field == "" {
		return e.Problem
	}

	return fmt.Sprintf("%q %s", e.Field, e.Problem)
}

// Object decodes the request body as one JSON object. A body that breaks the contract is
// recorded as a violation; how the service words its refusal is the handler's business. A
// member beside fields is such a breach too, and left out, unless [Options.Strict] has it
// refused.
func (r *Request) Object(fields Fields) (Doc, *BodyError) {
	return r.object(fields, r.server.strict)
}

// Closed is [Request.Object] for a body that the contract closes: a member beside fields
// is refused.
func (r *Request) Closed(fields Fields) (Doc, *BodyError) { return r.object(fields, always) }

func always() bool { return true }

func (r *Request) object(fields Fields, strict func() bool) (Doc, *BodyError) {
	d, err := decodeObject(r.Raw)
	if err == nil {
		if text := r.server.options.Text; text != nil {
			respell(d, text)
		}

		err = r.checkObject(d, fields, strict)
	}

	if err != nil {
		r.Violate("body", err.Error())

		return nil, err
	}

	return d, nil
}

// respell applies a function to the texts of an object and of those within it.
func respell(d Doc, text func(string) string) {
	for name, v := range d {
		switch v := v.(type) {
		case string:
			d[name] = text(v)
		case Doc:
			respell(v, text)
		}
	}
}

func decodeObject(raw []byte) (Doc, *BodyError) {
	var v any
	if err := decodeJSON(raw, &v); err != nil {
		return nil, &BodyError{Problem: "body is not JSON: " + err.Error()}
	}

	d, ok := v.(Doc)
	if !ok {
		return nil, &BodyError{Problem: "body is not a JSON object"}
	}

	return d, nil
}

// CheckObject checks the members of an object that is part of a body, as [Request.Object]
// does those of the body. That it breaks the contract is the handler's to record.
func (r *Request) CheckObject(d Doc, fields Fields) *BodyError {
	return r.checkObject(d, fields, r.server.strict)
}

// CheckClosed checks the members of an object that may have no others than fields.
func CheckClosed(d Doc, fields Fields) *BodyError {
	return check(d, fields, func(*BodyError) bool { return true })
}

func (r *Request) checkObject(d Doc, fields Fields, strict func() bool) *BodyError {
	return check(d, fields, func(unknown *BodyError) bool {
		if strict() {
			return true
		}

		r.Violate("body", unknown.Error())
		delete(d, unknown.Field)

		return false
	})
}

func check(d Doc, fields Fields, refuse func(unknown *BodyError) bool) *BodyError {
	for _, name := range slices.Sorted(maps.Keys(d)) {
		kind, known := fields[name]
		if !known {
			if unknown := (&BodyError{name, "is not a known field"}); refuse(unknown) {
				return unknown
			}

			continue
		}

		if !kind.accepts(d[name]) {
			return &BodyError{name, "must be " + kind.String()}
		}
	}

	return nil
}

func (k Kind) accepts(v any) bool {
	if v == nil {
		return k&Null != 0 || k == Any
	}

	switch k &^ Null {
	case String:
		_, ok := v.(string)

		return ok
	case Integer:
		n, ok := v.(json.Number)
		if !ok {
			return false
		}

		r, ok := new(big.Rat).SetString(n.String())

		return ok && r.IsInt()
	case Number:
		_, ok := v.(json.Number)

		return ok
	case Bool:
		_, ok := v.(bool)

		return ok
	case Strings:
		list, ok := v.([]any)

		return ok && !slices.ContainsFunc(list, func(e any) bool { _, s := e.(string); return !s })
	case Array:
		_, ok := v.([]any)

		return ok
	case Object:
		_, ok := v.(Doc)

		return ok
	default:
		return true
	}
}

func (k Kind) String() string {
	names := map[Kind]string{
		Any: "any value", String: "a string", Integer: "an integer", Number: "a number", Bool: "a boolean",
		Strings: "an array of strings", Array: "an array", Object: "an object",
	}
	if k&Null != 0 {
		return names[k&^Null] + " or null"
	}

	return names[k]
}
