// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package published_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/contract"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/published"
)

const organization = "5f0000000000000000000001"

func open(t *testing.T) *contract.Contract {
	t.Helper()

	c, ok := published.Contract.Open(t)
	if !ok {
		t.Skip("contract check skipped: the published API documents are not here")
	}

	return c
}

// iplistPut is an exchange with nothing wrong; tests break one thing in it.
func iplistPut() contract.Exchange {
	return contract.Exchange{
		Method:         http.MethodPut,
		Path:           "/api/v2/iplists/5f0000000000000000000002",
		Header:         http.Header{"X-Org-Id": {organization}, "Content-Type": {"application/json"}},
		RequestBody:    []byte(`{"name":"Office","description":"","ips":["192.0.2.1"]}`),
		Status:         http.StatusOK,
		ResponseHeader: http.Header{"Content-Type": {"application/json; charset=utf-8"}},
		ResponseBody:   []byte(`{"id":"5f0000000000000000000002","name":"Office","description":"","ips":["192.0.2.1"]}`),
	}
}

func policyPut() contract.Exchange {
	e := iplistPut()
	e.Path = "/api/v2/policies/5f0000000000000000000003"
	e.RequestBody = []byte(`{"name":"Lock","notes":"","values":[]}`)
	e.ResponseBody = []byte(`{"id":"5f0000000000000000000003","name":"Lock"}`)

	return e
}

func list(path string, query url.Values) contract.Exchange {
	return contract.Exchange{
		Method:         http.MethodGet,
		Path:           path,
		Query:          query,
		Status:         http.StatusOK,
		ResponseHeader: http.Header{"Content-Type": {"application/json"}, "X-Total-Count": {"0"}},
		ResponseBody:   []byte(`[]`),
	}
}

