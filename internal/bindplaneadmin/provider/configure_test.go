// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider_test

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	fwprovider "github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/bindplaneadmin/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

// wire answers everything alike, and remembers what was sent.
type wire struct {
	mu     sync.Mutex
	sent   []*http.Request
	status int
	header http.Header
	body   string
}

func (w *wire) RoundTrip(r *http.Request) (*http.Response, error) {
	w.mu.Lock()
	defer w.mu.Unlock()

	w.sent = append(w.sent, r)

	header := w.header.Clone()
	if header == nil {
		header = http.Header{}
	}

	return &http.Response{StatusCode: w.status, Header: header, Body: io.NopCloser(strings.NewReader(w.body)), Request: r}, nil
}

type (
	environment = map[string]string
	settings    = map[string]any
	unknown     struct{}
)

func configure(t *testing.T, w http.RoundTripper, env environment, config settings) (*bindplaneadmin.Client, diag.Diagnostics) {
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
		}
	}

	var resp fwprovider.ConfigureResponse

	p.Configure(t.Context(), fwprovider.ConfigureRequest{Config: tfsdk.Config{Schema: s.Schema, Raw: tftypes.NewValue(typ, values)}}, &resp)

	configured, ok := resp.ResourceData.(*kit.Configured[*bindplaneadmin.Client])
	if !ok {
		return nil, resp.Diagnostics
	}

	if resp.DataSourceData != resp.ResourceData {
		t.Error("resources and data sources have different clients")
	}

	return configured.Client, resp.Diagnostics
}

func TestConfigureRefuses(t *testing.T) {
	t.Parallel()

	const url = "https://bindplane.example.com"

	for name, row := range map[string]struct {
		env      environment
		config   settings
		at, says string
	}{
		"no credential":           {nil, settings{"url": url}, "api_key", "BINDPLANEADMIN_API_KEY"},
		"a broken key":            {nil, settings{"url": url, "api_key": "t-0123456789 x"}, "api_key", "copy it again"},
		"a key of two lines":      {environment{"BINDPLANEADMIN_API_KEY": "t-0123456789\nx"}, settings{"url": url}, "api_key", "BINDPLANEADMIN_API_KEY in the environment has"},
		"a broken password":       {nil, settings{"url": url, "username": "u", "password": "t-0123456789\u0001"}, "password", "copy it again"},
		"token and user":          {nil, settings{"url": url, "api_key": "t-0123456789", "username": "u"}, "api_key", "api_key in the provider block and username in the provider block"},
		"token and password":      {nil, settings{"url": url, "api_key": "t-0123456789", "password": "p"}, "api_key", "and password in the provider block"},
		"both in the environment": {environment{"BINDPLANEADMIN_API_KEY": "t-0123456789", "BINDPLANEADMIN_USERNAME": "u"}, settings{"url": url}, "api_key", "BINDPLANEADMIN_USERNAME in the environment"},
		"a user alone":            {nil, settings{"url": url, "username": "u"}, "password", "BINDPLANEADMIN_PASSWORD"},
		"a password alone":        {nil, settings{"url": url, "password": "p"}, "username", "BINDPLANEADMIN_USERNAME"},
		"http":                    {nil, settings{"url": "http://bindplane.example.com", "api_key": "t-0123456789"}, "url", "loopback"},
		"a path of ours":          {nil, settings{"url": url + "/v1/", "api_key": "t-0123456789"}, "url", "adds itself"},
		"no URL at all":           {nil, settings{"url": "support", "api_key": "t-0123456789"}, "url", bindplaneadmin.DefaultURL},
		"too fast":                {environment{"BINDPLANEADMIN_REQUESTS_PER_SECOND": "101"}, settings{"url": url, "api_key": "t-0123456789"}, "requests_per_second", "0.5 to 100"},
	} {
		client, diags := configure(t, &wire{}, row.env, row.config)
		if client != nil || diags.ErrorsCount() != 1 {
			t.Fatalf("%s: client %v, %v", name, client, diags)
		}

		at := ""
		if d, ok := diags[0].(diag.DiagnosticWithPath); ok {
			at = d.Path().String()
		}

		if d := diags[0]; at != row.at || !strings.Contains(d.Detail(), row.says) || strings.Contains(d.Detail(), "t-0123456789") {
			t.Errorf("%s: %v; want %q at %q", name, diags[0], row.says, row.at)
		}
	}
}

