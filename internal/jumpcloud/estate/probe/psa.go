// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package probe

import (
	"fmt"
	"net/http"
	"strings"
)

const psaReason = "it needs a PSA made for tests, and writes to the provider's integration with it"

var integrations = []Experiment{
	{
		Switch: "integrations-without-billing", Does: "lists the provider's integrations", Needs: "a credential without billing",
		Sends: []string{listIntegrations, "GET /api/users/getSelf"},
		find: func(t *trial) string {
			a := t.integrations()
			if a.Status == http.StatusForbidden {
				return "forbid"
			}

			self := t.outside(http.MethodGet, "/api/users/getSelf", nil).doc()
			if name := strings.ToLower(text(self, "roleName")); name == "" || strings.Contains(name, "with billing") {
				return t.cannot("the credential may have billing")
			}

			return t.tells(a, "allow", "forbid")
		},
	},
	{
		Switch: "alert-configuration-without-integration", Does: "reads the alerts of a PSA that the provider is not connected to",
		Needs: "a PSA of three that is not connected", Sends: []string{listIntegrations, getAlerts},
		find: func(t *trial) string {
			a := t.integrations()
			if t.err == nil && !a.ok() {
				return t.cannot("listing integrations answered %d", a.Status)
			}

			free := map[string]bool{"autotask": true, "connectwise": true, "syncro": true}
			for _, d := range a.items() {
				delete(free, strings.ToLower(text(d, "type")))
			}

			for psa := range free {
				return map[string]string{"200": "list", "404": "404"}[t.status(t.alerts(psa), "200", "404")]
			}

			return t.cannot("the provider is connected to every PSA")
		},
	},
	{Switch: "integration-second-of-type", Reason: psaReason},
	{Switch: "integration-422-body", Reason: psaReason},
	{Switch: "integration-patch-without-secret", Reason: psaReason},
	{Switch: "integration-delete-mapped", Reason: psaReason},
	{Switch: "integration-url-spelling", Reason: psaReason},
	{Switch: "settings-unknown-company-type", Reason: psaReason},
	{Switch: "companies-by-type", Reason: "the list of companies does not tell their types: it needs a PSA whose companies are known"},
	{
		Switch: "alert-configuration-defaults", Does: "reads the alerts of Autotask", Needs: "an integration with Autotask",
		Sends: []string{listIntegrations, getAlerts},
		find: func(t *trial) string {
			for _, d := range t.integrations().items() {
				if !strings.EqualFold(text(d, "type"), "autotask") {
					continue
				}

				for _, alert := range t.alerts("autotask").items() {
					if alert["priority"] == nil { // which nobody can configure without
						return "unset"
					}
				}

				return t.cannot("each alert has a priority, which somebody may have configured")
			}

			return t.cannot("the provider is not connected to Autotask")
		},
	},
	{Switch: "alert-unknown-option", Reason: psaReason},
}

const (
	listIntegrations = "GET /api/v2/providers/{id}/integrations?…"
	getAlerts        = "GET /api/v2/providers/{id}/integrations/{psa}/alerts/configuration"
	getMappings      = "GET /api/v2/integrations/{psa}/{id}/mappings?…"
)

// integrations lists the provider's integrations with PSAs.
func (t *trial) integrations() Answer {
	if t.lab.provider == "" {
		t.cannot("the credential belongs to no provider")
	}

	return t.outside(http.MethodGet, "/api/v2/providers/"+t.lab.provider+"/integrations?limit=100", nil)
}

// alerts reads how the alerts of a PSA are configured.
func (t *trial) alerts(psa string) Answer {
	return t.outside(http.MethodGet, "/api/v2/providers/"+t.lab.provider+"/integrations/"+psa+"/alerts/configuration", nil)
}

// integration is the path of an integration as the list shows it.
func integration(d doc) string {
	return "/api/v2/integrations/" + strings.ToLower(text(d, "type")) + "/" + text(d, "integrationId")
}

var mappings = []Experiment{
	{
		Switch: "mappings-unmapped-organizations", Does: "reads the mappings of a PSA integration",
		Needs: "a PSA integration, and an organization that is not mapped",
		Sends: []string{listIntegrations, getMappings},
		find: func(t *trial) string {
			for _, d := range t.integrations().items() {
				a := t.outside(http.MethodGet, integration(d)+"/mappings?limit=100", nil)
				if t.err == nil && !a.ok() {
					return t.cannot("listing mappings answered %d", a.Status)
				}

				listed := a.items()

				for _, m := range listed {
					if company, mapped := m["company"].(doc); !mapped || company == nil {
						return "listed"
					}
				}

				// Those that are missing may stand on a second page.
				second := fmt.Sprintf("%s/mappings?limit=100&skip=%d", integration(d), len(listed))
				if len(listed) < t.lab.organizations && len(t.outside(http.MethodGet, second, nil).items()) == 0 {
					return "omitted"
				}
			}

			return t.cannot("there is no integration, or every organization is mapped")
		},
	},
	{Switch: "mappings-bare-array", Reason: psaReason},
	{Switch: "mappings-batch", Reason: psaReason},
	{Switch: "mapping-unknown-organization", Reason: psaReason},
	{Switch: "mapping-unknown-psa-id", Reason: psaReason},
	{Switch: "mapping-omitted-members", Reason: psaReason},
	{
		Switch: "mapping-names", Does: "compares the names of mapped companies with those in the PSA",
		Needs: "a PSA integration, and a mapped company that was renamed since",
		Sends: []string{listIntegrations, getMappings, "GET /api/v2/integrations/{psa}/{id}/companies?…"},
		find: func(t *trial) string {
			for _, d := range t.integrations().items() {
				names := map[string]string{}
				for _, c := range t.outside(http.MethodGet, integration(d)+"/companies?limit=100", nil).items() {
					names[idOf(c)] = text(c, "name")
				}

				for _, m := range t.outside(http.MethodGet, integration(d)+"/mappings?limit=100", nil).items() {
					company, _ := m["company"].(doc)
					if now, known := names[idOf(company)]; known && now != text(company, "name") {
						return "sent"
					}
				}
			}

			return t.cannot("each mapped company has its present name, so that none may have been renamed")
		},
	},
}
