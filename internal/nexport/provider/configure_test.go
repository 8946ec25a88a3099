// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider_test

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	fwprovider "github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/nexport/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/providerblock"
)

// wire answers everything alike, and remembers what was sent.
type wire struct {
	sent []*http.Request
	body string
}

func (w *wire) RoundTrip(r *http.Request) (*http.Response, error) {
	w.sent = append(w.sent, r)

	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(w.body)), Request: r}, nil
}

type (
	environment = map[string]string
	settings    = map[string]any
	unknown     struct{}
)

func configure(t *testing.T, w http.RoundTripper, env environment, config settings) (*nexport.Client, diag.Diagnostics) {
	t.Helper()

	p := provider.New("1.2.3", provider.WithTransport(w), provider.WithEnvironment(func(name string) string { return env[name] }))()

	var s fwprovider.SchemaResponse

	p.Schema(t.Context(), fwprovider.SchemaRequest{}, &s)

	typ, _ := s.Schema.Type().TerraformType(t.Context()).(tftypes.Object)
	values := map[string]tftypes.Value{}

	for name, attribute := range typ.AttributeTypes {
		values[name] = tftypes.NewValue(attribute, nil)

		switch v := config[name].(type) {
		case unknown:
			values[name] = tftypes.NewValue(attribute, tftypes.UnknownValue)
		case string:
			values[name] = tftypes.NewValue(attribute, v)
		case map[string]string:
			all := map[string]tftypes.Value{}
			for key, text := range v {
				all[key] = tftypes.NewValue(tftypes.String, text)
			}

			values[name] = tftypes.NewValue(attribute, all)
		}
	}

	var resp fwprovider.ConfigureResponse

	p.Configure(t.Context(), fwprovider.ConfigureRequest{Config: tfsdk.Config{Schema: s.Schema, Raw: tftypes.NewValue(typ, values)}}, &resp)

	configured, ok := resp.ResourceData.(*kit.Configured[*nexport.Client])
	if !ok {
		return nil, resp.Diagnostics
	}

	if resp.DataSourceData != resp.ResourceData || resp.ListResourceData != resp.ResourceData {
		t.Error("resources, data sources and lists have different clients")
	}

	return configured.Client, resp.Diagnostics
}

func TestConfigureRefuses(t *testing.T) {
	t.Parallel()

	login := environment{"NEXPORT_USERNAME": "admin", "NEXPORT_PASSWORD": "a password"}

	for name, row := range map[string]struct {
		env    environment
		config settings
		says   string
	}{
		"no username":        {environment{"NEXPORT_PASSWORD": "a password"}, nil, "NEXPORT_USERNAME"},
		"no password":        {nil, settings{"username": "admin"}, "NEXPORT_PASSWORD"},
		"a broken username":  {login, settings{"username": "t-0123456789\u0001"}, "username in the provider block has a control character"},
		"a broken password":  {environment{"NEXPORT_USERNAME": "a", "NEXPORT_PASSWORD": "t-0123456789\nx"}, nil, "NEXPORT_PASSWORD in the environment has a control character"},
		"http":               {login, settings{"url": "http://campus.example.com"}, "loopback"},
		"a path of ours":     {login, settings{"url": nexport.DefaultURL + "/api/v1"}, "adds itself"},
		"too fast":           {environment{"NEXPORT_USERNAME": "a", "NEXPORT_PASSWORD": "b", "NEXPORT_REQUESTS_PER_SECOND": "101"}, nil, "0.5 to 100"},
		"an unknown member":  {login, settings{"field_names": map[string]string{"user.logon": "x"}}, `"user.logon"`},
		"no operation":       {login, settings{"operations": map[string]string{"CreateUser": "AddUser"}}, "a method and an action"},
		"a path for a field": {login, settings{"field_names": map[string]string{"user.login": "a/b"}}, "not the name of a member"},
	} {
		client, diags := configure(t, &wire{}, row.env, row.config)
		if client != nil || diags.ErrorsCount() != 1 || !strings.Contains(diags[0].Detail(), row.says) || strings.Contains(diags[0].Detail(), "t-0123456789") {
			t.Errorf("%s: client %v, %v", name, client, diags)
		}
	}
}

// TestConfigured: settings reach the wire, the block before the environment.
func TestConfigured(t *testing.T) {
	t.Parallel()

	w := &wire{body: `{"access_token":"7c9e6679-7425-40de-944b-e07fc1f90ae7","user_id":"1","login":"x"}`}

	client, diags := configure(t, w, environment{"NEXPORT_USERNAME": "nobody", "NEXPORT_PASSWORD": "a password\n", "NEXPORT_URL": "https://campus.example.com/x/"},
		settings{"username": "admin", "operations": map[string]string{"GetUser": "POST FindUser"}, "field_names": map[string]string{"GetUser.login": "Logon"}})
	if client == nil || len(diags) > 0 {
		t.Fatal(diags)
	}

	if _, err := collections.Get[map[string]any](t.Context(), client.Admin("GetUser").With("login", "ann")); err != nil || len(w.sent) != 2 {
		t.Fatalf("%d requests: %v", len(w.sent), err)
	}

	login, _ := io.ReadAll(w.sent[0].Body)
	if got := w.sent[0].URL.String(); got != "https://campus.example.com/x/api/v1/AdminApi/Authenticate" ||
		!strings.Contains(string(login), `"username":"admin"`) || !strings.Contains(string(login), `"password":"a password"`) {
		t.Errorf("%s %s", got, login)
	}

	body, _ := io.ReadAll(w.sent[1].Body)
	if got := w.sent[1].Method + " " + w.sent[1].URL.String(); got !=
		"POST https://campus.example.com/x/api/v1/AdminApi/FindUser?access_token=7c9e6679-7425-40de-944b-e07fc1f90ae7" || string(body) != `{"Logon":"ann"}` {
		t.Errorf("%s %s", got, body)
	}

	if agent := w.sent[1].Header.Get("User-Agent"); agent != "terraform-provider-nexport/1.2.3" {
		t.Errorf("%s", agent)
	}
}

// TestUnknown: a setting that is not known yet is no error, and no call is made.
func TestUnknown(t *testing.T) {
	t.Parallel()

	for _, name := range []string{"url", "username", "password", "field_names", "operations", "read_only", "max_retries"} {
		w := &wire{}

		client, diags := configure(t, w, environment{"NEXPORT_USERNAME": "admin", "NEXPORT_PASSWORD": "a password"}, settings{name: unknown{}})
		if client == nil || len(diags) > 0 || client.Ready() {
			t.Fatalf("%s: %v", name, diags)
		}

		if _, err := collections.Get[map[string]any](t.Context(), client.Admin("GetUser")); !errors.Is(err, providerblock.ErrUnknown) || len(w.sent) > 0 {
			t.Errorf("%s: %v, %d requests", name, err, len(w.sent))
		}
	}
}