// TestConfigureTakesConfigurationBeforeEnvironment: what is sent, and as whom.
func TestConfigureTakesConfigurationBeforeEnvironment(t *testing.T) {
	t.Parallel()

	env := environment{"BINDPLANEADMIN_URL": "https://env.example/help/", "BINDPLANEADMIN_API_KEY": "of-the-environment\n"}

	for name, row := range map[string]struct {
		config      settings
		url, header string
	}{
		"environment": {nil, "https://env.example/help/v1/organizations", "of-the-environment"},
		"block":       {settings{"url": "https://x.example", "api_key": "mine"}, "https://x.example/v1/organizations", "mine"},
		"password":    {settings{"username": "u", "password": "p"}, "https://env.example/help/v1/organizations", "Basic dTpw"},
		"the cloud":   {settings{"url": bindplaneadmin.DefaultURL, "api_key": "mine"}, "https://app.bindplane.com/v1/organizations", "mine"},
	} {
		w := &wire{status: http.StatusOK, body: `{"organizations":[]}`}

		client, diags := configure(t, w, env, row.config)
		if len(diags) > 0 || len(w.sent) > 0 {
			t.Fatalf("%s: %v, %d requests", name, diags, len(w.sent))
		}

		if _, err := collections.Get[any](t.Context(), client.V1("organizations")); err != nil {
			t.Error(err)
		}

		if r := w.sent[0]; r.URL.String() != row.url || r.Header.Get("X-Bindplane-Api-Key")+r.Header.Get("Authorization") != row.header || r.Header.Get("User-Agent") != "terraform-provider-bindplaneadmin/1.2.3" {
			t.Errorf("%s: sent %s as %q", name, r.URL, r.Header)
		}
	}
}

func TestConfigureUnknown(t *testing.T) {
	t.Parallel()

	for _, name := range []string{"url", "api_key", "username", "password", "requests_per_second", "max_retries", "request_timeout", "read_only"} {
		client, diags := configure(t, &wire{}, environment{"BINDPLANEADMIN_URL": "https://x.example", "BINDPLANEADMIN_API_KEY": "t"}, settings{name: unknown{}})
		if len(diags) > 0 || client == nil || client.Ready() {
			t.Fatalf("%s: %v", name, diags)
		}

		if _, err := collections.Get[any](t.Context(), client.V1("x")); err == nil || !strings.Contains(err.Error(), "not known yet") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDefaultURL is the vendor's cloud.
func TestDefaultURL(t *testing.T) {
	t.Parallel()

	client, diags := configure(t, &wire{}, environment{"BINDPLANEADMIN_API_KEY": "t-0123456789"}, nil)
	if len(diags) > 0 || client.Root() != "https://app.bindplane.com" {
		t.Errorf("%v", diags)
	}
}

// TestErrors: what answers mean, and in which words.
func TestErrors(t *testing.T) {
	t.Parallel()

	for name, row := range map[string]struct {
		wire  *wire
		is    error
		words string
	}{
		"no credential": {&wire{status: 401, body: `{"errors":["unauthorized"]}`}, rest.ErrUnauthorized, "401 unauthorized"},
		"permission":    {&wire{status: 403, header: http.Header{"X-Request-Id": {"r-1"}}, body: `{"errors":["denied"]}`}, rest.ErrForbidden, "403 denied [request id r-1]"},
		"several":       {&wire{status: 400, body: `{"errors":["one","two"]}`}, rest.ErrInvalid, "400 one; two"},
		"no words":      {&wire{status: 409, body: `{"errors":null}`}, rest.ErrConflict, "409 Conflict"},
		"gone":          {&wire{status: 404, body: `{"errors":["no such organization"]}`}, rest.ErrNotFound, "404 no such organization"},
		"no path":       {&wire{status: 404, body: "404 page not found"}, rest.ErrNoRoute, "404 page not found"},
		"a secret":      {&wire{status: 500, body: `{"errors":["with t-0123456789"]}`}, rest.ErrUnclear, "with (redacted)"},
	} {
		client, diags := configure(t, row.wire, environment{"BINDPLANEADMIN_API_KEY": "t-0123456789", "BINDPLANEADMIN_MAX_RETRIES": "0"}, nil)
		if len(diags) > 0 {
			t.Fatal(diags)
		}

		_, err := collections.Post[any](t.Context(), client.V1("organizations"), nil)
		if err == nil || !errors.Is(err, row.is) || !strings.Contains(err.Error(), row.words) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
