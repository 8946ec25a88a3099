// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package iplistsim_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

type world struct {
	*jumpcloudsim.World

	t    *testing.T
	orgs [2]string
	key  string
}

func newWorld(t *testing.T) *world {
	t.Helper()

	w := &world{World: jumpcloudsim.New(sim.Options{}), t: t}
	iplistsim.Register(w.World)

	// What a service does that takes no other members than the contract's.
	if err := w.Switches.Set("unknown-body-members", "refuse"); err != nil {
		t.Fatal(err)
	}

	provider := w.AddProvider(jumpcloudsim.Provider{Name: "MSP"})
	for i := range w.orgs {
		w.orgs[i] = w.AddOrganization(provider, jumpcloudsim.Organization{Name: "Org"})
	}

	w.key = w.AddKey("all", jumpcloudsim.Access{ProviderID: provider, AllOrganizations: true}, "")

	return w
}

// want calls in the first organization and checks status and a part of the answer.
func (w *world) want(method, path, body string, status int, part string) string {
	w.t.Helper()

	return w.wantIn(0, method, path, body, status, part)
}

func (w *world) wantIn(org int, method, path, body string, status int, part string) string {
	w.t.Helper()

	req, err := http.NewRequestWithContext(w.t.Context(), method, "https://sim.invalid/api/v2/iplists"+path, strings.NewReader(body))
	if err != nil {
		w.t.Fatal(err)
	}

	req.Header.Set("x-api-key", w.key)
	req.Header.Set("x-org-id", w.orgs[org])

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

// created returns the new list's path.
func (w *world) created(body string) string {
	w.t.Helper()

	var d struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal([]byte(w.want("POST", "", body, 201, "")), &d); err != nil {
		w.t.Fatal(err)
	}

	return "/" + d.ID
}

func (w *world) set(name, value string) {
	w.t.Helper()

	if err := w.Switches.Set(name, value); err != nil {
		w.t.Fatal(err)
	}
}

const messy = `["10.0.0.1/32","2001:DB8::/32"," 10.0.0.9 - 10.0.0.12","10.0.0.1/32","anything"]`

func TestLifeCycle(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	id := w.created(`{"name":"Offices","description":"d","ips":` + messy + `}`)

	w.want("GET", id, "", 200, `"ips":`+messy)
	w.wantIn(1, "GET", id, "", 404, `"not found"`)
	w.want("GET", "?limit=5", "", 200, `[{"description":"d","id":"`)
	w.wantIn(1, "GET", "", "", 200, `[]`)
	w.want("PATCH", id, `{"description":""}`, 200, `"description":"","id":"`+id[1:]+`","ips":`+messy+`,"name":"Offices"}`)
	w.want("PUT", id, `{"name":"Only"}`, 200, `{"description":"","id":"`+id[1:]+`","ips":[],"name":"Only"}`)
	w.want("DELETE", id, "", 200, `"name":"Only"`)
	w.want("DELETE", id, "", 404, "")
	w.want("PUT", id, `{"name":"x"}`, 404, "")
	w.want("PATCH", id, `{"name":"x"}`, 404, "")

	if v := w.TakeViolations(); len(v) != 0 {
		t.Errorf("violations %v", v)
	}

	for _, body := range []string{`{"name":"a","type":"deny"}`, `{"name":"a","ips":"10.0.0.1"}`, `{"name":"a","ips":[1]}`, `{"name":null}`} {
		w.want("POST", "", body, 400, "")
	}

	if v := w.TakeViolations(); len(v) != 4 {
		t.Errorf("violations %v", v)
	}

	if n := len(w.Log().Writes()); n != 4 {
		t.Errorf("%d writes, want 4", n)
	}
}

func TestSwitches(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	w.created(`{"name":"Offices"}`)
	w.created(`{"name":"Offices"}`)
	w.want("POST", "", `{"name":" "}`, 400, "blank")
	w.set("iplist-name-blank", "accept")
	w.created(`{}`)
	w.set("iplist-name-unique", "on")
	w.want("POST", "", `{"name":"Offices"}`, 409, "")
	w.set("iplist-ips-spelling", "canonical")
	w.want("POST", "", `{"name":"a","ips":`+messy+`}`, 201, `["10.0.0.1","2001:db8::/32","10.0.0.9-10.0.0.12","10.0.0.1","anything"]`)
	w.set("iplist-ips-duplicates", "remove")
	w.set("iplist-ips-order", "sorted")
	w.want("POST", "", `{"name":"b","ips":`+messy+`}`, 201, `["10.0.0.1","10.0.0.9-10.0.0.12","2001:db8::/32","anything"]`)
	w.set("iplist-ips-invalid", "refuse")
	w.want("POST", "", `{"name":"c","ips":`+messy+`}`, 400, "anything")
	w.want("POST", "", `{"name":"c","ips":["10.0.0.1 - x"]}`, 400, "10.0.0.1 - x")
}

func TestDeleteInUse(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	used, free := w.created(`{"name":"used"}`), w.created(`{"name":"free"}`)
	w.Store.Docs("authnpolicies", w.orgs[0]).Put("1", sim.Doc{
		"conditions": sim.Doc{"all": []any{sim.Doc{"not": sim.Doc{"ipAddressIn": []any{used[1:]}}}}},
	})

	w.want("DELETE", used, "", 409, "in use")
	w.want("DELETE", free, "", 200, "")
	w.set("iplist-delete-in-use", "allow")
	w.want("DELETE", used, "", 200, "")
}
