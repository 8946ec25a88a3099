// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package authnpolicysim_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/authnpolicy/authnpolicysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

type world struct {
	*jumpcloudsim.World

	t        *testing.T
	org, key string
}

func newWorld(t *testing.T) *world {
	t.Helper()

	w := &world{World: jumpcloudsim.New(sim.Options{}), t: t}
	authnpolicysim.Register(w.World)

	// What a service does that takes no other members than the contract's.
	if err := w.Switches.Set("unknown-body-members", "refuse"); err != nil {
		t.Fatal(err)
	}

	provider := w.AddProvider(jumpcloudsim.Provider{Name: "MSP"})
	w.org = w.AddOrganization(provider, jumpcloudsim.Organization{Name: "Org"})
	w.key = w.AddKey("all", jumpcloudsim.Access{ProviderID: provider, AllOrganizations: true}, "")

	return w
}

// want calls and checks status and a part of the answer.
func (w *world) want(method, path, body string, status int, part string) string {
	w.t.Helper()

	req, err := http.NewRequestWithContext(w.t.Context(), method, "https://sim.invalid/api/v2/authn/policies"+path, strings.NewReader(body))
	if err != nil {
		w.t.Fatal(err)
	}

	req.Header.Set("x-api-key", w.key)
	req.Header.Set("x-org-id", w.org)

	resp, err := w.Transport().RoundTrip(req)
	if err != nil {
		w.t.Fatal(err)
	}

	defer func() { _ = resp.Body.Close() }()

	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		w.t.Fatal(err)
	}

	if resp.StatusCode != status || !strings.Contains(string(raw), part) {
		w.t.Errorf("%s %s %s: %d %s, want %d %s", method, path, body, resp.StatusCode, raw, status, part)
	}

	return string(raw)
}

func (w *world) set(name, value string) {
	w.t.Helper()

	if err := w.Switches.Set(name, value); err != nil {
		w.t.Fatal(err)
	}
}

func TestSwitches(t *testing.T) {
	t.Parallel()

	const policy = `{"name":"a","effect":{"action":"allow","obligations":{"mfa":{"required":true}}},"conditions":{"any":[` +
		`{"ipAddressIn":["x"]},{"locationIn":{"countries":["US","CA"]}}]}}`

	w := newWorld(t)

	var made struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal([]byte(w.want("POST", "", policy, 201, `"type":"user_portal"`)), &made); err != nil {
		t.Fatal(err)
	}

	id := "/" + made.ID
	w.want("POST", "", `{"name":" ","effect":{"action":"allow"}}`, 400, "blank")
	w.set("authnpolicy-name-blank", "accept")
	w.want("POST", "", `{"effect":{"action":"allow"}}`, 201, `"targets":{}`)
	w.want("POST", "", policy, 201, "")
	w.set("authnpolicy-name-unique", "on")
	w.want("POST", "", policy, 409, "exists")
	w.want("PATCH", id, `{"name":"b"}`, 200, "")
	w.want("PATCH", id, `{"name":"b"}`, 200, "")
	w.set("authnpolicy-empty-members", "drop")
	w.want("GET", id, "", 200, `"ipAddressIn"`)

	if got := w.want("GET", id, "", 200, ""); strings.Contains(got, "targets") {
		t.Errorf("an empty member is shown: %s", got)
	}

	w.set("authnpolicy-list-order", "reverse")
	w.want("GET", id, "", 200, `[{"locationIn":{"countries":["CA","US"]}},{"ipAddressIn":["x"]}]`)
	w.want("GET", "?limit=1", "", 200, `["CA","US"]`)
	w.want("PATCH", id, `{"effect":{"action":"deny"}}`, 200, `"effect":{"action":"deny"}`)
	w.want("PATCH", id, `{"effect":{"action":"allow","obligations":{"mfa":{"required":true}}}}`, 200, "")
	w.set("authnpolicy-patch-nested", "merge")
	w.want("PATCH", id, `{"effect":{"action":"deny"}}`, 200, `"effect":{"action":"deny","obligations":{"mfa":{"required":true}}}`)
	w.set("authnpolicy-iplist-unknown", "refuse")
	w.want("PATCH", id, `{"disabled":true}`, 400, "unknown IP list x")
	w.Store.Docs("iplists", w.org).Put("x", sim.Doc{"id": "x"})
	w.want("PATCH", id, `{"conditions":{}}`, 200, "")
	w.want("DELETE", id, "", 200, `"name":"b"`)
	w.want("DELETE", id, "", 404, "")
	w.want("PATCH", id, "{}", 404, "")
	w.want("GET", id, "", 404, "")

	if v := w.TakeViolations(); len(v) != 0 {
		t.Errorf("violations %v", v)
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	for body, part := range map[string]string{
		`{"name":"a","conditions":{"ipAddressNotIn":["x"]}}`:                            "not a known field",
		`{"name":"a","conditions":{"all":[]}}`:                                          "needs a list",
		`{"name":"a","conditions":{"not":{"deviceManaged":true,"any":[]}}}`:             "exactly one member",
		`{"name":"a","conditions":{"locationIn":{"country":["US"]}}}`:                   "not a known field",
		`{"name":"a","effect":{"obligations":{}}}`:                                      "is required",
		`{"name":"a","effect":{"action":"block"}}`:                                      "must be one of",
		`{"name":"a","effect":{"action":"deny","custom_error_message":{"message":""}}}`: "needs message and enabled",
		`{"name":"a","type":"vpn"}`:                                                     "must be one of",
		`{"name":"a","targets":{"groups":[]}}`:                                          "not a known field",
		`{"name":"a","monitor_only":true}`:                                              "not a known field",
	} {
		w.want("POST", "", body, 400, strings.ReplaceAll(part, "\"", "\\\""))
	}

	if n := len(w.Log().Writes()); n > 0 {
		t.Errorf("%d writes", n)
	}

	w.TakeViolations()
}
