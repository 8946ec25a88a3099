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

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/kit"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/zammad/provider"
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

func configure(t *testing.T, w http.RoundTripper, env environment, config settings) (*zammad.Client, diag.Diagnostics) {
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

	configured, ok := resp.ResourceData.(*kit.Configured[*zammad.Client])
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

	const url = "https://support.example.com"

	for name, row := range map[string]struct {
		env      environment
		config   settings
		at, says string
	}{
		"no credential":           {nil, settings{"url": url}, "token", "ZAMMAD_TOKEN"},
		"no URL":                  {environment{"ZAMMAD_TOKEN": "t-0123456789"}, nil, "url", "ZAMMAD_URL"},
		"token and user":          {nil, settings{"url": url, "token": "t-0123456789", "username": "u"}, "token", "token in the provider block and username in the provider block"},
		"token and password":      {nil, settings{"url": url, "token": "t-0123456789", "password": "p"}, "token", "and password in the provider block"},
		"both in the environment": {environment{"ZAMMAD_TOKEN": "t-0123456789", "ZAMMAD_USERNAME": "u"}, settings{"url": url}, "token", "ZAMMAD_USERNAME in the environment"},
		"a user alone":            {nil, settings{"url": url, "username": "u"}, "password", "ZAMMAD_PASSWORD"},
		"a password alone":        {nil, settings{"url": url, "password": "p"}, "username", "ZAMMAD_USERNAME"},
		"a broken token":          {nil, settings{"url": url, "token": "t-0123456789\u0001x"}, "token", "token in the provider block has"},
		"a token of two lines":    {environment{"ZAMMAD_TOKEN": "t-0123456789\nx"}, settings{"url": url}, "token", "ZAMMAD_TOKEN in the environment has"},
		"a broken password":       {nil, settings{"url": url, "username": "u", "password": "t-0123456789\r\nx"}, "password", "copy it again"},
		"http":                    {nil, settings{"url": "http://support.example.com", "token": "t-0123456789"}, "url", "loopback"},
		"a path of ours":          {nil, settings{"url": url + "/api/v1/", "token": "t-0123456789"}, "url", "adds itself"},
		"no URL at all":           {nil, settings{"url": "support", "token": "t-0123456789"}, "url", url},
		"too fast":                {environment{"ZAMMAD_REQUESTS_PER_SECOND": "101"}, settings{"url": url, "token": "t-0123456789"}, "requests_per_second", "0.5 to 100"},
	} {
		client, diags := configure(t, &wire{}, row.env, row.config)
		if client != nil || diags.ErrorsCount() != 1 {
			t.Fatalf("%s: client %v, %v", name, client, diags)
		}

		d, ok := diags[0].(diag.DiagnosticWithPath)
		if !ok || d.Path().String() != row.at || !strings.Contains(d.Detail(), row.says) || strings.Contains(d.Detail(), "t-0123456789") {
			t.Errorf("%s: %v; want %q at %q", name, diags[0], row.says, row.at)
		}
	}
}

// TestConfigureTakesConfigurationBeforeEnvironment: what is sent, and as whom.
func TestConfigureTakesConfigurationBeforeEnvironment(t *testing.T) {
	t.Parallel()

	env := environment{"ZAMMAD_URL": "https://env.example/help/", "ZAMMAD_TOKEN": "of-the-environment\n"}

	for name, row := range map[string]struct {
		config      settings
		url, header string
	}{
		"environment": {nil, "https://env.example/help/api/v1/organizations", "Token token=of-the-environment"},
		"block":       {settings{"url": "https://x.example", "token": "mine"}, "https://x.example/api/v1/organizations", "Token token=mine"},
		"password":    {settings{"username": "u", "password": "p"}, "https://env.example/help/api/v1/organizations", "Basic dTpw"},
	} {
		w := &wire{status: http.StatusOK, body: "[]"}

		client, diags := configure(t, w, env, row.config)
		if len(diags) > 0 || len(w.sent) > 0 {
			t.Fatalf("%s: %v, %d requests", name, diags, len(w.sent))
		}

		if _, err := collections.Get[any](t.Context(), client.V1("organizations")); err != nil {
			t.Error(err)
		}

		if r := w.sent[0]; r.URL.String() != row.url || r.Header.Get("Authorization") != row.header || r.Header.Get("User-Agent") != "terraform-provider-zammad/1.2.3" {
			t.Errorf("%s: sent %s as %q", name, r.URL, r.Header)
		}
	}
}

func TestConfigureUnknown(t *testing.T) {
	t.Parallel()

	for _, name := range []string{"url", "token", "username", "password", "requests_per_second", "max_retries", "request_timeout", "read_only"} {
		client, diags := configure(t, &wire{}, environment{"ZAMMAD_URL": "https://x.example", "ZAMMAD_TOKEN": "t"}, settings{name: unknown{}})
		if len(diags) > 0 || client == nil || client.Ready() {
			t.Fatalf("%s: %v", name, diags)
		}

		if _, err := collections.Get[any](t.Context(), client.V1("x")); err == nil || !strings.Contains(err.Error(), "not known yet") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestErrors: what answers mean, and in which words.
func TestErrors(t *testing.T) {
	t.Parallel()

	failure := func(text string) http.Header { return http.Header{"X-Failure": {text}, "X-Request-Id": {"r-1"}} }

	for name, row := range map[string]struct {
		wire  *wire
		is    error
		not   error
		words string
	}{
		"wrong token":   {&wire{status: 401, header: failure("Can't find User for Token"), body: `{"error":"Can't find User for Token"}`}, rest.ErrUnauthorized, nil, "Can't find User for Token [request id r-1]"},
		"no credential": {&wire{status: 403, header: failure("Authentication required"), body: `{"error":"Authentication required"}`}, rest.ErrUnauthorized, rest.ErrForbidden, "403 Authentication required"},
		"in the header": {&wire{status: 403, header: failure("Authentication required")}, rest.ErrUnauthorized, rest.ErrForbidden, "Authentication required"},
		"permission":    {&wire{status: 403, header: failure("Not authorized"), body: `{"error":"Not authorized","error_human":"Not authorized"}`}, rest.ErrForbidden, rest.ErrUnauthorized, "403 Not authorized"},
		"for people":    {&wire{status: 422, body: `{"error":"x","error_human":"Name can't be blank"}`}, rest.ErrUnprocessable, nil, "422 Name can't be blank"},
		"for machines":  {&wire{status: 500, body: `{"error":"Error ID 1a2b3c4d: Please contact your administrator."}`}, nil, rest.ErrRefused, "Error ID 1a2b3c4d"},
		"both":          {&wire{status: 403, header: failure("Maintenance mode enabled!"), body: `{"error":"Service"}`}, rest.ErrForbidden, nil, "Service (Maintenance mode enabled!)"},
		"hidden":        {&wire{status: 200, body: " {} "}, rest.ErrForbidden, rest.ErrNotFound, "may not see the object"},
		"gone":          {&wire{status: 404, body: `{"error":"Couldn't find Organization with 'id'=9"}`}, rest.ErrNotFound, nil, "Couldn't find Organization"},
	} {
		client, diags := configure(t, row.wire, environment{"ZAMMAD_URL": "https://x.example", "ZAMMAD_TOKEN": "t", "ZAMMAD_MAX_RETRIES": "0"}, nil)
		if len(diags) > 0 {
			t.Fatal(diags)
		}

		_, err := collections.Get[any](t.Context(), client.V1("organizations", "9"))
		if err == nil || row.is != nil && !errors.Is(err, row.is) || row.not != nil && errors.Is(err, row.not) || !strings.Contains(err.Error(), row.words) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
