// Copyright (c) The terraform-provider-jumpcloud authors
// SPDX-License-Identifier: MPL-2.0

package psasim

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"time"

	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/jumpcloud/jumpcloudsim"
	"github.com/seed-37bf88c1/terraform-provider-jumpcloud/internal/sim"
)

// AddIntegration connects a PSA as if in the console, with credentials that are right,
// and returns the integration's id.
func AddIntegration(w *jumpcloudsim.World, providerID, vendor string) string {
	id := w.IDs.UUID()
	d := sim.Doc{"id": id, "type": vendor}

	for field, value := range Credentials(vendor) {
		d[field] = value
	}

	w.Store.Docs(Integrations, providerID).Put(id, d)
	plant(w, id, vendor)

	return id
}

// Report is what a sync run did.
type Report struct {
	Synced int `json:"synced"`
	Failed int `json:"failed"`
}

// Statuses of a mapping's last sync. The contract has a plain string; the words are ours.
const (
	Succeeded = "success"
	Failed    = "error"
)

// Sync does what the service does once a day [kb]: it updates the PSA for every mapping,
// and leaves status, time and errors.
func Sync(w *jumpcloudsim.World, integrationID string) (Report, error) {
	for _, provider := range w.Store.Scopes(Integrations) {
		if d, ok := w.Store.Docs(Integrations, provider).Get(integrationID); ok {
			return credentialFields[text(d, "type")].sync(w, integrationID), nil
		}
	}

	return Report{}, fmt.Errorf("no integration %q", integrationID)
}

func (v vendor) sync(w *jumpcloudsim.World, id string) Report {
	var (
		report   Report
		mappings = w.Store.Docs(Mappings, id)
		now      = w.Clock.Now().UTC().Format(time.RFC3339)
	)

	for _, org := range mappings.IDs() {
		m, _ := mappings.Get(org)
		m["lastSyncStatus"], m["lastSyncDateTime"] = Succeeded, now
		report.Synced++

		if kind, problem := v.problem(w, id, m); problem != "" {
			m["lastSyncStatus"] = Failed
			report.Synced--
			report.Failed++

			w.Store.Docs(SyncErrors, id).Put(w.IDs.ObjectID(), sim.Doc{
				"orgId": org, "timestamp": now, "errorType": kind, "message": problem,
			})
		}

		mappings.Put(org, m)
	}

	return report
}

// problem says why the PSA cannot be updated for a mapping. The words are not documented.
func (v vendor) problem(w *jumpcloudsim.World, id string, m sim.Doc) (kind, problem string) {
	titles := map[string]string{
		"company": "Company", "agreement": "Agreement", "addition": "Addition", "contract": "Contract", "service": "Service",
	}

	for _, target := range append([]string{"company"}, slices.Sorted(maps.Keys(v.targets))...) {
		want := text(object(m, target), "id")
		if want == "" {
			continue
		}

		d, ok := v.target(w, id, m, target)

		switch {
		case !ok:
			return target + "Missing", fmt.Sprintf("%s %s does not exist", titles[target], want)
		case !active(d):
			return target + "Inactive", fmt.Sprintf("%s %s is inactive", titles[target], want)
		}
	}

	return "", ""
}

// syncErrors has no paging [S].
func syncErrors(c *jumpcloudsim.Call) sim.Response {
	id, _, refused := integration(c, c.PathValue("integration_type"))
	if refused != nil {
		return *refused
	}

	return sim.JSON(http.StatusOK, sim.Doc{"totalCount": c.Docs(SyncErrors, id).Len(), "records": c.Docs(SyncErrors, id).All()})
}
