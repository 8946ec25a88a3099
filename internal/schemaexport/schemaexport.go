// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package schemaexport writes a provider's schema as the JSON document that
// `terraform providers schema -json` prints, without Terraform.
//
// The documentation is generated from it. An installed Terraform would leave
// out what it does not know yet (identity before 1.12, list resources and
// actions before 1.14), and the pages about it would vanish without a word.
package schemaexport

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// The shapes below are those of format version 1.0 of the document.

type document struct {
	FormatVersion string               `json:"format_version"`
	Schemas       map[string]*provider `json:"provider_schemas"`
}

type provider struct {
	Provider           *schema                    `json:"provider"`
	Resources          map[string]*schema         `json:"resource_schemas,omitempty"`
	DataSources        map[string]*schema         `json:"data_source_schemas,omitempty"`
	EphemeralResources map[string]*schema         `json:"ephemeral_resource_schemas,omitempty"`
	ListResources      map[string]*schema         `json:"list_resource_schemas,omitempty"`
	Actions            map[string]*action         `json:"action_schemas,omitempty"`
	StateStores        map[string]*schema         `json:"state_store_schemas,omitempty"`
	Functions          map[string]*function       `json:"functions,omitempty"`
	Identities         map[string]*identitySchema `json:"resource_identity_schemas,omitempty"`
}

type schema struct {
	Version int64  `json:"version"`
	Block   *block `json:"block"`
}

type action struct {
	Block *block `json:"block"`
}

type block struct {
	Attributes      map[string]*attribute   `json:"attributes,omitempty"`
	Blocks          map[string]*nestedBlock `json:"block_types,omitempty"`
	Description     string                  `json:"description,omitempty"`
	DescriptionKind string                  `json:"description_kind"`
	Deprecated      bool                    `json:"deprecated,omitempty"`
}

type nestedBlock struct {
	Nesting  string `json:"nesting_mode"`
	Block    *block `json:"block"`
	MinItems int64  `json:"min_items,omitempty"`
	MaxItems int64  `json:"max_items,omitempty"`
}

type attribute struct {
	Type            tftypes.Type `json:"type,omitempty"`
	NestedType      *nestedType  `json:"nested_type,omitempty"`
	Description     string       `json:"description,omitempty"`
	DescriptionKind string       `json:"description_kind"`
	Deprecated      bool         `json:"deprecated,omitempty"`
	Required        bool         `json:"required,omitempty"`
	Optional        bool         `json:"optional,omitempty"`
	Computed        bool         `json:"computed,omitempty"`
	Sensitive       bool         `json:"sensitive,omitempty"`
	WriteOnly       bool         `json:"write_only,omitempty"`
}

type nestedType struct {
	Attributes map[string]*attribute `json:"attributes"`
	Nesting    string                `json:"nesting_mode"`
}

type identitySchema struct {
	Version    int64                         `json:"version"`
	Attributes map[string]*identityAttribute `json:"attributes"`
}

type identityAttribute struct {
	Type              tftypes.Type `json:"type"`
	Description       string       `json:"description,omitempty"`
	RequiredForImport bool         `json:"required_for_import,omitempty"`
	OptionalForImport bool         `json:"optional_for_import,omitempty"`
}

type function struct {
	Description        string       `json:"description,omitempty"`
	Summary            string       `json:"summary,omitempty"`
	DeprecationMessage string       `json:"deprecation_message,omitempty"`
	ReturnType         tftypes.Type `json:"return_type"`
	Parameters         []*parameter `json:"parameters,omitempty"`
	VariadicParameter  *parameter   `json:"variadic_parameter,omitempty"`
}

type parameter struct {
	Name        string       `json:"name"`
	Description string       `json:"description,omitempty"`
	IsNullable  bool         `json:"is_nullable,omitempty"`
	Type        tftypes.Type `json:"type"`
}

// Write asks a provider's server for its schemas and writes them under the
// provider's short name, which is where the generator of the docs looks.
func Write(ctx context.Context, w io.Writer, name string, server tfprotov6.ProviderServer) error {
	schemas, err := server.GetProviderSchema(ctx, &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		return fmt.Errorf("ask the provider for its schemas: %w", err)
	}

	identities, err := server.GetResourceIdentitySchemas(ctx, &tfprotov6.GetResourceIdentitySchemasRequest{})
	if err != nil {
		return fmt.Errorf("ask the provider for its identity schemas: %w", err)
	}

	for _, d := range append(schemas.Diagnostics, identities.Diagnostics...) {
		if d.Severity == tfprotov6.DiagnosticSeverityError {
			return fmt.Errorf("the provider's schema is wrong: %s: %s", d.Summary, d.Detail)
		}
	}

	out := json.NewEncoder(w)
	out.SetIndent("", "  ")

	return out.Encode(document{
		FormatVersion: "1.0",
		Schemas: map[string]*provider{name: {
			Provider:           toSchema(schemas.Provider),
			Resources:          each(schemas.ResourceSchemas, toSchema),
			DataSources:        each(schemas.DataSourceSchemas, toSchema),
			EphemeralResources: each(schemas.EphemeralResourceSchemas, toSchema),
			ListResources:      each(schemas.ListResourceSchemas, toSchema),
			Actions:            each(schemas.ActionSchemas, toAction),
			StateStores:        each(schemas.StateStoreSchemas, toSchema),
			Functions:          each(schemas.Functions, toFunction),
			Identities:         each(identities.IdentitySchemas, toIdentity),
		}},
	})
}

