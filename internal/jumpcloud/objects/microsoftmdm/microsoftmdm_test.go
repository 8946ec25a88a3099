// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package microsoftmdm_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/tfversion"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/microsoftmdm"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

const (
	typeName = "jumpcloud_microsoft_mdm_configuration_file"
	route    = "/api/v2/microsoft-mdm/configuration-files"
)

// own is an administrator of one organization, which the provider block names.
func own(s *simulator.Simulator) acctest.Environment {
	org, _ := s.OrganizationID(simulator.AcmeInc)

	return acctest.As(s, simulator.RoleTenant).With("JUMPCLOUD_ORGANIZATION_ID", org)
}

// wantArchive wants a zip in a file that only its owner can read.
func wantArchive(t *testing.T, path string) []byte {
	t.Helper()

	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}

	if _, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err != nil {
		t.Error(err)
	}

	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v (%v), want 0600", info.Mode(), err)
	}

	return data
}

func TestDataSource(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	env := own(s)
	path := filepath.Join(t.TempDir(), "mdm.zip")

	// An older file that everybody can read does not stay so.
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}

	// The POST changes nothing, so a provider that may only read may send it.
	core := acctest.NewCore(t, s, env.With("JUMPCLOUD_READ_ONLY", "true"))

	found, d := core.Data(typeName, acctest.Attrs{"output_path": path})
	data := wantArchive(t, path)

	if len(d) > 0 || found["media_type"] != "application/zip" || found["size"] != len(data) || len(fmt.Sprint(found["sha256"])) != 64 {
		t.Errorf("found %v\n%s", found, d)
	}

	calls := s.Log().Calls("POST", route)
	if len(calls) != 1 || string(calls[0].Body) != "{}" || calls[0].Header.Get("X-Org-Id") == "" {
		t.Errorf("calls %v", calls)
	}

	for text, to := range map[string]string{
		"[AttributeName(\"output_path\")]\nthe folder of": filepath.Join(filepath.Dir(path), "none", "x"), "at least 1": "",
	} {
		if _, d := core.Data(typeName, acctest.Attrs{"output_path": to}); !strings.Contains(d.String(), text) {
			t.Errorf("%q is not in:\n%s", text, d)
		}
	}
}

func TestFaults(t *testing.T) {
	t.Parallel()

	for text, fault := range map[string]sim.Fault{
		"status 500": {Status: http.StatusInternalServerError}, "status 403": {Status: http.StatusForbidden},
		"status 404": {Status: http.StatusNotFound}, "no answer": {Drop: true}, "no zip archive": {Malformed: true},
	} {
		s := acctest.Simulator(t, simulator.Options{})
		core := acctest.NewCore(t, s, own(s).With("JUMPCLOUD_MAX_RETRIES", "0"))
		path := filepath.Join(t.TempDir(), "mdm.zip")
		fault.PathPrefix = route
		s.Inject(fault)

		_, d := core.Data(typeName, acctest.Attrs{"output_path": path})
		if !strings.Contains(d.String(), "Unable to Read Microsoft MDM Configuration File") || !strings.Contains(d.String(), text) {
			t.Errorf("%q: %s", text, d)
		}

		if _, err := os.Stat(path); err == nil {
			t.Errorf("%q: a file was written", text)
		}
	}
}

// TestCredentialThatReachesSeveral shows what an MSP's credential gets, where the service
// takes the organization's header and where it does not.
func TestCredentialThatReachesSeveral(t *testing.T) {
	t.Parallel()

	for _, reading := range []string{"accepted", "refused", "required"} {
		s := acctest.Simulator(t, simulator.Options{Switches: map[string]string{"headerless-route-without-id": reading}})
		org, _ := s.OrganizationID(simulator.AcmeInc)
		several := acctest.As(s, simulator.RoleBilling).With("JUMPCLOUD_ORGANIZATION_ID", org)
		core := acctest.NewCore(t, s, several)
		path := filepath.Join(t.TempDir(), "mdm.zip")
		_, d := core.Data(typeName, acctest.Attrs{"output_path": path})
		_, problem := open(t, s, several, nil)

		if reading != "refused" {
			if len(d) > 0 || problem != "" || len(wantArchive(t, path)) == 0 {
				t.Errorf("%s: %s%s", reading, d, problem)
			}

			continue
		}

		for _, text := range []string{"no organization selected", "does not take the organization's header"} {
			if !strings.Contains(d.String(), text) || !strings.Contains(problem, text) {
				t.Errorf("%q is not in:\n%s\n%s", text, d, problem)
			}
		}
	}
}

func TestWithoutMDM(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{Switches: map[string]string{"microsoft-mdm-without-mdm": "refuse"}})
	globex, _ := s.OrganizationID(simulator.Globex)
	key := s.AddKey("globex", jumpcloudsim.Access{OrganizationID: globex}, "")
	core := acctest.NewCore(t, s, own(s).With("JUMPCLOUD_API_KEY", key).With("JUMPCLOUD_ORGANIZATION_ID", globex))

	_, d := core.Data(typeName, acctest.Attrs{"output_path": filepath.Join(t.TempDir(), "mdm.zip")})
	if !strings.Contains(d.String(), "status 404") {
		t.Error(d)
	}
}

