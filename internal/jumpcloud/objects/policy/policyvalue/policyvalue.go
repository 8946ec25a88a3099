// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package policyvalue has the rules for policy values that a template does not state: the
// rows of custom registry keys and of OMA-URI settings, XML and base64. The functions build
// values by them, and the resource checks what was written by hand.
package policyvalue

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"unicode"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nearest"
)

// Base64 tells where a text stops being base64 on one line. Go skips line breaks, but
// nobody documents that the service or a device does.
func Base64(text string) error {
	bad := -1

	var corrupt base64.CorruptInputError
	if _, err := base64.StdEncoding.DecodeString(text); errors.As(err, &corrupt) {
		bad = int(corrupt)
	}

	if fold := strings.IndexAny(text, "\r\n"); fold >= 0 && (bad < 0 || fold < bad) {
		bad = fold
	}

	if bad < 0 {
		return nil
	}

	return fmt.Errorf("expected base64 on one line, as filebase64 gives it; this breaks at offset %d of %d", bad, len(text))
}

// unseen tells whether a text has what nobody sees and every device would take: line breaks and
// other characters that are not printable. Windows takes printable ones alone in the names of keys
// and values, a blank at either end among them (evidence: policies 2.6).
func unseen(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) })
}

// Text writes a scalar as the text that a row carries, every cell of which is a string
// (evidence: policies 2.6, 2.7). ok is false for null, lists and objects.
func Text(v any) (text string, ok bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case json.Number:
		return v.String(), true
	case bool:
		return strconv.FormatBool(v), true
	}

	return "", false
}

// wholeNumber reads a decimal number, or a hexadecimal one that begins with 0x.
func wholeNumber(text string) (*big.Int, bool) {
	if digits, hex := strings.CutPrefix(strings.ToLower(text), "0x"); hex {
		return new(big.Int).SetString(digits, 16)
	}

	return new(big.Int).SetString(text, 10)
}

// oneOf returns what an accepted spelling stands for; case does not matter.
func oneOf(noun, want string, aliases map[string]string, canonical []string) (string, error) {
	if found, ok := aliases[strings.ToLower(want)]; ok {
		return found, nil
	}

	return "", errors.New(strings.TrimSuffix(nearest.Unknown(noun, want, canonical), "."))
}
