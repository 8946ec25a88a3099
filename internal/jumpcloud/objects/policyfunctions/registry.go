// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyfunctions

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/function"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policyvalue"
)

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
			MarkdownDescription: "List of objects: `location`, the key below HKEY_LOCAL_MACHINE, at most 255 characters, also as regedit " +
				"and `.reg` files show it (`HKLM\\…`, `Computer\\HKEY_LOCAL_MACHINE\\…`, `[HKEY_LOCAL_MACHINE\\…]`); `name`, the value's name, at " +
				"most 99 characters; `type`, one of `DWORD`, `QWORD`, `String`, `expandString`, `multiString` or Windows' own name for it such " +
				"as `REG_SZ` (`REG_BINARY` cannot be written); `data`, a whole number for `DWORD` and `QWORD` (a number, or a text in decimal, " +
				"`0x` or `.reg` form such as `dword:0000001f`), else a text. `type` may be left out: a boolean (1 or 0) or a whole number is a " +
				"`DWORD`, a text is a `String` unless it begins as a number of a `.reg` file does.\n\n" +
				"The `data` of a `multiString` may be a list of strings. It is sent as JumpCloud's own registry importer does, `a\\0b\\0\\0` for " +
				"`[\"a\", \"b\"]`; that importer's source is the only evidence for this form.",
			CustomType: anyjson.Type{},
		}},
		Return: function.ListReturn{ElementType: registryRow},
	}
}

func (registryValues) Run(ctx context.Context, req function.RunRequest, resp *function.RunResponse) {
	seen := map[string]bool{}

	rows(ctx, req, resp, []string{"location", "name", "type", "data"}, registryRow, func(in map[string]any) (map[string]string, error) {
		shown, err := textOf(in, "location")
		if err != nil {
			return nil, err
		}

		location, err := policyvalue.RegistryLocation(shown)
		if err != nil {
			return nil, err
		}

		name, err := textOf(in, "name")
		if err != nil {
			return nil, err
		}

		if err := policyvalue.RegistryValueName(name); err != nil {
			return nil, err
		}

		kind, err := registryType(in)
		if err != nil {
			return nil, err
		}

		data, err := policyvalue.RegistryData(kind, in["data"])
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

func registryType(in map[string]any) (string, error) {
	if in["type"] == nil {
		return policyvalue.RegistryTypeOf(in["data"])
	}

	want, err := textOf(in, "type")
	if err != nil {
		return "", err
	}

	return policyvalue.RegistryType(want)
}