// open opens the ephemeral resource as Terraform does.
func open(t *testing.T, s *simulator.Simulator, env acctest.Environment, path any) (map[string]tftypes.Value, string) {
	t.Helper()

	ctx := context.Background()

	server, err := acctest.Server(s, env)
	if err != nil {
		t.Fatal(err)
	}

	schemas, err := server.GetProviderSchema(ctx, &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		t.Fatal(err)
	}

	nothing := map[string]tftypes.Value{}

	settings, _ := schemas.Provider.ValueType().(tftypes.Object)
	for name, kind := range settings.AttributeTypes {
		nothing[name] = tftypes.NewValue(kind, nil)
	}

	encode := func(kind tftypes.Type, members map[string]tftypes.Value) *tfprotov6.DynamicValue {
		v, err := tfprotov6.NewDynamicValue(kind, tftypes.NewValue(kind, members))
		if err != nil {
			t.Fatal(err)
		}

		return &v
	}

	if _, err := server.ConfigureProvider(ctx, &tfprotov6.ConfigureProviderRequest{Config: encode(settings, nothing)}); err != nil {
		t.Fatal(err)
	}

	kind := schemas.EphemeralResourceSchemas[typeName].ValueType()

	resp, err := server.OpenEphemeralResource(ctx, &tfprotov6.OpenEphemeralResourceRequest{
		TypeName: typeName, Config: encode(kind, map[string]tftypes.Value{
			"organization_id": tftypes.NewValue(tftypes.String, nil),
			"output_path":     tftypes.NewValue(tftypes.String, path),
			"content_base64":  tftypes.NewValue(tftypes.String, nil),
			"media_type":      tftypes.NewValue(tftypes.String, nil),
			"sha256":          tftypes.NewValue(tftypes.String, nil),
		}),
	})
	if err != nil {
		t.Fatal(err)
	}

	if len(resp.Diagnostics) > 0 {
		return nil, acctest.Diagnostics(resp.Diagnostics).String()
	}

	result, err := resp.Result.Unmarshal(kind)
	if err != nil {
		t.Fatal(err)
	}

	var members map[string]tftypes.Value
	if err := result.As(&members); err != nil {
		t.Fatal(err)
	}

	return members, ""
}

func TestEphemeral(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	path := filepath.Join(t.TempDir(), "mdm.zip")

	result, problem := open(t, s, own(s), path)
	if problem != "" {
		t.Fatal(problem)
	}

	var content, kind string
	if result["content_base64"].As(&content) != nil || result["media_type"].As(&kind) != nil || kind != "application/zip" {
		t.Errorf("result %v", result)
	}

	if data, err := base64.StdEncoding.DecodeString(content); err != nil || !bytes.Equal(data, wantArchive(t, path)) {
		t.Errorf("the result is not the file: %v", err)
	}

	if _, problem := open(t, s, own(s), nil); problem != "" {
		t.Errorf("without a file: %s", problem)
	}

	// The download is a POST that writes nothing.
	if _, problem := open(t, s, own(s).With("JUMPCLOUD_READ_ONLY", "true"), nil); problem != "" {
		t.Errorf("with a provider that may only read: %s", problem)
	}

	s.Inject(sim.Fault{PathPrefix: route, Status: http.StatusForbidden})

	_, problem = open(t, s, own(s), nil)
	if !strings.Contains(problem, "Unable to Open Microsoft MDM Configuration File") || !strings.Contains(problem, "status 403") {
		t.Error(problem)
	}
}

// TestEphemeralUnconfigured opens it before the provider is configured.
func TestEphemeralUnconfigured(t *testing.T) {
	t.Parallel()

	r := microsoftmdm.NewEphemeralResource()

	var schema ephemeral.SchemaResponse
	r.Schema(t.Context(), ephemeral.SchemaRequest{}, &schema)

	var req ephemeral.OpenRequest
	req.Config.Schema = schema.Schema
	req.Config.Raw = tftypes.NewValue(schema.Schema.Type().TerraformType(t.Context()), map[string]tftypes.Value{
		"organization_id": tftypes.NewValue(tftypes.String, nil),
		"output_path":     tftypes.NewValue(tftypes.String, nil), "content_base64": tftypes.NewValue(tftypes.String, nil),
		"media_type": tftypes.NewValue(tftypes.String, nil), "sha256": tftypes.NewValue(tftypes.String, nil),
	})

	var resp ephemeral.OpenResponse
	r.Open(t.Context(), req, &resp)

	if !resp.Diagnostics.HasError() || resp.Diagnostics.Errors()[0].Summary() != "Unable to Use the Provider" {
		t.Errorf("diagnostics %v", resp.Diagnostics)
	}
}

func TestTerraformEphemeral(t *testing.T) {
	t.Parallel()

	s := acctest.Simulator(t, simulator.Options{})
	path := filepath.Join(t.TempDir(), "passing.zip")

	// Terraform has ephemeral blocks since 1.10, OpenTofu since 1.11.
	resource.UnitTest(t, resource.TestCase{
		TerraformVersionChecks:   []tfversion.TerraformVersionCheck{tfversion.SkipBelow(tfversion.Version1_11_0)},
		ProtoV6ProviderFactories: acctest.Factories(s, own(s)),
		Steps:                    []resource.TestStep{{Config: fmt.Sprintf("ephemeral %q \"this\" {\n  output_path = %q\n}\n", typeName, path)}},
	})

	wantArchive(t, path)
}
