// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"testing"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/estate/probe"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/authnpolicy/authnpolicysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/group/groupsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/iplist/iplistsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/ldapserver/ldapserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/office365/office365sim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policy/policysim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/policygrouptemplate/policygrouptemplatesim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/radiusserver/radiusserversim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/simulator"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// world is a simulated service, with a credential of it.
type world struct {
	*simulator.Simulator

	organization, key string

	// before is told of each request, and may end it.
	before func(r probe.Request) error
	// after is told of each answer, and may lose it.
	after func(r probe.Request, a probe.Answer) error
}

// newWorld has three organizations of a provider that is connected to two PSAs, of which one
// maps a company that was renamed since, and a Microsoft 365 directory.
func newWorld(t *testing.T, role string) *world {
	t.Helper()

	s, err := simulator.New(simulator.Options{})
	if err != nil {
		t.Fatal(err)
	}

	provider, _ := s.ProviderID(simulator.DefaultProvider)
	psasim.AddIntegration(s.World, provider, psasim.Autotask)
	connectwise := psasim.AddIntegration(s.World, provider, psasim.ConnectWise)
	company := s.Store.Docs(psasim.Companies, connectwise).IDs()[0]
	acme, _ := s.OrganizationID(simulator.AcmeInc)
	s.Store.Docs(psasim.Mappings, connectwise).Put(acme, sim.ToDoc(sim.Doc{
		"organization": sim.Doc{"id": acme}, "company": sim.Doc{"id": company, "name": "As it once was"},
	}))

	// Globex has no MDM, and nobody works in it.
	id, _ := s.OrganizationID(simulator.Globex)
	office365sim.Add(s.World, id, "Microsoft 365")

	w := &world{Simulator: s, organization: id, key: s.Key(role)}

	switch role {
	case simulator.RoleService:
		w.key = "jcs_of-the-service-account"
		accounts := s.Store.Docs(jumpcloudsim.ServiceAccounts, "")

		for _, d := range accounts.All() {
			d["apiKey"] = w.key
			id, _ := d["id"].(string)
			accounts.Put(id, d)
		}
	case simulator.RoleTenant:
		w.organization = ""
	}

	return w
}

// Send sends a request to the simulator at once: no pace, no retry.
func (w *world) Send(ctx context.Context, r probe.Request) (probe.Answer, error) {
	if w.before != nil {
		if err := w.before(r); err != nil {
			return probe.Answer{}, err
		}
	}

	if err := ctx.Err(); err != nil {
		return probe.Answer{}, err
	}

	a, err := w.exchange(ctx, r)
	if err == nil && w.after != nil {
		err = w.after(r, a)
	}

	return a, err
}

func (w *world) exchange(ctx context.Context, r probe.Request) (probe.Answer, error) {
	var body io.Reader

	if r.Body != nil {
		raw, err := json.Marshal(r.Body)
		if err != nil {
			return probe.Answer{}, err
		}

		body = bytes.NewReader(raw)
	}

	req, err := http.NewRequestWithContext(ctx, r.Method, "http://simulator.example"+r.Path, body)
	if err != nil {
		return probe.Answer{}, err
	}

	req.Header.Set("X-Api-Key", w.key)
	req.Header.Set("Content-Type", "application/json")

	if r.Organization != "" {
		req.Header.Set("X-Org-Id", r.Organization)
	}

	resp, err := w.Transport().RoundTrip(req)
	if err != nil {
		return probe.Answer{}, err
	}

	raw, err := io.ReadAll(resp.Body)
	if closed := resp.Body.Close(); err == nil {
		err = closed
	}

	return probe.Answer{Status: resp.StatusCode, Header: resp.Header, Body: raw}, err
}

// writing are the options of a run that may write, with a journal in a new folder.
func (w *world) writing(t *testing.T) (o probe.Options, journal string) {
	t.Helper()

	journal = filepath.Join(t.TempDir(), "journal.jsonl")

	j, err := probe.CreateJournal(journal, probe.NewMark())
	if err != nil {
		t.Fatal(err)
	}

	t.Cleanup(func() { _ = j.Close() })

	return probe.Options{
		Organization: w.organization, Write: true, Provider: true, MaxRequests: 1000, Journal: j,
		ServiceAccount: w.key == "jcs_of-the-service-account",
	}, journal
}

// kinds are the collections that experiments make objects in, and those that they could
// do harm in.
var kinds = []string{
	jumpcloudsim.Providers, jumpcloudsim.Organizations, jumpcloudsim.Administrators, jumpcloudsim.ServiceAccounts, jumpcloudsim.Roles,
	groupsim.PolicyGroups, groupsim.SystemGroups, groupsim.UserGroups, groupsim.Users, iplistsim.Collection, authnpolicysim.Collection,
	policysim.Collection, radiusserversim.Collection, ldapserversim.SambaDomains, policygrouptemplatesim.Collection, policygrouptemplatesim.Configured,
}

// objects are the documents of these collections.
func (w *world) objects() map[string]string {
	all := map[string]string{}

	for _, collection := range kinds {
		for _, scope := range w.Store.Scopes(collection) {
			for _, d := range w.Store.Docs(collection, scope).All() {
				all[fmt.Sprint(collection, "/", scope, "/", d["id"])] = fmt.Sprint(d)
			}
		}
	}

	return all
}

// contents are all documents of the world, by collection, scope and id.
func (w *world) contents(t *testing.T) map[string]string {
	t.Helper()

	raw, err := w.Snapshot()
	if err != nil {
		t.Fatal(err)
	}

	var snapshot struct {
		Sets []struct {
			Collection, Scope string
			Documents         []struct {
				ID       string
				Document json.RawMessage
			}
		}
	}

	if err := json.Unmarshal(raw, &snapshot); err != nil {
		t.Fatal(err)
	}

	all := map[string]string{}

	for _, set := range snapshot.Sets {
		for _, d := range set.Documents {
			// An organization's LDAP server is there as soon as somebody looks, and an edge of a
			// group that is gone stays where nobody can see it.
			if set.Collection != jumpcloudsim.LDAPServers && set.Collection != groupsim.Edges {
				all[set.Collection+"/"+set.Scope+"/"+d.ID] = string(d.Document)
			}
		}
	}

	return all
}
