// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package jumpcloudsim

import (
	"cmp"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// Provider is an MSP as a seed describes it. An empty ID is assigned.
type Provider struct {
	ID                  string `json:"id,omitempty"`
	Name                string `json:"name"`
	DisallowOrgCreation bool   `json:"disallow_org_creation,omitempty"`
}

// AddProvider creates a provider and returns its id.
func (w *World) AddProvider(p Provider) string {
	id := cmp.Or(p.ID, w.IDs.ObjectID())
	w.Store.Docs(Providers, "").Put(id, sim.Doc{
		"id": id, "name": p.Name, "type": "MSP", "disallowOrgCreation": p.DisallowOrgCreation,
		"settings": sim.Doc{"allowMfaOverride": true, "requireAdminMFA": false},
		"contact":  sim.Doc{"name": "Example Contact", "email": "contact-" + id + "@example.com"},
	})

	return id
}

// MDM says for which kinds of devices an organization has mobile device
// management set up. Templates that need it are absent otherwise [cli].
type MDM struct {
	Apple   bool `json:"apple,omitempty"`
	Windows bool `json:"windows,omitempty"`
	Android bool `json:"android,omitempty"`
}

// Organization is a tenant as a seed describes it. An empty ID is assigned.
type Organization struct {
	ID             string `json:"id,omitempty"`
	Name           string `json:"name"`
	MaxSystemUsers *int   `json:"max_system_users,omitempty"`
	MDM            MDM    `json:"mdm"`
}

// AddOrganization creates a tenant of a provider ("" for one without) and returns its id.
func (w *World) AddOrganization(providerID string, o Organization) string {
	id := cmp.Or(o.ID, w.IDs.ObjectID())
	w.Store.Docs(Organizations, providerID).Put(id, w.OrganizationDoc(id, providerID, o))

	return id
}

// OrganizationDoc is the stored form of an organization: what both API versions show of it.
func (w *World) OrganizationDoc(id, providerID string, o Organization) sim.Doc {
	d := sim.Doc{
		"id": id, "name": o.Name, "provider": providerID, "mdm": sim.ToDoc(o.MDM),
		"created": w.Clock.Now().UTC().Format(time.RFC3339),
	}
	if o.MaxSystemUsers != nil {
		d["maxSystemUsers"] = *o.MaxSystemUsers
	}

	return d
}

// FindOrganization looks an organization up among all providers.
func (w *World) FindOrganization(id string) (providerID string, d sim.Doc, ok bool) {
	for _, scope := range w.Store.Scopes(Organizations) {
		if d, ok := w.Store.Docs(Organizations, scope).Get(id); ok {
			return scope, d, true
		}
	}

	return "", nil, false
}

// HasMDM tells whether an organization manages devices of this OS family
// through MDM; ios and darwin share Apple's.
func (w *World) HasMDM(orgID, osFamily string) bool {
	kind := map[string]string{"darwin": "apple", "ios": "apple", "windows": "windows", "android": "android"}[osFamily]
	_, d, _ := w.FindOrganization(orgID)
	mdm, _ := d["mdm"].(sim.Doc)
	on, _ := mdm[kind].(bool)

	return on
}

// AddKey creates an administrator and returns the API key: the one given, or a new one.
func (w *World) AddKey(email string, a Access, key string) string {
	id := w.IDs.ObjectID()
	key = cmp.Or(key, "sim-key-"+id)
	d := a.doc()
	d["id"], d["email"], d["key"] = id, email, key
	d["firstname"], d["lastname"], d["registered"], d["suspended"] = "", "", true, false
	d["apiKeyAllowed"], d["enableMultiFactor"], d["keyCreated"] = true, false, w.Clock.Now().UTC().Format(time.RFC3339)
	w.Store.Docs(Administrators, "").Put(id, d)

	return key
}

// ExpireKey gives an API key an end.
func (w *World) ExpireKey(key string, at time.Time) {
	admins := w.Store.Docs(Administrators, "")
	if d, ok := admins.Find(func(d sim.Doc) bool { return text(d, "key") == key }); ok {
		d["keyExpires"] = at.UTC().Format(time.RFC3339)
		admins.Put(text(d, "id"), d)
	}
}

// expired tells whether an administrator's key has reached its end.
func (w *World) expired(admin sim.Doc) bool {
	at, err := time.Parse(time.RFC3339, text(admin, "keyExpires"))

	return err == nil && !w.Clock.Now().Before(at)
}

// RevokeKey makes an API key invalid.
func (w *World) RevokeKey(key string) {
	admins := w.Store.Docs(Administrators, "")
	if d, ok := admins.Find(func(d sim.Doc) bool { return text(d, "key") == key }); ok {
		admins.Remove(text(d, "id"))
	}
}

// AddServiceAccount creates a service account and returns its OAuth credentials.
func (w *World) AddServiceAccount(name string, a Access) (clientID, clientSecret string) {
	id := w.IDs.ObjectID()
	clientID, clientSecret = "sim-client-"+id, "sim-secret-"+id
	d := a.doc()
	d["id"], d["name"], d["clientId"], d["clientSecret"] = id, name, clientID, clientSecret
	w.Store.Docs(ServiceAccounts, "").Put(id, d)

	return clientID, clientSecret
}

// GrantOrganization links an organization to an administrator or service
// account that sees selected ones.
func (c *Call) GrantOrganization(orgID string) {
	collection := Administrators
	if c.Caller.ServiceAccount {
		collection = ServiceAccounts
	}

	accounts := c.Docs(collection, "")
	if d, ok := accounts.Get(c.Caller.ID); ok {
		list, _ := d["organizations"].([]any)
		d["organizations"] = append(list, orgID)
		accounts.Put(c.Caller.ID, d)
	}
}
