// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyfunctions

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/function"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/anyjson"
)

// omaFormats are the formats on the wire, and omaAliases what else people call them: the
// console's words are translated by the client (jumpcloud.md 8.4).
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

		if !strings.HasPrefix(uri, "./") || strings.TrimSpace(uri) != uri || strings.HasSuffix(uri, "/") {
			return nil, fmt.Errorf(`uri %q must begin with "./" and neither end with a slash nor be padded with spaces`, uri)
		}

		if seen[uri] {
			return nil, fmt.Errorf("uri %q is there twice", uri)
		}

		seen[uri] = true

		format, err := omaFormat(in)
		if err != nil {
			return nil, err
		}

		value, ok := plainText(in["value"])
		if !ok {
			return nil, errors.New("value: expected a text, a number or a boolean")
		}

		if err := checkOMA(format, value); err != nil {
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

		return oneOfAlias("OMA-URI format", want, omaAliases, omaFormats)
	}

	switch v := in["value"].(type) {
	case bool:
		return "bool", nil
	case json.Number:
		if _, whole := wholeNumber(v.String()); whole {
			return "int", nil
		}

		return "float", nil
	case string:
		return "chr", nil
	}

	return "", errors.New("value is missing")
}

func checkOMA(format, value string) error {
	switch format {
	case "int":
		if _, err := strconv.ParseInt(value, 10, 64); err != nil {
			return fmt.Errorf("expected a whole number, got %q", value)
		}
	case "float":
		if _, err := strconv.ParseFloat(value, 64); err != nil {
			return fmt.Errorf("expected a number, got %q", value)
		}
	case "bool":
		if value != "true" && value != "false" {
			return fmt.Errorf("expected true or false, got %q", value)
		}
	case "b64":
		if _, err := base64.StdEncoding.DecodeString(value); err != nil {
			return fmt.Errorf("not base64: %w", err)
		}
	case "xml":
		return wellFormed(value)
	}

	return nil
}

// wellFormed accepts a fragment too: the value of an ADMX-backed policy is "<enabled/>"
// followed by data elements.
func wellFormed(text string) error {
	decoder := xml.NewDecoder(strings.NewReader(text))

	for elements := 0; ; {
		token, err := decoder.Token()

		switch {
		case errors.Is(err, io.EOF) && elements > 0:
			return nil
		case errors.Is(err, io.EOF):
			return errors.New("not XML: there is no element")
		case err != nil:
			return fmt.Errorf("not well-formed XML: %w", err)
		}

		if _, ok := token.(xml.StartElement); ok {
			elements++
		}
	}
}
