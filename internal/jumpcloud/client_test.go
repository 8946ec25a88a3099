// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloud_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/collections"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/rest"
)

func TestParseURL(t *testing.T) {
	t.Parallel()

	table := map[string]string{ // URL to what it becomes, or to a part of the error after "!"
		"https://console.jumpcloud.com":     "https://console.jumpcloud.com",
		"https://console.eu.jumpcloud.com/": "https://console.eu.jumpcloud.com",
		"https://proxy.example:8443/jc/":    "https://proxy.example:8443/jc",
		"http://127.0.0.1:8080":             "http://127.0.0.1:8080",
		"http://localhost:8080":             "http://localhost:8080",
		"http://[::1]:8080":                 "http://[::1]:8080",
		"http://console.jumpcloud.com":      "!loopback",
		"http://127.0.0.1.example.com":      "!loopback",
		"http://192.0.2.1":                  "!loopback",
		"https://console.jumpcloud.com/api": "!adds itself",
		"https://x.example/api/v2/":         "!adds itself",
		"console.jumpcloud.com":             "!not a URL",
		"localhost:8080":                    "!not a URL",
		"ftp://console.jumpcloud.com":       "!not a URL",
		"https://":                          "!not a URL",
		"https://:443":                      "!not a URL",
		"https://user:pass@x.example":       "!user information",
		"https://x.example?a=b":             "!query",
		"https://x.example#a":               "!fragment",
		"https://%zz":                       "!not a URL",
		"":                                  "!not a URL",
	}

	for s, want := range table {
		u, err := jumpcloud.ParseURL(s)

		part, fails := strings.CutPrefix(want, "!")
		switch {
		case fails && (err == nil || !strings.Contains(err.Error(), part)):
			t.Errorf("%q: error %v, want one with %q", s, err, part)
		case !fails && (err != nil || u.String() != want):
			t.Errorf("%q: %v %v, want %q", s, u, err, want)
		}
	}
}

func TestRegionsAndTokenEndpoints(t *testing.T) {
	t.Parallel()

	table := []struct{ region, url, host, token string }{
		{"", "", "console.jumpcloud.com", "admin-oauth.id.jumpcloud.com/oauth2/token"},
		{"us", "", "console.jumpcloud.com", "admin-oauth.id.jumpcloud.com/oauth2/token"},
		{"eu", "", "console.eu.jumpcloud.com", "admin-oauth.id.eu.jumpcloud.com/oauth2/token"},
		{"in", "", "console.in.jumpcloud.com", "admin-oauth.id.in.jumpcloud.com/oauth2/token"},
		{"", "https://console.eu.jumpcloud.com", "console.eu.jumpcloud.com", "admin-oauth.id.eu.jumpcloud.com/oauth2/token"},
		{"", "http://127.0.0.1:8080", "127.0.0.1:8080", "127.0.0.1:8080/oauth2/token"},
		{"", "https://proxy.example/jc", "proxy.example", "proxy.example/jc/oauth2/token"},
	}

	for _, row := range table {
		s := &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
			if strings.HasSuffix(r.URL.Path, "/oauth2/token") {
				return text(w, http.StatusOK, `{"access_token":"token-1"}`)
			}

			return text(w, http.StatusOK, `{"id":"1"}`)
		}}
		c := client(t, s, func(c *jumpcloud.Config) {
			c.Region, c.APIURL, c.APIKey, c.ClientID, c.ClientSecret = row.region, row.url, "", "id", "secret"
		})

		if _, err := collections.Get[thing](t.Context(), c.Portal().V2("things", "1")); err != nil {
			t.Fatal(err)
		}

		if got := s.calls[0].Host + s.calls[0].Path; got != row.token {
			t.Errorf("%q %q: the token comes from %s, want %s", row.region, row.url, got, row.token)
		}

		if got := s.calls[1].Host; got != row.host {
			t.Errorf("%q %q: the API is at %s, want %s", row.region, row.url, got, row.host)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	t.Parallel()

	table := map[string]jumpcloud.Config{
		"a region that does not exist": {Region: "mars", APIKey: "k"},
		"a bad URL":                    {APIURL: "x", APIKey: "k"},
		"no credential":                {},
		"two credentials":              {APIKey: "k", ClientID: "i", ClientSecret: "s"},
		"half a service account":       {ClientID: "i"},
		"the other half":               {ClientSecret: "s"},
	}

	for name, config := range table {
		if _, err := jumpcloud.New(config); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}

// x-org-id goes where an organization is meant and nowhere else; whatever an id holds
// stays within its own part of the path.
func TestScopesAndEscaping(t *testing.T) {
	t.Parallel()

	s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool { return text(w, http.StatusOK, `{}`) }}
	c := client(t, s, func(c *jumpcloud.Config) { c.ProviderID = "p1" })

	own, err := c.Portal().Own(t.Context(), "organizations")
	if err != nil {
		t.Fatal(err)
	}

	table := []struct {
		route collections.Route
		path  string
		org   string
	}{
		{c.Portal().V2("providers"), "/api/v2/providers", ""},
		{c.Portal().V1("organizations"), "/api/organizations", ""},
		{own, "/api/v2/providers/p1/organizations", ""},
		{c.Tenant(org).V2("things", "a/b c?d#e%2F"), "/api/v2/things/a%2Fb%20c%3Fd%23e%252F", org},
		{c.Tenant(org).V1("things").Join("é", "x"), "/api/things/%C3%A9/x", org},
		{c.Tenant(org).V2("things").With("filter", "name:eq:a&b"), "/api/v2/things", org},
	}

	for _, row := range table {
		if _, err := collections.Get[thing](t.Context(), row.route); err != nil {
			t.Fatal(err)
		}

		got := s.last()
		if got.Path != row.path || row.route.Path() != row.path {
			t.Errorf("sent %s, want %s", got.Path, row.path)
		}

		if values, present := got.Header["X-Org-Id"]; present != (row.org != "") || present && values[0] != row.org {
			t.Errorf("%s sent x-org-id %q, want %q", row.path, values, row.org)
		}

		if got.Header.Get("X-Api-Key") != "0123456789abcdef" {
			t.Errorf("%s sent no key", row.path)
		}
	}

	if got := s.last().Query.Get("filter"); got != "name:eq:a&b" {
		t.Errorf("the query arrived as %q", got)
	}
}

