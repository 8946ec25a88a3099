// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloudsim_test

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// world has two providers and one route of each kind.
type world struct {
	*jumpcloudsim.World

	provider, other    string // provider ids
	acme, globex, away string // organizations; away is of the other provider
	all, some, single  string // keys
	one                string // a provider admin's key who sees Globex only
	client, secret     string
}

func newWorld(t *testing.T) *world {
	t.Helper()

	w := &world{World: jumpcloudsim.New(sim.Options{Now: func() time.Time { return time.Unix(1_800_000_000, 0) }})}
	w.provider = w.AddProvider(jumpcloudsim.Provider{Name: "A"})
	w.other = w.AddProvider(jumpcloudsim.Provider{Name: "B"})
	w.acme = w.AddOrganization(w.provider, jumpcloudsim.Organization{Name: "Acme", MDM: jumpcloudsim.MDM{Apple: true}})
	w.globex = w.AddOrganization(w.provider, jumpcloudsim.Organization{Name: "Globex"})
	w.away = w.AddOrganization(w.other, jumpcloudsim.Organization{Name: "Away"})
	w.all = w.AddKey("all", jumpcloudsim.Access{ProviderID: w.provider, AllOrganizations: true}, "")
	w.some = w.AddKey("some", jumpcloudsim.Access{ProviderID: w.provider, Organizations: []string{w.acme, w.globex}}, "")
	w.one = w.AddKey("one", jumpcloudsim.Access{ProviderID: w.provider, Organizations: []string{w.globex}}, "")
	w.single = w.AddKey("single", jumpcloudsim.Access{OrganizationID: w.acme}, "jcs_given")
	w.client, w.secret = w.AddServiceAccount("ci", jumpcloudsim.Access{ProviderID: w.provider, AllOrganizations: true})

	w.Tenant("GET /api/v2/tenant", func(c *jumpcloudsim.Call) sim.Response {
		return sim.JSON(http.StatusOK, sim.Doc{"org": c.OrgID})
	})
	w.Provider("GET /api/v2/providers/{provider_id}/x", func(c *jumpcloudsim.Call) sim.Response {
		return sim.JSON(http.StatusOK, sim.Doc{"provider": c.ProviderID})
	})
	w.Account("GET /api/account", func(c *jumpcloudsim.Call) sim.Response {
		return sim.JSON(http.StatusOK, sim.Doc{"orgs": len(c.VisibleOrganizations())})
	})
	w.Public("GET /api/v2/public", func(*jumpcloudsim.Call) sim.Response { return sim.NoContent() })

	return w
}

func (w *world) do(t *testing.T, method, path string, header map[string]string, body string) (*http.Response, string) {
	t.Helper()

	req, err := http.NewRequestWithContext(t.Context(), method, "https://sim.invalid"+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}

	for name, value := range header {
		req.Header.Set(name, value)
	}

	resp, err := w.Transport().RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = resp.Body.Close() }()

	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}

	return resp, string(raw)
}