func TestCheck(t *testing.T) {
	t.Parallel()

	c := open(t)

	tests := map[string]struct {
		exchange func() contract.Exchange
		want     []string // one substring for each violation, in order
	}{
		"a good exchange": {exchange: iplistPut},
		"an unknown path": {
			func() contract.Exchange { e := iplistPut(); e.Path = "/api/v2/ip-lists/1"; return e },
			[]string{"request: path: no such operation"},
		},
		"an unknown method of a known path": {
			func() contract.Exchange { e := iplistPut(); e.Method = http.MethodPost; return e },
			[]string{"request: path: no such operation"},
		},
		"an empty id": {
			func() contract.Exchange { e := iplistPut(); e.Path = "/api/v2/iplists/"; return e },
			[]string{"request: path: no such operation"},
		},
		"an undocumented query parameter": {
			func() contract.Exchange { return list("/api/v2/iplists", url.Values{"fields": {"name"}}) },
			[]string{"request: query fields: not documented"},
		},
		"query parameters": {
			exchange: func() contract.Exchange {
				return list("/api/v2/iplists", url.Values{"limit": {"100"}, "skip": {"0"}, "sort": {"_id"}, "filter": {"name:eq:Office"}})
			},
		},
		"a query parameter of the wrong type": {
			func() contract.Exchange {
				return list("/api/v2/iplists", url.Values{"limit": {"many"}, "skip": {"-1"}})
			},
			[]string{"query limit: got string, want integer", "query skip: minimum"},
		},
		"a missing query parameter": {
			func() contract.Exchange {
				return list("/api/v2/policies/5f0000000000000000000003/associations", nil)
			},
			[]string{"query targets: required and missing"},
		},
		"a query parameter with a list": {
			func() contract.Exchange {
				return list("/api/v2/policies/5f0000000000000000000003/associations", url.Values{"targets": {"system,printer"}})
			},
			[]string{"query targets /1: value must be one of"},
		},
		"the tenant header on a portal route": {
			func() contract.Exchange {
				e := list("/api/v2/providers", nil)
				e.Header = http.Header{"X-Org-Id": {organization}}

				return e
			},
			[]string{"request: header x-org-id: this operation does not document it"},
		},
		"the tenant header where the vendor sends it undocumented": {
			exchange: func() contract.Exchange {
				e := list("/api/v2/office365s/5f0000000000000000000003/translationrules", nil)
				e.Header = http.Header{"X-Org-Id": {organization}}

				return e
			},
		},
		"a path parameter of the wrong type": {
			func() contract.Exchange { return list("/api/v2/password-vault/groups/staff/members", nil) },
			[]string{"request: path idGroup: got string, want integer", "response"},
		},
		"a header that is not one of its values": {
			func() contract.Exchange {
				e := list("/api/v2/systemgroups", nil)
				e.Method, e.Status, e.RequestBody = http.MethodPost, http.StatusUnauthorized, []byte(`{"name":"Macs"}`)
				e.Header = http.Header{"Content-Type": {"application/json"}, "X-Query-Dsl": {"v3"}}
				e.ResponseBody = []byte(`{"message":"no"}`)

				return e
			},
			[]string{"request: header x-query-dsl: value must be one of"},
		},
		"a misspelt member of a request": {
			func() contract.Exchange {
				e := iplistPut()
				e.RequestBody = []byte(`{"name":"Office","notes":"","ips":[]}`)

				return e
			},
			[]string{`request: body /notes: the contract knows no member "notes"`},
		},
		"a member of the wrong type": {
			func() contract.Exchange {
				e := iplistPut()
				e.RequestBody = []byte(`{"name":"Office","ips":"192.0.2.1"}`)

				return e
			},
			[]string{"request: body /ips: got string, want array"},
		},
		"a missing member": {
			func() contract.Exchange { e := policyPut(); e.RequestBody = []byte(`{"notes":""}`); return e },
			[]string{"request: body: missing property 'name'"},
		},
		"a body that is not JSON": {
			func() contract.Exchange { e := iplistPut(); e.RequestBody = []byte(`{"name":`); return e },
			[]string{"request: body: not JSON"},
		},
		"a body without its type": {
			func() contract.Exchange { e := iplistPut(); e.Header.Del("Content-Type"); return e },
			[]string{"request: header content-type: missing"},
		},
		"a form where JSON is documented": {
			func() contract.Exchange {
				e := iplistPut()
				e.Header.Set("Content-Type", "application/x-www-form-urlencoded")

				return e
			},
			[]string{"request: header content-type: application/x-www-form-urlencoded is not"},
		},
		"a body where none is documented": {
			func() contract.Exchange {
				e := list("/api/v2/iplists", nil)
				e.RequestBody = []byte(`{}`)

				return e
			},
			[]string{"request: body: this operation documents none"},
		},
		"an undocumented member of an answer": {
			func() contract.Exchange {
				e := iplistPut()
				e.ResponseBody = []byte(`{"id":"1","name":"Office","created":"today"}`)

				return e
			},
			[]string{`response: body /created: the contract knows no member "created"`},
		},
		"an undocumented member deep in an answer": {
			func() contract.Exchange {
				e := list("/api/v2/policies", nil)
				e.ResponseBody = []byte(`[{"id":"1","template":{"id":"2","Name":"x"}}]`)

				return e
			},
			[]string{"response: body /0/template/Name: the contract knows no member"},
		},
		"a value outside an enumeration": {
			func() contract.Exchange {
				e := list("/api/v2/policytemplates", nil)
				e.ResponseBody = []byte(`[{"id":"1","osMetaFamily":"macos"}]`)

				return e
			},
			[]string{"response: body /0/osMetaFamily: value must be one of"},
		},
		"an undocumented success": {
			func() contract.Exchange { e := iplistPut(); e.Status = http.StatusCreated; return e },
			[]string{"response: status: 201 is not among the documented [200 400 401 403 404 409 500]"},
		},
		"an error nobody documents": {
			func() contract.Exchange {
				e := policyPut()
				e.Status = http.StatusConflict
				e.ResponseBody = []byte(`{"message":"exists"}`)

				return e
			},
			[]string{"response: status: 409 is not among the documented [200]"},
		},
		"an error of the standard set where none is documented": {
			exchange: func() contract.Exchange {
				e := policyPut()
				e.Status = http.StatusNotFound
				e.ResponseBody = []byte(`{"code":404,"message":"not found"}`)

				return e
			},
		},
		"an error without words": {
			func() contract.Exchange {
				e := policyPut()
				e.Status = http.StatusNotFound
				e.ResponseBody = []byte(`{"code":404}`)

				return e
			},
			[]string{"missing property 'message'", "missing property 'error'"},
		},
		"the page of abuse protection": {
			exchange: func() contract.Exchange {
				e := iplistPut()
				e.Status = http.StatusForbidden
				e.ResponseHeader.Set("Content-Type", "text/html")
				e.ResponseBody = []byte(`<html>blocked</html>`)

				return e
			},
		},
		"a rate limit": {
			exchange: func() contract.Exchange {
				e := iplistPut()
				e.Status = http.StatusTooManyRequests
				e.ResponseBody = nil

				return e
			},
		},
		"a body where the status documents none": {
			func() contract.Exchange {
				e := list("/api/v2/policies/5f0000000000000000000003", nil)
				e.Method, e.Status = http.MethodDelete, http.StatusNoContent

				return e
			},
			[]string{"response: body: status 204 documents none"},
		},
		"no body where the status documents one": {
			func() contract.Exchange { e := iplistPut(); e.ResponseBody = nil; return e },
			[]string{"response: body: empty"},
		},
		"a page of HTML with status 200": {
			func() contract.Exchange {
				e := iplistPut()
				e.ResponseHeader.Set("Content-Type", "text/html")

				return e
			},
			[]string{`response: header content-type: "text/html" is not`},
		},
		"a list length that is no number": {
			func() contract.Exchange {
				e := list("/api/v2/iplists", nil)
				e.ResponseHeader.Set("X-Total-Count", "all")

				return e
			},
			[]string{`response: header x-total-count: "all" is not a count`},
		},
		"a v1 path without a key": {
			exchange: func() contract.Exchange {
				e := list("/api/organizations", nil)
				e.Status = http.StatusFound

				return e
			},
		},
		"a redirect on v2": {
			func() contract.Exchange { e := list("/api/v2/iplists", nil); e.Status = http.StatusFound; return e },
			[]string{"response: status: 302 is not"},
		},
		"the token endpoint": {
			exchange: func() contract.Exchange {
				return contract.Exchange{Method: http.MethodPost, Path: "/oauth2/token", Status: http.StatusOK}
			},
		},
	}

	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			// What breaks the contract breaks it the second time as well.
			for range 2 {
				got := c.Check(test.exchange())
				if len(got) != len(test.want) {
					t.Fatalf("got %d violations %v, want %d", len(got), got, len(test.want))
				}

				for i, want := range test.want {
					if !strings.Contains(got[i].String(), want) {
						t.Errorf("violation %d is %q, want it to contain %q", i, got[i], want)
					}
				}
			}
		})
	}
}

