// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psa_test

import (
	"fmt"
	"maps"
	"net/http"
	"path"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/acctest"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/proof"
)

// vendor is what the tests of all vendors' objects differ in.
type vendor struct {
	name   string
	title  string
	config acctest.Attrs // the credentials without the secret
	other  acctest.Attrs // of these, one that can be read, with another right value
	field  string        // its name in the API
	hidden string        // of these, one that cannot be read, or ""

	secret  string // the attribute
	api     string // its name in the API
	right   string
	rotated string
	advice  string
	reads   map[string]any // what a read shows of config
	typed   bool           // its settings have company types
}

var vendors = []vendor{
	{
		name: psasim.ConnectWise, title: "ConnectWise", typed: true,
		config: acctest.Attrs{"url": "https://na.myconnectwise.net", "company_id": "examplemsp", "public_key": "sim-connectwise-public"},
		other:  acctest.Attrs{"url": "https://eu.myconnectwise.net"}, field: "url", hidden: "public_key",
		secret: "private_key", api: "privateKey", right: "sim-connectwise-private", rotated: "sim-connectwise-private-2",
		advice: "API member's keys", reads: map[string]any{"url": "https://na.myconnectwise.net", "company_id": "examplemsp"},
	},
	{
		name: psasim.Autotask, title: "Autotask", typed: true,
		config: acctest.Attrs{"username": "api@examplemsp.example"},
		other:  acctest.Attrs{"username": "api-2@examplemsp.example"}, field: "username",
		secret: "secret", api: "secret", right: "sim-autotask-secret", rotated: "sim-autotask-secret-2",
		advice: "API user's name", reads: map[string]any{"username": "api@examplemsp.example"},
	},
	{
		name: psasim.Syncro, title: "Syncro",
		config: acctest.Attrs{"subdomain": "examplemsp"},
		other:  acctest.Attrs{"subdomain": "examplemsp-2"}, field: "subdomain",
		secret: "api_token", api: "apiToken", right: "sim-syncro-token", rotated: "sim-syncro-token-2",
		advice: "API token exists", reads: map[string]any{"subdomain": "examplemsp"},
	},
}

func (v vendor) integration() string { return "jumpcloud_" + v.name + "_integration.this" }

func (v vendor) settings() string { return "jumpcloud_" + v.name + "_settings.this" }

// with is the integration with its secret write-only.
func (v vendor) with(secret string, version int, more ...acctest.Attrs) acctest.Config {
	return v.merge(append([]acctest.Attrs{{v.secret + "_wo": secret, v.secret + "_wo_version": version}}, more...)...)
}

func (v vendor) merge(more ...acctest.Attrs) acctest.Config {
	attrs := maps.Clone(v.config)
	for _, m := range more {
		maps.Copy(attrs, m)
	}

	return acctest.Config{v.integration(): attrs}
}

type world struct{ *acctest.World }

func newWorld(tb testing.TB, switches map[string]string) *world {
	tb.Helper()

	return &world{acctest.NewWorld(tb, acctest.Of{Collection: psasim.Integrations, Path: "/api/", Provider: true, Headerless: true}, switches)}
}

// wantWrites checks method, the path's last segment and body of the writes since the log
// was last reset, and resets it. No call names an organization.
func (w *world) wantWrites(want ...string) {
	w.T.Helper()

	var got []string

	for _, e := range w.Calls("") {
		if e.Method == http.MethodGet {
			continue
		}

		line := e.Method + " " + path.Base(e.Route)
		if len(e.Body) > 0 {
			line += " " + proof.SortedJSON(w.T, string(e.Body))
		}

		got = append(got, line)
	}

	proof.WantLines(w.T, "writes", got, want)
}

func (w *world) wantState(address string, want map[string]any) {
	w.T.Helper()
	proof.WantMembers(w.T, w.State(address), want)
}

// wantSecretless checks that a text holds none of the vendor's secrets.
func (v vendor) wantSecretless(tb testing.TB, where string, text any) {
	tb.Helper()

	for _, secret := range []string{v.right, "wrong-secret"} {
		if strings.Contains(fmt.Sprint(text), secret) {
			tb.Errorf("a secret is in %s: %v", where, text)
		}
	}
}

var wantError, wantNoError = proof.WantError, proof.WantNoError

// each runs a test for every vendor.
func each(t *testing.T, test func(t *testing.T, v vendor)) {
	t.Helper()

	for _, v := range vendors {
		t.Run(v.name, func(t *testing.T) {
			t.Parallel()
			test(t, v)
		})
	}
}