func TestTenantSelection(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	unknown := "ffffffffffffffffffffffff"
	tests := map[string]struct {
		path, key, org string
		status         int
		body           string
		violation      string
	}{
		"chosen":                 {"/api/v2/tenant", w.all, w.globex, 200, w.globex, ""},
		"chosen of some":         {"/api/v2/tenant", w.some, w.acme, 200, w.acme, ""},
		"not among the selected": {"/api/v2/tenant", w.one, w.acme, 404, `"not found"`, ""},
		"foreign":                {"/api/v2/tenant", w.all, w.away, 404, `"code":404`, ""},
		"unknown":                {"/api/v2/tenant", w.all, unknown, 404, `"not found"`, ""},
		"malformed":              {"/api/v2/tenant", w.all, "acme", 400, `"fieldViolations"`, "x-org-id"},
		"missing":                {"/api/v2/tenant", w.all, "", 401, `{"message":"Unauthorized: no organization selected"}`, "x-org-id"},
		"missing, sees only one": {"/api/v2/tenant", w.one, "", 200, w.globex, ""},
		"single tenant":          {"/api/v2/tenant", w.single, "", 200, w.acme, ""},
		"single tenant, named":   {"/api/v2/tenant", w.single, w.acme, 200, w.acme, ""},
		"single tenant, foreign": {"/api/v2/tenant", w.single, w.globex, 404, `"not found"`, ""},
		"header on provider":     {"/api/v2/providers/" + w.provider + "/x", w.all, w.acme, 403, "organization selection not allowed via header", "x-org-id"},
		"header on account":      {"/api/account", w.all, w.acme, 403, "organization selection not allowed via header", "x-org-id"},
		"provider":               {"/api/v2/providers/" + w.provider + "/x", w.some, "", 200, w.provider, ""},
		"other provider":         {"/api/v2/providers/" + w.other + "/x", w.all, "", 404, `"not found"`, ""},
		"malformed provider":     {"/api/v2/providers/a/x", w.all, "", 400, "invalid provider id", ""},
		"provider, single":       {"/api/v2/providers/" + w.provider + "/x", w.single, "", 403, "Forbidden", ""},
		"account":                {"/api/account", w.some, "", 200, `{"orgs":2}`, ""},
		"account, single":        {"/api/account", w.single, "", 200, `{"orgs":1}`, ""},
		"wrong key":              {"/api/v2/tenant", "nope", w.acme, 401, `{"error":"Unauthorized","message":"Unauthorized: api key user not found"}`, ""},
		"no key":                 {"/api/v2/tenant", "", w.acme, 401, `"Unauthorized"`, "credential"},
		"no key, v1":             {"/api/account", "", "", 302, "", "credential"},
		"public":                 {"/api/v2/public", "", "", 204, "", ""},
	}

	for _, name := range slices.Sorted(maps.Keys(tests)) {
		tt := tests[name]
		header := map[string]string{}

		if tt.key != "" {
			header["x-api-key"] = tt.key
		}

		if tt.org != "" {
			header["x-org-id"] = tt.org
		}

		resp, body := w.do(t, http.MethodGet, tt.path, header, "")
		if resp.StatusCode != tt.status || !strings.Contains(body, tt.body) {
			t.Errorf("%s: %d %s, want %d %s", name, resp.StatusCode, body, tt.status, tt.body)
		}

		rule := ""
		if v := w.TakeViolations(); len(v) == 1 {
			rule = v[0].Rule
		}

		if rule != tt.violation {
			t.Errorf("%s: violation %q, want %q", name, rule, tt.violation)
		}
	}

	if resp, _ := w.do(t, http.MethodGet, "/api/account", nil, ""); resp.Header.Get("Location") != "/login" {
		t.Error("v1 without a key does not redirect to /login")
	}

	w.RevokeKey(w.all)

	if resp, _ := w.do(t, http.MethodGet, "/api/account", map[string]string{"x-api-key": w.all}, ""); resp.StatusCode != http.StatusUnauthorized {
		t.Error("a revoked key still works")
	}
}

func TestLoosePaths(t *testing.T) {
	t.Parallel()

	w := newWorld(t)

	for _, tt := range []struct {
		path, value string
		status      int
	}{
		{"/api/v2/Public/", "accept", 204},
		{"/api/v2/public", "accept", 204},
		{"/api/v2/Public/", "refuse", 404},
		{"/api/v2/public", "refuse", 204},
	} {
		if err := w.Switches.Set("loose-paths", tt.value); err != nil {
			t.Fatal(err)
		}

		if resp, body := w.do(t, http.MethodGet, tt.path, nil, ""); resp.StatusCode != tt.status {
			t.Errorf("%s where such paths are to %s: %d %s", tt.path, tt.value, resp.StatusCode, body)
		}
	}
}

