// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyvalue

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// omaFormats are the formats on the wire, and omaAliases what else people call them: the
// console's words are translated by the client (evidence: policies 2.7).
var (
	omaFormats = []string{"int", "chr", "float", "bool", "xml", "b64"}
	omaAliases = map[string]string{
		"int": "int", "integer": "int",
		"chr": "chr", "string": "chr",
		"float": "float", "floating point": "float",
		"bool": "bool", "boolean": "bool",
		"xml": "xml",
		"b64": "b64", "base64": "b64",
	}
)

// OMAURI checks the address of a setting.
func OMAURI(uri string) error {
	if !strings.HasPrefix(uri, "./") || strings.TrimSpace(uri) != uri || strings.HasSuffix(uri, "/") {
		return fmt.Errorf(`uri %q must begin with "./" and neither end with a slash nor be padded with spaces`, uri)
	}

	if unseen(uri) {
		return fmt.Errorf("uri %q has a character that cannot be seen; take it away", uri)
	}

	return nil
}

// OMAFormat returns the wire's word for a format.
func OMAFormat(want string) (string, error) {
	return oneOf("OMA-URI format", want, omaAliases, omaFormats)
}

// decimal leaves out what Go reads as a number and no device does: NaN, Inf, 0x1p-2.
var decimal = regexp.MustCompile(`^[-+]?[0-9.]+([eE][-+]?[0-9]+)?$`)

// OMAValue checks a value against the wire's word for its format.
func OMAValue(format, value string) error {
	switch format {
	case "int":
		if _, err := strconv.ParseInt(value, 10, 64); err != nil {
			return fmt.Errorf("expected a whole number, got %q", value)
		}
	case "float":
		if f, err := strconv.ParseFloat(value, 64); err != nil || math.IsInf(f, 0) || !decimal.MatchString(value) {
			return fmt.Errorf("expected a decimal number, got %q", value)
		}
	case "bool":
		if value != "true" && value != "false" {
			return fmt.Errorf("expected true or false, got %q", value)
		}
	case "b64":
		return Base64(value)
	case "xml":
		return wellFormed(value)
	}

	return nil
}

// wellFormed accepts a fragment too: the value of an ADMX-backed policy is "<enabled/>"
// followed by data elements.
func wellFormed(text string) error {
	decoder, _ := XML(text)

	for elements := 0; ; {
		start, done, err := NextElement(decoder)

		switch {
		case err != nil:
			return err
		case done && elements == 0:
			return errors.New("not XML: there is no element")
		case done:
			return nil
		case start != nil:
			elements++
		}
	}
}
