// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package provider_test

import (
	"context"
	"errors"
	"io"
	"maps"
	"math/big"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	fwprovider "github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/provider"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

const (
	someID  = "0123456789abcdef01234567"
	otherID = "fedcba987654321001234567"
)

// wire answers everything with an empty object, and remembers what was sent.
type wire struct {
	mu     sync.Mutex
	sent   []*http.Request
	status int
	delay  time.Duration
}

func (w *wire) RoundTrip(r *http.Request) (*http.Response, error) {
	w.mu.Lock()
	w.sent = append(w.sent, r)
	w.mu.Unlock()

	select {
	case <-time.After(w.delay):
	case <-r.Context().Done():
		return nil, r.Context().Err()
	}

	body := `{"id":"1"}`
	if strings.HasSuffix(r.URL.Path, "/oauth2/token") {
		body = `{"access_token":"token-1"}`
	}

	return &http.Response{
		StatusCode: max(w.status, http.StatusOK), Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body)), Request: r,
	}, nil
}

// unknown is a setting that comes from something that is not applied yet.
type unknown struct{}

func configure(t *testing.T, w http.RoundTripper, env map[string]string, config map[string]any) (*jumpcloud.Client, diag.Diagnostics) {
	t.Helper()

	p := provider.New("1.2.3", provider.WithTransport(w), provider.WithEnvironment(func(name string) string { return env[name] }))()

	var s fwprovider.SchemaResponse

	p.Schema(t.Context(), fwprovider.SchemaRequest{}, &s)

	typ, _ := s.Schema.Type().TerraformType(t.Context()).(tftypes.Object)
	values := map[string]tftypes.Value{}

	for name, attribute := range typ.AttributeTypes {
		switch v := config[name].(type) {
		case unknown:
			values[name] = tftypes.NewValue(attribute, tftypes.UnknownValue)
		case float64:
			values[name] = tftypes.NewValue(attribute, big.NewFloat(v))
		default:
			values[name] = tftypes.NewValue(attribute, v)
		}
	}

	for name := range config {
		if _, ok := values[name]; !ok {
			t.Fatalf("the provider has no %s", name)
		}
	}

	var resp fwprovider.ConfigureResponse

	p.Configure(t.Context(), fwprovider.ConfigureRequest{
		Config: tfsdk.Config{Schema: s.Schema, Raw: tftypes.NewValue(typ, values)},
	}, &resp)

	client, _ := resp.ResourceData.(*jumpcloud.Client)
	if resp.DataSourceData != resp.ResourceData {
		t.Error("resources and data sources have different clients")
	}

	return client, resp.Diagnostics
}

type (
	environment = map[string]string
	settings    = map[string]any
)

var withKey = environment{"JUMPCLOUD_API_KEY": "key-of-the-environment"}