// A switch is asked for where its values differ, and nowhere else.
func TestSwitches_Asked(t *testing.T) {
	t.Parallel()

	for query, want := range map[string][]string{
		"?limit=100":                       {"default-order"},
		"?limit=10":                        {"default-order", "list-page"},
		"?limit=10&skip=220":               {"default-order", "list-page", "list-skip"},
		"?limit=10&skip=225":               {"default-order", "list-skip"},
		"?limit=10&skip=225&sort=name":     {"list-skip"},
		"?limit=10&skip=225&sort=size":     {"default-order", "list-skip"},
		"?limit=101&filter=name:eq:Item 1": {"limit-over-100"},
		"?filter=name:eq:a,name:eq:b":      {"filter-comma"},
		"?filter=name:eq:a&filter=b:eq:c":  {"filter-other-fields"},
		"/?filter=b":                       {"filter-malformed", "loose-paths"},
	} {
		w, get := listing(t, 230)
		if strings.HasPrefix(query, "?limit=100") {
			w, get = listing(t, 50)
		}

		get("/api/v2/items" + strings.ReplaceAll(query, " ", "%20"))

		if got := w.Switches.Asked(); !slices.Equal(got, want) {
			t.Errorf("%s: asked for %v, want %v", query, got, want)
		}
	}
}

func TestLog_HoldsNoCredential(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	token := w.token(t)

	w.do(t, http.MethodGet, "/api/account", map[string]string{"x-api-key": w.all}, "")
	w.do(t, http.MethodGet, "/api/account", map[string]string{"Authorization": "Bearer " + token}, "")

	raw, err := json.Marshal(w.Log().Calls("", ""))
	if err != nil {
		t.Fatal(err)
	}

	for _, secret := range []string{w.all, token, w.secret} {
		if strings.Contains(string(raw), secret) {
			t.Errorf("the log holds %q", secret)
		}
	}
}