// What the live service is known to do must pass although no document has it.
func TestCheckDeviations(t *testing.T) {
	t.Parallel()

	c := open(t)

	value := func(v string) string {
		return `{"configFieldID":"5f0000000000000000000004","configFieldName":"f","sensitive":false,"value":` + v + `}`
	}

	for _, v := range []string{`true`, `45`, `"text"`, `["a"]`, `[{"customData":"1"}]`, `{"from":"a","to":"b"}`, `null`} {
		e := policyPut()
		e.RequestBody = []byte(`{"name":"Lock","values":[` + value(v) + `]}`)
		e.ResponseBody = []byte(`{"id":"1","name":"Lock","notes":"","template":{"id":"2"},"values":[` + value(v) +
			`],"configFields":[{"id":"3","name":"f","displayType":"table","defaultValue":{"customData":"1"}}]}`)

		for _, got := range c.Check(e) {
			t.Errorf("value %s: %v", v, got)
		}
	}

	group := iplistPut()
	group.Method, group.Path, group.Status = http.MethodPost, "/api/v2/policygroups", http.StatusCreated
	group.RequestBody = []byte(`{"name":"Baseline","description":"all devices"}`)
	group.ResponseBody = []byte(`{"id":"1","name":"Baseline","description":"all devices","type":"policy_group"}`)

	for _, got := range c.Check(group) {
		t.Error(got)
	}
}

func TestOperation(t *testing.T) {
	t.Parallel()

	c := open(t)

	tests := []struct {
		method, path, id, template string
		tenant                     bool
		scopes                     []string
	}{
		{"GET", "/api/v2/iplists/1", "iplists_get", "/api/v2/iplists/{id}", true, []string{"authn", "authn.readonly"}},
		{"GET", "/api/v2/providers", "providers_getProviders", "/api/v2/providers", false, []string{"providers", "providers.readonly"}},
		{"PUT", "/api/v2/providers/1/organizations/2", "providerOrganizations_updateOrg", "/api/v2/providers/{provider_id}/organizations/{id}", false, []string{"organizations", "organizations.billing"}},
		{"GET", "/api/organizations/1", "organizations_get", "/api/organizations/{id}", false, nil},
		// The same segment is called {id} in one template and {policy_id} in another.
		{"GET", "/api/v2/policies/1/systems", "graph_policyTraverseSystem", "/api/v2/policies/{policy_id}/systems", true, nil},
	}

	for _, test := range tests {
		id, template, ok := c.Operation(test.method, test.path)
		if !ok || id != test.id || template != test.template {
			t.Errorf("%s %s is %s at %s (%t), want %s at %s", test.method, test.path, id, template, ok, test.id, test.template)
		}

		if got := c.Takes("x-org-id", test.method, test.path); got != test.tenant {
			t.Errorf("%s %s takes x-org-id: %t, want %t", test.method, test.path, got, test.tenant)
		}

		if got := c.Scopes(test.method, test.path); test.scopes != nil && !slices.Equal(got, test.scopes) {
			t.Errorf("%s %s has scopes %v, want %v", test.method, test.path, got, test.scopes)
		}
	}

	if id, _, ok := c.Operation("GET", "/api/v2/nothing"); ok {
		t.Errorf("an unknown path is %s", id)
	}

	if got := c.Scopes("GET", "/api/v2/nothing"); got != nil {
		t.Errorf("an unknown path has scopes %v", got)
	}
}