func each[In, Out any](in map[string]In, convert func(In) Out) map[string]Out {
	out := make(map[string]Out, len(in))
	for name, value := range in {
		out[name] = convert(value)
	}

	return out
}

func toSchema(s *tfprotov6.Schema) *schema {
	if s == nil {
		return nil
	}

	return &schema{Version: s.Version, Block: toBlock(s.Block)}
}

func toAction(a *tfprotov6.ActionSchema) *action {
	return &action{Block: toBlock(a.Schema.Block)}
}

func toBlock(b *tfprotov6.SchemaBlock) *block {
	out := &block{
		Attributes:      toAttributes(b.Attributes),
		Description:     b.Description,
		DescriptionKind: kind(b.DescriptionKind),
		Deprecated:      b.Deprecated,
		Blocks:          map[string]*nestedBlock{},
	}

	for _, nested := range b.BlockTypes {
		out.Blocks[nested.TypeName] = &nestedBlock{
			Nesting:  blockNesting[nested.Nesting],
			Block:    toBlock(nested.Block),
			MinItems: nested.MinItems,
			MaxItems: nested.MaxItems,
		}
	}

	return out
}

func toAttributes(attributes []*tfprotov6.SchemaAttribute) map[string]*attribute {
	out := make(map[string]*attribute, len(attributes))

	for _, a := range attributes {
		out[a.Name] = &attribute{
			Type:            a.Type,
			Description:     a.Description,
			DescriptionKind: kind(a.DescriptionKind),
			Deprecated:      a.Deprecated,
			Required:        a.Required,
			Optional:        a.Optional,
			Computed:        a.Computed,
			Sensitive:       a.Sensitive,
			WriteOnly:       a.WriteOnly,
		}

		if a.NestedType != nil {
			out[a.Name].NestedType = &nestedType{
				Attributes: toAttributes(a.NestedType.Attributes),
				Nesting:    attributeNesting[a.NestedType.Nesting],
			}
		}
	}

	return out
}

func toIdentity(s *tfprotov6.ResourceIdentitySchema) *identitySchema {
	out := &identitySchema{Version: s.Version, Attributes: map[string]*identityAttribute{}}

	for _, a := range s.IdentityAttributes {
		out.Attributes[a.Name] = &identityAttribute{
			Type:              a.Type,
			Description:       a.Description,
			RequiredForImport: a.RequiredForImport,
			OptionalForImport: a.OptionalForImport,
		}
	}

	return out
}

func toFunction(f *tfprotov6.Function) *function {
	out := &function{
		Description:        f.Description,
		Summary:            f.Summary,
		DeprecationMessage: f.DeprecationMessage,
		ReturnType:         f.Return.Type,
		VariadicParameter:  toParameter(f.VariadicParameter),
	}

	for _, p := range f.Parameters {
		out.Parameters = append(out.Parameters, toParameter(p))
	}

	return out
}

func toParameter(p *tfprotov6.FunctionParameter) *parameter {
	if p == nil {
		return nil
	}

	return &parameter{Name: p.Name, Description: p.Description, IsNullable: p.AllowNullValue, Type: p.Type}
}

func kind(k tfprotov6.StringKind) string {
	if k == tfprotov6.StringKindMarkdown {
		return "markdown"
	}

	return "plain"
}

var blockNesting = map[tfprotov6.SchemaNestedBlockNestingMode]string{
	tfprotov6.SchemaNestedBlockNestingModeSingle: "single",
	tfprotov6.SchemaNestedBlockNestingModeList:   "list",
	tfprotov6.SchemaNestedBlockNestingModeSet:    "set",
	tfprotov6.SchemaNestedBlockNestingModeMap:    "map",
	tfprotov6.SchemaNestedBlockNestingModeGroup:  "group",
}

var attributeNesting = map[tfprotov6.SchemaObjectNestingMode]string{
	tfprotov6.SchemaObjectNestingModeSingle: "single",
	tfprotov6.SchemaObjectNestingModeList:   "list",
	tfprotov6.SchemaObjectNestingModeSet:    "set",
	tfprotov6.SchemaObjectNestingModeMap:    "map",
}
