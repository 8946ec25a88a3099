// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyvalue

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Limits and types are those that the vendor's clients check (evidence: policies 2.6).
const (
	longestLocation  = 255
	longestValueName = 99
)

const (
	dword       = "DWORD"
	qword       = "QWORD"
	plainString = "String"
	multiString = "multiString"
)

var registryTypes = []string{dword, qword, plainString, "expandString", multiString}

// registryAliases are the wire's types and Windows' own names for them, in lower case.
var registryAliases = map[string]string{
	"dword": dword, "reg_dword": dword,
	"qword": qword, "reg_qword": qword,
	"string": plainString, "reg_sz": plainString, "sz": plainString,
	"expandstring": "expandString", "reg_expand_sz": "expandString", "expand_sz": "expandString",
	"multistring": multiString, "reg_multi_sz": multiString, "multi_sz": multiString,
}

// RegistryLocation returns a key as the wire has it, below HKEY_LOCAL_MACHINE, which must
// not be there (evidence: policies 2.6), from any spelling that tools show.
func RegistryLocation(shown string) (string, error) {
	if unseen(shown) {
		return "", fmt.Errorf("location %q has a character that cannot be seen; take it away", shown)
	}

	location := shown

	if inner, ok := strings.CutPrefix(location, "["); ok && strings.HasSuffix(inner, "]") {
		location = strings.TrimSuffix(inner, "]")
	}

	if strings.HasPrefix(strings.ToUpper(location), "-HKEY_") {
		return "", fmt.Errorf("location %q deletes a key in a .reg file; the template only sets values", shown)
	}

	location = cutFolded(location, `Microsoft.PowerShell.Core\`, "Registry::", `My Computer\`, `Computer\`)

	first, rest, _ := strings.Cut(location, `\`)
	second, _, _ := strings.Cut(rest, `\`)

	// A blank before a hive is no key's name, as it may be before any other key.
	switch hive := strings.TrimSuffix(strings.ToUpper(strings.TrimSpace(first)), ":"); {
	case hive == "HKLM" || hive == "HKEY_LOCAL_MACHINE":
		location = rest
	case strings.HasPrefix(hive, "HKEY_") || hive == "HKCU" || hive == "HKCR" || hive == "HKU" || hive == "HKCC":
		return "", fmt.Errorf("location %q is in %s; the template writes to HKEY_LOCAL_MACHINE only", shown, hive)
	case strings.HasPrefix(strings.ToUpper(second), "HKEY_"):
		return "", fmt.Errorf("location %q has %s inside; begin with the key below HKEY_LOCAL_MACHINE", shown, second)
	}

	switch n := utf8.RuneCountInString(location); {
	case location == "":
		return "", errors.New("location names no key below HKEY_LOCAL_MACHINE")
	case strings.Contains(location, "/") && !strings.Contains(shown, `\`):
		return "", fmt.Errorf("location %q has slashes alone; keys are separated by backslashes, written \"\\\\\" in HCL", shown)
	case strings.HasPrefix(location, `\`) || strings.HasSuffix(location, `\`) || strings.Contains(location, `\\`):
		return "", fmt.Errorf("location %q must neither begin nor end with a backslash, nor have two in a row", shown)
	case n > longestLocation:
		return "", fmt.Errorf("location has %d characters; at most %d are allowed", n, longestLocation)
	}

	return location, nil
}

// cutFolded takes prefixes off, in that order, whatever their case.
func cutFolded(text string, prefixes ...string) string {
	for _, prefix := range prefixes {
		if len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix) {
			text = text[len(prefix):]
		}
	}

	return text
}

// RegistryValueName checks a value's name.
func RegistryValueName(name string) error {
	if unseen(name) {
		return fmt.Errorf("name %q has a character that cannot be seen; take it away", name)
	}

	if n := utf8.RuneCountInString(name); n > longestValueName {
		return fmt.Errorf("name has %d characters; at most %d are allowed", n, longestValueName)
	}

	return nil
}

// RegistryType returns the wire's word for a type.
func RegistryType(want string) (string, error) {
	switch strings.ToLower(strings.TrimPrefix(strings.ToUpper(want), "REG_")) {
	case "binary", "none":
		return "", fmt.Errorf("the template cannot write REG_BINARY; its types are %s", strings.Join(registryTypes, ", "))
	}

	return oneOf("registry type", want, registryAliases, registryTypes)
}

// regFile is what a .reg file writes before data that is not a plain string.
var regFile = regexp.MustCompile(`(?i)^(dword|hex|hex\([0-9a-f]+\)):`)

// RegistryTypeOf is the type of data for which none was given.
func RegistryTypeOf(data any) (string, error) {
	switch data := data.(type) {
	case bool, json.Number:
		return dword, nil
	case string:
		switch prefix := strings.ToLower(regFile.FindString(data)); prefix {
		case "":
			return plainString, nil
		case "dword:":
			return dword, nil
		case "hex(b):":
			return qword, nil
		case "hex:":
			return "", errors.New(`"hex:" data is REG_BINARY in a .reg file, which the template cannot write; a text that begins so needs a type`)
		default:
			return "", fmt.Errorf("%q data is the bytes of a .reg file; give the type, and the data as text", prefix)
		}
	}

	return "", errors.New("data is missing")
}

// RegistryData returns data of a type as the wire has it.
func RegistryData(kind string, data any) (string, error) {
	if list, ok := data.([]any); ok && kind == multiString {
		return multiStrings(list)
	}

	text, ok := Text(data)
	if !ok {
		return "", errors.New("expected a text or a number")
	}

	bits, isNumber := map[string]int{dword: 32, qword: 64}[kind]
	if !isNumber {
		if _, isText := data.(string); !isText {
			return "", fmt.Errorf("expected a text for %s; quote it", kind)
		}

		return text, nil
	}

	if on, isBool := data.(bool); isBool {
		return map[bool]string{true: "1", false: "0"}[on], nil
	}

	return registryNumber(kind, bits, text)
}

// registryNumber reads a number in decimal, in 0x form, or as .reg files write it.
func registryNumber(kind string, bits int, text string) (string, error) {
	plain := strings.ToLower(text)

	if bytes, ok := strings.CutPrefix(plain, "hex(b):"); ok {
		pairs := strings.Split(bytes, ",")
		if len(pairs) != 8 {
			return "", fmt.Errorf("expected eight bytes after hex(b):, got %q", text)
		}

		plain = "0x"
		for i := range pairs { // the lowest byte comes first
			plain += pairs[len(pairs)-1-i]
		}
	} else if digits, ok := strings.CutPrefix(plain, "dword:"); ok {
		plain = "0x" + digits
	} else if len(plain) == bits/4 && strings.ContainsAny(plain, "abcdef") && !strings.Contains(plain, "x") {
		plain = "0x" + plain
	} else if ambiguous(plain) {
		return "", fmt.Errorf("%q begins with a zero: as .reg files mean it write %q, else leave the zeros out", text, "0x"+text)
	}

	n, ok := wholeNumber(plain)
	if !ok || n.Sign() < 0 || n.BitLen() > bits {
		return "", fmt.Errorf("expected a whole number from 0 to 2^%d-1 for %s, got %q", bits, kind, text)
	}

	return n.String(), nil
}

// ambiguous tells of digits that begin with a zero, as those of a .reg file do, and mean
// something else in decimal.
func ambiguous(text string) bool {
	if len(text) < 2 || text[0] != '0' || text[1] == 'x' {
		return false
	}

	a, isDecimal := wholeNumber(text)
	b, _ := wholeNumber("0x" + text)

	return isDecimal && a.Cmp(b) != 0
}

// multiStrings writes several strings as the vendor's registry importer sends them, the
// only evidence there is: "\0", a backslash and a zero, after each and one more at the end.
func multiStrings(list []any) (string, error) {
	if len(list) == 0 {
		return "", errors.New("expected at least one string")
	}

	var out strings.Builder

	for i, e := range list {
		text, ok := e.(string)

		switch {
		case !ok:
			return "", fmt.Errorf("[%d]: expected a string", i)
		case text == "":
			return "", fmt.Errorf("[%d]: an empty string would end the list", i)
		case strings.Contains(text, `\0`):
			return "", fmt.Errorf(`[%d]: \0 separates the strings and cannot be in one`, i)
		}

		out.WriteString(text + `\0`)
	}

	return out.String() + `\0`, nil
}
