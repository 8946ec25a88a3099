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

// Object decodes the request body as one JSON object with no members but these.
// A body that is not so breaks the contract and is recorded as a violation;
// how the service words its refusal is the handler's business.
func (r *Request) Object(fields Fields) (Doc, *BodyError) {
	d, err := decodeObject(r.Raw, fields)
	if err != nil {
		r.Violate("body", err.Error())
	}

	return d, err
}

func decodeObject(raw []byte, fields Fields) (Doc, *BodyError) {
	var v any
	if err := decodeJSON(raw, &v); err != nil {
		return nil, &BodyError{Problem: "body is not JSON: " + err.Error()}
	}

	d, ok := v.(Doc)
	if !ok {
		return nil, &BodyError{Problem: "body is not a JSON object"}
	}

	if err := CheckObject(d, fields); err != nil {
		return nil, err
	}

	return d, nil
}

// CheckObject checks the members of an object that is part of a body.
func CheckObject(d Doc, fields Fields) *BodyError {
	for _, name := range slices.Sorted(maps.Keys(d)) {
		kind, known := fields[name]
		if !known {
			return &BodyError{name, "is not a known field"}
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
