// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserversim_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/radiusserver/radiusserversim"
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
	radiusserversim.Register(w.World)
	w.set("unknown-body-members", "refuse")

	provider := w.AddProvider(jumpcloudsim.Provider{Name: "MSP"})
	for i := range w.orgs {
		w.orgs[i] = w.AddOrganization(provider, jumpcloudsim.Organization{Name: "Org"})
	}

	w.key = w.AddKey("all", jumpcloudsim.Access{ProviderID: provider, AllOrganizations: true}, "")

	return w
}

func (w *world) set(name, value string) {
	w.t.Helper()

	if err := w.Switches.Set(name, value); err != nil {
		w.t.Fatal(err)
	}
}

// want calls in an organization and checks status and a part of the answer.
func (w *world) want(org int, method, path, body string, status int, part string) string {
	w.t.Helper()

	req, err := http.NewRequestWithContext(w.t.Context(), method, "https://sim.invalid/api/radiusservers"+path, strings.NewReader(body))
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

const whole = `{"name":"Office","networkSourceIp":"198.51.100.7","sharedSecret":"s3cret","mfa":"ALWAYS","tagNames":["wifi"]}`

// created makes a server and returns its path.
func (w *world) created() string {
	w.t.Helper()

	var d struct {
		ID string `json:"_id"`
	}
	if err := json.Unmarshal([]byte(w.want(0, "POST", "", whole, 200, "")), &d); err != nil {
		w.t.Fatal(err)
	}

	return "/" + d.ID
}

func TestLife(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	path := w.created()

	w.want(0, "GET", path, "", 200, `"sharedSecret":"s3cret"`)
	w.want(0, "GET", path, "", 200, `"tags":["wifi"]`)
	w.want(0, "GET", "", "", 200, `"totalCount":1`)
	w.want(1, "GET", "", "", 200, `"totalCount":0`)

	for _, method := range []string{"GET", "PUT", "DELETE"} {
		w.want(1, method, path, whole, 404, "")
	}

	answer := w.want(0, "PUT", path, `{"name":"Branch","tags":["guests"]}`, 200, `"tagNames":["guests"]`)
	if strings.Contains(answer, "sharedSecret") || strings.Contains(answer, `"tags"`) || !strings.Contains(answer, `"mfa":"ALWAYS"`) {
		t.Errorf("PUT answers %s", answer)
	}

	w.want(0, "DELETE", path, "", 200, `"name":"Branch"`)
	w.want(0, "GET", path, "", 404, "")
}

func TestRefusals(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	path := w.created()

	for body, part := range map[string]string{
		`{"networkSourceIp":"198.51.100.7","sharedSecret":"x"}`: "name is required",
		`{"name":"x","sharedSecret":"x"}`:                       "networkSourceIp is required",
		`{"name":"x","networkSourceIp":"198.51.100.7"}`:         "sharedSecret is required",
		strings.Replace(whole, "ALWAYS", "NEVER", 1):            "mfa is invalid",
		strings.Replace(whole, "tagNames", "tags", 1):           "tags",
		strings.Replace(whole, `["wifi"]`, "7", 1):              "tagNames",
	} {
		w.want(0, "POST", "", body, 400, part)
	}

	w.want(0, "PUT", path, `{"authIdp":"AZURE"}`, 400, "authIdp")
	w.want(0, "PUT", path, `{"name":""}`, 400, "name is required")
}

func TestSwitches(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	path := w.created()
	twin := w.created()

	w.set("radius-server-name-unique", "on")
	w.want(0, "POST", "", strings.Replace(whole, "198.51.100.7", "203.0.113.1", 1), 400, "with this name exists")
	w.want(0, "PUT", twin, `{"mfa":"DISABLED"}`, 400, "with this name exists")
	w.want(1, "POST", "", whole, 200, "")
	w.set("radius-server-name-unique", "off")

	w.set("radius-server-ip-unique", "on")
	w.want(0, "POST", "", strings.Replace(whole, "Office", "Branch", 1), 400, "with this networkSourceIp exists")
	w.set("radius-server-ip-unique", "off")

	w.set("radius-server-put", "replace")
	w.want(0, "PUT", path, `{"name":"Office"}`, 400, "is required")
	w.want(0, "PUT", path, `{"name":"Office","networkSourceIp":"198.51.100.7","sharedSecret":"x"}`, 200, `"mfa":"DISABLED"`)

	w.set("radius-server-secret", "hide")

	if answer := w.want(0, "GET", twin, "", 200, ""); strings.Contains(answer, "s3cret") {
		t.Errorf("the secret is shown: %s", answer)
	}

	w.set("radius-server-tags", "names")

	if answer := w.want(0, "GET", twin, "", 200, `"tagNames":["wifi"]`); strings.Contains(answer, `"tags"`) {
		t.Errorf("tags are shown: %s", answer)
	}

	w.set("radius-server-tags", "none")

	if answer := w.want(0, "GET", twin, "", 200, ""); strings.Contains(answer, "wifi") {
		t.Errorf("tags are shown: %s", answer)
	}
}
