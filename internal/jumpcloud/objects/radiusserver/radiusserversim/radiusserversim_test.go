// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package radiusserversim_test

import (
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest/baresim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/radiusserver/radiusserversim"
)

type world struct{ *baresim.World }

func newWorld(t *testing.T) *world {
	t.Helper()

	return &world{baresim.New(t, radiusserversim.Register, "/api/radiusservers")}
}

const whole = `{"name":"Office","networkSourceIp":"198.51.100.7","sharedSecret":"s3cret","mfa":"ALWAYS","tagNames":["wifi"]}`

// created makes a server and returns its path.
func (w *world) created() string {
	w.T.Helper()

	return "/" + w.Created("", whole, 200)
}

func TestLife(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	path := w.created()

	w.Want("GET", path, "", 200, `"sharedSecret":"s3cret"`)
	w.Want("GET", path, "", 200, `"tags":["wifi"]`)
	w.Want("GET", "", "", 200, `"totalCount":1`)
	w.In(1).Want("GET", "", "", 200, `"totalCount":0`)

	for _, method := range []string{"GET", "PUT", "DELETE"} {
		w.In(1).Want(method, path, whole, 404, "")
	}

	answer := w.Want("PUT", path, `{"name":"Branch","tags":["guests"]}`, 200, `"tagNames":["guests"]`)
	if strings.Contains(answer, "sharedSecret") || strings.Contains(answer, `"tags"`) || !strings.Contains(answer, `"mfa":"ALWAYS"`) {
		t.Errorf("PUT answers %s", answer)
	}

	w.Want("DELETE", path, "", 200, `"name":"Branch"`)
	w.Want("GET", path, "", 404, "")
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
		w.Want("POST", "", body, 400, part)
	}

	w.Want("PUT", path, `{"authIdp":"AZURE"}`, 400, "authIdp")
	w.Want("PUT", path, `{"name":""}`, 400, "name is required")
}

func TestSwitches(t *testing.T) {
	t.Parallel()

	w := newWorld(t)
	path := w.created()
	twin := w.created()

	w.Set("radius-server-name-unique", "on")
	w.Want("POST", "", strings.Replace(whole, "198.51.100.7", "203.0.113.1", 1), 400, "with this name exists")
	w.Want("PUT", twin, `{"mfa":"DISABLED"}`, 400, "with this name exists")
	w.In(1).Want("POST", "", whole, 200, "")
	w.Set("radius-server-name-unique", "off")

	w.Set("radius-server-ip-unique", "on")
	w.Want("POST", "", strings.Replace(whole, "Office", "Branch", 1), 400, "with this networkSourceIp exists")
	w.Set("radius-server-ip-unique", "off")

	w.Set("radius-server-put", "replace")
	w.Want("PUT", path, `{"name":"Office"}`, 400, "is required")
	w.Want("PUT", path, `{"name":"Office","networkSourceIp":"198.51.100.7","sharedSecret":"x"}`, 200, `"mfa":"DISABLED"`)

	w.Set("radius-server-secret", "hide")

	if answer := w.Want("GET", twin, "", 200, ""); strings.Contains(answer, "s3cret") {
		t.Errorf("the secret is shown: %s", answer)
	}

	w.Set("radius-server-tags", "names")

	if answer := w.Want("GET", twin, "", 200, `"tagNames":["wifi"]`); strings.Contains(answer, `"tags"`) {
		t.Errorf("tags are shown: %s", answer)
	}

	w.Set("radius-server-tags", "none")

	if answer := w.Want("GET", twin, "", 200, ""); strings.Contains(answer, "wifi") {
		t.Errorf("tags are shown: %s", answer)
	}
}
