// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyfunctions

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/function"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policyvalue"
)

var omaRow = rowType("uri", "format", "value")

type omaURIValues struct{}

// NewOMAURIValues returns the function oma_uri_values.
func NewOMAURIValues() function.Function { return omaURIValues{} }

func (omaURIValues) Metadata(_ context.Context, _ function.MetadataRequest, resp *function.MetadataResponse) {
	resp.Name = "oma_uri_values"
}

func (omaURIValues) Definition(_ context.Context, _ function.DefinitionRequest, resp *function.DefinitionResponse) {
	resp.Definition = function.Definition{
		Summary: "Rows of the policy template for custom Windows MDM settings",
		MarkdownDescription: "Builds and checks the value of the field `uriList` of the policy template `custom_oma_uri_mdm_windows` " +
			"(Custom MDM, OMA-URI).",
		Parameters: []function.Parameter{function.DynamicParameter{
			Name: "list",
			MarkdownDescription: "List of objects: `uri`, which begins with `./`, such as `./Device/Vendor/MSFT/…`; `format`, one of `int`, " +
				"`chr`, `float`, `bool`, `xml`, `b64` or the console's word `integer`, `string`, `floating point`, `boolean`, `base64`; " +
				"`value`, checked against the format. `format` may be left out: a whole number is an `int`, any other a `float`, a " +
				"boolean a `bool`, a text a `chr`.",
			CustomType: anyjson.Type{},
		}},
		Return: function.ListReturn{ElementType: omaRow},
	}
}

func (omaURIValues) Run(ctx context.Context, req function.RunRequest, resp *function.RunResponse) {
	seen := map[string]bool{}

	rows(ctx, req, resp, []string{"uri", "format", "value"}, omaRow, func(in map[string]any) (map[string]string, error) {
		uri, err := textOf(in, "uri")
		if err != nil {
			return nil, err
		}

		if err := policyvalue.OMAURI(uri); err != nil {
			return nil, err
		}

		// Windows does not tell upper from lower case here.
		key := strings.ToLower(uri)
		if seen[key] {
			return nil, fmt.Errorf("uri %q is there twice, whatever their case", uri)
		}

		seen[key] = true

		format, err := omaFormat(in)
		if err != nil {
			return nil, err
		}

		value, ok := policyvalue.Text(in["value"])
		if !ok {
			return nil, errors.New("value: expected a text, a number or a boolean")
		}

		if err := policyvalue.OMAValue(format, value); err != nil {
			return nil, fmt.Errorf("value of %s: %w", uri, err)
		}

		return map[string]string{"uri": uri, "format": format, "value": value}, nil
	})
}

func omaFormat(in map[string]any) (string, error) {
	if in["format"] != nil {
		want, err := textOf(in, "format")
		if err != nil {
			return "", err
		}

		return policyvalue.OMAFormat(want)
	}

	switch v := in["value"].(type) {
	case bool:
		return "bool", nil
	case json.Number:
		if strings.ContainsAny(v.String(), ".e") {
			return "float", nil
		}

		return "int", nil
	case string:
		return "chr", nil
	}

	return "", errors.New("value is missing")
}
