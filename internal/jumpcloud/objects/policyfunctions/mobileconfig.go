// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package policyfunctions

import (
	"context"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/function"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policyvalue"
)

type mobileconfig struct{}

// NewMobileconfig returns the function mobileconfig.
func NewMobileconfig() function.Function { return mobileconfig{} }

func (mobileconfig) Metadata(_ context.Context, _ function.MetadataRequest, resp *function.MetadataResponse) {
	resp.Name = "mobileconfig"
}

func (mobileconfig) Definition(_ context.Context, _ function.DefinitionRequest, resp *function.DefinitionResponse) {
	resp.Definition = function.Definition{
		Summary: "Payload of the policy templates for custom Apple profiles",
		MarkdownDescription: "Checks an Apple configuration profile and encodes it as the field `payload` of the policy templates " +
			"`custom_mdm_profile_darwin`, `custom_mdm_profile_ios` and `custom_mdm_profile_tvos` takes it: base64.",
		Parameters: []function.Parameter{function.StringParameter{
			Name: "xml",
			MarkdownDescription: "The profile (`.mobileconfig`) as XML, such as `file(\"wifi.mobileconfig\")`. It must be unsigned, since " +
				"JumpCloud signs it itself, have `PayloadType` `Configuration`, `PayloadIdentifier`, `PayloadUUID`, `PayloadVersion` and a " +
				"`PayloadContent` list, and every payload in that list a type, an identifier and a UUID, none of them used twice.",
		}},
		Return: function.StringReturn{},
	}
}

func (mobileconfig) Run(ctx context.Context, req function.RunRequest, resp *function.RunResponse) {
	var text types.String
	if resp.Error = req.Arguments.Get(ctx, &text); resp.Error != nil {
		return
	}

	if err := checkProfile(text.ValueString()); err != nil {
		resp.Error = refuse(0, err.Error())

		return
	}

	resp.Error = resp.Result.Set(ctx, base64.StdEncoding.EncodeToString([]byte(text.ValueString())))
}

func checkProfile(text string) error {
	if !strings.HasPrefix(strings.TrimSpace(strings.TrimPrefix(text, "\ufeff")), "<") {
		return errors.New("this is no XML property list; a signed profile or a binary one is not taken: export it unsigned, as XML " +
			"(`security cms -D -i signed.mobileconfig`, `plutil -convert xml1`)")
	}

	root, err := parsePlist(text)
	if err != nil {
		return err
	}

	profile, ok := root.(map[string]any)
	if !ok {
		return errors.New("the property list is no dictionary")
	}

	problems := missingMembers("the profile", profile)
	if kind, _ := profile["PayloadType"].(string); kind != "" && kind != "Configuration" {
		problems = append(problems, fmt.Sprintf("the profile's PayloadType is %q, not \"Configuration\"", kind))
	}

	if _, ok := profile["PayloadVersion"]; !ok {
		problems = append(problems, "the profile has no PayloadVersion")
	}

	payloads, ok := profile["PayloadContent"].([]any)
	if !ok || len(payloads) == 0 {
		problems = append(problems, "the profile has no PayloadContent list with a payload in it")
	}

	return problemsOf(append(problems, payloadProblems(payloads)...))
}

func payloadProblems(payloads []any) []string {
	var problems []string

	used := map[string]int{}

	for i, p := range payloads {
		name := fmt.Sprintf("PayloadContent[%d]", i)

		payload, ok := p.(map[string]any)
		if !ok {
			problems = append(problems, name+" is no dictionary")

			continue
		}

		problems = append(problems, missingMembers(name, payload)...)

		for _, member := range []string{"PayloadIdentifier", "PayloadUUID"} {
			v, _ := payload[member].(string)
			if first, twice := used[member+v]; twice && v != "" {
				problems = append(problems, fmt.Sprintf("%s has the %s of PayloadContent[%d]", name, member, first))
			}

			used[member+v] = i
		}
	}

	return problems
}

func missingMembers(name string, dict map[string]any) []string {
	var problems []string

	for _, member := range []string{"PayloadType", "PayloadIdentifier", "PayloadUUID"} {
		if v, _ := dict[member].(string); v == "" {
			problems = append(problems, fmt.Sprintf("%s has no %s", name, member))
		}
	}

	return problems
}

func problemsOf(problems []string) error {
	if len(problems) == 0 {
		return nil
	}

	return errors.New("this is no configuration profile:\n" + strings.Join(problems, "\n"))
}

// parsePlist reads an XML property list: dictionaries, arrays and, as texts, everything else.
func parsePlist(text string) (any, error) {
	decoder, declared := policyvalue.XML(text)
	if err := policyvalue.Encoding(text, declared); err != nil {
		return nil, err
	}

	start, err := nextElement(decoder)
	if err != nil {
		return nil, err
	}

	if start == nil || start.Name.Local != "plist" {
		return nil, errors.New("the root element is not <plist>")
	}

	value, err := nextElement(decoder)
	if err != nil {
		return nil, err
	}

	if value == nil {
		return nil, errors.New("the property list is empty")
	}

	root, err := parseValue(decoder, *value)
	if err != nil {
		return nil, err
	}

	for {
		if _, done, err := policyvalue.NextElement(decoder); done || err != nil {
			return root, err
		}
	}
}

// nextElement returns the next element of the one that is open, nil at its end.
func nextElement(decoder *xml.Decoder) (*xml.StartElement, error) {
	start, done, err := policyvalue.NextElement(decoder)
	if done {
		err = policyvalue.Malformed(io.ErrUnexpectedEOF)
	}

	return start, err
}

func parseValue(decoder *xml.Decoder, start xml.StartElement) (any, error) {
	switch start.Name.Local {
	case "dict":
		return parseDict(decoder)
	case "array":
		list := []any{}

		for {
			element, err := nextElement(decoder)
			if err != nil || element == nil {
				return list, err
			}

			v, err := parseValue(decoder, *element)
			if err != nil {
				return nil, err
			}

			list = append(list, v)
		}
	}

	var text string
	if err := decoder.DecodeElement(&text, &start); err != nil {
		return nil, policyvalue.Malformed(err)
	}

	return text, nil
}

func parseDict(decoder *xml.Decoder) (map[string]any, error) {
	dict := map[string]any{}

	for {
		start, err := nextElement(decoder)
		if err != nil || start == nil {
			return dict, err
		}

		if start.Name.Local != "key" {
			return nil, fmt.Errorf("a dictionary has <%s> where a <key> belongs", start.Name.Local)
		}

		var key string
		if err := decoder.DecodeElement(&key, start); err != nil {
			return nil, policyvalue.Malformed(err)
		}

		value, err := nextElement(decoder)
		if err != nil {
			return nil, err
		}

		if value == nil {
			return nil, fmt.Errorf("the key %q has no value", key)
		}

		if dict[key], err = parseValue(decoder, *value); err != nil {
			return nil, err
		}
	}
}