func TestConfigureRefuses(t *testing.T) {
	t.Parallel()

	key := func(more ...any) settings {
		s := settings{"api_key": "k-0123456789"}
		for i := 0; i < len(more); i += 2 {
			s[more[i].(string)] = more[i+1] //nolint:forcetypeassert // names
		}

		return s
	}
	table := map[string]struct {
		env    environment
		config settings
		at     string
		says   string
	}{
		"no credential":                          {nil, nil, "api_key", "JUMPCLOUD_API_KEY"},
		"empty strings":                          {nil, settings{"api_key": "", "client_id": ""}, "api_key", "JUMPCLOUD_API_KEY"},
		"a key and an id":                        {nil, key("client_id", "i"), "api_key", "api_key in the provider block and client_id in the provider block"},
		"a key and a secret":                     {nil, key("client_secret", "s"), "api_key", "and client_secret in the provider block"},
		"both in the environment":                {environment{"JUMPCLOUD_API_KEY": "k", "JUMPCLOUD_CLIENT_ID": "i"}, nil, "api_key", "JUMPCLOUD_API_KEY in the environment and JUMPCLOUD_CLIENT_ID in the environment"},
		"a region, and a URL of the environment": {environment{"JUMPCLOUD_API_URL": "http://127.0.0.1:8811"}, key("region", "us"), "region", "region in the provider block and JUMPCLOUD_API_URL in the environment"},
		"a URL, and a region of the environment": {environment{"JUMPCLOUD_REGION": "eu"}, key("api_url", "https://x.example"), "api_url", "JUMPCLOUD_REGION in the environment and api_url in the provider block"},
		"a URL of another region":                {environment{"JUMPCLOUD_REGION": "eu"}, key("api_url", "https://console.jumpcloud.com"), "api_url", "keep one"},
		"an id without a secret":                 {nil, settings{"client_id": "i"}, "client_secret", "client_secret is missing"},
		"a secret without an id":                 {environment{"JUMPCLOUD_CLIENT_SECRET": "s"}, nil, "client_id", "client_id is missing"},
		"a key of two lines":                     {nil, settings{"api_key": "k-0123456789\ndef"}, "api_key", "api_key in the provider block has white space or a control character"},
		"a key with a control character":         {environment{"JUMPCLOUD_API_KEY": "k-0123456789\u0001def"}, nil, "api_key", "JUMPCLOUD_API_KEY in the environment has"},
		"a broken client id":                     {nil, settings{"client_id": "k-0123456789\u007f", "client_secret": "s"}, "client_id", "client_id in the provider block has a control character"},
		"a broken client secret":                 {nil, settings{"client_id": "i", "client_secret": "k-0123456789\r\nx"}, "client_secret", "copy it again"},
		"a region and a URL":                     {nil, key("region", "eu", "api_url", "https://x.example"), "region", "keep one of region"},
		"both in the environment too":            {environment{"JUMPCLOUD_REGION": "eu", "JUMPCLOUD_API_URL": "https://x.example"}, key(), "region", "keep one"},
		"a region that does not exist":           {environment{"JUMPCLOUD_REGION": "mars"}, key(), "", `region "mars" is not one of us, eu, in`},
		"http beyond this machine":               {nil, key("api_url", "http://x.example"), "api_url", "loopback"},
		"a URL with a path of ours":              {environment{"JUMPCLOUD_API_URL": "https://x.example/api/v2"}, key(), "api_url", "adds itself"},
		"a bad provider id":                      {nil, key("provider_id", "x"), "provider_id", "24 hexadecimal digits"},
		"a bad organization id":                  {environment{"JUMPCLOUD_ORGANIZATION_ID": "X"}, key(), "organization_id", "24 hexadecimal digits"},
		"a rate that is no number":               {environment{"JUMPCLOUD_REQUESTS_PER_SECOND": "fast"}, key(), "requests_per_second", "0.5 to 100"},
		"a rate that is not a number":            {environment{"JUMPCLOUD_REQUESTS_PER_SECOND": "NaN"}, key(), "requests_per_second", "0.5 to 100"},
		"too fast":                               {environment{"JUMPCLOUD_REQUESTS_PER_SECOND": "101"}, key(), "requests_per_second", "0.5 to 100"},
		"too slow":                               {environment{"JUMPCLOUD_REQUESTS_PER_SECOND": "0.4"}, key(), "requests_per_second", "0.5 to 100"},
		"too many retries":                       {environment{"JUMPCLOUD_MAX_RETRIES": "21"}, key(), "max_retries", "0 to 20"},
		"half a retry":                           {environment{"JUMPCLOUD_MAX_RETRIES": "1.5"}, key(), "max_retries", "0 to 20"},
		"a timeout without a unit":               {nil, key("request_timeout", "60"), "request_timeout", "such as 60s"},
		"a timeout too short":                    {environment{"JUMPCLOUD_REQUEST_TIMEOUT": "10ms"}, key(), "request_timeout", "at least one second"},
		"an allow-list of nothing":               {nil, key("allowed_organization_ids", []tftypes.Value{}), "allowed_organization_ids", "leave it out to allow all"},
		"an allow-list of null":                  {nil, key("allowed_organization_ids", []tftypes.Value{tftypes.NewValue(tftypes.String, nil)}), "allowed_organization_ids", "holds a null"},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			client, diags := configure(t, &wire{}, row.env, row.config)
			if client != nil || diags.ErrorsCount() != 1 {
				t.Fatalf("client %v, %v", client, diags)
			}

			at := ""
			if d, ok := diags[0].(diag.DiagnosticWithPath); ok {
				at = d.Path().String()
			}

			if at != row.at || !strings.Contains(diags[0].Detail(), row.says) {
				t.Errorf("at %q: %s; want %q at %q", at, diags[0].Detail(), row.says, row.at)
			}

			if strings.Contains(diags[0].Detail(), "k-0123456789") {
				t.Errorf("shows the key: %s", diags[0].Detail())
			}
		})
	}
}

