// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

// Package psasim simulates PSA integrations (evidence: psa 1, 2, 3, 4, 5). Behind each
// integration stands a pretend PSA with companies, agreements, contracts and so on, which
// is planted when the integration is made.
package psasim

import (
	"encoding/json"
	"net/http"
	"slices"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// The vendors.
const (
	ConnectWise = "connectwise"
	Autotask    = "autotask"
	Syncro      = "syncro"
)

// Collections of JumpCloud's own side.
const (
	Integrations        = "integrations"        // scope: provider
	Settings            = "integrationsettings" // scope "", id: integration
	Mappings            = "integrationmappings" // scope: integration, id: organization
	SyncErrors          = "integrationerrors"   // scope: integration
	AlertConfigurations = "alertconfigurations" // scope: provider/vendor, id: alert UUID
)

var switches = []sim.Switch{
	{
		Name: "integration-second-of-type", Default: "conflict", Values: []string{"conflict", "allow"},
		About: "whether a provider's second integration of one vendor is a 409; the status is declared without an explanation",
	},
	{
		Name: "integration-422-body", Default: "message", Values: []string{"message", "empty"},
		About: "what the body of a 422 for rejected credentials holds: its schema is an empty object",
	},
	{
		Name: "integration-patch-without-secret", Default: "stored", Values: []string{"stored", "refuse"},
		About: "whether a PATCH without the secret is checked with the stored one or refused with 422",
	},
	{
		Name: "integration-delete-mapped", Default: "cascade", Values: []string{"cascade", "refuse"},
		About: "what deleting an integration with mappings does to them; refusing is a 400, since DELETE declares no 409",
	},
	{
		Name: "integration-url-spelling", Default: "keep", Values: []string{"keep", "bare"},
		About: "whether a ConnectWise url comes back as it was sent or without a trailing slash",
	},
	{
		Name: "integrations-without-billing", Default: "forbid", Values: []string{"forbid", "allow"},
		About: "whether an admin without billing may use integrations: a support article says that only those with billing see them",
	},
	{
		Name: "companies-by-type", Default: "narrowed", Values: []string{"narrowed", "all"},
		About: "whether the settings' company types narrow the list of companies, as their description suggests",
	},
	{
		Name: "settings-unknown-company-type", Default: "refuse", Values: []string{"refuse", "accept"},
		About: "whether settings take a company type that the PSA does not have",
	},
	{
		Name: "mappings-bare-array", Default: "accept", Values: []string{"accept", "refuse"},
		About: "whether PATCH mappings takes a bare array: the schema says {data}, the vendor's create example is an array",
	},
	{
		Name: "mappings-unmapped-organizations", Default: "listed", Values: []string{"listed", "omitted"},
		About: "whether the list of mappings has organizations without one; company is nullable there",
	},
	{
		Name: "mappings-batch", Default: "atomic", Values: []string{"atomic", "partial"},
		About: "what one bad element does to the others of a PATCH; both answer 400",
	},
	{
		Name: "mapping-unknown-organization", Default: "refuse", Values: []string{"refuse", "ignore"},
		About: "what mapping an organization does that the provider does not have",
	},
	{
		Name: "mapping-unknown-psa-id", Default: "refuse", Values: []string{"refuse", "accept"},
		About: "whether a mapping may name a company, agreement, addition, contract or service that the PSA does not have",
	},
	{
		Name: "mapping-omitted-members", Default: "keep", Values: []string{"keep", "clear"},
		About: "what a mapping's members become that a PATCH leaves out; null unsets them",
	},
	{
		Name: "mapping-names", Default: "live", Values: []string{"live", "sent"},
		About: "whether a mapping shows the PSA's present names or those that were sent with the ids",
	},
	{
		Name: "alert-configuration-without-integration", Default: "404", Values: []string{"404", "list"},
		About: "how alert configurations answer while the provider has no integration of that vendor",
	},
	{
		Name: "alert-configuration-defaults", Default: "set", Values: []string{"set", "unset"},
		About: "whether an alert that nobody has configured has a priority, a queue and so on",
	},
	{
		Name: "alert-unknown-option", Default: "refuse", Values: []string{"refuse", "accept"},
		About: "whether an alert configuration may name a priority, queue and so on that the options do not have",
	},
}

// Register adds the routes and switches to a world.
func Register(w *jumpcloudsim.World) {
	w.Switches.Define(switches...)

	paged := []string{jumpcloudsim.FieldList, jumpcloudsim.Filter, jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort}

	w.Provider("GET /api/v2/providers/{provider_id}/integrations", billing(listIntegrations), jumpcloudsim.Filter,
		jumpcloudsim.Limit, jumpcloudsim.Skip, jumpcloudsim.Sort)

	for vendor, f := range credentialFields {
		one := "/api/v2/integrations/" + vendor + "/{UUID}"

		w.Provider("POST /api/v2/providers/{provider_id}/integrations/"+vendor, billing(f.create))
		w.Account("GET "+one, billing(f.get))
		w.Account("PATCH "+one, billing(f.patch))
		w.Account("DELETE "+one, billing(f.remove))

		w.Account("GET "+one+"/settings", billing(f.getSettings))
		w.Account("PATCH "+one+"/settings", billing(f.patchSettings))
		w.Account("GET "+one+"/companies", billing(f.companies), paged...)
		w.Account("GET "+one+"/mappings", billing(f.mappings), paged...)
		w.Account("PATCH "+one+"/mappings", billing(f.patchMappings))

		alerts := "/api/v2/providers/{provider_id}/integrations/" + vendor + "/alerts"
		w.Provider("GET "+alerts+"/configuration", billing(f.alertConfigurations))
		w.Provider("GET "+alerts+"/configuration/options", billing(f.alertOptions))
		w.Provider("PUT "+alerts+"/{alert_UUID}/configuration", billing(f.putAlert))
	}

	for _, vendor := range []string{Autotask, ConnectWise} {
		w.Account("GET /api/v2/integrations/"+vendor+"/{UUID}/companytypes", billing(credentialFields[vendor].companyTypes))
	}

	w.Account("GET /api/v2/integrations/connectwise/{UUID}/agreements", billing(agreements), paged...)
	w.Account("GET /api/v2/integrations/connectwise/{UUID}/agreements/{agreement_ID}/additions", billing(additions), paged...)
	w.Account("GET /api/v2/integrations/autotask/{UUID}/contracts", billing(contracts), paged...)
	w.Account("GET /api/v2/integrations/autotask/{UUID}/contracts/fields", billing(contractFields))
	w.Account("GET /api/v2/integrations/autotask/{UUID}/contracts/services", billing(services), paged...)
	w.Account("GET /api/v2/integrations/syncro/{UUID}/billing_mapping_configuration_options", billing(billingOptions), paged...)
	w.Account("GET /api/v2/integrations/{integration_type}/{UUID}/errors", billing(syncErrors))
	w.Provider("GET /api/v2/providers/{provider_id}/integrations/ticketing/alerts", billing(alerts))

	w.HandleAdmin("POST psa/{integration}/sync", func(r *http.Request) (any, error) { return Sync(w, r.PathValue("integration")) })
}

// billing admits administrators with billing alone [kb].
func billing(h jumpcloudsim.Handler) jumpcloudsim.Handler {
	return func(c *jumpcloudsim.Call) sim.Response {
		if c.Caller.ProviderID == "" || !c.Caller.Billing && c.Switch("integrations-without-billing") == "forbid" {
			return jumpcloudsim.Forbidden("Forbidden")
		}

		return h(c)
	}
}

// integration is the one of the path if it is the caller's and of that vendor.
func integration(c *jumpcloudsim.Call, vendor string) (id string, d sim.Doc, refused *sim.Response) {
	id = c.PathValue("UUID")
	if !sim.IsUUID(id) {
		return id, nil, new(jumpcloudsim.BadRequest("invalid UUID", "", "UUID"))
	}

	d, ok := c.Docs(Integrations, c.Caller.ProviderID).Get(id)
	if !ok || d["type"] != vendor {
		return id, nil, new(jumpcloudsim.NotFound())
	}

	return id, d, nil
}

// whole answers a list that documents no paging.
func whole(key string, docs []sim.Doc, total bool) sim.Response {
	body := sim.Doc{key: docs}
	if total {
		body["totalCount"] = len(docs)
	}

	return sim.JSON(http.StatusOK, body)
}

// only keeps some members of each document.
func only(docs []sim.Doc, members ...string) []sim.Doc {
	out := make([]sim.Doc, 0, len(docs))

	for _, d := range docs {
		one := sim.Doc{}
		for _, m := range members {
			one[m] = d[m]
		}

		out = append(out, one)
	}

	return out
}

func text(d sim.Doc, name string) string {
	s, _ := d[name].(string)

	return s
}

func object(d sim.Doc, name string) sim.Doc {
	o, _ := d[name].(sim.Doc)

	return o
}

// number is a member that holds an integer; 0 where it does not.
func number(d sim.Doc, name string) int64 {
	n, _ := d[name].(json.Number)
	i, _ := n.Int64()

	return i
}

// active tells whether a thing of the PSA is in use; it is unless the PSA's people say otherwise.
func active(d sim.Doc) bool { return d["active"] != false }

func holds(list []any, want any) bool { return slices.Contains(list, want) }