// The reference counts 331 v2 operations that take x-org-id, none of them of
// the portal but the lists of directories; and every template finds itself.
func TestEveryOperation(t *testing.T) {
	t.Parallel()

	c := open(t)

	folder, err := published.Contract.Find()
	if err != nil {
		t.Fatal(err)
	}

	raw, err := os.ReadFile(filepath.Join(folder, "jumpcloud-v2.json"))
	if err != nil {
		t.Fatal(err)
	}

	// A path's item also has members that are no operation.
	var published struct {
		Paths map[string]map[string]json.RawMessage `json:"paths"`
	}
	if err := json.Unmarshal(raw, &published); err != nil {
		t.Fatal(err)
	}

	tenant := 0

	for path, item := range published.Paths {
		for method, op := range item {
			if method == "parameters" || method[0] == 'x' {
				continue
			}

			var o struct {
				OperationID string `json:"operationId"`
			}
			if err := json.Unmarshal(op, &o); err != nil {
				t.Fatal(err)
			}

			// A literal example of the path: no real id looks like this.
			example := "/api/v2" + strings.NewReplacer("{", "_", "}", "_").Replace(path)

			id, template, ok := c.Operation(method, example)
			if !ok || id != o.OperationID || template != "/api/v2"+path {
				t.Errorf("%s %s is %q at %s, want %q", method, path, id, template, o.OperationID)
			}

			if c.Takes("x-org-id", method, example) {
				tenant++

				if strings.HasPrefix(path, "/integrations/") {
					t.Errorf("%s %s takes x-org-id", method, path)
				}
			}
		}
	}

	if tenant != 331 {
		t.Errorf("%d operations take x-org-id, want 331 (evidence: transport 3.1)", tenant)
	}
}

func TestCheckIsSafeForConcurrentUse(t *testing.T) {
	t.Parallel()

	c := open(t)

	var all sync.WaitGroup

	for range 8 {
		all.Go(func() {
			for _, e := range []contract.Exchange{iplistPut(), policyPut(), list("/api/v2/policytemplates", nil)} {
				for _, got := range c.Check(e) {
					t.Error(got)
				}
			}
		})
	}

	all.Wait()
}

func TestFindPrefersTheEnvironment(t *testing.T) {
	t.Setenv(published.Contract.Variable, "/somewhere/else")

	got, err := published.Contract.Find()
	if err != nil || got != "/somewhere/else" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestFindWithoutDocuments(t *testing.T) {
	t.Setenv(published.Contract.Variable, "")

	root := t.TempDir()
	below := filepath.Join(root, "repository", "internal", "thing")

	if err := os.MkdirAll(below, 0o700); err != nil {
		t.Fatal(err)
	}

	if err := os.WriteFile(filepath.Join(root, "repository", "go.mod"), []byte("module x\n"), 0o600); err != nil {
		t.Fatal(err)
	}

	t.Chdir(below)

	if _, err := published.Contract.Find(); !errors.Is(err, contract.ErrAbsent) {
		t.Errorf("got %v, want ErrAbsent", err)
	}

	if c, ok := published.Contract.Open(t); ok || c != nil {
		t.Error("Open answers a contract that is not there")
	}

	spec := filepath.Join(root, "shared", "spec")
	if err := os.MkdirAll(spec, 0o700); err != nil {
		t.Fatal(err)
	}

	if got, err := published.Contract.Find(); err != nil || filepath.Base(got) != "spec" {
		t.Errorf("got %q, %v, want the folder beside the repository", got, err)
	}
}

func TestLoadNeedsBothDocuments(t *testing.T) {
	t.Parallel()

	if _, err := published.Contract.Load(t.TempDir()); err == nil || !strings.Contains(err.Error(), "jumpcloud-v2.json") {
		t.Errorf("got %v, want an error that names the missing file", err)
	}
}