// A null that comes with something unknown is found before anybody waits for the unknown.
func TestProviderBlockThatMeansNothing(t *testing.T) {
	t.Parallel()

	null, later := tftypes.NewValue(tftypes.String, nil), tftypes.NewValue(tftypes.String, tftypes.UnknownValue)
	ids := tftypes.Set{ElementType: tftypes.String}
	radius := tftypes.Object{AttributeTypes: map[string]tftypes.Type{"max_organizations": tftypes.Number}}

	for name, v := range map[string]tftypes.Value{
		"allowed_organization_ids": tftypes.NewValue(ids, []tftypes.Value{null, later}),
		"blast_radius":             tftypes.NewValue(radius, map[string]tftypes.Value{"max_organizations": tftypes.NewValue(tftypes.Number, nil)}),
	} {
		p := provider.New("1.2.3")()

		var s fwprovider.SchemaResponse

		p.Schema(t.Context(), fwprovider.SchemaRequest{}, &s)

		typ, _ := s.Schema.Type().TerraformType(t.Context()).(tftypes.Object)
		values := map[string]tftypes.Value{}

		for n, attribute := range typ.AttributeTypes {
			values[n] = tftypes.NewValue(attribute, nil)
		}

		values[name] = v
		resp := &fwprovider.ValidateConfigResponse{}
		validated, _ := p.(fwprovider.ProviderWithConfigValidators)

		for _, check := range validated.ConfigValidators(t.Context()) {
			check.ValidateProvider(t.Context(), fwprovider.ValidateConfigRequest{
				Config: tfsdk.Config{Schema: s.Schema, Raw: tftypes.NewValue(typ, values)},
			}, resp)
		}

		if resp.Diagnostics.ErrorsCount() != 1 {
			t.Errorf("%s: %v", name, resp.Diagnostics)
		}
	}
}

func TestConfigureTakesConfigurationBeforeEnvironment(t *testing.T) {
	t.Parallel()

	table := map[string]struct {
		env    environment
		config settings
		sent   []string // host and path of each request
		key    string   // x-api-key of the last, "" a token
		basic  string   // the service account, as id:secret
	}{
		"key of the environment":    {withKey, nil, []string{"console.jumpcloud.com/api/v2/x"}, "key-of-the-environment", ""},
		"key of the configuration":  {withKey, settings{"api_key": "mine"}, []string{"console.jumpcloud.com/api/v2/x"}, "mine", ""},
		"region of the environment": {environment{"JUMPCLOUD_API_KEY": "k", "JUMPCLOUD_REGION": "in"}, nil, []string{"console.in.jumpcloud.com/api/v2/x"}, "k", ""},
		"region and the URL of its console": {
			environment{"JUMPCLOUD_API_KEY": "k", "JUMPCLOUD_API_URL": "https://console.eu.jumpcloud.com/"},
			settings{"region": "eu"},
			[]string{"console.eu.jumpcloud.com/api/v2/x"},
			"k", "",
		},
		"URL beats a URL of the environment": {
			environment{"JUMPCLOUD_API_KEY": "k\n", "JUMPCLOUD_API_URL": "https://y.example"},
			settings{"api_url": "https://x.example/"},
			[]string{"x.example/api/v2/x"},
			"k", "",
		},
		"region beats a region of the environment": {
			environment{"JUMPCLOUD_API_KEY": "k", "JUMPCLOUD_REGION": "in"},
			settings{"region": "eu"},
			[]string{"console.eu.jumpcloud.com/api/v2/x"},
			"k", "",
		},
		"read from a file": {
			environment{"JUMPCLOUD_API_KEY": "k\n", "JUMPCLOUD_REGION": "in\n"},
			nil,
			[]string{"console.in.jumpcloud.com/api/v2/x"},
			"k", "",
		},
		"service account of the environment": {
			environment{"JUMPCLOUD_CLIENT_ID": "i", "JUMPCLOUD_CLIENT_SECRET": "s"},
			nil,
			[]string{"admin-oauth.id.jumpcloud.com/oauth2/token", "console.jumpcloud.com/api/v2/x"},
			"", "i:s",
		},
		"service account of both": {
			environment{"JUMPCLOUD_CLIENT_ID": "other", "JUMPCLOUD_CLIENT_SECRET": "s"},
			settings{"client_id": "i", "region": "eu"},
			[]string{"admin-oauth.id.eu.jumpcloud.com/oauth2/token", "console.eu.jumpcloud.com/api/v2/x"},
			"", "i:s",
		},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			w := &wire{}

			client, diags := configure(t, w, row.env, row.config)
			if len(diags) > 0 {
				t.Fatal(diags)
			}

			if len(w.sent) > 0 {
				t.Errorf("sent %d requests before anything was asked for", len(w.sent))
			}

			ask(t, client)

			var sent []string

			for _, r := range w.sent {
				sent = append(sent, r.URL.Host+r.URL.Path)
			}

			last := w.sent[len(w.sent)-1]
			id, secret, _ := w.sent[0].BasicAuth()

			if !slices.Equal(sent, row.sent) || last.Header.Get("X-Api-Key") != row.key || strings.Trim(id+":"+secret, ":") != row.basic {
				t.Errorf("sent %q with key %q, account %q", sent, last.Header.Get("X-Api-Key"), id+":"+secret)
			}

			if last.Header.Get("User-Agent") != "terraform-provider-jumpcloud/1.2.3" {
				t.Errorf("as %q", last.Header.Get("User-Agent"))
			}
		})
	}
}