func get(t *testing.T, r collections.Route) error {
	t.Helper()

	_, err := collections.Get[thing](t.Context(), r)

	return err
}

func TestErrorWords(t *testing.T) {
	t.Parallel()

	table := map[string]string{
		`{"code":404,"message":"not found"}`:                                  "not found",
		`{"code":400,"message":"bad","status":"nullName"}`:                    "bad (nullName)",
		`{"message":"bad nullName","status":"nullName"}`:                      "bad nullName",
		`{"error":"Unauthorized"}`:                                            "Unauthorized",
		`{"message":"m","error":"e"}`:                                         "m",
		`{"message":"the key 0123456789abcdef is not known","status":403}`:    "the key (redacted) is not known",
		`{"code":3,"message":"invalid","details":[{"field":"name"},{},null]}`: "invalid; field: name",
		`{"message":"invalid request","status":"invalidName","details":[{"@type":"type.googleapis.com/google.rpc.BadRequest",` +
			`"fieldViolations":[{"field":"name","description":"must not be blank"},{"field":"ips"},{"description":"too long"}]}]}`: "invalid request (invalidName); name: must not be blank; ips; too long",
		`{"message":"no such system: 1","details":[{"@type":"x","reason":"GONE","metadata":{"id":"1","tries":2}}]}`: "no such system: 1; id: 1; tries: 2; reason: GONE",
		`{"status":"nullName"}`:                    "(nullName)",
		`{"details":[{"field":"name"}]}`:           "field: name",
		`{"errors":{"name":["is taken","blank"]}}`: "name: is taken; name: blank",
		`["one","two"]`:                            "one; two",
		`"just words"`:                             "just words",
		`not json`:                                 "not json",
		`{}`:                                       "Bad Request",
		`null`:                                     "Bad Request",
	}

	for body, want := range table {
		s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool {
			w.Header().Set("X-Amzn-Trace-Id", "trace")

			return text(w, http.StatusBadRequest, body)
		}}

		var e *rest.Error
		if err := get(t, client(t, s).Portal().V2("x")); !errors.As(err, &e) || e.Message != want || e.RequestID != "trace" {
			t.Errorf("%s: %#v, want %q", body, e, want)
		}
	}
}

func TestKeyPrefixShowsLittle(t *testing.T) {
	t.Parallel()

	for key, want := range map[string]string{"0123456789abcdef": "012345", "short-key": ""} {
		if got := client(t, &service{}, func(c *jumpcloud.Config) { c.APIKey = key }).KeyPrefix(); got != want {
			t.Errorf("of %q: %q, want %q", key, got, want)
		}
	}
}

