// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyfunctions

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/terraform-plugin-framework/function"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// Limits and types are those that the vendor's clients check (jumpcloud.md 8.4).
const (
	longestLocation  = 255
	longestValueName = 99
)

var registryTypes = []string{"DWORD", "QWORD", "String", "expandString", "multiString"}

// registryAliases are the wire's types and Windows' own names for them, in lower case.
var registryAliases = map[string]string{
	"dword": "DWORD", "reg_dword": "DWORD",
	"qword": "QWORD", "reg_qword": "QWORD",
	"string": "String", "reg_sz": "String", "sz": "String",
	"expandstring": "expandString", "reg_expand_sz": "expandString", "expand_sz": "expandString",
	"multistring": "multiString", "reg_multi_sz": "multiString", "multi_sz": "multiString",
}

var registryRow = rowType("customLocation", "customValueName", "customRegType", "customData")

type registryValues struct{}

// NewRegistryValues returns the function registry_values.
func NewRegistryValues() function.Function { return registryValues{} }

func (registryValues) Metadata(_ context.Context, _ function.MetadataRequest, resp *function.MetadataResponse) {
	resp.Name = "registry_values"
}

func (registryValues) Definition(_ context.Context, _ function.DefinitionRequest, resp *function.DefinitionResponse) {
	resp.Definition = function.Definition{
		Summary: "Rows of the policy template for custom Windows registry keys",
		MarkdownDescription: "Builds and checks the value of the field `customRegTable` of the policy template " +
			"`custom_registry_keys_policy_windows` (Advanced: Custom Registry Keys).",
		Parameters: []function.Parameter{function.DynamicParameter{
			Name: "list",
			MarkdownDescription: "List of objects: `location`, the key below HKEY_LOCAL_MACHINE, at most 255 characters; `name`, the value's " +
				"name, at most 99 characters; `type`, one of `DWORD`, `QWORD`, `String`, `expandString`, `multiString` or Windows' own name " +
				"for it such as `REG_SZ`; `data`, a whole number (a number, or a text in decimal or `0x` form) for `DWORD` and `QWORD`, " +
				"else a text. `type` may be left out: a boolean (1 or 0) or a whole number is a `DWORD`, a text is a `String`.",
			CustomType: anyjson.Type{},
		}},
		Return: function.ListReturn{ElementType: registryRow},
	}
}

func (registryValues) Run(ctx context.Context, req function.RunRequest, resp *function.RunResponse) {
	seen := map[string]bool{}

	rows(ctx, req, resp, []string{"location", "name", "type", "data"}, registryRow, func(in map[string]any) (map[string]string, error) {
		location, err := registryLocation(in)
		if err != nil {
			return nil, err
		}

		name, err := textOf(in, "name")
		if err != nil {
			return nil, err
		}

		if n := utf8.RuneCountInString(name); n > longestValueName {
			return nil, fmt.Errorf("name has %d characters; at most %d are allowed", n, longestValueName)
		}

		kind, err := registryType(in)
		if err != nil {
			return nil, err
		}

		data, err := registryData(kind, in["data"])
		if err != nil {
			return nil, fmt.Errorf("data of %s: %w", name, err)
		}

		// The registry does not tell upper from lower case.
		key := strings.ToLower(location + "\x00" + name)
		if seen[key] {
			return nil, fmt.Errorf("%s\\%s is there twice", location, name)
		}

		seen[key] = true

		return map[string]string{"customLocation": location, "customValueName": name, "customRegType": kind, "customData": data}, nil
	})
}

// registryLocation takes HKEY_LOCAL_MACHINE off: the wire implies it, and it must not be
// there (jumpcloud.md 8.4).
func registryLocation(in map[string]any) (string, error) {
	location, err := textOf(in, "location")
	if err != nil {
		return "", err
	}

	hive, rest, _ := strings.Cut(location, `\`)

	switch hive = strings.TrimSuffix(strings.ToUpper(hive), ":"); {
	case hive == "HKLM" || hive == "HKEY_LOCAL_MACHINE":
		location = rest
	case strings.HasPrefix(hive, "HKEY_") || hive == "HKCU" || hive == "HKCR" || hive == "HKU" || hive == "HKCC":
		return "", fmt.Errorf("location %q is in %s; the template writes to HKEY_LOCAL_MACHINE only", in["location"], hive)
	}

	switch n := utf8.RuneCountInString(location); {
	case location == "":
		return "", errors.New("location names no key below HKEY_LOCAL_MACHINE")
	case strings.Contains(location, "/"):
		return "", fmt.Errorf("location %q has a slash; keys are separated by backslashes, written \"\\\\\" in HCL", location)
	case strings.HasPrefix(location, `\`) || strings.HasSuffix(location, `\`) || strings.Contains(location, `\\`):
		return "", fmt.Errorf("location %q must neither begin nor end with a backslash, nor have two in a row", location)
	case n > longestLocation:
		return "", fmt.Errorf("location has %d characters; at most %d are allowed", n, longestLocation)
	}

	return location, nil
}

func registryType(in map[string]any) (string, error) {
	if in["type"] == nil {
		switch in["data"].(type) {
		case bool, json.Number:
			return "DWORD", nil
		case string:
			return "String", nil
		}

		return "", errors.New("data is missing")
	}

	want, err := textOf(in, "type")
	if err != nil {
		return "", err
	}

	return oneOfAlias("registry type", want, registryAliases, registryTypes)
}

func registryData(kind string, data any) (string, error) {
	text, ok := plainText(data)
	if !ok {
		if _, list := anyjson.Elements(data); list && kind == "multiString" {
			return "", errors.New("expected a text: JumpCloud does not document how several strings are separated; " +
				"write them as the console takes them")
		}

		return "", errors.New("expected a text or a number")
	}

	bits, isNumber := map[string]uint{"DWORD": 32, "QWORD": 64}[kind]
	if !isNumber {
		if _, isText := data.(string); !isText {
			return "", fmt.Errorf("expected a text for %s; quote it", kind)
		}

		return text, nil
	}

	if on, isBool := data.(bool); isBool {
		return map[bool]string{true: "1", false: "0"}[on], nil
	}

	n, ok := wholeNumber(text)
	if !ok || n.Sign() < 0 || n.BitLen() > int(bits) {
		return "", fmt.Errorf("expected a whole number from 0 to 2^%d-1 for %s, got %q", bits, kind, text)
	}

	return n.String(), nil
}

// wholeNumber reads a decimal number, or a hexadecimal one that begins with 0x.
func wholeNumber(text string) (*big.Int, bool) {
	if digits, hex := strings.CutPrefix(strings.ToLower(text), "0x"); hex {
		return new(big.Int).SetString(digits, 16)
	}

	return new(big.Int).SetString(text, 10)
}
