// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package simulator

import (
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/objects/psa/psasim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// ProviderID is the id of the first provider with this name.
func (s *Simulator) ProviderID(name string) (string, bool) {
	d, ok := s.Store.Docs(jumpcloudsim.Providers, "").Find(func(d sim.Doc) bool { return d["name"] == name })
	id, _ := d["id"].(string)

	return id, ok
}

// OrganizationID is the id of the first organization with this name, of any provider.
func (s *Simulator) OrganizationID(name string) (string, bool) {
	for _, scope := range s.Store.Scopes(jumpcloudsim.Organizations) {
		if d, ok := s.Organizations(scope).Find(func(d sim.Doc) bool { return d["name"] == name }); ok {
			id, _ := d["id"].(string)

			return id, true
		}
	}

	return "", false
}

// Key is the API key of the administrator with this role, "" if there is none.
func (s *Simulator) Key(role string) string {
	d, _ := s.Store.Docs(jumpcloudsim.Administrators, "").Find(func(d sim.Doc) bool { return d["email"] == role })
	key, _ := d["key"].(string)

	return key
}

// ServiceAccount is the credentials of the service account with this role, "" if there is none.
func (s *Simulator) ServiceAccount(role string) (clientID, clientSecret string) {
	d, _ := s.Store.Docs(jumpcloudsim.ServiceAccounts, "").Find(func(d sim.Doc) bool { return d["name"] == role })
	clientID, _ = d["clientId"].(string)
	clientSecret, _ = d["clientSecret"].(string)

	return clientID, clientSecret
}

// Summary is what somebody needs to use the simulator.
type Summary struct {
	URL          string            `json:"url,omitempty"`
	ProviderID   string            `json:"provider_id"` // of the first provider
	APIKey       string            `json:"api_key"`     // of the first administrator
	APIKeys      map[string]string `json:"api_keys"`    // by role
	ClientID     string            `json:"client_id"`
	ClientSecret string            `json:"client_secret"`
	// Organizations are those of the first provider, id by name.
	Organizations map[string]string `json:"organizations"`
	// PSA is credentials that the pretend PSA of each vendor accepts, by the API's names.
	PSA map[string]map[string]string `json:"psa"`
}

// Summary describes the world as it is now.
func (s *Simulator) Summary(url string) Summary {
	sum := Summary{URL: url, APIKeys: map[string]string{}, Organizations: map[string]string{}, PSA: map[string]map[string]string{}}

	if providers := s.Store.Docs(jumpcloudsim.Providers, "").IDs(); len(providers) > 0 {
		sum.ProviderID = providers[0]
	}

	for _, d := range s.Organizations(sum.ProviderID).All() {
		name, _ := d["name"].(string)
		sum.Organizations[name], _ = d["id"].(string)
	}

	for _, d := range s.Store.Docs(jumpcloudsim.Administrators, "").All() {
		role, _ := d["email"].(string)
		key, _ := d["key"].(string)
		sum.APIKeys[role] = key

		if sum.APIKey == "" {
			sum.APIKey = key
		}
	}

	if accounts := s.Store.Docs(jumpcloudsim.ServiceAccounts, "").All(); len(accounts) > 0 {
		sum.ClientID, _ = accounts[0]["clientId"].(string)
		sum.ClientSecret, _ = accounts[0]["clientSecret"].(string)
	}

	for _, vendor := range []string{psasim.Autotask, psasim.ConnectWise, psasim.Syncro} {
		sum.PSA[vendor] = psasim.Credentials(vendor)
	}

	return sum
}
