// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe_test

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/probe"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/supportcase/supportcasesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// inhabited is a world full of what a transcript must not tell.
func inhabited(t *testing.T) *world {
	t.Helper()

	w := newWorld(t, simulator.RoleBilling)
	provider, _ := w.ProviderID(simulator.DefaultProvider)

	for _, name := range []string{"canary.Kowalski", "canary.Nowak"} {
		groupsim.AddUser(w.World, w.organization, name)
	}

	groupsim.AddSystem(w.World, w.organization, groupsim.Device{DisplayName: "CANARY-LAPTOP", Hostname: "canary.corp.example"})
	groupsim.AddGroup(w.World, w.organization, groupsim.UserGroup, "Canary Directors")
	groupsim.AddGroup(w.World, w.organization, groupsim.PolicyGroup, "Canary Baseline")
	w.Put("iplists", w.organization, w.IDs.ObjectID(), sim.Doc{"name": "Canary Offices", "description": "Canary Street 7", "ips": []any{"8.8.4.4"}})
	w.AddKey("canary.admin@msp.example", jumpcloudsim.Access{ProviderID: provider, AllOrganizations: true, Billing: true}, "canarykey0123456789abcdef0123456789")
	supportcasesim.Add(w.World, w.organization, "00012345", "Canary cannot sign in", "Open")

	for _, integration := range w.Store.Docs(psasim.Integrations, provider).IDs() {
		w.Store.Docs(psasim.Mappings, integration).Put(w.organization, sim.ToDoc(sim.Doc{
			"organization": sim.Doc{"id": w.organization}, "company": sim.Doc{"id": "777123", "name": "Canary Holding"},
		}))
	}

	return w
}

// common are texts of documents that are words of the API, not of a tenant.
var common = regexp.MustCompile(`^([A-Z_]+|[a-z_]+|https?://.*|\d{1,4}|[A-Z][a-z]+( [A-Z]?[a-z]+){0,3})$`)

// secrets are all texts of a world that name somebody or something, but for the
// vendor's own catalogue.
func secrets(t *testing.T, w *world) []string {
	t.Helper()

	var all []string

	var walk func(v any)

	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, e := range v {
				walk(e)
			}
		case []any:
			for _, e := range v {
				walk(e)
			}
		case string:
			if len(v) > 3 && (!common.MatchString(v) || strings.Contains(v, "anary")) {
				all = append(all, v)
			}
		}
	}

	for at, raw := range w.contents(t) {
		var v any
		if err := json.Unmarshal([]byte(raw), &v); err != nil {
			t.Fatal(err)
		}

		if !strings.HasPrefix(at, "policytemplates/") {
			walk(v)
		}
	}

	return append(all, simulator.AcmeInc, simulator.Globex, simulator.Initech, simulator.DefaultProvider, w.key)
}

// A transcript of everything names nobody: no text of any document is in it.
func TestTranscriptNamesNobody(t *testing.T) {
	t.Parallel()

	w := inhabited(t)
	hidden, before := secrets(t, w), w.contents(t)

	var sent []string // what the service said that has to be made up: secrets of the run itself

	w.after = func(r probe.Request, a probe.Answer) error {
		for _, found := range regexp.MustCompile(`"(?:clientSecret|clientId|sharedSecret|password)":"([^"]+)"`).FindAllSubmatch(a.Body, -1) {
			sent = append(sent, string(found[1]))
		}

		sent = append(sent, regexp.MustCompile(`[0-9a-f]{24}`).FindAllString(r.Path+string(a.Body), -1)...)

		return nil
	}

	o, _ := w.writing(t)
	o.People = true

	r, err := probe.Run(t.Context(), w, o)
	if err != nil || len(r.Values()) < 80 {
		t.Fatal(err, len(r.Values()))
	}

	if after := w.contents(t); !maps.Equal(after, before) {
		t.Errorf("%d documents of %d are left", len(after), len(before))
	}

	if len(hidden) < 50 || len(sent) < 100 {
		t.Fatalf("%d and %d texts are looked for", len(hidden), len(sent))
	}

	for _, s := range append(hidden, sent...) {
		if strings.Contains(r.Transcript, s) {
			i := strings.Index(r.Transcript, s)
			t.Errorf("%q is in it: %s", s, r.Transcript[max(0, i-200):min(len(r.Transcript), i+100)])
		}
	}

	for _, kept := range []string{
		"# iplist-ips-order\n", "POST /api/v2/iplists  (x-org-id: <id ", `"ips":["198.51.100.7","192.0.2.9"]`, `"membershipMethod":"STATIC"`, "< 409\n",
		`"message":"Group already exists"`, o.Journal.Mark + "-1",
	} {
		if !strings.Contains(r.Transcript, kept) {
			t.Errorf("%q is not in it", kept)
		}
	}

	t.Logf("%d texts, none in %d bytes", len(hidden)+len(sent), len(r.Transcript))
}

// The sentences of an error stay, without the names, keys and addresses in them.
func TestTranscriptOfTalkativeErrors(t *testing.T) {
	t.Parallel()

	w := inhabited(t)
	talk := talkative{w}

	r, err := probe.Run(t.Context(), talk, probe.Options{Organization: w.organization, Only: []string{"limit-over-100"}, MaxRequests: 100})
	if err != nil {
		t.Fatal(err)
	}

	if !strings.Contains(r.Transcript, "The limit is too high for <text ") {
		t.Errorf("the sentence is lost:\n%s", r.Transcript)
	}

	for _, s := range []string{simulator.Globex, "canary", "8.8.4.4", w.organization, "Canary", "c0ffee", "Kim", "Brown"} {
		if strings.Contains(r.Transcript, s) {
			t.Errorf("%q is in it:\n%s", s, r.Transcript)
		}
	}
}

// talkative is a service whose errors tell all that it knows.
type talkative struct{ *world }

func (s talkative) Send(ctx context.Context, r probe.Request) (probe.Answer, error) {
	a, err := s.world.Send(ctx, r)
	if strings.Contains(r.Path, "limit=101") {
		a.Status = http.StatusBadRequest
		a.Body, _ = json.Marshal(map[string]any{
			"message": "The limit is too high for Globex (" + s.organization + "), 'Canary Directors' of canary.admin@msp.example at 8.8.4.4, " +
				"with canarykey0123456789abcdef0123456789, of Kim Brown, request c0ffee00-0000-4000-8000-000000000000",
			"canary.admin@msp.example": true,
		})
	}

	return a, err
}