func ask(t *testing.T, client *jumpcloud.Client) {
	t.Helper()

	if _, err := collections.Get[any](t.Context(), client.Portal().V2("x")); err != nil {
		t.Error(err)
	}
}

func TestConfigurePlace(t *testing.T) {
	t.Parallel()

	env := environment{"JUMPCLOUD_API_KEY": "k", "JUMPCLOUD_PROVIDER_ID": someID, "JUMPCLOUD_ORGANIZATION_ID": otherID}

	for want, config := range map[string]settings{
		someID + otherID: nil,
		otherID + someID: {"provider_id": otherID, "organization_id": someID},
	} {
		w := &wire{}

		client, diags := configure(t, w, env, config)
		if len(diags) > 0 {
			t.Fatal(diags)
		}

		id, err := client.Portal().ProviderID(t.Context())
		if err != nil || id+client.DefaultOrganization() != want || len(w.sent) > 0 {
			t.Errorf("provider %q, organization %q after %d requests: %v", id, client.DefaultOrganization(), len(w.sent), err)
		}
	}
}

// How often and how patiently requests are sent, by what happens on the wire.
func TestConfigurePace(t *testing.T) {
	t.Parallel()

	table := map[string]struct {
		env    environment
		config settings
		tries  int
		gap    time.Duration
		limit  time.Duration
	}{
		"defaults": {nil, nil, 1 + rest.DefaultMaxRetries, 100 * time.Millisecond, time.Minute},
		"configuration": {
			environment{"JUMPCLOUD_MAX_RETRIES": "1", "JUMPCLOUD_REQUESTS_PER_SECOND": "1", "JUMPCLOUD_REQUEST_TIMEOUT": "1s"},
			settings{"max_retries": 2.0, "requests_per_second": 0.5, "request_timeout": "2m"},
			3, 2 * time.Second, 2 * time.Minute,
		},
		"environment": {
			environment{"JUMPCLOUD_MAX_RETRIES": "0", "JUMPCLOUD_REQUESTS_PER_SECOND": "4", "JUMPCLOUD_REQUEST_TIMEOUT": "5s"},
			nil, 1, 250 * time.Millisecond, 5 * time.Second,
		},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				env := environment{"JUMPCLOUD_API_KEY": "k"}
				maps.Copy(env, row.env)

				w := &wire{}

				client, diags := configure(t, w, env, row.config)
				if len(diags) > 0 {
					t.Fatal(diags)
				}

				ask(t, client)

				start := time.Now()
				ask(t, client)

				if gap := time.Since(start).Round(time.Millisecond); gap != row.gap {
					t.Errorf("requests are %s apart, want %s", gap, row.gap)
				}

				w.sent, w.status = nil, http.StatusServiceUnavailable
				if _, err := collections.Get[any](t.Context(), client.Portal().V2("x")); err == nil || len(w.sent) != row.tries {
					t.Errorf("%d tries, want %d: %v", len(w.sent), row.tries, err)
				}

				time.Sleep(time.Minute)

				w.delay = time.Hour
				start = time.Now()

				_, err := collections.Post[any](t.Context(), client.Portal().V2("x"), nil)
				if took := time.Since(start); !errors.Is(err, context.DeadlineExceeded) || took != row.limit {
					t.Errorf("gave up after %s, want %s: %v", took, row.limit, err)
				}
			})
		})
	}
}

