// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package schemaexport_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/schemaexport"
)

// server answers the two calls of the exporter; any other would panic.
type server struct {
	tfprotov6.ProviderServer

	schemas    *tfprotov6.GetProviderSchemaResponse
	identities *tfprotov6.GetResourceIdentitySchemasResponse
}

func (s server) GetProviderSchema(context.Context, *tfprotov6.GetProviderSchemaRequest) (*tfprotov6.GetProviderSchemaResponse, error) {
	return s.schemas, nil
}

func (s server) GetResourceIdentitySchemas(context.Context, *tfprotov6.GetResourceIdentitySchemasRequest) (*tfprotov6.GetResourceIdentitySchemasResponse, error) {
	return s.identities, nil
}

func schema(attributes ...*tfprotov6.SchemaAttribute) *tfprotov6.Schema {
	return &tfprotov6.Schema{Block: &tfprotov6.SchemaBlock{Attributes: attributes}}
}

func full() server {
	text := &tfprotov6.SchemaAttribute{Name: "name", Type: tftypes.String, Required: true, Description: "Name.", DescriptionKind: tfprotov6.StringKindMarkdown}

	return server{
		schemas: &tfprotov6.GetProviderSchemaResponse{
			Provider: schema(text),
			ResourceSchemas: map[string]*tfprotov6.Schema{"acme_thing": {
				Version: 2,
				Block: &tfprotov6.SchemaBlock{
					Description:     "A **thing**.",
					DescriptionKind: tfprotov6.StringKindMarkdown,
					Deprecated:      true,
					Attributes: []*tfprotov6.SchemaAttribute{
						text,
						{Name: "values", Type: tftypes.DynamicPseudoType, Optional: true, Computed: true, Sensitive: true},
						{Name: "secret_wo", Type: tftypes.String, Optional: true, WriteOnly: true},
						{Name: "rules", Optional: true, NestedType: &tfprotov6.SchemaObject{
							Nesting:    tfprotov6.SchemaObjectNestingModeMap,
							Attributes: []*tfprotov6.SchemaAttribute{{Name: "ids", Type: tftypes.Set{ElementType: tftypes.Number}, Required: true}},
						}},
					},
					BlockTypes: []*tfprotov6.SchemaNestedBlock{{
						TypeName: "timeouts",
						Nesting:  tfprotov6.SchemaNestedBlockNestingModeList,
						MaxItems: 1,
						Block:    &tfprotov6.SchemaBlock{Attributes: []*tfprotov6.SchemaAttribute{text}},
					}},
				},
			}},
			DataSourceSchemas:        map[string]*tfprotov6.Schema{"acme_thing": schema(text)},
			EphemeralResourceSchemas: map[string]*tfprotov6.Schema{"acme_token": schema(text)},
			ListResourceSchemas:      map[string]*tfprotov6.Schema{"acme_thing": schema(text)},
			ActionSchemas:            map[string]*tfprotov6.ActionSchema{"acme_run": {Schema: schema(text)}},
			Functions: map[string]*tfprotov6.Function{"ring": {
				Summary:           "Ring of a key",
				Return:            &tfprotov6.FunctionReturn{Type: tftypes.String},
				Parameters:        []*tfprotov6.FunctionParameter{{Name: "key", Type: tftypes.String, AllowNullValue: true}},
				VariadicParameter: &tfprotov6.FunctionParameter{Name: "more", Type: tftypes.Bool},
			}},
		},
		identities: &tfprotov6.GetResourceIdentitySchemasResponse{
			IdentitySchemas: map[string]*tfprotov6.ResourceIdentitySchema{"acme_thing": {
				IdentityAttributes: []*tfprotov6.ResourceIdentitySchemaAttribute{{Name: "id", Type: tftypes.String, RequiredForImport: true}},
			}},
		},
	}
}

// testdata/schema.json has the members that `terraform providers schema -json`
// of Terraform 1.14 prints for the same schema.
func TestWrite(t *testing.T) {
	t.Parallel()

	var out bytes.Buffer
	if err := schemaexport.Write(t.Context(), &out, "acme", full()); err != nil {
		t.Fatal(err)
	}

	want, err := os.ReadFile("testdata/schema.json")
	if err != nil {
		t.Fatal(err)
	}

	if compact(t, out.Bytes()) != compact(t, want) {
		t.Errorf("got\n%s", out.String())
	}
}

func TestWriteReportsWhatTheProviderSays(t *testing.T) {
	t.Parallel()

	broken := full()
	broken.schemas.Diagnostics = []*tfprotov6.Diagnostic{{Severity: tfprotov6.DiagnosticSeverityError, Summary: "Invalid Schema", Detail: "two names"}}

	var out bytes.Buffer
	if err := schemaexport.Write(t.Context(), &out, "acme", broken); err == nil || !strings.Contains(err.Error(), "Invalid Schema: two names") {
		t.Errorf("got %v", err)
	}

	if out.Len() > 0 {
		t.Errorf("wrote %s in spite of the error", out.String())
	}
}

func compact(t *testing.T, raw []byte) string {
	t.Helper()

	var b bytes.Buffer
	if err := json.Compact(&b, raw); err != nil {
		t.Fatal(err)
	}

	return b.String()
}
