// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package collections

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
)

// shape says in words of JSON what is wrong with an answer. The decoder names types of Go,
// which mean nothing to whoever reads the error.
func shape(err error) error {
	var wrong *json.UnmarshalTypeError
	if !errors.As(err, &wrong) {
		return err
	}

	got, _, _ := strings.Cut(wrong.Value, " ") // "number 1.5" has the value, which may be long

	what := "the whole"
	if wrong.Field != "" {
		what = "its member " + wrong.Field
	}

	if wanted := kindOf(wrong.Type); wanted != "integer" || got != "number" {
		return fmt.Errorf("%s is %s, not %s", what, article(got), article(wanted))
	}

	return fmt.Errorf("%s is a number that is no integer, or a very large one", what)
}

// kindOf is what JSON calls the values that a type of Go can hold.
func kindOf(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return "bool"
	case reflect.String:
		return "string"
	case reflect.Slice, reflect.Array:
		return "array"
	case reflect.Float32, reflect.Float64:
		return "number"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return "integer"
	}

	return "object"
}

func article(kind string) string {
	if strings.Contains("aeio", kind[:1]) {
		return "an " + kind
	}

	return "a " + kind
}