// Terraform plans with settings that come from something that is not applied yet.
func TestConfigureUnknown(t *testing.T) {
	t.Parallel()

	for _, name := range []string{
		"api_key", "client_id", "client_secret", "region", "api_url", "provider_id", "organization_id",
		"requests_per_second", "max_retries", "request_timeout",
	} {
		w := &wire{}

		client, diags := configure(t, w, withKey, settings{name: unknown{}})
		if len(diags) > 0 || client == nil || client.Ready() {
			t.Fatalf("%s: %v", name, diags)
		}

		if _, err := client.Portal().Organizations(t.Context()); err == nil || !strings.Contains(err.Error(), "not known yet") || len(w.sent) > 0 {
			t.Errorf("%s: %d requests, %v", name, len(w.sent), err)
		}
	}
}

// Schema, validation and Configure send nothing: a plan without resources needs no network.
func TestNothingIsSentBeforeItMust(t *testing.T) {
	t.Parallel()

	w := &wire{}
	ctx := t.Context()

	server, err := providerserver.NewProtocol6WithError(provider.New("test", provider.WithTransport(w),
		provider.WithEnvironment(func(name string) string { return withKey[name] }))())()
	if err != nil {
		t.Fatal(err)
	}

	schemas, err := server.GetProviderSchema(ctx, &tfprotov6.GetProviderSchemaRequest{})
	if err != nil || len(schemas.Diagnostics) > 0 {
		t.Fatal(err, schemas.Diagnostics)
	}

	config := empty(t, schemas.Provider)

	validated, err := server.ValidateProviderConfig(ctx, &tfprotov6.ValidateProviderConfigRequest{Config: config})
	if err != nil || len(validated.Diagnostics) > 0 {
		t.Error(err, validated)
	}

	configured, err := server.ConfigureProvider(ctx, &tfprotov6.ConfigureProviderRequest{Config: config})
	if err != nil || len(configured.Diagnostics) > 0 {
		t.Error(err, configured)
	}

	for name, s := range schemas.ResourceSchemas {
		if _, err := server.ValidateResourceConfig(ctx, &tfprotov6.ValidateResourceConfigRequest{TypeName: name, Config: empty(t, s)}); err != nil {
			t.Error(err)
		}
	}

	for name, s := range schemas.DataSourceSchemas {
		if _, err := server.ValidateDataResourceConfig(ctx, &tfprotov6.ValidateDataResourceConfigRequest{TypeName: name, Config: empty(t, s)}); err != nil {
			t.Error(err)
		}
	}

	if len(w.sent) > 0 {
		t.Errorf("%d requests were sent, the first to %s", len(w.sent), w.sent[0].URL)
	}
}

// empty is a configuration that says nothing.
func empty(t *testing.T, s *tfprotov6.Schema) *tfprotov6.DynamicValue {
	t.Helper()

	typ, _ := s.ValueType().(tftypes.Object)
	values := map[string]tftypes.Value{}

	for name, attribute := range typ.AttributeTypes {
		values[name] = tftypes.NewValue(attribute, nil)
	}

	d, err := tfprotov6.NewDynamicValue(typ, tftypes.NewValue(typ, values))
	if err != nil {
		t.Fatal(err)
	}

	return &d
}