// While the provider's configuration is not known nothing is sent, and nothing breaks.
func TestPendingClient(t *testing.T) {
	t.Parallel()

	reason := errors.New("not known yet")
	c := jumpcloud.Pending(reason)
	ctx := t.Context()

	c.Redact("x")

	_, provider := c.Portal().Provider(ctx)
	_, organizations := c.Portal().Organizations(ctx)
	_, lookup := collections.Lookup(ctx, listing(c.Tenant(org)), "1")
	_, create := collections.Create(ctx, collections.Creation[thing]{List: listing(c.Tenant(org)), Name: "x"})
	_, shared := collections.GetShared[thing](ctx, c.Tenant(org).V2("x"))

	for name, err := range map[string]error{
		"provider": provider, "organizations": organizations, "lookup": lookup, "create": create, "shared": shared,
		"delete": collections.Delete(ctx, c.Tenant(org).V2("x", "1")),
	} {
		if !errors.Is(err, reason) {
			t.Errorf("%s: %v", name, err)
		}
	}

	if _, ok := c.Portal().StandIn(ctx); ok || c.Ready() || c.DefaultOrganization() != "" {
		t.Error("a client that is not ready knows no organization")
	}
}

func TestProviderDiscovery(t *testing.T) {
	t.Parallel()

	table := map[string]struct {
		configured string
		status     int
		list       string
		id         string
		says       string
		none       bool
	}{
		"one":           {"", 200, `[{"id":"p1","name":"MSP"}]`, "p1", "", false},
		"none":          {"", 200, `[]`, "", "lists none", true},
		"null":          {"", 200, `null`, "", "", false},
		"several":       {"", 200, `[{"id":"p1","name":"A"},{"id":"p2","name":"B"}]`, "", `"A" (p1), "B" (p2); set provider_id`, false},
		"single tenant": {"", 403, `{"message":"no"}`, "", "no", true},
		"not there":     {"", 404, `{"message":"not found"}`, "", "not found", true},
		"configured":    {"p9", 500, `{}`, "p9", "", false},
	}

	for name, row := range table {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			s := &service{hook: func(w http.ResponseWriter, _ *http.Request) bool { return text(w, row.status, row.list) }}
			c := client(t, s, func(c *jumpcloud.Config) { c.ProviderID, c.MaxRetries = row.configured, 0 })

			together(3, func(int) {
				id, err := c.Portal().ProviderID(t.Context())
				if id != row.id || errors.Is(err, jumpcloud.ErrNoProvider) != row.none || !strings.Contains(fmt.Sprint(err), row.says) {
					t.Errorf("%q %v", id, err)
				}
			})

			if row.id == "p1" && s.count() != 1 || row.configured != "" && s.count() != 0 {
				t.Errorf("%d calls", s.count())
			}
		})
	}
}

func TestOrganizations(t *testing.T) {
	t.Parallel()

	s := &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path != "/api/v2/providers/p1/organizations" {
			return text(w, http.StatusForbidden, `{"message":"no"}`)
		}

		return text(w, http.StatusOK, `{"results":[{"id":"o1","name":"A","maxSystemUsers":5},{"id":"o2","name":"B"}],"totalCount":2}`)
	}}
	p := client(t, s, func(c *jumpcloud.Config) { c.ProviderID = "p1" }).Portal()

	a, err := p.Organization(t.Context(), "o1")
	if err != nil || a.Name != "A" || a.MaxSystemUsers == nil || *a.MaxSystemUsers != 5 {
		t.Errorf("%+v %v", a, err)
	}

	b, err := p.Organization(t.Context(), "o2")
	if err != nil || b.MaxSystemUsers != nil {
		t.Errorf("%+v %v", b, err)
	}

	if _, err := p.Organization(t.Context(), "o3"); !errors.Is(err, rest.ErrNotFound) {
		t.Error(err)
	}

	if s.count() != 2 {
		t.Errorf("%d calls for one listing and the second look at what it lacks", s.count())
	}

	if stand, ok := p.StandIn(t.Context()); !ok || stand.ID() != "o1" {
		t.Errorf("%v stands in", stand)
	}
}

// A key of one organization has no portal, but an organization all the same.
func TestStandInOfASingleTenantKey(t *testing.T) {
	t.Parallel()

	s := &service{hook: func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path != "/api/organizations" {
			return text(w, http.StatusForbidden, `{"message":"no"}`)
		}

		return text(w, http.StatusOK, `{"results":[{"_id":"o7","displayName":"Own"}],"totalCount":1}`)
	}}
	p := client(t, s).Portal()

	if stand, ok := p.StandIn(t.Context()); !ok || stand.ID() != "o7" {
		t.Errorf("%v stands in", stand)
	}

	if reach, err := p.Reachable(t.Context()); err != nil || reach != `"Own" (o7)` {
		t.Errorf("reaches %q, %v", reach, err)
	}

	configured := client(t, s, func(c *jumpcloud.Config) { c.OrganizationID = org })
	if stand, ok := configured.Portal().StandIn(t.Context()); !ok || stand.ID() != org {
		t.Errorf("%v stands in", stand)
	}
}