func (w *world) token(t *testing.T) string {
	t.Helper()

	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://sim.invalid/oauth2/token",
		strings.NewReader("grant_type=client_credentials&scope=api"))
	if err != nil {
		t.Fatal(err)
	}

	req.SetBasicAuth(w.client, w.secret)

	resp, err := w.Transport().RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}

	defer func() { _ = resp.Body.Close() }()

	var answer struct {
		AccessToken string `json:"access_token"`
		TokenType   string `json:"token_type"`
		ExpiresIn   int    `json:"expires_in"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		t.Fatal(err)
	}

	if resp.StatusCode != http.StatusOK || answer.ExpiresIn != 3600 || answer.TokenType == "" || answer.AccessToken == "" {
		t.Fatalf("token answer %d %+v", resp.StatusCode, answer)
	}

	return answer.AccessToken
}

func TestToken(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	status := func(token string) int {
		resp, _ := w.do(t, http.MethodGet, "/api/v2/tenant", map[string]string{"Authorization": "Bearer " + token, "x-org-id": w.acme}, "")

		return resp.StatusCode
	}

	token := w.token(t)
	if got := status(token); got != http.StatusOK {
		t.Fatalf("a new token: %d", got)
	}

	w.Clock.Advance(time.Hour - time.Second)

	if got := status(token); got != http.StatusOK {
		t.Errorf("a second before it expires: %d", got)
	}

	w.Clock.Advance(time.Second)

	if got := status(token); got != http.StatusUnauthorized {
		t.Errorf("expired: %d", got)
	}

	token = w.token(t)
	w.RevokeTokens()

	if got := status(token); got != http.StatusUnauthorized {
		t.Errorf("revoked: %d", got)
	}

	if n := len(w.Log().Writes()); n != 0 {
		t.Errorf("%d writes in the log; a token is none", n)
	}

	token = w.token(t)
	path := "/api/v2/providers/" + w.provider + "/x"

	for value, want := range map[string]int{"allowed": 200, "forbidden": 403} {
		if err := w.Switches.Set("service-account-providers", value); err != nil {
			t.Fatal(err)
		}

		if resp, _ := w.do(t, http.MethodGet, path, map[string]string{"Authorization": "Bearer " + token}, ""); resp.StatusCode != want {
			t.Errorf("%s: %d", value, resp.StatusCode)
		}
	}

	basic := map[string]string{"Authorization": "Basic bm9ib2R5Om5vdGhpbmc="}
	for body, want := range map[string]int{
		"grant_type=client_credentials&scope=api":   401,
		"grant_type=password&scope=api":             400,
		"grant_type=client_credentials&scope=other": 400,
	} {
		if resp, _ := w.do(t, http.MethodPost, "/oauth2/token", basic, body); resp.StatusCode != want {
			t.Errorf("%s: %d, want %d", body, resp.StatusCode, want)
		}
	}
}

func TestHasMDM(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	for _, tt := range []struct {
		org, family string
		want        bool
	}{{w.acme, "darwin", true}, {w.acme, "ios", true}, {w.acme, "windows", false}, {w.acme, "linux", false}, {w.globex, "ios", false}} {
		if got := w.HasMDM(tt.org, tt.family); got != tt.want {
			t.Errorf("%s in %s: %v", tt.family, tt.org, got)
		}
	}
}

// listing adds a v2 and a v1 list of n items and a client for them.
func listing(t *testing.T, n int) (w *world, get func(path string) (*http.Response, string)) {
	t.Helper()

	w = newWorld(t)

	var docs, v1 []sim.Doc
	for i := range n {
		d := sim.Doc{"id": fmt.Sprintf("%03d", i), "name": fmt.Sprintf("Item %d", n-i), "size": json.Number(fmt.Sprint(i % 7))}
		docs = append(docs, d)
		v1 = append(v1, sim.Doc{"_id": d["id"], "displayName": d["name"], "size": d["size"]})
	}

	query := []string{jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort, jumpcloudsim.SortIgnoreCase, jumpcloudsim.Filter, jumpcloudsim.FieldList}
	w.Account("GET /api/v2/items", func(c *jumpcloudsim.Call) sim.Response {
		return c.Array(slices.Clone(docs), jumpcloudsim.List{Filterable: []string{"name", "size"}})
	}, query...)
	w.Account("GET /api/items", func(c *jumpcloudsim.Call) sim.Response {
		return c.Wrapped("results", slices.Clone(v1), jumpcloudsim.List{Filterable: []string{"displayName"}, Small: []string{"_id", "displayName"}})
	}, query...)

	return w, func(path string) (*http.Response, string) {
		return w.do(t, http.MethodGet, path, map[string]string{"x-api-key": w.all}, "")
	}
}

func ids(t *testing.T, body string) []string {
	t.Helper()

	var items []struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal([]byte(body), &items); err != nil {
		t.Fatalf("%s: %v", body, err)
	}

	out := []string{}
	for _, i := range items {
		out = append(out, i.ID)
	}

	return out
}

func TestList(t *testing.T) {
	t.Parallel()

	_, get := listing(t, 230)
	tests := map[string]struct {
		query string
		count int
		total string
		first string
	}{
		"defaults":           {"", 10, "230", "000"},
		"page":               {"limit=50&skip=200&sort=_id", 30, "230", "200"},
		"beyond the end":     {"skip=1000", 0, "230", ""},
		"above the maximum":  {"limit=500", 100, "230", "000"},
		"descending":         {"sort=-id&limit=1", 1, "230", "229"},
		"two keys":           {"sort=-size,id&limit=1", 1, "230", "006"},
		"equal":              {"filter=name:eq:Item%2030", 1, "1", "200"},
		"case counts":        {"filter=name:eq:item%2030", 0, "0", ""},
		"wildcard":           {"filter=name:eq:Item%203*&limit=100&sort=-id", 11, "11", "227"},
		"not equal":          {"filter=name:ne:Item%2030", 10, "229", "000"},
		"search":             {"filter=name:search:TEM%202&limit=100", 42, "42", "000"},
		"numbers":            {"filter=size:gt:5", 10, "32", "006"},
		"at least":           {"filter=size:ge:6", 10, "32", "006"},
		"below":              {"filter=size:lt:1", 10, "33", "000"},
		"at most":            {"filter=size:le:0", 10, "33", "000"},
		"alternatives":       {"filter=name:in:Item%201|Item%202", 2, "2", "228"},
		"between":            {"filter=size:between:2|3", 10, "66", "002"},
		"all of two":         {"filter=size:eq:0,name:eq:Item%20230", 1, "1", "000"},
		"all of two filters": {"filter=size:eq:1&filter=name:eq:Item%20230", 0, "0", ""},
	}

	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			resp, body := get("/api/v2/items?" + tt.query)
			if resp.StatusCode != http.StatusOK {
				t.Fatalf("%d %s", resp.StatusCode, body)
			}

			got := ids(t, body)
			if len(got) != tt.count || resp.Header.Get("X-Total-Count") != tt.total || (tt.first != "" && got[0] != tt.first) {
				t.Errorf("%d of %s: %v", len(got), resp.Header.Get("X-Total-Count"), got)
			}

			if resp.Header.Get("Link") != "" {
				t.Error("a Link header")
			}
		})
	}
}

func TestList_FieldsAndV1(t *testing.T) {
	t.Parallel()

	_, get := listing(t, 3)
	tests := map[string]string{
		"/api/v2/items?fields=name&limit=1":                    `[{"id":"000","name":"Item 3"}]`,
		"/api/v2/items?fields=name,size&limit=1":               `[{"id":"000","name":"Item 3","size":0}]`,
		"/api/items?limit=1":                                   `{"results":[{"_id":"000","displayName":"Item 3"}],"totalCount":3}`,
		"/api/items?limit=1&fields=size%20displayName":         `{"results":[{"_id":"000","displayName":"Item 3","size":0}],"totalCount":3}`,
		"/api/items?limit=1&fields=size,displayName":           `{"results":[{"_id":"000"}],"totalCount":3}`,
		"/api/items?limit=1&sort=-_id":                         `{"results":[{"_id":"002","displayName":"Item 1"}],"totalCount":3}`,
		"/api/items?filter=displayName:$eq:Item%202":           `{"results":[{"_id":"001","displayName":"Item 2"}],"totalCount":1}`,
		"/api/items?filter=displayName:$nin:Item%202|Item%203": `{"results":[{"_id":"002","displayName":"Item 1"}],"totalCount":1}`,
		"/api/items?skip=":                                     `"field":"skip"`,
	}

	for path, want := range tests {
		if _, body := get(path); !strings.Contains(body, want) {
			t.Errorf("%s: %s, want %s", path, body, want)
		}
	}
}

func TestList_Refusals(t *testing.T) {
	t.Parallel()

	w, get := listing(t, 3)
	for _, tt := range []struct {
		query, name, value string
		status             int
	}{
		{"limit=0", "", "", 400},
		{"limit=ten", "", "", 400},
		{"skip=-1", "", "", 400},
		{"limit=101", "limit-over-100", "refuse", 400},
		{"filter=colour:eq:red", "", "", 400},
		{"filter=colour:eq:red", "filter-other-fields", "ignore", 200},
		{"filter=colour:eq:red", "filter-other-fields", "honour", 200},
		{"filter=name:eq:a,b", "", "", 400},
		{"filter=name:eq:a,b", "filter-comma", "literal", 200},
		{"filter=name:eq:a,b", "filter-comma", "separates", 400},
		{"filter=name:eq:a,b", "filter-malformed", "ignore", 200},
		{"filter=name:like:a", "filter-malformed", "refuse", 400},
	} {
		if tt.name != "" {
			if err := w.Switches.Set(tt.name, tt.value); err != nil {
				t.Fatal(err)
			}
		}

		if resp, body := get("/api/v2/items?" + tt.query); resp.StatusCode != tt.status {
			t.Errorf("%s: %d %s", tt.query, resp.StatusCode, body)
		}
	}

	if err := w.Switches.Set("default-order", "reverse"); err != nil {
		t.Fatal(err)
	}

	if _, body := get("/api/v2/items"); ids(t, body)[0] != "002" {
		t.Errorf("default order: %s", body)
	}
}
